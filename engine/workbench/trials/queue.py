# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The order in which cases are tried on a mutant, those first that are likeliest to notice it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...case import Case
from ...expected import TOPICS
from .base import Base
from .foreseen import LOST, NEEDED

_TIERS = (NEEDED, LOST, 0)
"""The weights at which cases part: first those that lose what something shown follows from, then others sure to change."""

_VARIED = 160
"""How many cases are chosen to be unlike each other, before what is left comes as it is."""

_TOPIC = re.compile(r"[-+~] ([a-z-]+): \{(?:\w+: ([a-z0-9-]+))?")

Theme = tuple[str, str]
"""A kind of finding and its topic, which may be left open."""


class Queue:
    """Orders cases.

    Args:
        base: the cases, decided on the knowledge base as it is
    """

    def __init__(self, base: Base) -> None:
        self._holds = base.holds
        self._themes = [frozenset(_expected(case)) for case in base.cases]

    def order(self, weights: Mapping[int, int], first: Sequence[int] = ()) -> list[int]:
        """The cases that may notice a mutant: some that go first, then the others, the likeliest first.

        Within each group cases come first that expect what none before them does.

        Args:
            weights: cases with how much may change in them
            first: cases that go first, though they are not among them
        """
        tiers: list[list[int]] = [[] for _ in _TIERS]
        for case, weight in weights.items():
            if self._holds[case]:
                tiers[next(place for place, least in enumerate(_TIERS) if weight >= least)].append(case)
        varied = (case for tier in tiers for case in self._varied(tier))
        return list(dict.fromkeys((*(case for case in first if self._holds[case]), *varied)))

    def closer(self, waiting: Sequence[int], tried: Mapping[int, tuple[str, ...]]) -> list[int]:
        """Cases that wait, those first that expect something of what changed in those tried."""
        changed = {theme for lines in tried.values() for line in lines for theme in _changed(line)}
        if not changed:
            return list(waiting)
        return sorted(waiting, key=lambda case: -len(self._themes[case] & changed))

    def _varied(self, cases: Sequence[int]) -> Iterator[int]:
        """Cases, those first that add most to what those before them expect."""
        left = sorted(cases, key=lambda case: (-len(self._themes[case]), case))
        covered: set[Theme] = set()
        for _ in range(min(len(left), _VARIED)):
            best = max(left, key=lambda case: len(self._themes[case] - covered))
            if not self._themes[best] - covered:
                if not covered:
                    break
                covered = set()
                continue
            covered |= self._themes[best]
            left.remove(best)
            yield best
        yield from left


def _expected(case: Case) -> Iterator[Theme]:
    """What a case expects something of."""
    for expectation in case.expectations:
        topic = TOPICS[expectation.kind][0] if expectation.kind in TOPICS else "topic"
        yield expectation.kind, ""
        for pattern in expectation.patterns:
            said: Iterable[object] = (pattern.get(key) for key in (topic, "topic", "act", "verdict"))
            yield from ((expectation.kind, each) for each in said if isinstance(each, str))


def _changed(line: str) -> Iterator[Theme]:
    if line.startswith("~ verdict"):
        yield "verdict", ""
    match = _TOPIC.match(line)
    if match:
        yield match[1], ""
        yield match[1], match[2] or ""
        act = re.search(r"\bact: ([a-z-]+)", line)
        if act:
            yield match[1], act[1]
