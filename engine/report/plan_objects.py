# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What clears a case, for programs, as ``engine/schema/fix.json`` describes it."""

from __future__ import annotations

from collections.abc import Mapping

from ..advice.cleared import wrongs
from ..advice.fix import Advice, Way
from ..advice.telling import sentence
from ..finding import Finding
from ..written import plain
from .plan_words import owed, to_find_out

VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def plan_object(advice: Advice, readings: str) -> Mapping[str, object]:
    """The ways as plain data.

    Args:
        advice: what clears the case
        readings: those that the ways hold under, majority or all
    """
    return {
        "version": VERSION,
        "name": advice.before.case.name,
        "readings": readings,
        "verdict": advice.before.verdict,
        "in_the_way": [
            {"standing": finding.standing, **_finding(finding)} for finding in dict.fromkeys(wrongs(advice.before, readings))
        ],
        "questions": to_find_out(advice, readings),
        "obligations": owed(advice.before),
        "plans": [_way(way, advice) for way in advice.ways],
        "unavoidable": [_finding(finding) for finding in advice.stuck],
    }


def _way(way: Way, advice: Advice) -> Mapping[str, object]:
    return {
        "effort": way.effort,
        "measures": [{"kind": each.kind, "sentence": sentence(each, advice.names), "effort": each.effort} for each in way.plan],
        "verdict": way.decision.verdict,
        "obligations": owed(way.decision),
        "case": plain(way.case),
    }


def _finding(finding: Finding) -> Mapping[str, object]:
    return {"work": finding.work, "sentence": finding.sentence, "clauses": [str(cite) for cite in finding.cites]}
