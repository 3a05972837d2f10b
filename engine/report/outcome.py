# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a report is made of: one outcome for each case, and the count over all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..comparison import Comparison
from ..finding import Decision

LEVELS = ("settled", "likely", "possible")
"""The levels from which a finding makes a check fail, surest first."""

_RANK = {"settled": 3, "likely": 2, "unknown": 2, "possible": 1, "clear": 0}


def fails(verdict: str, level: str) -> bool:
    """Whether a verdict stands at or above a level. An unknown fact is not permission: it fails where a likely finding does.

    Args:
        verdict: ``clear`` or a standing.
        level: one of ``LEVELS``.
    """
    return _RANK[verdict] >= _RANK[level]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A decided case, and a sentence for each expectation of the case that the decision does not meet.

    ``reading`` is the theory or jurisdiction it was decided under, if one was asked for; ``comparison`` the same case under
    each, if all were.
    """

    decision: Decision
    unmet: tuple[str, ...] = ()
    reading: str | None = None
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Input that could not be read. ``message`` says where and why; file and line are given apart where they are known."""

    message: str
    file: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """What the end of a report says of one case."""

    name: str
    where: str
    verdict: str


@dataclass(slots=True)
class Tally:
    """What was decided so far: the one value of a report that grows while cases come in.

    ``turning`` counts the cases whose verdict turns on the reading, None where readings were not compared.
    """

    level: str
    verdicts: Counter[str] = field(default_factory=Counter)
    headlines: list[Headline] = field(default_factory=list)
    unmet: int = 0
    refused: int = 0
    turning: int | None = None

    def add(self, item: Outcome | Refusal) -> None:
        """Count one outcome or refusal."""
        if isinstance(item, Refusal):
            self.refused += 1
            return
        decision = item.decision
        self.verdicts[decision.verdict] += 1
        self.unmet += len(item.unmet)
        if item.comparison is not None:
            self.turning = (self.turning or 0) + item.comparison.verdict_changes
        if decision.verdict != "clear":
            place = decision.case.place
            where = f"{place.file}:{place.line}" if place else ""
            self.headlines.append(Headline(decision.case.name, where, decision.verdict))

    @property
    def cases(self) -> int:
        """How many cases were decided."""
        return self.verdicts.total()

    @property
    def failing(self) -> int:
        """How many cases stand at or above the level."""
        return sum(count for verdict, count in self.verdicts.items() if fails(verdict, self.level))

    @property
    def exit_code(self) -> int:
        """0 where nothing fails, 1 where a case does, 2 where input was refused."""
        return 2 if self.refused else int(self.failing > 0)


def counted(items: Iterable[Outcome | Refusal], tally: Tally) -> Iterator[Outcome | Refusal]:
    """Pass items on, counting each before it is passed on."""
    for item in items:
        tally.add(item)
        yield item
