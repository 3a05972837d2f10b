# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a decision says in the words of expectations, and how two decisions of one case differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...expected import TOPICS
from ...finding import Decision, Finding

Said = Mapping[str, str]
"""A finding, or the verdict, by the keys of the case format; what that has no key for has one in brackets."""

_LOOSE = ("standing", "if", "remedy", "rests-on", "breach", "[sentence]")
"""Keys that do not make another finding of it."""


def said(decision: Decision) -> tuple[Said, ...]:
    """All that a decision says."""
    return ({"kind": "verdict", "verdict": decision.verdict}, *map(_said, decision.findings))


def _said(finding: Finding) -> Said:
    topic = TOPICS[finding.kind][0] if finding.kind in TOPICS else "topic"
    values = {
        "kind": finding.kind,
        topic: finding.topic,
        "work": finding.work,
        "works": ", ".join(finding.works[1:]),
        "party": finding.party,
        "act": finding.act,
        "clauses": ", ".join(f"{cite.license} {cite.section}".strip() for cite in finding.cites),
        "steward": ", ".join(cite.steward for cite in finding.cites if cite.steward),
        "standing": finding.standing,
        "if": "; or ".join(", ".join(answers) for answers in finding.conditions),
        "detail": finding.detail,
        "[acted on]": finding.acted_on,
        "breach": "yes" if finding.breach else "",
        "remedy": " ".join(finding.remedies),
        "rests-on": ", ".join(finding.rests_on),
        "[sentence]": finding.sentence,
    }
    return {key: value for key, value in values.items() if value}


def differences(before: Sequence[Said], after: Sequence[Said]) -> tuple[str, ...]:
    """How one decision differs from another, each difference a line: what is gained (+), lost (-), or stands otherwise (~)."""
    gained = [each for each in after if each not in before]
    lost = [each for each in before if each not in after]
    lines = []
    for each in lost:
        match = next((other for other in gained if _same(each, other)), None)
        if match is None:
            lines.append(f"- {_line(each)}")
        else:
            gained.remove(match)
            lines.append(f"~ {_changed(each, match)}")
    return (*lines, *(f"+ {_line(each)}" for each in gained))


def _same(one: Said, other: Said) -> bool:
    return _identity(one) == _identity(other)


def _identity(each: Said) -> Mapping[str, str]:
    loose = ("verdict",) if each["kind"] == "verdict" else _LOOSE
    return {key: value for key, value in each.items() if key not in loose}


def _changed(before: Said, after: Said) -> str:
    keys = [key for key in {**before, **after} if before.get(key) != after.get(key) and key != "[sentence]"]
    told = ", ".join(f"{key.strip('[]')} {before.get(key) or 'none'} → {after.get(key) or 'none'}" for key in keys)
    return f"{_line(_identity(before))}: {told or 'its sentence'}"


def _line(each: Said) -> str:
    """A finding as a case would expect it, without what only a report tells."""
    keys = ", ".join(f"{key}: {_scalar(value)}" for key, value in each.items() if key != "kind" and not key.startswith("["))
    return f"{each['kind']}: {{{keys}}}" if each["kind"] != "verdict" else "verdict"


def _scalar(value: str) -> str:
    return f'"{value}"' if any(mark in value for mark in ":,{}[]#\"'") else value
