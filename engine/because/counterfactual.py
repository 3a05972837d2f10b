# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case could come to: findings that are absent and why, and the least change that turns a finding on or off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from clingo import Symbol

from ..attached import Attached, attached
from ..conditions import Answers
from ..consequence import answer_set, conflict, satisfiable
from ..finding import STANDINGS
from ..variant import Variant, stated
from .alternatives import Alternatives, alternatives
from .change import Change, Room, Search
from .opened import Opened, opened
from .reason import reasons
from .statements import Statement, elected, proposals, statements
from .step import Attempt


@dataclass(frozen=True, slots=True)
class Flip:
    """A change that turns a finding on or off, if the answers to open questions are those of ``conditions``.

    Without changes the answers alone do. ``supposed`` are answers that are taken for true: those under which the finding holds,
    and those that most give. ``standing`` is that of the finding after the change, None if it is gone for good, and ``verdict``
    what then follows for the case: ``clear`` or a standing.
    """

    changes: tuple[Change, ...]
    conditions: Answers
    supposed: Answers
    standing: str | None
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
        said = set(facts)
        self._names, self._told = variant.names, elected(facts, variant)
        self._program = opened([*facts, *(fact for fact in told.facts if fact not in said)], licenses)
        self._barred = next((self._program.atoms[symbol] for symbol in self._program.named("barred", 1)), None)
        self._search = Search(self._program, self._room(said, told))

    @cached_property
    def findings(self) -> tuple[Symbol, ...]:
        """Every finding that the case could come to, by its term."""
        possible = self._search.possible(self._program.atoms[symbol] for symbol in self._program.named("finding", 1))
        return tuple(self._program.symbols[atom] for atom in sorted(possible))

    @cached_property
    def details(self) -> Mapping[Symbol, Attached]:
        """What could be told of findings besides their terms, by the argument of the term."""
        return attached({"detail": self._program.named("detail", 2)})

    def why_not(self, term: Symbol) -> tuple[Attempt, ...]:
        """The rules that could lead to an absent finding, each with what it lacks, on the usual answers."""
        assumed = [-self._program.atoms[term], *self._program.asked.only(self._program.asked.usual())]
        return reasons(self._program, term, assumed, self._names, {}).attempts(term)

    def flips(self, term: Symbol, on: bool, given: Answers = ()) -> tuple[Flip, ...]:
        """The smallest changes after which a finding is there or not; those first that leave least in the way.

        Args:
            term: the finding
            on: whether it is wanted
            given: the answers that are taken for true; what else is open is answered as most answer it, if so
        """
        finding = self._program.atoms[term]
        goal = finding if on else -finding
        supposed = (*given, *self._program.asked.usual(given))
        found = []
        for changes in self._search.smallest([goal, *self._program.asked.only(supposed)]):
            with self._search.changed(changes):
                found.append(self._flip(changes, finding, goal, supposed))
        return tuple(sorted(found, key=lambda flip: ("clear", *reversed(STANDINGS)).index(flip.verdict)))

    def answers(self, term: Symbol) -> Flip | None:
        """Answers to open questions under which a finding is not there, whatever else is open; None if there are none."""
        finding = self._program.atoms[term]
        return self._flip((), finding, -finding, ()) if satisfiable(self._program.control, [-finding]) else None

    def _flip(self, changes: tuple[Change, ...], finding: int, goal: int, supposed: Answers) -> Flip:
        conditions = self._turning(goal, self._program.asked.only(supposed))
        verdict = self._standing(self._barred, conditions) if self._barred is not None else None
        return Flip(changes, conditions, supposed, self._standing(finding, conditions), verdict or "clear")

    def _standing(self, atom: int, answers: Answers) -> str | None:
        """How sure something is with these answers; None if it is impossible."""
        control, asked = self._program.control, self._program.asked
        given = asked.only(answers)
        if not satisfiable(control, [atom, *given]):
            return None
        if not satisfiable(control, [-atom, *given]):
            return "settled"
        usual = [*given, *asked.only(asked.usual(answers))]
        if not satisfiable(control, [atom, *usual]):
            return "possible"
        return "unknown" if satisfiable(control, [-atom, *usual]) else "likely"

    def _turning(self, goal: int, assumed: Sequence[int]) -> Answers:
        """The answers, none of them idle, that it takes besides the assumptions to bring about what some answer set holds."""
        program = self._program
        pairs = {atom: (question, answer) for question in program.asked.questions for answer, atom in question.answers.items()}
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
        literals = {pair: self._program.asked.only((pair,)) for pair in answers}
        core = conflict(self._program.control, [*contrary, *(literal for several in literals.values() for literal in several)])
        return None if core is None else tuple(pair for pair, several in literals.items() if not core.isdisjoint(several))

    def _room(self, said: set[Symbol], told: Alternatives) -> Room:
        """What the case may come to say, as statements."""
        old = _by_symbol(
            self._program, statements({a: s for a, s in self._program.facts.items() if s in said}, self._names, self._told)
        )
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
