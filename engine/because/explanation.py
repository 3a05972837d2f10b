# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A decided case that can be asked for reasons."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from clingo import Function, Symbol

from ..conditions import Answers
from ..consequence import answer_set, conflict, satisfiable
from ..content import content, kind
from ..decide import Considered
from ..facts import Names
from ..finding import Finding
from ..sentence import doing
from ..variant import Variant, stated
from .basis import bases
from .counterfactual import Counterfactual, Flip
from .opened import opened
from .reason import Reasons, reasons
from .statements import Statement, elected, statements
from .step import Attempt, Step
from .wording import finding_sentence


class Explanation:
    """A case, what was decided of it, and its ground program with every fact open."""

    def __init__(self, considered: Considered) -> None:
        self.decision = considered.decision
        self._variant = Variant(self.decision.case, considered.election, Names(0))
        self._told = {finding.term: _told(finding) for finding in self.decision.findings if finding.term is not None}
        self._conditions = {Function("finding", [found.term]): found.conditions for found in considered.found}
        self._program = opened(*stated([self._variant]))
        self._told |= elected(self._program.facts.values(), self._variant)

    @property
    def facts(self) -> tuple[Symbol, ...]:
        """Every fact of the case and every clause of its licences, as the rules take them."""
        return (*self._program.facts.values(), *self._program.clauses.values())

    @property
    def names(self) -> Names:
        """What the symbols of the case stand for."""
        return self._variant.names

    def sentence(self, finding: Symbol) -> str:
        """A finding of the case, or one that it could come to, as a sentence without a full stop.

        Args:
            finding: its term
        """
        (term,) = finding.arguments
        return finding_sentence(term, self.names, self._counterfactual.details[term].detail)

    @property
    def conclusions(self) -> tuple[Symbol, ...]:
        """All that follows on the usual answers, clauses and facts of the case included."""
        program = self._program
        true = answer_set(program.control, program.asked.only(program.asked.usual()), program.symbols) or frozenset()
        return tuple(program.symbols[atom] for atom in sorted(true))

    @cached_property
    def stated(self) -> tuple[Statement, ...]:
        """What the case states."""
        return statements(self._program.facts, self.names, self._told)

    def conditions(self, finding: Finding) -> Answers:
        """The answers under which a finding of the decision is explained: its first set of conditions, if it has one."""
        sets = self._conditions.get(_term(finding), ())
        return sets[0] if sets else ()

    def why(self, finding: Finding) -> Step:
        """The reason for a finding of the decision; for a question, why it is asked.

        Where the finding turns on open questions, the reason is that of its first set of conditions; what is open besides is
        answered as most answer it.
        """
        return self._why(_term(finding), self.conditions(finding))

    def lacking(self, finding: Finding) -> Step | None:
        """Why a finding of another case is not found in this one; None if nothing that is said here could lead to it."""
        term = next((symbol for symbol in self.hindered if self._is(symbol, finding)), None)
        return self._without(term).why(term) if term is not None else None

    @cached_property
    def hindered(self) -> tuple[Symbol, ...]:
        """The findings to which rules lead from what is said in the case, but for something that stops them."""
        return tuple(symbol for symbol in self._program.named("finding", 1) if symbol not in self._conditions)

    def obstacles(self, term: Symbol) -> tuple[Attempt, ...]:
        """What stops the rules that lead to a finding from what is said in the case.

        Args:
            term: one of ``hindered``
        """
        return self._without(term).attempts(term)

    def rests_on(self, finding: Finding) -> tuple[frozenset[Statement], ...]:
        """The smallest sets of statements that carry a finding of the decision, small ones first.

        A finding that turns on open questions is carried under its first set of conditions.
        """
        term, given = _term(finding), self.conditions(finding)
        target, assumed = self._program.atoms[term], self._program.asked.only(given)

        def carries(kept: frozenset[Statement]) -> bool:
            with self._program.without(self._outside(kept)):
                return not satisfiable(self._program.control, [-target, *assumed])

        def leading(kept: frozenset[Statement]) -> frozenset[Statement]:
            with self._program.without(self._outside(kept)):
                leaves = {leaf.atom for leaf in self._why(term, given).leaves}
            return frozenset(each for each in kept if not leaves.isdisjoint(each.symbols))

        return bases(self.stated, carries, leading)

    def why_not(self, term: Symbol) -> tuple[Attempt, ...]:
        """What stops the rules that could lead to a finding which the decision does not hold.

        Args:
            term: one of ``absent``
        """
        return self._counterfactual.why_not(term)

    def flips(self, term: Symbol) -> tuple[Flip, ...]:
        """The smallest changes that turn a finding on or off: first by answers to open questions alone, then by other facts.

        Args:
            term: that of a finding of the decision, or one of ``absent``
        """
        if term not in self._conditions:
            return self._counterfactual.flips(term, on=True)
        conditions = self._conditions[term]
        answers = self._counterfactual.answers(term) if conditions else None
        changes = self._counterfactual.flips(term, on=False, given=conditions[0] if conditions else ())
        return (answers, *changes) if answers is not None else changes

    @cached_property
    def absent(self) -> tuple[Symbol, ...]:
        """The findings that the case could come to, but did not."""
        return tuple(term for term in self._counterfactual.findings if term not in self._conditions)

    @cached_property
    def _counterfactual(self) -> Counterfactual:
        return Counterfactual(replace(self._variant, names=Names(0)), self._program.named("needed", 2))

    def _why(self, term: Symbol, given: Answers) -> Step:
        """The reason for what holds where certain answers are given, as near to the usual answers to the rest as can be."""
        program = self._program
        assumed = [program.atoms[term], *program.asked.only(given)]
        usual = {literal: pair for pair in program.asked.usual(given) for literal in program.asked.only((pair,))}
        while (core := conflict(program.control, [*assumed, *usual])) is not None:
            against = next(pair for literal, pair in usual.items() if literal in core)
            usual = {literal: pair for literal, pair in usual.items() if pair is not against}
        assumed += usual
        return reasons(program, term, assumed, self.names, self._told).why(term)

    def _without(self, term: Symbol) -> Reasons:
        """The reasons against a finding that is absent on the usual answers."""
        assumed = [-self._program.atoms[term], *self._program.asked.only(self._program.asked.usual())]
        return reasons(self._program, term, assumed, self.names, self._told)

    def _is(self, symbol: Symbol, finding: Finding) -> bool:
        """Whether a term of this case stands for what a finding of another one says."""
        (term,) = symbol.arguments
        if kind(term) != finding.kind:
            return False
        said = content(term, self.names, "")
        act = self.names.acts.get(said.act) if said.act is not None else None
        does = act.does if act else "make" if said.act is not None else None
        cited = {cite.license for cite in finding.cites}
        return (said.topic, said.works, does) == (finding.topic, finding.works, finding.act) and said.license in {*cited, ""}

    def _outside(self, kept: frozenset[Statement]) -> list[int]:
        return [atom for statement in self.stated if statement not in kept for atom in statement.facts]


def _told(finding: Finding) -> str:
    """A finding with who does what, as a sentence without a full stop."""
    whose = f"{doing(finding.party, finding.act, finding.acted_on or finding.work)}: " if finding.act is not None else ""
    return whose + finding.sentence.rstrip(".")


def _term(finding: Finding) -> Symbol:
    """What the solver knows a finding by; a question by what makes it worth asking."""
    assert finding.term is not None
    asked = finding.term.name == "open_fact"
    return Function("needed", finding.term.arguments) if asked else finding.term
