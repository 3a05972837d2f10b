# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases decided on the knowledge base as it is: what mutants are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from ..case import Case
from ..decide import BATCH, decide
from ..expectation import unmet
from .effect import Said, said
from .firing import Firing, fire
from .law import READ_BY_ENGINE, laws, sayings
from .mutation import relative
from .watched import Watched, watched
from .world import case_key, license_files


@dataclass(slots=True)
class Base:
    """Cases, each by its number: its key, what was decided, whether its expectations hold, the licences it loads.

    ``firing`` tells where statements matter.
    """

    cases: list[Case] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    decided: list[tuple[Said, ...]] = field(default_factory=list)
    holds: list[bool] = field(default_factory=list)
    loads: list[frozenset[str]] = field(default_factory=list)
    firing: Firing = field(default_factory=Firing)

    def add(self, other: Base) -> None:
        """Takes in the cases that follow."""
        self.firing.add(other.firing, len(self.cases))
        for own, new in (
            (self.cases, other.cases),
            (self.keys, other.keys),
            (self.decided, other.decided),
            (self.holds, other.holds),
            (self.loads, other.loads),
        ):
            own.extend(new)  # type: ignore[arg-type]

    def loading(self, file: Path) -> list[int]:
        """The cases that load a licence file."""
        name = relative(file)
        return [number for number, loads in enumerate(self.loads) if name in loads]


def batches(cases: Iterable[Case]) -> Iterator[tuple[Sequence[Case], int]]:
    """Cases as they are decided together: those of one file, so that an edit of it touches no others.

    Returns:
        batches, each with the number from which on its symbols are named, which depends on nothing but the file
    """
    for file, several in groupby(cases, key=lambda case: case.place.file if case.place else ""):
        own = list(several)
        for first in range(0, len(own), BATCH):
            yield own[first : first + BATCH], int(sha256(file.encode()).hexdigest()[:8], 16) * 10_000 + first


def base(cases: Sequence[Case], start: int) -> Base:
    """Decides cases that share a grounding.

    Args:
        cases: at most a batch of them
        start: from which number on their symbols are named, unlike those of other cases
    """
    decisions = list(decide(cases))
    return Base(
        list(cases),
        [case_key(case) for case in cases],
        [said(decision) for decision in decisions],
        [bool(decision.case.expectations) and not unmet(decision) for decision in decisions],
        [frozenset(map(relative, license_files(case))) for case in cases],
        fire(cases, start, _law()),
    )


@cache
def _law() -> Watched:
    law = (*laws(), *sayings())
    rules = [each.text for each in law if each.sort == "rule"]
    return watched([*rules, *READ_BY_ENGINE], [each.text for each in law if each.sort != "rule"])
