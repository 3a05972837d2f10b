# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Processes that decide cases and try mutants, several at a time. One that hangs is ended, and its mutant told."""

from __future__ import annotations

import pickle
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from .base import Base, Batch, base
from .hearing import NOBODY, Task, Trial
from .worker import attempt, end_with_parent, enter, hanging

PATIENCE = 120
"""Seconds that a mutant gets before it is taken to run for ever."""

TOGETHER = 24
"""How many licences are mutated together."""

ATTEMPTS = 3
"""How often processes may be ended from outside, as where memory is short, before anything comes of what they do."""

_ENDLESS = "it cannot be decided any more: it never ends"


def bases(parts: Sequence[Batch], jobs: int) -> Iterator[Base]:
    """Decides cases on the knowledge base as it is, batch by batch.

    Args:
        parts: the batches
        jobs: how many processes
    Returns:
        what was decided of each batch, in their order
    """
    waiting, left = list(parts), ATTEMPTS
    while waiting:
        with ProcessPoolExecutor(jobs, get_context("spawn"), end_with_parent) as pool:
            try:
                for part in pool.map(base, waiting):
                    waiting, left = waiting[1:], ATTEMPTS
                    yield part
            except BrokenProcessPool:
                left -= 1
                if not left:
                    raise


def trials(whole: Base, tasks: Iterable[Task], jobs: int, patience: int = PATIENCE) -> Iterator[Sequence[Trial]]:
    """Tries mutants, the mutants of a statement in one process.

    Args:
        whole: the cases
        tasks: what is to be tried
        jobs: how many processes
        patience: seconds that a mutant gets
    Returns:
        what came of each task, as it comes; when no more is asked for, what runs is left
    Raises:
        BrokenProcessPool: processes are ended again and again, and nothing comes of it
    """
    waiting, attempts = bundled(tasks), ATTEMPTS
    with TemporaryDirectory() as folder:
        stored = Path(folder) / "base"
        stored.write_bytes(pickle.dumps(whole))
        while waiting:
            done: set[int] = set()
            with ProcessPoolExecutor(jobs, get_context("spawn"), enter, (stored, Path(folder), patience)) as pool:
                running = {pool.submit(attempt, bundle): number for number, bundle in enumerate(waiting)}
                try:
                    for number, found in _ended(running):
                        done.add(number)
                        yield found
                finally:
                    pool.shutdown(wait=False, cancel_futures=True)
            left = [bundle for number, bundle in enumerate(waiting) if number not in done]
            hung = hanging(Path(folder))
            attempts = ATTEMPTS if done or hung else attempts - 1
            if left and not attempts:
                raise BrokenProcessPool("processes that try mutants are ended again and again")
            guilty = {key for keys in hung if len(keys) == 1 for key in keys}
            for bundle in left:
                yield [Trial(each, NOBODY, _ENDLESS) for task in bundle for each in task.mutations if each.key in guilty]
            waiting = _again(left, {key for keys in hung for key in keys}, guilty)


def bundled(tasks: Iterable[Task]) -> list[tuple[Task, ...]]:
    """Tasks put together, those about rules each alone, those about licences by several that are about different ones."""
    closed: list[tuple[Task, ...]] = []
    open_to: list[dict[Path, Task]] = []
    for task in tasks:
        statement = task.mutations[0].statement
        if statement.sort != "clause":
            closed.append((task,))
            continue
        fitting = next((bundle for bundle in open_to if statement.file not in bundle), None)
        if fitting is None:
            fitting = {}
            open_to.append(fitting)
        fitting[statement.file] = task
        if len(fitting) == TOGETHER:
            open_to = [bundle for bundle in open_to if bundle is not fitting]
            closed.append(tuple(fitting.values()))
    return [*closed, *(tuple(bundle.values()) for bundle in open_to)]


def _ended(running: dict[Future[list[Trial]], int]) -> Iterator[tuple[int, list[Trial]]]:
    try:
        for future in as_completed(running):
            yield running[future], future.result()
    except BrokenProcessPool:
        return


def _again(left: Sequence[tuple[Task, ...]], suspect: Collection[str], guilty: Collection[str]) -> list[tuple[Task, ...]]:
    """What is left to be tried: without mutants that never end, and each task alone where one of several may be such."""
    again: list[tuple[Task, ...]] = []
    for bundle in left:
        tasks = [replace(task, mutations=tuple(each for each in task.mutations if each.key not in guilty)) for task in bundle]
        kept = [task for task in tasks if task.mutations]
        doubtful = any(each.key in suspect for task in kept for each in task.mutations)
        again += [(task,) for task in kept] if doubtful else [tuple(kept)] if kept else []
    return again
