# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case could come to: findings that are absent and why, and the least change that turns a finding on or off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clingo import Symbol

from ..conditions import Answers
from ..consequence import answer_set, conflict, satisfiable
from ..variant import Variant, stated
from .alternatives import Alternatives, alternatives
from .change import Change, Room, Search
from .opened import Opened, opened
from .reason import reasons
from .statements import Statement, proposals, statements
from .step import Attempt


@dataclass(frozen=True, slots=True)
class Flip:
    """A change that turns a finding on or off, if the answers to open questions are those of ``conditions``.

    Without changes the answers alone do. ``supposed`` are answers that are taken for true: those under which the finding holds,
    and those that most give. ``verdict`` is what follows for the case after the change: ``clear`` or a standing.
    """

    changes: tuple[Change, ...]
    conditions: Answers
    supposed: Answers
    verdict: str


class Counterfactual:
    """A case with all that it could say instead of what it says.

    Args:
        variant: the case and the branches taken; its names must not have been used yet
        needed: ``needed/2`` atoms, of what has to be known in it
    """

    def __init__(self, variant: Variant, needed: Sequence[Symbol]) -> None:
        facts, licenses = stated([variant])
        told = alternatives(facts, needed)
        self._names = variant.names
        self._program = opened([*facts, *(fact for fact in told.facts if fact not in facts)], licenses)
        self._barred = next((atom for symbol, atom in self._program.atoms.items() if symbol.name == "barred"), None)
        self._search = Search(self._program, self._room(facts, told))

    @property
    def findings(self) -> tuple[Symbol, ...]:
        """Every finding that the case could come to, by its term."""
        return tuple(symbol for symbol in self._program.symbols.values() if symbol.name == "finding")

    def why_not(self, term: Symbol) -> tuple[Attempt, ...]:
        """The rules that could lead to an absent finding, each with what it lacks, on the usual answers."""
        assumed = [-self._program.atoms[term], *self._program.only(self._program.usual())]
        return reasons(self._program, term, assumed, self._names, {}).attempts(term)

    def flips(self, term: Symbol, on: bool, given: Answers = ()) -> Iterator[Flip]:
        """The smallest changes after which a finding is there or not.

        Args:
            term: the finding
            on: whether it is wanted
            given: the answers that are taken for true; what else is open is answered as most answer it, if so
        """
        goal = self._program.atoms[term] * (1 if on else -1)
        supposed = (*given, *self._program.usual(given))
        for changes in self._search.smallest([goal, *self._program.only(supposed)]):
            with self._search.changed(changes):
                yield self._flip(changes, goal, supposed)

    def answers(self, term: Symbol) -> Flip | None:
        """Answers to open questions under which a finding is not there, whatever else is open; None if there are none."""
        goal = -self._program.atoms[term]
        return self._flip((), goal, ()) if satisfiable(self._program.control, [goal]) else None

    def _flip(self, changes: tuple[Change, ...], goal: int, supposed: Answers) -> Flip:
        assumed = self._program.only(supposed)
        conditions = self._turning(goal, assumed)
        return Flip(changes, conditions, supposed, self._verdict(conditions))

    def _verdict(self, answers: Answers) -> str:
        """How sure it is, with these answers, that anything stands in the way."""
        control, barred, given = self._program.control, self._barred, self._program.only(answers)
        if barred is None:
            return "clear"
        if not satisfiable(control, [-barred, *given]):
            return "settled"
        usual = [*given, *self._program.only(self._program.usual(answers))]
        if satisfiable(control, [barred, *usual]):
            return "unknown" if satisfiable(control, [-barred, *usual]) else "likely"
        return "possible" if satisfiable(control, [barred, *given]) else "clear"

    def _turning(self, goal: int, assumed: Sequence[int]) -> Answers:
        """The answers, none of them idle, that it takes besides the assumptions to bring about what some answer set holds."""
        program = self._program
        pairs = {atom: (question, answer) for question in program.questions for answer, atom in question.answers.items()}
        contrary = [-goal, *assumed]
        if conflict(program.control, contrary) is not None:
            return ()
        true = answer_set(program.control, [goal, *assumed], pairs) or frozenset()
        kept = self._used(contrary, tuple(pairs[atom] for atom in sorted(true)))
        assert kept is not None, "with every question answered nothing is left open"
        for pair in kept:
            if pair in kept:
                fewer = self._used(contrary, tuple(other for other in kept if other != pair))
                kept = kept if fewer is None else fewer
        return kept

    def _used(self, contrary: Sequence[int], answers: Answers) -> Answers | None:
        """Those of the answers that the solver uses to rule the contrary out; None if all together do not."""
        literals = {pair: self._program.only((pair,)) for pair in answers}
        core = conflict(self._program.control, [*contrary, *(literal for several in literals.values() for literal in several)])
        return None if core is None else tuple(pair for pair, several in literals.items() if not core.isdisjoint(several))

    def _room(self, facts: Sequence[Symbol], told: Alternatives) -> Room:
        """What the case may come to say, as statements."""
        said = set(facts)
        old = _by_symbol(self._program, statements({a: s for a, s in self._program.facts.items() if s in said}, self._names))
        new = _by_symbol(self._program, proposals({a: s for a, s in self._program.facts.items() if s not in said}, self._names))
        instead: dict[Statement | None, dict[Statement, None]] = {old[symbol]: {} for symbol in told.spared}
        for symbol, proposed in told.instead.items():
            several = instead.setdefault(old[symbol] if symbol is not None else None, {})
            several.update(dict.fromkeys(new[each] for each in proposed if each in new))
        return Room(
            {statement: tuple(several) for statement, several in instead.items()}, frozenset(map(old.__getitem__, told.spared))
        )


def _by_symbol(program: Opened, told: Sequence[Statement]) -> dict[Symbol, Statement]:
    return {program.facts[atom]: statement for statement in told for atom in statement.facts}
