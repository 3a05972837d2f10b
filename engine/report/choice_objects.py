# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose, for programs, as ``engine/schema/choose.json`` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..advice.choose.answer import GRADES, Choice, Constraint, Option, Reason
from ..advice.choose.telling import constraint_sentence, sentence
from ..finding import Cite, Finding
from ..sentence import hyphenated

VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def choice_object(choice: Choice) -> Mapping[str, object]:
    """The choice as plain data."""
    return {
        "version": VERSION,
        "name": choice.request.case.name,
        "work": choice.request.work.name,
        "goals": {
            "must": [*choice.request.goals.must],
            "wish": [*choice.request.goals.wish],
            "bar": [*choice.request.goals.bar],
        },
        "readings": choice.request.readings,
        "supposed": choice.request.supposed,
        "tried": choice.tried,
        "feasible": choice.feasible,
        "solved": choice.solved,
        "options": [_option(option, choice) for option in choice.options],
        "outdone": {label: list(names) for label, names in choice.outdone.items()},
        "whatever_the_licence": [_bar(finding) for finding in choice.constant],
        "own_terms": {"under": choice.trade.label, "bars": [_bar(finding) for finding in choice.trade.bars]},
        "constraints": [_constraint(each, choice) for each in choice.constraints],
        "contradictions": [[_constraint(each, choice) for each in kept] for kept in choice.contradictions],
    }


def _option(option: Option, choice: Choice) -> Mapping[str, object]:
    return {
        "under": option.label,
        "alike": list(option.alike),
        "missing": list(choice.missing.get(option.label, ())),
        "grades": {goal: GRADES[grade] for goal, grade in option.grades.items()},
        "for": _reasons("merit", option.merits),
        "against": _reasons("concern", option.concerns),
        "stays": [
            {"license": one.license, "extent": one.extent, "works": list(one.works), "standing": one.standing}
            for one in option.stays
        ],
        "lasting": [{"term": term, "clause": str(cite)} for term, cite in option.lasting],
        "later": [{"question": later.question, "bars": [_bar(finding) for finding in later.bars]} for later in option.later],
    }


def _reasons(sort: str, reasons: Iterable[Reason]) -> Sequence[Mapping[str, object]]:
    return [
        {
            "goal": reason.goal,
            "word": hyphenated(reason.word),
            "sentence": sentence(sort, reason),
            "clauses": _clauses(reason.cites),
        }
        for reason in reasons
    ]


def _bar(finding: Finding) -> Mapping[str, object]:
    return {"sentence": finding.sentence, "standing": finding.standing, "clauses": _clauses(finding.cites)}


def _clauses(cites: Iterable[Cite]) -> list[str]:
    return [str(cite) for cite in cites]


def _constraint(constraint: Constraint, choice: Choice) -> Mapping[str, object]:
    return {
        "goal": constraint.goal,
        "license": constraint.license,
        "works": list(constraint.works),
        "sentence": constraint_sentence(constraint, choice.request),
        "rules_out": constraint.excluded,
        "examples": [_bar(finding) for finding in constraint.examples],
    }
