# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What came of a run: shares of the mutants that were noticed, and those that were not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..trials.base import Base
from ..trials.hearing import Trial
from .reasons import Excuse, Excuses, excuse_of
from .sketch import Sketch, sketch

PARTS = ("rules", "clauses")
"""What shares are counted of: rules with the facts that they read, and clauses."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many mutants were tried, noticed, and left for a reason; what share shall be noticed, in percent."""

    tried: int
    noticed: int
    excused: int
    wanted: float

    @property
    def percent(self) -> float:
        """The share of those noticed among those that have no reason."""
        counted = self.tried - self.excused
        return 100 * self.noticed / counted if counted else 100.0

    @property
    def passes(self) -> bool:
        """Whether as many were noticed as shall be."""
        return self.percent >= self.wanted


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that no case noticed, with the case that would, or with the reason why none needs to."""

    trial: Trial
    sketch: Sketch
    excuse: Excuse | None


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a run. ``known`` is how many mutants there were to choose from."""

    shares: Mapping[str, Share]
    survivors: tuple[Survivor, ...]
    known: int

    @property
    def passes(self) -> bool:
        """Whether as many were noticed as shall be, of each part."""
        return all(share.passes for share in self.shares.values())


def part(trial: Trial) -> str:
    """What a mutant counts for."""
    return PARTS[trial.mutation.statement.sort == "clause"]


def tally(trials: Iterable[Trial], excuses: Excuses, whole: Base, known: int, wanted: Mapping[str, float]) -> Tally:
    """Counts what came of a run.

    Args:
        trials: of each mutant that was tried
        excuses: reasons for those that nobody needs to notice
        whole: the cases
        known: how many mutants there were to choose from
        wanted: the share that shall be noticed of each part
    """
    told = sorted(trials, key=lambda trial: (trial.mutation.statement.place.rpartition(":")[0], trial.mutation.statement.line))
    left = [Survivor(each, sketch(each, whole), excuse_of(each.mutation, excuses)) for each in told if each.killer is None]
    shares = {}
    for name in PARTS:
        own = [trial for trial in told if part(trial) == name]
        if own:
            excused = sum(survivor.excuse is not None and part(survivor.trial) == name for survivor in left)
            shares[name] = Share(len(own), sum(trial.killer is not None for trial in own), excused, wanted[name])
    return Tally(shares, tuple(left), known)
