# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Solving: what follows under every reading, under the usual one, under some.

Consequences are asked for, answer sets are never enumerated. The clingo Control lives and dies in :func:`solve`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clingo import Control, Symbol, SymbolType

from .conditions import Conditions, conditions
from .consequence import consequences, holding
from .content import kind
from .finding import STANDINGS
from .knowledge import grounded
from .questions import OpenQuestion, open_questions

HUNG = ("cite", "detail")
"""What is shown of a finding only where it is as sure as the finding itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding that some reading supports: its term, its standing, and the smallest sets of answers it turns on."""

    term: Symbol
    standing: str
    conditions: Conditions = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says: findings and open questions by the index of their case, and what was shown with them.

    ``barred`` is the standing of there being anything at all in the way, of the cases in which there is. ``reviewed`` is what a
    goal found beside the findings.
    """

    findings: Mapping[int, Sequence[Found]]
    barred: Mapping[int, str]
    questions: Mapping[int, Sequence[OpenQuestion]]
    relations: Mapping[str, Sequence[Symbol]]
    reviewed: Mapping[int, Sequence[Found]] = field(default_factory=dict)

    def of(self, case: int) -> Sequence[Found]:
        """The findings of a case."""
        return self.findings.get(case, ())


def solve(
    facts: Iterable[Symbol],
    licenses: Iterable[str],
    owners: Mapping[Symbol, int],
    why: Collection[str] | None = None,
    goal: str | None = None,
) -> Answer:
    """Decides a set of cases.

    Args:
        facts: the facts of all cases; cases share no work, act or party
        licenses: ids of the licence files that the cases name
        owners: the index of the case that each work, act, party and case symbol belongs to
        why: the kinds of unsettled findings for which conditions are looked for; every kind if None
        goal: a file of the knowledge base to put on top of the rules; what it has ``reviewed`` stands beside the findings
    Returns:
        every finding that some reading supports, what is open, and every other atom shown, by predicate
    Raises:
        LookupError: a finding is about none of the cases
    """
    control = grounded(facts, licenses, goal=goal)
    relations = _shown(control)
    questions = open_questions(control, relations.pop("open_law", ()), relations.pop("open_fact", ()))
    asked: dict[int, list[OpenQuestion]] = {}
    for question in questions:
        asked.setdefault(owner(question.subject, owners), []).append(question)
    found = _located(control, relations.pop("finding", ()), owners)
    reviewed = _located(control, relations.pop("reviewed", ()), owners)
    barred = _located(control, relations.pop("barred", ()), owners)
    hung = {atom: _literal(control, atom) for name in HUNG for atom in relations.get(name, ())}
    standings = _standings(control, questions, {*(literal for _, literal, _ in (*found, *reviewed, *barred)), *hung.values()})
    sure = {term: STANDINGS.index(standings[literal]) for term, literal, _ in found}
    fitting = [atom for atom, literal in hung.items() if STANDINGS.index(standings[literal]) <= sure.get(atom.arguments[0], -1)]
    relations |= {name: [atom for atom in fitting if atom.name == name] for name in HUNG}
    sought = ((literal, case) for term, literal, case in (*found, *reviewed) if why is None or kind(term) in why)
    sets = conditions(control, asked, {literal: case for literal, case in sought if standings[literal] != "settled"})
    findings, beside = (_by_case(located, standings, sets) for located in (found, reviewed))
    return Answer(findings, {case: standings[literal] for _, literal, case in barred}, asked, relations, beside)


def _by_case(
    located: Iterable[tuple[Symbol, int, int]], standings: Mapping[int, str], sets: Mapping[int, Conditions]
) -> Mapping[int, Sequence[Found]]:
    """What was found by the index of its case."""
    found: dict[int, list[Found]] = {}
    for term, literal, case in located:
        found.setdefault(case, []).append(Found(term, standings[literal], sets.get(literal, ())))
    return found


def _located(control: Control, atoms: Iterable[Symbol], owners: Mapping[Symbol, int]) -> list[tuple[Symbol, int, int]]:
    """What each atom is about, with its literal and the index of its case."""
    return [(term, _literal(control, atom), owner(term, owners)) for atom in atoms for term in atom.arguments]


def _shown(control: Control) -> dict[str, list[Symbol]]:
    """What some reading supports of the atoms shown, by predicate."""
    relations: dict[str, list[Symbol]] = {}
    for symbol in consequences(control, "brave"):
        relations.setdefault(symbol.name, []).append(symbol)
    return relations


def _standings(control: Control, questions: Sequence[OpenQuestion], found: Iterable[int]) -> Mapping[int, str]:
    """Standings as defined: settled by cautious, likely under the usual answers, unknown where facts decide, else possible."""
    standings = dict.fromkeys(found, "settled")
    if not questions:
        return standings
    usual = [literal for question in questions if question.usual is not None for literal in question.excluding(question.usual)]
    unsettled = standings.keys() - holding(control, "cautious", standings)
    likely = holding(control, "cautious", unsettled, usual)
    unknown = holding(control, "brave", unsettled - likely, usual)
    for literal in unsettled:
        standings[literal] = "likely" if literal in likely else "unknown" if literal in unknown else "possible"
    return standings


def _literal(control: Control, symbol: Symbol) -> int:
    """The literal of an atom that occurs in the grounded program."""
    atom = control.symbolic_atoms[symbol]
    assert atom is not None
    return atom.literal


def owner(term: Symbol, owners: Mapping[Symbol, int]) -> int:
    """The index of the case that a term is about: that of the works, acts, parties or the case in it, outermost first."""
    level = [term]
    while level:
        for symbol in level:
            case = owners.get(symbol)
            if case is not None:
                return case
        level = [argument for symbol in level if symbol.type is SymbolType.Function for argument in symbol.arguments]
    raise LookupError(f"{term} is about no case")
