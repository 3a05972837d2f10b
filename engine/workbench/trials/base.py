# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases decided on the knowledge base as it is: what mutants are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path

from ...case import Case
from ...decide import BATCH, decide
from ...expectation import unmet
from ..faults.law import READ_BY_ENGINE, laws, sayings
from ..faults.mutation import relative
from .effect import Said, said
from .firing import Firing, fire
from .watched import Watched, watched
from .world import case_key, license_files

LARGE = 30
"""How many cases a file has at least that is decided by itself."""


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


@dataclass(frozen=True, slots=True)
class Batch:
    """Cases that are decided together, each with a number that its symbols are named by, unlike those of all other cases.

    The number depends on nothing but the file and the place of the case in it.
    """

    cases: tuple[Case, ...]
    numbers: tuple[int, ...]


def batches(cases: Iterable[Case]) -> Iterator[Batch]:
    """Cases as they are decided together: those of one file, or of the small files of a folder.

    So an edit of a file lets no other large one be decided again.
    """
    files: dict[str, list[Case]] = {}
    for case in cases:
        files.setdefault(case.place.file if case.place else "", []).append(case)
    groups: dict[str, list[tuple[Case, int]]] = {}
    for file, own in files.items():
        start = int(sha256(file.encode()).hexdigest()[:8], 16) * 10_000
        group = groups.setdefault(file if len(own) >= LARGE else str(Path(file).parent), [])
        group += [(case, start + place) for place, case in enumerate(own)]
    for several in groups.values():
        for first in range(0, len(several), BATCH):
            yield Batch(*(tuple(column) for column in zip(*several[first : first + BATCH], strict=True)))


def base(batch: Batch) -> Base:
    """Decides cases that share a grounding."""
    cases = batch.cases
    decisions = list(decide(cases))
    return Base(
        list(cases),
        [case_key(case) for case in cases],
        [said(decision) for decision in decisions],
        [bool(decision.case.expectations) and not unmet(decision) for decision in decisions],
        [frozenset(map(relative, license_files(case))) for case in cases],
        fire(cases, batch.numbers, _law()),
    )


@cache
def _law() -> Watched:
    law = (*laws(), *sayings())
    rules = [each.text for each in law if each.sort == "rule"]
    return watched([*rules, *READ_BY_ENGINE], [each.text for each in law if each.sort != "rule"])
