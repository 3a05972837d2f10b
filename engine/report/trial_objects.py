# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Trials of cases as objects for JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..expectation import Unmet
from ..workbench.cases.reasoned import Found, Lacking, Reason, Unheard
from . import obstacles, reasons
from .structured import finding as finding_object
from .trials import Told, differing


def trial_object(told: Told) -> Mapping[str, object]:
    """A trial for programs."""
    place = told.trial.case.place
    return {
        "name": told.trial.case.name,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "outcome": told.trial.outcome,
        "seconds": round(told.trial.seconds, 4),
        "failures": [
            _failure(each, told.reasons[number] if told.reasons else None) for number, each in enumerate(told.trial.unmet)
        ],
    }


def _failure(failure: Unmet, told: Sequence[Reason] | None) -> Mapping[str, object]:
    return {
        "file": failure.place.file if failure.place else None,
        "line": failure.place.line if failure.place else None,
        "kind": failure.kind,
        "message": str(failure),
        "expected": dict(failure.pattern),
        "unwanted": failure.unwanted,
        "nearest": [
            {
                **finding_object(finding),
                "differs": {
                    key: {"expected": expected, "found": found}
                    for key, (expected, found) in differing(failure, finding).items()
                },
            }
            for finding in failure.nearest
        ],
        "reasons": None if told is None else [_reason(reason) for reason in told],
    }


def _reason(reason: Reason) -> Mapping[str, object]:
    match reason:
        case Found(finding, step):
            return {"finding": finding_object(finding), **reasons.structured(step)}
        case Lacking(sentence, attempts):
            return {"absent": sentence, "attempts": [obstacles.structured(attempt) for attempt in attempts]}
        case Unheard(sections):
            told = {
                cited: [{"term": str(clause.term), "line": clause.line} for clause in had] for cited, had in sections.items()
            }
            return {"absent": None, "sections": told}
