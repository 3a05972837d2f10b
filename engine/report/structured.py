# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A report for programs: one JSON object, as ``engine/schema/finding.json`` describes it, written while cases come in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from ..comparison import Comparison, Row, licenses
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
    place = outcome.decision.case.place
    return {
        "name": outcome.decision.case.name,
        "file": place.file if place else None,
        "line": place.line if place else None,
        **({} if outcome.reading is None else {"reading": outcome.reading}),
        **_decided(outcome.decision),
        "unmet": outcome.unmet,
        **({} if outcome.comparison is None else _compared(outcome.comparison)),
    }


def _decided(decision: Decision) -> Mapping[str, object]:
    return {
        "verdict": decision.verdict,
        "elections": dict(decision.elections),
        "findings": [finding(found) for found in decision.findings],
    }


def _compared(comparison: Comparison) -> Mapping[str, object]:
    rows = comparison.rows
    return {
        "profiles": {name: _decided(decision) for name, decision in comparison.profiles.items()},
        "changes": [_change(row) for row in rows if not row.alike],
        "unchanged": sum(row.alike for row in rows),
    }


def _change(row: Row) -> Mapping[str, object]:
    told = row.told
    return {
        "kind": told.kind,
        "topic": told.topic,
        "works": told.works,
        "party": told.party,
        "act": told.act,
        "acted_on": told.acted_on,
        "licenses": licenses(told),
        "standing": row.standing,
        "under": dict(row.under),
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
