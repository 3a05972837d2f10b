# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What follows otherwise from a case than before: findings that came, went or changed, and in what."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from ...case import Case
from ...finding import KINDS, STANDINGS, Finding
from .states import State

ASPECTS = {
    "standing": ("standing",),
    "clauses": ("cites",),
    "conditions": ("conditions",),
    "facts": ("rests_on",),
    "remedies": ("remedies",),
    "breach": ("breach",),
    "wording": ("sentence", "detail"),
}
"""In what a finding can change, by the names that a report uses."""


@dataclass(frozen=True, slots=True)
class Change:
    """A finding before and after; None where it is not found."""

    before: Finding | None
    after: Finding | None

    @property
    def told(self) -> Finding:
        """The finding as it is, or as it was if it went."""
        told = self.after or self.before
        assert told is not None
        return told

    @property
    def way(self) -> str:
        """Whether it ``came``, ``went`` or ``changed``."""
        return "came" if self.before is None else "went" if self.after is None else "changed"

    @property
    def aspects(self) -> tuple[str, ...]:
        """In what it changed, if it did."""
        before, after = self.before, self.after
        if before is None or after is None:
            return ()
        return tuple(
            aspect for aspect, keys in ASPECTS.items() if any(getattr(before, key) != getattr(after, key) for key in keys)
        )


@dataclass(frozen=True, slots=True)
class CaseChange:
    """What follows otherwise from one case; ``verdicts`` are those before and after where they differ."""

    case: Case
    verdicts: tuple[str, str] | None
    changes: tuple[Change, ...]


VERDICT = "verdict"
"""The point at which verdicts are compared. Other points are what makes findings the same."""


def points(before: State, after: State) -> Iterator[Hashable]:
    """At what points something else follows from a case, in the order of a report."""
    was, now = before.findings or {}, after.findings or {}
    if before.verdict != after.verdict:
        yield VERDICT
    differing = [point for point in dict.fromkeys((*was, *now)) if was.get(point) != now.get(point)]
    yield from sorted(differing, key=lambda point: KINDS.index((*now.get(point, ()), *was.get(point, ()))[0].kind))


def at(state: State, point: Hashable) -> object:
    """What follows at a point."""
    return state.verdict if point == VERDICT else (state.findings or {}).get(point)


def changes_at(before: State, after: State, point: Hashable) -> Iterator[Change]:
    """The findings that came, went or changed at a point; those that stayed as they were are left out."""
    was = list((before.findings or {}).get(point, ()))
    now = []
    for finding in (after.findings or {}).get(point, ()):
        if finding in was:
            was.remove(finding)
        else:
            now.append(finding)
    for old, new in zip_longest(sorted(was, key=_order), sorted(now, key=_order)):
        yield Change(old, new)


def _order(finding: Finding) -> tuple[object, ...]:
    return STANDINGS.index(finding.standing), finding.sentence, list(map(str, finding.cites))
