# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The ground program with every fact of a case and every clause open: which rule can lead from what to what.

Because nothing is taken for granted while grounding, nothing is simplified away: all that could follow from any part of the
facts has its rules in the ground program, and what is true in an answer set can be traced to the facts that carry it.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from clingo import Control, Observer, Symbol
from clingo.ast import ProgramBuilder

from ..catalog import file_of
from .asked import Asked
from .marked import MARK, Rule, marked


@dataclass(frozen=True, slots=True)
class Instance:
    """A ground rule. Atoms are numbers of the ground program; ``rule`` is None for what clingo adds itself."""

    rule: Rule | None
    head: int
    positive: tuple[int, ...]
    negative: tuple[int, ...]
    choice: bool


@dataclass(frozen=True)
class Opened:
    """A ground program with its facts open. The control must not outlive the one who asked for it.

    ``facts`` are those of the case and ``clauses`` those of the licences, by their atoms; ``instances`` are the ground rules by
    what they lead to; ``symbols`` names atoms, but for those that clingo adds itself.
    """

    control: Control
    facts: Mapping[int, Symbol]
    clauses: Mapping[int, Symbol]
    instances: Mapping[int, Sequence[Instance]]
    symbols: Mapping[int, Symbol]

    @contextmanager
    def without(self, facts: Collection[int]) -> Iterator[None]:
        """Takes facts away for a while."""
        for atom in facts:
            self.control.assign_external(atom, False)
        try:
            yield
        finally:
            for atom in facts:
                self.control.assign_external(atom, True)

    def cone(self, atom: int) -> frozenset[int]:
        """All on which it can turn whether an atom is in an answer set, the atom itself included."""
        seen, stack = {atom}, [atom]
        while stack:
            for instance in self.instances.get(stack.pop(), ()):
                for other in (*instance.positive, *instance.negative, *self.answers(instance)):
                    if other not in seen:
                        seen.add(other)
                        stack.append(other)
        return frozenset(seen)

    @cached_property
    def atoms(self) -> Mapping[Symbol, int]:
        """The atom of each symbol."""
        return {symbol: atom for atom, symbol in self.symbols.items()}

    def answers(self, instance: Instance) -> Sequence[int]:
        """The answers between which a rule leaves the choice, if it leaves one."""
        return self._answers[_question(self.symbols[instance.head])] if instance.choice else ()

    @cached_property
    def _answers(self) -> Mapping[Hashable, Sequence[int]]:
        """The answers to each question."""
        answers: dict[Hashable, list[int]] = {}
        for head, instances in self.instances.items():
            if any(instance.choice for instance in instances):
                answers.setdefault(_question(self.symbols[head]), []).append(head)
        return answers

    @cached_property
    def asked(self) -> Asked:
        """What may be open: readings of the law, and facts that nobody gave."""
        return Asked(self.control)

    def named(self, predicate: str, arity: int) -> list[Symbol]:
        """The atoms of a predicate, as symbols."""
        return [atom.symbol for atom in self.control.symbolic_atoms.by_signature(predicate, arity)]


class _Trace(Observer):
    """Takes down the rules of the ground program as they come."""

    def __init__(self) -> None:
        self.rules: list[tuple[bool, Sequence[int], Sequence[int]]] = []

    def rule(self, choice: bool, head: Sequence[int], body: Sequence[int]) -> None:
        self.rules.append((choice, head, body))


def _question(answer: Symbol) -> Hashable:
    """The question that an atom answers: all of it but the answer."""
    return answer.name, *answer.arguments[:-1]


def opened(facts: Iterable[Symbol], licenses: Iterable[str]) -> Opened:
    """Grounds the rules over facts that may hold or not; at first all of them do.

    Args:
        facts: those of one or more cases
        licenses: ids of the licence files that the cases name
    """
    control, trace = Control(["--warn=none"]), _Trace()
    control.register_observer(trace)
    with ProgramBuilder(control) as builder:
        for statement in marked().statements:
            builder.add(statement)
    control.add("base", [], f"#external {MARK}(0..{len(marked().rules) - 1}).")
    said = dict.fromkeys(facts), dict.fromkeys(_clauses(licenses))
    with control.backend() as backend:
        given, texts = ({backend.add_atom(symbol): symbol for symbol in symbols} for symbols in said)
        for atom in (*given, *texts):
            backend.add_external(atom)
    control.ground([("base", [])])
    symbols = {atom.literal: atom.symbol for atom in control.symbolic_atoms if atom.literal}
    marks = {atom.literal: atom.symbol.arguments[0].number for atom in control.symbolic_atoms.by_signature(MARK, 1)}
    for atom in (*given, *texts, *marks):
        control.assign_external(atom, True)
    return Opened(control, given, texts, _instances(trace, marks), symbols)


def _clauses(licenses: Iterable[str]) -> list[Symbol]:
    """Every fact of the licence files."""
    control = Control(["--warn=none"])
    for file in sorted({file_of(license_id) for license_id in licenses}):
        control.load(str(file))
    control.ground([("base", [])])
    return [atom.symbol for atom in control.symbolic_atoms]


def _instances(trace: _Trace, marks: Mapping[int, int]) -> dict[int, list[Instance]]:
    """The ground rules by what they lead to, the marks taken out of them."""
    rules = marked().rules
    instances: dict[int, list[Instance]] = {}
    for choice, heads, body in trace.rules:
        rule = next((rules[marks[literal]] for literal in body if literal in marks), None)
        positive = tuple(literal for literal in body if literal > 0 and literal not in marks)
        negative = tuple(-literal for literal in body if literal < 0)
        for head in heads:
            instances.setdefault(head, []).append(Instance(rule, head, positive, negative, choice))
    return instances
