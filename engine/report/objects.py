# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is told of licences as objects for JSON: sheets, differences, pairs."""

from __future__ import annotations

from collections.abc import Iterable

from ..clauses import LicenseFile
from ..compatibility import Pair
from ..difference import Difference, Provision, provisions
from ..finding import Finding
from ..situations import Parting

Object = dict[str, object]


def row_object(file: LicenseFile, marks: Iterable[str]) -> Object:
    """A licence in a list. ``marks`` tell by whom it is approved."""
    return {"id": file.id, "name": file.name, "kind": file.kind, "approved": list(marks)}


def sheet_object(file: LicenseFile, marks: Iterable[str]) -> Object:
    """A licence with all its clauses."""
    read = {"text": file.text, "encoded": file.encoded, "left_out": file.left_out}
    return {**row_object(file, marks), **read, "clauses": [_provision(said) for said in provisions(file.clauses)]}


def difference_object(told: Difference, changes: Iterable[Parting]) -> Object:
    """What tells two licences apart, and what that changes."""
    return {
        "first": told.first.id,
        "second": told.second.id,
        "only_first": [_provision(said) for said in told.only_first],
        "only_second": [_provision(said) for said in told.only_second],
        "changed": [[_provision(before), _provision(after)] for before, after in told.changed],
        "alike": told.alike,
        "situations": [
            {
                "situation": change.told,
                "only_first": [_brief(finding) for finding in change.only_first],
                "only_second": [_brief(finding) for finding in change.only_second],
            }
            for change in changes
        ],
    }


def pair_object(pair: Pair) -> Object:
    """The answer to a pair of licences, with what stands in the way."""
    return {
        "inbound": pair.inbound,
        "outbound": pair.outbound,
        "answer": pair.cell,
        "verdict": pair.decision.verdict,
        "findings": [
            {
                **_brief(finding),
                "sentence": finding.sentence,
                "clauses": [str(cite) for cite in finding.cites],
                "conditions": [list(answers) for answers in finding.conditions],
                "remedies": list(finding.remedies),
            }
            for finding in pair.wrongs
        ],
    }


def _brief(finding: Finding) -> Object:
    return {"kind": finding.kind, "topic": finding.topic, "detail": finding.detail, "standing": finding.standing}


def _provision(said: Provision) -> Object:
    return {
        "section": said.section,
        "says": said.sentence,
        "terms": [str(clause.term) for clause in said.clauses],
        "notes": list(dict.fromkeys(clause.sentence for clause in said.clauses)),
    }
