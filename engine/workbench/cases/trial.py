# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases against their expectations: decided in batches, each with what it does not meet and the time it took."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from time import perf_counter
from typing import Literal

from ...case import Case
from ...decide import BATCH, decide
from ...expectation import Unmet, unmet
from ...finding import Decision

Outcome = Literal["passed", "failed", "skipped"]
"""How a trial ends; a case that expects nothing is skipped."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A decided case, the expectations that it does not meet, and its share of the seconds that its batch took."""

    decision: Decision
    unmet: tuple[Unmet, ...]
    seconds: float

    @property
    def case(self) -> Case:
        """The case."""
        return self.decision.case

    @property
    def outcome(self) -> Outcome:
        """How it ended."""
        if not self.case.expectations:
            return "skipped"
        return "failed" if self.unmet else "passed"


def tried(cases: Iterable[Case], batch: int = BATCH) -> Iterator[Trial]:
    """Decides cases and holds them against their expectations, in their order.

    Args:
        cases: cases that were read and checked
        batch: how many are decided together, when the first of them is asked for
    Returns:
        one trial for each case
    """
    remaining = iter(cases)
    while several := tuple(islice(remaining, batch)):
        begun = perf_counter()
        decisions = tuple(decide(several))
        share = (perf_counter() - begun) / len(several)
        yield from (Trial(decision, unmet(decision), share) for decision in decisions)
