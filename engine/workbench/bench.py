# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Processes that decide cases and try mutants, several at a time. One that hangs is ended, and its mutant told."""

from __future__ import annotations

import faulthandler
import os
import pickle
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import TextIO

from ..case import Case
from ..catalog import include
from .base import Base, base, batches
from .court import NOBODY, Court, Task, Trial

PATIENCE = 120
"""Seconds that a mutant gets before it is taken to run for ever."""

TOGETHER = 24
"""How many licences are mutated together."""

_ENDLESS = "it cannot be decided any more: it never ends"


def bases(cases: Sequence[Case], jobs: int, added: Sequence[Path] = ()) -> Iterator[Base]:
    """Decides cases on the knowledge base as it is, batch by batch.

    Args:
        cases: in the order that numbers them
        jobs: how many processes
        added: licence files that are not of the knowledge base
    Returns:
        after each batch, the cases so far
    """
    if not cases:
        return
    whole = Base()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _add, (tuple(added),)) as pool:
        for part in pool.map(base, *zip(*batches(cases), strict=True)):
            whole.add(part)
            yield whole


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
        RuntimeError: a process ended of itself
    """
    waiting = bundled(tasks)
    with TemporaryDirectory() as folder:
        stored = Path(folder) / "base"
        stored.write_bytes(pickle.dumps(whole))
        while waiting:
            done: set[int] = set()
            with ProcessPoolExecutor(jobs, get_context("spawn"), _enter, (stored, Path(folder), patience)) as pool:
                running = {pool.submit(_try, bundle): number for number, bundle in enumerate(waiting)}
                try:
                    for number, found in _ended(running):
                        done.add(number)
                        yield found
                finally:
                    pool.shutdown(wait=False, cancel_futures=True)
            left = [bundle for number, bundle in enumerate(waiting) if number not in done]
            hung = _hung(Path(folder))
            if left and not hung:
                raise RuntimeError("a process that tries mutants came to an end of itself")
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


def _hung(folder: Path) -> list[frozenset[str]]:
    """The mutants that processes were at which were ended because they took too long."""
    found = []
    for note in folder.glob("*.running"):
        keys, _, trace = note.read_text().partition("\n")
        if trace:
            found.append(frozenset(keys.split()))
        note.unlink()
    return found


_court: Court
_note: TextIO
_patience: int


def _add(added: Sequence[Path]) -> None:
    """Prepares a process that decides cases."""
    _end_with_parent()
    include(added)


def _end_with_parent() -> None:
    """Sees to it that a process does not outlive the one that started it, should that be ended without a word."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _enter(stored: Path, folder: Path, patience: int) -> None:
    """Prepares a process: it knows the cases, and has a file that tells what it is at."""
    _end_with_parent()
    global _court, _note, _patience  # noqa: PLW0603 - a process of a pool has nowhere else to keep what its tasks share
    _patience = patience
    _court = Court(pickle.loads(stored.read_bytes()))
    _note = (folder / f"{os.getpid()}.running").open("w")


def _try(bundle: Sequence[Task]) -> list[Trial]:
    found: list[Trial] = []
    try:
        for keys, ended in _court.trials(bundle):
            found += ended
            _note.seek(0)
            _note.truncate()
            _note.write(" ".join(sorted(keys)) + "\n")
            _note.flush()
            faulthandler.dump_traceback_later(_patience, exit=True, file=_note)
    finally:
        faulthandler.cancel_dump_traceback_later()
    return found
