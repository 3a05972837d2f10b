# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a process does that tries mutants. It ends itself where a mutant takes too long, and leaves a note of what it was at."""

from __future__ import annotations

import faulthandler
import os
import pickle
from collections.abc import Sequence
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TextIO

from .court import Court
from .hearing import Task, Trial

MEMORY = 6 * 1024**3
"""Bytes that a process may take; deciding some thousand cases takes one or two thousand million."""

NOTES = ".running"
"""How the names of notes end."""

_court: Court
_note: TextIO
_patience: int


def end_with_parent() -> None:
    """Sees to it that a process does not outlive the one that started it, should that be ended without a word."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _bound_memory() -> None:
    """Bounds what the process may take, where the system can: a mutant that grows without end fails instead of taking all."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard))


def enter(stored: Path, folder: Path, patience: int) -> None:
    """Prepares a process: it knows the cases, and has a file that tells what it is at."""
    end_with_parent()
    _bound_memory()
    global _court, _note, _patience  # noqa: PLW0603 - a process of a pool has nowhere else to keep what its tasks share
    _patience = patience
    _court = Court(pickle.loads(stored.read_bytes()))
    _note = (folder / f"{os.getpid()}{NOTES}").open("w")


def attempt(bundle: Sequence[Task]) -> list[Trial]:
    """Tries the mutants of tasks, which are about different files."""
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


def hanging(folder: Path) -> list[frozenset[str]]:
    """The mutants that processes were at when they ended themselves, by the notes they left; these are gone then."""
    found = []
    for note in folder.glob(f"*{NOTES}"):
        keys, _, trace = note.read_text().partition("\n")
        if trace:
            found.append(frozenset(keys.split()))
        note.unlink()
    return found
