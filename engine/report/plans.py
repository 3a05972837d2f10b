# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What clears a case, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..advice.fix import CLEARED, Advice, Way
from ..advice.telling import sentence
from ..finding import Decision, Finding
from ..written import plain
from .layout import wrap
from .look import ROLE_OF, Look
from .words import VERDICTS, count

SHOWN = 6
"""Duties of a way that are told."""


def lines(advice: Advice, readings: str, look: Look) -> Iterator[str]:
    """The ways for a terminal.

    Args:
        advice: what clears the case
        readings: those that the ways hold under, majority or all
        look: width and colours
    """
    verdict = advice.before.verdict
    yield from (look.paint(line, "heading") for line in wrap(advice.before.case.name, look.width))
    yield from (look.paint(line, ROLE_OF[verdict]) for line in wrap(f"=> {VERDICTS[verdict]}", look.width, "", 3))
    if verdict in CLEARED[readings]:
        if verdict != "clear":
            yield "Nothing has to be done under the reading that most follow; --readings all looks further."
        return
    yield ""
    if not advice.ways:
        yield from _stuck(advice.stuck, readings, look)
        return
    under = "every reading of the law" if readings == "all" else "the reading that most follow"
    yield from wrap(f"Each of these clears it under {under}, the least effort first:", look.width)
    for number, way in enumerate(advice.ways, 1):
        yield ""
        yield from _way(number, way, advice, look)


def _way(number: int, way: Way, advice: Advice, look: Look) -> Iterator[str]:
    for place, measure in enumerate(way.plan):
        lead = f"{number:>3}. " if place == 0 else "     and "
        yield from (
            look.paint(line, "fix") for line in wrap(sentence(measure, advice.names), look.width, lead, 9 if place else 5)
        )
    verdict = way.decision.verdict
    left = "" if verdict == "clear" else f"; what is left: {VERDICTS[verdict]}"
    yield from wrap(f"effort {way.effort}{left}; {_duties(way.decision, advice.before)}", look.width, "     ", 5)


def _duties(after: Decision, before: Decision) -> str:
    """How many duties there are then, and which are new."""
    held, new = _owed(after), sorted(_owed(after) - _owed(before))
    told = f"then {count(len(held), 'obligation', 'obligations')}" if held else "then no obligations"
    if not new:
        return f"{told}, none of them new"
    more = f"; and {len(new) - SHOWN} more" if len(new) > SHOWN else ""
    return f"{told}, new: " + "; ".join(new[:SHOWN]) + more


def _owed(decision: Decision) -> set[str]:
    owed = (finding for finding in decision.of_kind("obligation") if finding.standing in ("settled", "likely"))
    return {f"{finding.work}: {finding.sentence.rstrip('.')}" for finding in owed}


def _stuck(stuck: Sequence[Finding], readings: str, look: Look) -> Iterator[str]:
    if not stuck:
        whose = "every reading of the law" if readings == "all" else "whatever the facts turn out to be"
        yield from wrap(
            f"No plan holds under {whose}: answer the open questions first, or accept a narrower promise.", look.width
        )
        return
    told = "This cannot be avoided" if len(stuck) == 1 else "These cannot be avoided together"
    yield from wrap(f"{told} by anything that can be done here:", look.width)
    for finding in stuck:
        clauses = f" ({', '.join(map(str, finding.cites))})" if finding.cites else ""
        whom = f"{finding.work}: "
        yield from (look.paint(line, "wrong") for line in wrap(f"{whom}{finding.sentence}{clauses}", look.width, "  - ", 4))


VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def structured(advice: Advice) -> Mapping[str, object]:
    """The ways for programs, as ``engine/schema/fix.json`` describes them."""
    return {
        "version": VERSION,
        "name": advice.before.case.name,
        "verdict": advice.before.verdict,
        "plans": [
            {
                "effort": way.effort,
                "measures": [
                    {"kind": each.kind, "sentence": sentence(each, advice.names), "effort": each.effort} for each in way.plan
                ],
                "verdict": way.decision.verdict,
                "obligations": sorted(_owed(way.decision)),
                "case": plain(way.case),
            }
            for way in advice.ways
        ],
        "unavoidable": [
            {"work": finding.work, "sentence": finding.sentence, "clauses": [str(cite) for cite in finding.cites]}
            for finding in advice.stuck
        ],
    }
