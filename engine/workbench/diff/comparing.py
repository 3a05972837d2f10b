# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases on two knowledge bases: what follows otherwise on the second, by the edits that are responsible for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol, TypeVar

from ...case import Case
from ...problem import InputError
from ..cases.loading import affected, decides_only
from .blame import Blame, How, Inquest, Point
from .changes import VERDICT, CaseChange, changes_at, points
from .edits import Edit, Edits, edits_between
from .states import Bench, State, benches

T = TypeVar("T")


class Watch(Protocol):
    """Passes items on and tells how far one has come."""

    def __call__(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """Pass items on: what is worked on, the words for it, and how many there will be."""


class SideError(Exception):
    """One of the knowledge bases cannot be decided on: which (``before`` or ``after``), and why."""

    def __init__(self, side: str, reason: str) -> None:
        super().__init__(side, reason)
        self.side, self.reason = side, reason


@dataclass(frozen=True, slots=True)
class Group:
    """Edits, and the cases from which something else follows because of them."""

    edits: tuple[Edit, ...]
    how: How
    cases: tuple[CaseChange, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the edits between two knowledge bases mean for cases.

    ``decided`` counts the cases that an edit can concern; ``idle`` are edits that change nothing in them; ``undecided`` are
    those that could be decided on one of the two only, each with the side on which it could not, and why.
    """

    edits: tuple[Edit, ...]
    decided: int
    groups: tuple[Group, ...] = ()
    undecided: tuple[tuple[Case, str, str], ...] = ()

    @property
    def idle(self) -> tuple[Edit, ...]:
        """The edits that are responsible for nothing."""
        busy = {edit.number for group in self.groups for edit in group.edits}
        return tuple(edit for edit in self.edits if edit.number not in busy)

    @property
    def changed(self) -> bool:
        """Whether anything follows otherwise."""
        return bool(self.groups or self.undecided)


def compare(before: Path, after: Path, cases: Sequence[Case], watch: Watch) -> Outcome:
    """Decide cases on two knowledge bases.

    Args:
        before: the folder of the first
        after: that of the second
        cases: cases that were read and checked
        watch: told how far one has come
    Raises:
        SideError: one of the knowledge bases cannot be decided on
    """
    edits = edits_between(before, after)
    if not edits.edits:
        return Outcome((), 0)
    with benches(before, after) as (first, second):
        loads = _loads(cases, first, second)
        concerned = [number for number, known in loads.items() if edits.catalogue or affected(known, edits.paths)]
        several = [cases[number] for number in concerned]
        pending = first.states(several), second.states(several)
        was = _decided("before", concerned, pending[0], watch)
        now = _decided("after", concerned, pending[1], watch)
    comparable = [number for number in concerned if not was[number].undecided and not now[number].undecided]
    found: list[Point] = [(number, point) for number in comparable for point in points(was[number], now[number])]
    inquest = Inquest(edits.edits, now, _Without(edits, cases, watch), lambda edit, number: _concerns(edit, loads[number]))
    groups = tuple(_group(blame, cases, was, now) for blame in inquest.blames(found))
    undecided = [
        (cases[number], side, states[number].undecided)
        for number in concerned
        for side, states, others in (("before", was, now), ("after", now, was))
        if states[number].undecided and not others[number].undecided
    ]
    return Outcome(edits.edits, len(concerned), groups, tuple(undecided))


def _loads(cases: Sequence[Case], first: Bench, second: Bench) -> Mapping[int, frozenset[str]]:
    """The licence files that each case loads on one of the two knowledge bases."""
    both = first.loads(cases), second.loads(cases)
    found = []
    for side, future in zip(("before", "after"), both, strict=True):
        try:
            found.append(future.result())
        except Exception as error:  # whatever an old knowledge base does to the engine of today
            raise SideError(side, _said(error)) from error
    return {number: one | other for number, (one, other) in enumerate(zip(*found, strict=True))}


def _decided(side: str, numbers: Sequence[int], states: Iterable[State], watch: Watch) -> Mapping[int, State]:
    try:
        decided = dict(zip(numbers, watch(states, f"Deciding {side} the edit, case", len(numbers)), strict=True))
    except InputError as error:
        raise SideError(side, str(error)) from error
    except Exception as error:
        raise SideError(side, _said(error)) from error
    if decided and all(state.undecided for state in decided.values()):
        raise SideError(side, next(iter(decided.values())).undecided)
    return decided


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _concerns(edit: Edit, loads: frozenset[str]) -> bool:
    """Whether an edit can matter to a case: comments of rules do not, a licence does where it is loaded.

    Where a licence comes or goes, names may mean something else in every case.
    """
    if edit.path.startswith("rules/"):
        return not edit.only_comments
    return not decides_only(edit.path) or edit.path in loads or edit.whole


class _Without:
    """Decides cases on the second knowledge base with some edits taken back."""

    def __init__(self, edits: Edits, cases: Sequence[Case], watch: Watch) -> None:
        self._edits, self._cases, self._watch = edits, cases, watch
        self._tried = 0

    def __call__(self, back: Collection[Edit], numbers: Sequence[int]) -> Mapping[int, State]:
        self._tried += 1
        with TemporaryDirectory() as folder:
            self._edits.write(Path(folder), back)
            with benches(Path(folder)) as (bench,):
                states = bench.states([self._cases[number] for number in numbers])
                what = f"Taking edits back, attempt {self._tried}, case"
                try:
                    return dict(zip(numbers, self._watch(states, what, len(numbers)), strict=True))
                except InputError:  # one edit may not be whole without another
                    return {}


def _group(blame: Blame, cases: Sequence[Case], was: Mapping[int, State], now: Mapping[int, State]) -> Group:
    several: dict[int, list[object]] = {}
    for number, point in blame.points:
        several.setdefault(number, []).append(point)
    told = []
    for number, found in several.items():
        first, second = was[number], now[number]
        verdicts = (first.verdict, second.verdict) if VERDICT in found else None
        findings = (change for point in found if point != VERDICT for change in changes_at(first, second, point))
        told.append(CaseChange(cases[number], verdicts, tuple(findings)))
    return Group(blame.edits, blame.how, tuple(told))
