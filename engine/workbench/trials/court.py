# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A mutant before cases: the first that no longer holds has noticed it.

Mutants of several licences are tried in one grounding, as long as each case loads but one of them: most of the time of deciding
goes into preparing the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence

from ...decide import decide
from ...expectation import unmet
from ...knowledge import edited
from ..faults.mutation import Mutation, relative
from .base import Base
from .effect import differences, said
from .foreseen import NEW, Foresight
from .hearing import Outcomes, Request, Task, Trial
from .queue import Queue

STEPS = (12, 60, 330)
"""How many cases are decided together for a mutant at first, then, and so on."""


Session = Generator[Request, Outcomes, Trial]
"""The trial of a mutant: asks for cases to be decided, until one notices or enough were tried."""


class Court:
    """Puts mutants before cases.

    Args:
        base: the cases, decided on the knowledge base as it is
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._foresight = Foresight(base)
        self._queue = Queue(base)

    def trials(self, tasks: Sequence[Task]) -> Iterator[tuple[frozenset[str], list[Trial]]]:
        """Tries the mutations of tasks, side by side as far as they do not meet in a case.

        Args:
            tasks: each about another file; one about rules alone
        Returns:
            before anything is decided, the keys of the mutants it is decided with; and what has come to an end before that
        """
        sessions = [self._sessions(task) for task in tasks]
        waiting: dict[int, Request] = {}
        ended: list[Trial] = []
        for place, session in enumerate(sessions):
            self._ask(place, session, None, waiting, ended)
        while waiting:
            together = self._apart(waiting)
            yield frozenset(waiting[place].mutation.key for place in together), ended
            ended = []
            outcomes = self._decided([waiting.pop(place) for place in together])
            for place in together:
                self._ask(place, sessions[place], outcomes, waiting, ended)
        yield frozenset(), ended

    def trial(self, mutation: Mutation, cases: Sequence[int]) -> Trial:
        """Tries one mutation on cases, in their order."""
        session = self._trial(mutation, list(cases), len(cases))
        try:
            request = next(session)
            while True:
                request = session.send(self._decided([request]))
        except StopIteration as end:
            trial: Trial = end.value
            return trial

    def _ask(
        self,
        place: int,
        session: Generator[Request | Trial, Outcomes | None, None],
        outcomes: Outcomes | None,
        waiting: dict[int, Request],
        ended: list[Trial],
    ) -> None:
        """Goes on with the mutants of a task until one of them needs cases to be decided."""
        try:
            asked = session.send(outcomes)
            while isinstance(asked, Trial):
                ended.append(asked)
                asked = next(session)
            waiting[place] = asked
        except StopIteration:
            pass

    def _sessions(self, task: Task) -> Generator[Request | Trial, Outcomes | None, None]:
        """The trials of the mutations of a task, one after the other: what they ask for, and what came of each."""
        killers: Counter[int] = Counter()
        foreseen = self._foresight.cases(task.mutations)
        for mutation, weights in zip(task.mutations, foreseen, strict=True):
            known = task.known.get(mutation.key, frozenset())
            first = (*task.first.get(mutation.key, ()), *(case for case, _ in killers.most_common()))
            order = [case for case in self._queue.order(weights, first) if case not in known]
            limit = task.limit if max(weights.values(), default=0) >= NEW else task.unlikely
            room = len(order) if limit is None else max(limit - len(known), 0)
            session = self._trial(mutation, order[:room], len(weights))
            try:
                request = next(session)
                while True:
                    outcomes = yield request
                    assert outcomes is not None
                    request = session.send(outcomes)
            except StopIteration as end:
                trial: Trial = end.value
            if trial.killer is not None:
                killers[trial.killer] += 1
            yield trial

    def _trial(self, mutation: Mutation, waiting: list[int], foreseen: int) -> Session:
        tried: dict[int, tuple[str, ...]] = {}
        steps = iter(STEPS)
        while waiting:
            size = next(steps, STEPS[-1])
            batch, waiting = waiting[:size], waiting[size:]
            outcomes = yield Request(mutation, batch)
            for case in batch:
                told, changes = outcomes[case]
                if told:
                    return Trial(mutation, case, told, tried, foreseen)
                tried[case] = changes
            waiting = self._queue.closer(waiting, tried)
        return Trial(mutation, None, "", tried, foreseen)

    def _apart(self, waiting: Mapping[int, Request]) -> list[int]:
        """Requests that do not meet: no case loads a licence that another one mutates."""
        mutated: set[str] = set()
        loaded: set[str] = set()
        together: list[int] = []
        for place, request in waiting.items():
            file = relative(request.mutation.statement.file)
            loads = set().union(*(self._base.loads[case] for case in request.cases)) | {file}
            if not together or (file not in loaded and not loads & mutated and request.mutation.statement.sort == "clause"):
                together.append(place)
                mutated.add(file)
                loaded |= loads
        return together

    def _singly(self, request: Request) -> Iterator[tuple[int, tuple[str, tuple[str, ...]]]]:
        """What came of each case by itself, up to the one that noticed."""
        for case in request.cases:
            (outcome,) = self._decided([Request(request.mutation, [case])]).values()
            yield case, outcome
            if outcome[0]:
                return

    def _decided(self, requests: Sequence[Request]) -> Outcomes:
        numbers = [case for request in requests for case in request.cases]
        texts = {request.mutation.statement.file: request.mutation.applied() for request in requests}
        try:
            with edited(texts):
                decisions = list(decide(self._base.cases[number] for number in numbers))
        except Exception as error:
            if len(numbers) == 1:
                return {numbers[0]: (f"it cannot be decided any more: {type(error).__name__}: {error}", ())}
            return dict(outcome for request in requests for outcome in self._singly(request))
        outcomes = {}
        for number, decision in zip(numbers, decisions, strict=True):
            changes = differences(self._base.decided[number], said(decision))
            outcomes[number] = ("; ".join(map(str, unmet(decision))) if changes else "", changes)
        return outcomes
