# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Files to be written or changed together: all of them or none, and nothing over what somebody else wrote."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

REREAD = "[re-read]"
"""Marks what was taken over from another licence and has to be compared with the text."""

_MARK = re.compile(r"\[(?:fill in\b[^\]]*|re-read)\]")


def fill_in(what: str = "") -> str:
    """The mark of a place that the author has to fill in."""
    return f"[fill in: {what}]" if what else "[fill in]"


@dataclass(frozen=True, slots=True)
class Change:
    """A file of the checkout with its new text. ``before`` is the text it had, None where there was no such file."""

    path: Path
    text: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """Files that belong together, what there is to say of them, and what the author has to do next."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    steps: tuple[str, ...]


class DraftError(Exception):
    """Something cannot be begun; says why, and what would help."""


def new_file(path: Path, text: str, hint: str = "") -> Change:
    """A file that is not there yet.

    Raises:
        DraftError: there is one
    """
    if path.exists() or path.is_symlink():
        raise DraftError(f"{path.name} is there already{hint}")
    return Change(path, text)


def unfinished(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a text that wait for their author, by number. Clauses that are commented out do not: they are prompts."""
    for number, line in enumerate(text.splitlines(), 1):
        mark = _MARK.search(line)
        if mark and not line.startswith("% clause("):
            yield number, mark[0]


def added(change: Change) -> Iterator[tuple[int, str]]:
    """The lines of a changed file that wait for their author and did not before."""
    known = {line for line in (change.before or "").splitlines() if _MARK.search(line)}
    lines = change.text.splitlines()
    return ((number, mark) for number, mark in unfinished(change.text) if lines[number - 1] not in known)


def preview(changes: Iterable[Change], root: Path) -> Iterator[str]:
    """What would be written: new files as they are, changes of others as a difference.

    Args:
        changes: what would be written
        root: of the checkout, from which files are named
    """
    for change in changes:
        name = change.path.relative_to(root).as_posix()
        if change.before is None:
            yield f"==> {name} (new)\n{change.text}"
        else:
            lines = (change.before.splitlines(True), change.text.splitlines(True))
            yield "".join(unified_diff(*lines, f"a/{name}", f"b/{name}"))


def write(changes: Iterable[Change]) -> None:
    """Write all files, or none: whatever fails, those that were written are taken back.

    Args:
        changes: each of another file
    Raises:
        DraftError: a file came up, went away or changed in the meantime, or cannot be written
    """
    done: list[Change] = []
    try:
        for change in changes:
            _write(change, done)
    except BaseException as error:
        for change in reversed(done):
            _take_back(change)
        if isinstance(error, OSError):
            raise DraftError(f"{error.filename} cannot be written: {error.strerror}; nothing was written") from error
        raise


def _write(change: Change, done: list[Change]) -> None:
    """Write one file, which counts as done from the moment it is touched."""
    if change.before is None:
        with change.path.open("x", encoding="utf-8", newline="\n") as stream:
            done.append(change)
            stream.write(change.text)
    elif change.path.read_text(encoding="utf-8") != change.before:
        raise DraftError(f"{change.path.name} has changed in the meantime; nothing was written")
    else:
        _replace(change.path, change.text)
        done.append(change)


def _take_back(change: Change) -> None:
    if change.before is None:
        change.path.unlink(missing_ok=True)
    else:
        _replace(change.path, change.before)


def _replace(path: Path, text: str) -> None:
    """Give a file another text at once, so that nobody ever reads half of it; it keeps its mode."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
