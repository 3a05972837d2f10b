# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What clears a case, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.cleared import CLEARED
from ..advice.fix import Advice
from ..advice.telling import sentence
from .markdown import literal
from .plan_words import comes_to, in_the_way, nothing_to_do, obstacle, stuck, to_find_out, under
from .words import VERDICTS


def markdown(advice: Advice, readings: str) -> Iterator[str]:
    """The ways as lines of Markdown.

    Args:
        advice: what clears the case
        readings: those that the ways hold under, majority or all
    """
    yield f"## {literal(advice.before.case.name)}"
    yield ""
    yield f"**{literal(VERDICTS[advice.before.verdict])}**"
    yield ""
    if advice.before.verdict in CLEARED[readings]:
        yield from map(literal, nothing_to_do(advice, readings))
        return
    yield from _listed("In the way", in_the_way(advice, readings))
    yield from _listed("To find out first", to_find_out(advice, readings))
    if not advice.ways:
        yield from _listed(stuck(advice, readings).rstrip(":"), map(obstacle, advice.stuck))
        return
    yield f"### What clears it under {under(readings)}, the least effort first"
    yield ""
    for number, way in enumerate(advice.ways, 1):
        measures = " ".join(sentence(measure, advice.names) for measure in way.plan)
        yield f"{number}. {literal(measures)}  "
        yield f"   {literal(comes_to(way, advice))}"


def _listed(heading: str, told: Iterable[str]) -> Iterator[str]:
    listed = [f"- {literal(one)}" for one in told]
    if listed or not heading.startswith(("In the way", "To find out")):
        yield from (f"### {literal(heading)}", "", *listed, "")
