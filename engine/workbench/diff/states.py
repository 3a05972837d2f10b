# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What follows from cases on a knowledge base, decided in a process of its own: values that can be sent and compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ...case import Case
from ...comparison import identity
from ...decide import BATCH, decide
from ...elsewhere import apart
from ...finding import Decision, Finding
from ...problem import InputError
from ..cases.loading import loaded
from ..cases.soundness import faults


@dataclass(frozen=True, slots=True)
class State:
    """What follows from a case: the verdict, and the findings by what makes them the same; or why it cannot be decided."""

    verdict: str = ""
    findings: Mapping[Hashable, tuple[Finding, ...]] | None = None
    undecided: str = ""


class Bench:
    """A process that decides cases on a knowledge base."""

    def __init__(self, process: ProcessPoolExecutor) -> None:
        self._process = process

    def states(self, cases: Sequence[Case]) -> Iterator[State]:
        """What follows from cases, in their order; work on them begins at once.

        Raises:
            InputError: the knowledge base cannot be decided on
        """
        batches = [cases[begin : begin + BATCH] for begin in range(0, len(cases), BATCH)]
        return self._results([self._process.submit(_states, batch) for batch in batches])

    def loads(self, cases: Sequence[Case]) -> Future[tuple[frozenset[str], ...]]:
        """The licence files that each case is decided on."""
        return self._process.submit(_loads, cases)

    def _results(self, futures: Sequence[Future[tuple[State, ...]]]) -> Iterator[State]:
        for future in futures:
            yield from future.result()


@contextmanager
def benches(*folders: Path) -> Iterator[tuple[Bench, ...]]:
    """Processes that decide cases, one for each knowledge base; what is left to do when it ends is dropped.

    Args:
        folders: those of the knowledge bases
    """
    with ExitStack() as stack:
        processes = [stack.enter_context(apart(folder)) for folder in folders]
        for process in processes:
            stack.callback(process.shutdown, wait=False, cancel_futures=True)
        yield tuple(map(Bench, processes))


def _loads(cases: Sequence[Case]) -> tuple[frozenset[str], ...]:
    return tuple(map(loaded, cases))


def _states(cases: Sequence[Case]) -> tuple[State, ...]:
    """What follows from a batch of cases; where that fails because of a single case, from each by itself."""
    try:
        return tuple(map(_state, decide(cases)))
    except Exception:
        found = tuple(faults())
        if found:
            raise InputError(*found) from None
        return tuple(map(_alone, cases))


def _alone(case: Case) -> State:
    try:
        (decision,) = decide([case])
    except Exception as error:
        return State(undecided=f"{type(error).__name__}: {error}")
    return _state(decision)


def _state(decision: Decision) -> State:
    """A decision without the solver's terms, which mean something in its process only."""
    findings: dict[Hashable, list[Finding]] = {}
    for finding in decision.findings:
        findings.setdefault(identity(finding), []).append(replace(finding, term=None))
    return State(decision.verdict, {same: tuple(several) for same, several in findings.items()})
