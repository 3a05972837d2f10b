# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Deciding the case at the desk: each state of it once, ahead of time while it is typed where that is possible."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from .phrases import Plain, SentenceError
from .sentences import section

if TYPE_CHECKING:
    from licet.engine.advice.fix import Advice
    from licet.engine.because.explanation import Explanation
    from licet.engine.case import Case
    from licet.engine.finding import Decision

T = TypeVar("T")

KEPT = 64
"""States of a case that are remembered."""


def written(case: Plain) -> str:
    """A case as YAML."""
    return yaml.safe_dump(case, sort_keys=False, allow_unicode=True, width=10_000)


def has_works(case: Plain) -> bool:
    """Whether there is anything to decide."""
    return bool(section(case, "works"))


class Judge:
    """Remembers what was decided, so that asking twice, going back and trying out cost nothing."""

    def __init__(self) -> None:
        self._decided: OrderedDict[str, Future[Decision]] = OrderedDict()
        self._explained: OrderedDict[str, Future[Explanation]] = OrderedDict()
        self._advised: OrderedDict[str, Future[Advice]] = OrderedDict()
        self._foreseen: Future[Decision] | None = None
        self._workers = ThreadPoolExecutor(1, "licet")

    def case(self, case: Plain) -> Case:
        """The case as values.

        Raises:
            SentenceError: it cannot be one; the message says why
        """
        from licet.engine.problem import InputError  # noqa: PLC0415 - slow to import
        from licet.engine.reader import read  # noqa: PLC0415

        try:
            (found,) = read(written(case), "case")
        except InputError as error:
            raise SentenceError("\n".join(_without_place(str(problem)) for problem in error.problems)) from error
        return found

    def decided(self, case: Plain) -> Decision | None:
        """What follows from a case; None while it has no works.

        Raises:
            SentenceError: it cannot be a case; the message says why
        """
        if not has_works(case):
            return None
        return self._once(self._decided, case, self._decide).result()

    def known(self, case: Plain) -> Decision | None:
        """What follows from a case, if it is decided already."""
        ready = self._decided.get(written(case))
        if ready is None or not ready.done() or ready.cancelled() or ready.exception():
            return None
        return ready.result()

    def explained(self, case: Plain) -> Explanation:
        """The case ready to be asked for reasons."""
        return self._once(self._explained, case, self._explain).result()

    def advised(self, case: Plain) -> Advice:
        """What clears the case, as it is if nobody wishes otherwise."""
        return self._once(self._advised, case, self._advise).result()

    def foresee(self, case: Plain | None) -> None:
        """Begin to decide a case that may be asked for; what was foreseen before is dropped if it was not begun."""
        foreseen = self._once(self._decided, case, self._decide) if case is not None and has_works(case) else None
        if self._foreseen is not None and self._foreseen is not foreseen:
            self._foreseen.cancel()
        self._foreseen = foreseen

    def warm(self) -> None:
        """Get ready for a first case."""
        self._workers.submit(_ready)

    def close(self) -> None:
        """Begin nothing any more."""
        self._workers.shutdown(wait=False, cancel_futures=True)

    def _decide(self, case: Plain) -> Decision:
        from licet.engine.decide import decide  # noqa: PLC0415 - slow to import

        return next(decide([self.case(case)]))

    def _explain(self, case: Plain) -> Explanation:
        from licet.engine.because.explanation import Explanation  # noqa: PLC0415 - slow to import
        from licet.engine.decide import consider  # noqa: PLC0415

        return Explanation(consider(self.case(case)))

    def _advise(self, case: Plain) -> Advice:
        from licet.engine.advice.fix import Wishes, fixed  # noqa: PLC0415 - slow to import

        return fixed(self.case(case), Wishes())

    def _once(self, known: OrderedDict[str, Future[T]], case: Plain, work: Callable[[Plain], T]) -> Future[T]:
        key = written(case)
        if key not in known or known[key].cancelled():
            known[key] = self._workers.submit(work, case)
            known[key].add_done_callback(_ready)
            while len(known) > KEPT:
                known.popitem(last=False)
        known.move_to_end(key)
        return known[key]


def _ready(done: Future[Any] | None = None) -> None:
    """Makes ready what the next decision begins with."""
    if done is not None and done.cancelled():
        return
    from licet.engine.knowledge import stock  # noqa: PLC0415 - slow to import

    stock()


def _without_place(problem: str) -> str:
    """A problem without the file and line that a case at the desk does not have."""
    return problem.partition(": ")[2]
