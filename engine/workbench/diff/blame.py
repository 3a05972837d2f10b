# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which edits are responsible for what follows otherwise: those without which it would not follow as it does.

An edit is taken back while all others stay, and the cases are decided again. Where something else follows then, the edit is
needed for what follows now; it may be needed together with others. Where no edit is needed by itself, because several do the
same, each is tried alone on what was before: those that are enough by themselves are responsible. This asks the solver, and
does not guess from texts or from proofs, of which there may be others. Many edits are first taken back half by half.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from .changes import at
from .edits import Edit
from .states import State

SINGLY = 16
"""Edits that are tried one by one; more are halved first."""

Point = tuple[int, object]
"""Where something else follows: the number of the case, and the point in it."""

Decide = Callable[[Collection[Edit], Sequence[int]], Mapping[int, State]]
"""What follows from cases, by their numbers, with edits taken back."""

How = Literal["alone", "together", "each", "unknown"]
"""How edits are responsible: one alone; several, of which none can be missing; several, each of which is enough; not known."""


@dataclass(frozen=True, slots=True)
class Blame:
    """Edits and what they are responsible for."""

    edits: tuple[Edit, ...]
    how: How
    points: tuple[Point, ...]


class Inquest:
    """Finds out who is responsible.

    Args:
        edits: all edits
        states: what follows with all of them, by the number of the case
        decide: what tells what would follow without some
        concerns: whether an edit can matter to a case
    """

    def __init__(
        self, edits: Sequence[Edit], states: Mapping[int, State], decide: Decide, concerns: Callable[[Edit, int], bool]
    ) -> None:
        self._edits = tuple(edits)
        self._states = states
        self._decide = decide
        self._concerns = concerns

    def blames(self, points: Sequence[Point]) -> tuple[Blame, ...]:
        """Edits with what they are responsible for, those that are for most first.

        Args:
            points: where something else follows
        """
        possible = {point: [edit for edit in self._edits if self._concerns(edit, point[0])] for point in points}
        found: dict[tuple[How, tuple[Edit, ...]], list[Point]] = {}
        only = {point: several for point, several in possible.items() if len(several) == 1}
        open_points = [point for point in points if point not in only]
        needed = self._needed([edit for edit in self._edits if self._any(edit, open_points)], open_points)
        enough = self._enough([point for point in open_points if point not in needed])
        for point in points:
            if point in only:
                key: tuple[How, tuple[Edit, ...]] = ("alone", tuple(only[point]))
            elif point in needed:
                key = ("alone" if len(needed[point]) == 1 else "together", tuple(needed[point]))
            elif point in enough:
                key = ("alone" if len(enough[point]) == 1 else "each", tuple(enough[point]))
            else:
                key = ("unknown", tuple(possible[point]))
            found.setdefault(key, []).append(point)
        told = [Blame(edits, how, tuple(several)) for (how, edits), several in found.items()]
        return tuple(sorted(told, key=lambda blame: -len(blame.points)))

    def _any(self, edit: Edit, points: Iterable[Point]) -> bool:
        return any(self._concerns(edit, case) for case, _ in points)

    def _needed(self, edits: Sequence[Edit], points: Sequence[Point], whole: bool = True) -> dict[Point, list[Edit]]:
        """The edits that a point needs, of these."""
        found: dict[Point, list[Edit]] = {}
        if len(edits) > SINGLY or (not whole and len(edits) > 1):
            middle = len(edits) // 2
            for half in (edits[:middle], edits[middle:]):
                turned = self._turned(half, points)
                below = self._needed(half, turned, False) if len(half) > 1 else {point: [half[0]] for point in turned}
                for point, several in below.items():
                    found.setdefault(point, []).extend(several)
            return found
        for edit in edits:
            for point in self._turned([edit], points):
                found.setdefault(point, []).append(edit)
        return found

    def _turned(self, back: Sequence[Edit], points: Sequence[Point]) -> list[Point]:
        """The points at which something else follows than with all edits, once some are taken back."""
        states = self._without(back, [point for point in points if any(self._concerns(edit, point[0]) for edit in back)])
        return [
            (case, point)
            for case, point in points
            if case in states and not states[case].undecided and at(states[case], point) != at(self._states[case], point)
        ]

    def _enough(self, points: Sequence[Point]) -> dict[Point, list[Edit]]:
        """The edits that bring a point about by themselves."""
        found: dict[Point, list[Edit]] = {}
        for edit in (edit for edit in self._edits if self._any(edit, points)):
            others = [other for other in self._edits if other is not edit]
            states = self._without(others, [point for point in points if self._concerns(edit, point[0])])
            for case, point in points:
                if case in states and at(states[case], point) == at(self._states[case], point):
                    found.setdefault((case, point), []).append(edit)
        return found

    def _without(self, back: Sequence[Edit], points: Iterable[Point]) -> Mapping[int, State]:
        cases = list(dict.fromkeys(case for case, _ in points))
        return self._decide(back, cases) if cases else {}
