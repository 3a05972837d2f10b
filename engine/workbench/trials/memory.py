# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is known from former runs: which case noticed which mutant, and which did not.

Cases are known by keys that change with anything their decision depends on, so what is remembered stays true or is forgotten.
"""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from .hearing import NOBODY, Trial

T = TypeVar("T")

_TABLES = """
CREATE TABLE IF NOT EXISTS seen(mutant TEXT, scene TEXT, told TEXT, changes TEXT, PRIMARY KEY(mutant, scene)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS noticed_by(mutant TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS survived(mutant TEXT, world TEXT, foreseen INTEGER, PRIMARY KEY(mutant, world)) WITHOUT ROWID;
"""


class Memory:
    """What is remembered in a folder.

    Args:
        folder: made if it is not there
        keys: those of the cases, in their order
        world: a key for all of them and for how far each mutant is tried
    """

    def __init__(self, folder: Path, keys: Sequence[str], world: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._store = sqlite3.connect(folder / "mutants.sqlite", timeout=60)
        self._store.executescript(f"PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; {_TABLES}")
        self._keys, self._world = keys, world
        self._numbers = {key: number for number, key in enumerate(keys)} | {world: NOBODY}

    def tried(self, mutant: str) -> dict[int, tuple[str, tuple[str, ...]]]:
        """The cases that a mutant was tried on: how each noticed it, if it did, and how it changed."""
        rows = self._store.execute("SELECT scene, told, changes FROM seen WHERE mutant = ?", (mutant,))
        known = ((self._numbers.get(key), told, changes) for key, told, changes in rows)
        return {number: (told, tuple(json.loads(changes))) for number, told, changes in known if number is not None}

    def survived(self, mutant: str) -> int | None:
        """How many of these very cases could have noticed a mutant that none did; None if that is not known."""
        row = self._store.execute(
            "SELECT foreseen FROM survived WHERE mutant = ? AND world = ?", (mutant, self._world)
        ).fetchone()
        return None if row is None else int(row[0])

    def noticed_by(self, mutant: str) -> str | None:
        """The name of the case that noticed a mutant last, which may no longer be there."""
        row = self._store.execute("SELECT name FROM noticed_by WHERE mutant = ?", (mutant,)).fetchone()
        return None if row is None else str(row[0])

    def keep(self, trial: Trial, names: Sequence[str]) -> None:
        """Remembers a trial.

        Args:
            trial: what came of a mutant
            names: those of the cases, in their order
        """
        mutant = trial.mutation.key
        rows = [(mutant, self._keys[case], "", json.dumps(changes)) for case, changes in trial.tried.items()]
        if trial.killer is None:
            self._store.execute("REPLACE INTO survived VALUES (?, ?, ?)", (mutant, self._world, trial.foreseen))
        elif trial.killer == NOBODY:
            rows.append((mutant, self._world, trial.told, "[]"))
        else:
            rows.append((mutant, self._keys[trial.killer], trial.told, "[]"))
            self._store.execute("REPLACE INTO noticed_by VALUES (?, ?)", (mutant, names[trial.killer]))
        self._store.executemany("REPLACE INTO seen VALUES (?, ?, ?, ?)", rows)

    def save(self) -> None:
        """Puts on disk what was remembered so far."""
        self._store.commit()


def kept(file: Path, kind: type[T]) -> T | None:
    """A value that was put into a file in a former run; None if there is none that can be read.

    Args:
        file: in a folder of one's own, for what is in it is trusted; its name says all that the value depends on
        kind: what the value is
    """
    try:
        value = pickle.loads(file.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError):
        return None  # not there, cut short, or written by another version
    file.touch()
    return value if isinstance(value, kind) else None


def keep(file: Path, value: object) -> None:
    """Puts a value into a file for later runs, and clears away what none has asked for in a month."""
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}")
    partial.write_bytes(pickle.dumps(value))
    partial.replace(file)
    for other in file.parent.glob(f"{file.name.partition('-')[0]}-*"):
        if time.time() - other.stat().st_mtime > _MONTH:
            other.unlink(missing_ok=True)


_MONTH = 30 * 24 * 3600
