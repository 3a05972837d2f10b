# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The smallest changes of what a case states, found by optimization over what it could state instead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import combinations, islice

from clingo import Backend

from ..consequence import holding, least
from .opened import Opened
from .statements import Statement

MOST = 12
"""Changes that are looked for."""


@dataclass(frozen=True, slots=True)
class Change:
    """A statement of a case taken back, another made, or one put in the place of the other."""

    old: Statement | None
    new: Statement | None


@dataclass(frozen=True)
class Room:
    """What a case may come to say.

    ``instead`` holds for each statement that may be changed what could stand in its place, and for None what could be added;
    ``spared`` are the statements that could be left out.
    """

    instead: Mapping[Statement | None, Sequence[Statement]]
    spared: frozenset[Statement]

    @property
    def old(self) -> tuple[Statement, ...]:
        """The statements of the case that may be changed."""
        return tuple(statement for statement in self.instead if statement is not None)

    @property
    def new(self) -> tuple[Statement, ...]:
        """The statements that the case may come to make."""
        return tuple(statement for several in self.instead.values() for statement in several)

    def changes(self, held: frozenset[int]) -> Iterator[Change]:
        """How a case has changed in which only these facts, of those that may change, hold."""
        for old, several in self.instead.items():
            now = [new for new in several if new.facts[0] in held]
            if old is None or old.facts[0] not in held:
                yield from (Change(old, new) for new in now)
                if old is not None and not now:
                    yield Change(old, None)


class Search:
    """Looks for the smallest changes; the program must hold the facts of all that may be stated."""

    def __init__(self, program: Opened, room: Room) -> None:
        self._program = program
        self._room = room
        self._literals = [statement.facts[0] for statement in (*room.old, *room.new)]
        with program.control.backend() as backend:
            self._guard = backend.add_atom()
            backend.add_external(self._guard)
            for body in self._forbidden():
                backend.add_rule([], [self._guard, *body])
            self._cost(backend)
        self._assign()

    def smallest(self, assumptions: Sequence[int]) -> tuple[tuple[Change, ...], ...]:
        """The changes of fewest statements after which some answer set meets the assumptions; none if it takes no change."""
        with self._free(), closing(least(self._program.control, [self._guard, *assumptions], self._literals)) as sets:
            found = [tuple(self._room.changes(held)) for held in islice(sets, MOST)]
        return tuple(filter(None, found))

    def possible(self, atoms: Iterable[int]) -> set[int]:
        """Those of the atoms that some answer set holds after some change, or after none."""
        with self._free():
            return holding(self._program.control, "brave", atoms, [self._guard])

    @contextmanager
    def changed(self, changes: Sequence[Change]) -> Iterator[None]:
        """The program as it is after a change."""
        gone = {atom for change in changes if change.old for atom in change.old.facts}
        here = {atom for change in changes if change.new for atom in change.new.facts}
        self._assign(gone, here)
        try:
            yield
        finally:
            self._assign()

    def _assign(self, gone: frozenset[int] | set[int] = frozenset(), here: frozenset[int] | set[int] = frozenset()) -> None:
        for holds, statements in ((True, self._room.old), (False, self._room.new)):
            for atom in (atom for statement in statements for atom in statement.facts):
                self._program.control.assign_external(atom, (holds and atom not in gone) or atom in here)
        self._program.control.assign_external(self._guard, False)

    @contextmanager
    def _free(self) -> Iterator[None]:
        """Lets the solver choose what is stated."""
        for atom in (atom for statement in (*self._room.old, *self._room.new) for atom in statement.facts):
            self._program.control.assign_external(atom, None)
        self._program.control.assign_external(self._guard, True)
        try:
            yield
        finally:
            self._assign()

    def _forbidden(self) -> Iterator[list[int]]:
        """What cannot be together: parts of a statement without the rest, two statements where there is room for one."""
        for statement in (*self._room.old, *self._room.new):
            first, *rest = statement.facts
            for atom in rest:
                yield from ([first, -atom], [-first, atom])
        for old, several in self._room.instead.items():
            firsts = [statement.facts[0] for statement in ((old, *several) if old else several)]
            yield from (list(pair) for pair in combinations(firsts, 2))
            if old is not None and old not in self._room.spared:
                yield [-atom for atom in firsts]

    def _cost(self, backend: Backend) -> None:
        """Counts changed statements."""
        gone = [(-old.facts[0], 1) for old in self._room.old]
        backend.add_minimize(0, [*gone, *((new.facts[0], 1) for new in self._room.instead.get(None, ()))])
