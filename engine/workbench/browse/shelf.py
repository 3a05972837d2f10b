# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A folder of pages, brought up to date: pages are replaced or removed, what somebody else wrote is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .page import MARKER, Page


class ShelfError(Exception):
    """The pages cannot be put here; says why."""


@dataclass(frozen=True, slots=True)
class Put:
    """How many pages there are, how many of them were written because they were not there or otherwise, how many removed."""

    pages: int
    written: int
    removed: int


def put(folder: Path, pages: Iterable[Page]) -> Put:
    """Write pages below a folder, and remove those of an earlier time that are no more.

    Args:
        folder: made where it is not there
        pages: each of another path
    Raises:
        ShelfError: a file of somebody else, or a link, is where a page belongs, which is found out before anything is written;
            or the folder cannot be written to
    """
    wanted = {folder / page.path: page.text for page in pages}
    try:
        if foreign := [path for path in wanted if not _is_free(path, folder)]:
            names = ", ".join(str(path) for path in foreign[:3])
            raise ShelfError(f"not written by `licet kb doc`, and in its way: {names}{' …' if len(foreign) > 3 else ''}")
        stale = [path for path in _own(folder) if path not in wanted]
        written = sum(_write(path, text) for path, text in wanted.items())
        for path in stale:
            path.unlink()
            _tidy(path.parent, folder)
    except OSError as error:
        raise ShelfError(f"{error.filename or folder} cannot be written: {error.strerror}") from error
    return Put(len(wanted), written, len(stale))


def _is_free(path: Path, folder: Path) -> bool:
    """Whether a page may be put here: nothing is there, or a page; and no link leads elsewhere."""
    above = path.parent
    while above != folder:
        if above.is_symlink() or (above.exists() and not above.is_dir()):
            return False
        above = above.parent
    return not path.is_symlink() and (not path.exists() or _is_own(path))


def _is_own(path: Path) -> bool:
    """Whether a file is a page."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.readline().rstrip(b"\r\n") == MARKER.encode()


def _own(folder: Path) -> Iterator[Path]:
    """The pages below a folder, links not followed."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_symlink() or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _own(path)
        elif path.suffix == ".md" and _is_own(path):
            yield path


def _write(path: Path, text: str) -> bool:
    """Write a page where it is not there as it should be; returns whether it was written."""
    content = text.encode()
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _tidy(emptied: Path, folder: Path) -> None:
    """Remove a folder that held only pages, and those above it."""
    while emptied != folder and not any(emptied.iterdir()):
        emptied.rmdir()
        emptied = emptied.parent
