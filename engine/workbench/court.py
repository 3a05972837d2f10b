# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A mutant before cases: the first that no longer holds has noticed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..decide import decide
from ..expectation import unmet
from ..knowledge import edited
from .base import Base
from .effect import differences, said
from .foreseen import Foresight
from .mutation import Mutation
from .queue import Queue

NOBODY = -1
"""In place of the case that noticed a mutant, where deciding never ends: every case would notice."""

STEPS = (8, 24, 48, 150)
"""How many cases are decided together at first, and then."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a mutation.

    ``killer`` is the number of the case that noticed it, None if none did; ``told`` says how. ``tried`` has the cases that did
    not notice it, each with how its decision differs all the same. ``foreseen`` is how many may have noticed it.
    """

    mutation: Mutation
    killer: int | None
    told: str = ""
    tried: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    foreseen: int = 0

    @property
    def changed(self) -> dict[int, tuple[str, ...]]:
        """The cases in which something changed that no expectation speaks of."""
        return {case: lines for case, lines in self.tried.items() if lines}


@dataclass(frozen=True, slots=True)
class Task:
    """The mutations of one statement, with the cases to be tried first and those that are known not to notice each."""

    mutations: tuple[Mutation, ...]
    limit: int | None
    first: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    known: Mapping[str, frozenset[int]] = field(default_factory=dict)


class Court:
    """Puts mutants before cases.

    Args:
        base: the cases, decided on the knowledge base as it is
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._foresight = Foresight(base)
        self._queue = Queue(base)

    def trials(self, task: Task) -> Iterator[Trial]:
        """Tries the mutations of a task, one after the other."""
        killers: Counter[int] = Counter()
        foreseen = self._foresight.cases(task.mutations)
        for mutation, weights in zip(task.mutations, foreseen, strict=True):
            first = (*task.first.get(mutation.key, ()), *(case for case, _ in killers.most_common()))
            trial = self.trial(mutation, weights, first, task.known.get(mutation.key, frozenset()), task.limit)
            if trial.killer is not None:
                killers[trial.killer] += 1
            yield trial

    def trial(
        self,
        mutation: Mutation,
        weights: Mapping[int, int],
        first: Sequence[int] = (),
        known: frozenset[int] = frozenset(),
        limit: int | None = None,
    ) -> Trial:
        """Tries one mutation.

        Args:
            mutation: the fault
            weights: the cases that may notice it, with how likely
            first: cases to try before all others
            known: cases that did not notice it in a former run
            limit: how many cases are tried at most, those known included
        """
        tried: dict[int, tuple[str, ...]] = {}
        waiting = self._queue.order(weights, first)
        room = len(waiting) if limit is None else max(limit - len(known), 0)
        waiting = [case for case in waiting if case not in known]
        steps = iter(STEPS)
        with edited({mutation.statement.file: mutation.applied()}):
            while waiting and room > 0:
                size = min(next(steps, STEPS[-1]), room)
                batch, waiting = waiting[:size], waiting[size:]
                room -= len(batch)
                for case, told, changes in self._decided(batch):
                    if told:
                        return Trial(mutation, case, told, tried, len(weights))
                    tried[case] = changes
                waiting = self._queue.closer(waiting, tried)
        return Trial(mutation, None, "", tried, len(weights))

    def _decided(self, numbers: Sequence[int]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        """For each case how it notices the mutant, if it does, and how its decision differs."""
        try:
            decisions = list(decide(self._base.cases[number] for number in numbers))
        except Exception as error:
            if len(numbers) > 1:
                for number in numbers:
                    yield from self._decided([number])
            else:
                yield numbers[0], f"it cannot be decided any more: {type(error).__name__}: {error}", ()
            return
        for number, decision in zip(numbers, decisions, strict=True):
            changes = differences(self._base.decided[number], said(decision))
            yield number, "; ".join(map(str, unmet(decision))) if changes else "", changes
