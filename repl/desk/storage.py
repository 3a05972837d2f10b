# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases in files: loaded, saved with the comments that were there, and kept for the case of a crash."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import yaml

from .phrases import Plain, SentenceError
from .state import Home


def loaded(text: str, index: int | None) -> Plain:
    """A case of a YAML text as plain data.

    Args:
        text: a case, or a list of cases
        index: its place in the list, None if it stands alone
    """
    data = yaml.safe_load(text)
    case: Plain = data[index] if index is not None else data
    return case


def saved(case: Plain, home: Home) -> None:
    """Write a case where it belongs. What the file says besides, its comments included, stays.

    Raises:
        SentenceError: the file cannot be written, or no longer holds the case
    """
    from ruamel.yaml import YAML  # noqa: PLC0415 - only those who save pay for it

    path = Path(home.file)
    editor = YAML()
    editor.preserve_quotes, editor.width = True, 10_000
    try:
        document = editor.load(path.read_text(encoding="utf-8")) if path.exists() else None
        if document is None or (home.index is None and isinstance(document, list)):
            document = case
        elif home.index is None:
            _merge(document, case)
        else:
            _merge(document[home.index], case)
        stream = StringIO()
        editor.dump(document, stream)
        _replace(path, stream.getvalue())
    except (OSError, IndexError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SentenceError(f"{home.file} cannot be written: {reason}") from error


def _merge(document: Plain, case: Plain) -> None:
    """Make a mapping with comments say what another says, touching only what differs."""
    for key in [key for key in document if key not in case]:
        del document[key]
    for key, value in case.items():
        held = document.get(key)
        if isinstance(held, dict) and isinstance(value, dict):
            _merge(held, value)
        elif isinstance(held, list) and isinstance(value, list):
            _merge_list(held, value)
        elif key not in document or held != value:
            document[key] = value


def _merge_list(held: list[object], values: list[object]) -> None:
    for index, value in enumerate(values):
        if index >= len(held):
            held.append(value)
            continue
        old = held[index]
        if isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        elif old != value:
            held[index] = value
    del held[len(values) :]


def _replace(path: Path, text: str) -> None:
    """Write a file as a whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


class Recovery:
    """Keeps the case of a session that may yet crash, and finds those of sessions that did."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._own = folder / f"desk-{os.getpid()}.yaml"

    def keep(self, case: Plain) -> None:
        """Keep a state of the case; it does not matter if that fails."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._own.write_text(yaml.safe_dump(case, sort_keys=False, allow_unicode=True), encoding="utf-8")
        except OSError:
            return

    def forget(self) -> None:
        """Nothing is left to be recovered of this session."""
        self._own.unlink(missing_ok=True)

    def left(self) -> Iterator[Path]:
        """The files of sessions that ended without saving, the latest first."""
        if self._folder.is_dir():
            found = [path for path in self._folder.glob("desk-*.yaml") if not _runs(path.stem.removeprefix("desk-"))]
            yield from sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)

    def recovered(self) -> Plain | None:
        """The latest case that was left, which is then left no more."""
        for path in self.left():
            case: Plain = yaml.safe_load(path.read_text(encoding="utf-8"))
            path.unlink()
            return case
        return None


def _runs(process: str) -> bool:
    """Whether a process of this number runs."""
    if not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
