# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Solving: what follows under every reading, under the usual one, under some.

Consequences are asked for, answer sets are never enumerated. The clingo Control lives and dies in :func:`solve`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clingo import Control, Symbol

from .conditions import Conditions, conditions
from .consequence import consequences, holding
from .knowledge import load
from .questions import OpenQuestion, open_questions


@dataclass(frozen=True, slots=True)
class Answer:
    """What the solver says: each finding with its standing and conditions, and every other atom shown, by predicate."""

    standings: Mapping[Symbol, str]
    conditions: Mapping[Symbol, Conditions]
    relations: Mapping[str, Sequence[Symbol]]


def solve(facts: Iterable[Symbol], licenses: Iterable[str], owners: Mapping[Symbol, int]) -> Answer:
    """Decides a set of cases.

    Args:
        facts: the facts of all cases; cases share no work, act or party
        licenses: ids of the licence files that the cases name
        owners: the index of the case that each work, act, party and case symbol belongs to
    Returns:
        the standing of every finding that some reading supports, and what was shown with it
    """
    control = Control(["--warn=none"])
    load(control, licenses)
    with control.backend() as backend:
        for fact in facts:
            backend.add_rule([backend.add_atom(fact)])
    control.ground([("base", [])])
    relations: dict[str, list[Symbol]] = {}
    for symbol in consequences(control, "brave"):
        relations.setdefault(symbol.name, []).append(symbol)
    questions = open_questions(control, relations.pop("open_law", ()), relations.pop("open_fact", ()))
    found = {atom.symbol.arguments[0]: atom.literal for atom in control.symbolic_atoms.by_signature("finding", 1)}
    found = {symbol.arguments[0]: found[symbol.arguments[0]] for symbol in relations.pop("finding", [])}
    standings = _standings(control, questions, found)
    unsettled = {finding: literal for finding, literal in found.items() if standings[finding] != "settled"}
    return Answer(standings, conditions(control, questions, unsettled, owners), relations)


def _standings(control: Control, questions: Sequence[OpenQuestion], found: Mapping[Symbol, int]) -> dict[Symbol, str]:
    """Standings as defined: settled by cautious, likely under the usual answers, unknown where facts decide, else possible."""
    if not questions:
        return dict.fromkeys(found, "settled")
    usual = [literal for question in questions if question.usual is not None for literal in question.excluding(question.usual)]
    settled = holding(control, "cautious", found, ())
    likely = holding(control, "cautious", found, usual)
    unknown = holding(control, "brave", found, usual)

    def standing(finding: Symbol) -> str:
        if finding in settled:
            return "settled"
        if finding in likely:
            return "likely"
        return "unknown" if finding in unknown else "possible"

    return {finding: standing(finding) for finding in found}
