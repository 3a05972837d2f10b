# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A report for programs: one JSON object, as ``engine/schema/finding.json`` describes it, written while cases come in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from ..finding import Decision, Finding
from .outcome import Outcome, Refusal

VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def report(items: Iterable[Outcome | Refusal]) -> Iterator[str]:
    """Write outcomes as they come in; refusals are gathered and stand at the end.

    Args:
        items: outcomes and refusals, in the order of the input.

    Returns:
        Chunks of text that together are one JSON object, a case to a line.
    """
    problems: list[Mapping[str, object]] = []
    separator = ""
    yield f'{{"version": {VERSION}, "cases": ['
    for item in items:
        if isinstance(item, Refusal):
            problems.append({"message": item.message, "file": item.file, "line": item.line})
            continue
        yield f"{separator}\n{_dump(case(item))}"
        separator = ","
    yield f'\n], "problems": {_dump(problems)}}}\n'


def case(outcome: Outcome) -> Mapping[str, object]:
    """A decided case, as the schema describes it."""
    decision: Decision = outcome.decision
    place = decision.case.place
    return {
        "name": decision.case.name,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "verdict": decision.verdict,
        "elections": dict(decision.elections),
        "findings": [finding(found) for found in decision.findings],
        "unmet": outcome.unmet,
    }


def finding(found: Finding) -> Mapping[str, object]:
    """A finding, as the schema describes it: every key is always there."""
    return {
        "kind": found.kind,
        "topic": found.topic,
        "works": found.works,
        "sentence": found.sentence,
        "standing": found.standing,
        "party": found.party,
        "act": found.act,
        "acted_on": found.acted_on,
        "cites": [{"license": cite.license, "section": cite.section, "steward": cite.steward} for cite in found.cites],
        "detail": found.detail,
        "breach": found.breach,
        "remedies": found.remedies,
        "conditions": found.conditions,
        "rests_on": found.rests_on,
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
