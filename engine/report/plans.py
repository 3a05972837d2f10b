# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What clears a case, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.cleared import CLEARED
from ..advice.fix import Advice, Way
from .layout import wrap
from .look import ROLE_OF, Look
from .plan_words import comes_to, in_the_way, nothing_to_do, obstacle, steps, stuck, to_find_out, under
from .words import VERDICTS


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
        for told in nothing_to_do(advice, readings):
            yield from wrap(told, look.width)
        return
    yield from _listed("In the way", in_the_way(advice, readings), look, "wrong")
    yield from _listed("To find out first", to_find_out(advice, readings), look, "doubt")
    yield ""
    if not advice.ways:
        yield from wrap(stuck(advice, readings), look.width)
        yield from _items(map(obstacle, advice.stuck), look, "wrong")
        return
    yield from wrap(f"Each of these clears it under {under(readings)}, the least effort first:", look.width)
    for number, way in enumerate(advice.ways, 1):
        yield ""
        yield from _way(number, way, advice, look)


def _listed(heading: str, told: list[str], look: Look, role: str) -> Iterator[str]:
    if told:
        yield ""
        yield heading
        yield from _items(told, look, role)


def _items(told: Iterable[str], look: Look, role: str) -> Iterator[str]:
    for one in told:
        yield from (look.paint(line, role) for line in wrap(one, look.width, "  - ", 4))


def _way(number: int, way: Way, advice: Advice, look: Look) -> Iterator[str]:
    lead = f"{number:>3}. "
    for told in steps(way, advice.names):
        yield from (look.paint(line, "fix") for line in wrap(told, look.width, lead, 5))
        lead = "     "
    yield from wrap(comes_to(way, advice), look.width, "     ", 5)
