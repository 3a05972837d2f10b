# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From the paths a user names to texts: files, folders and standard input, none of them trusted to be small or text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .case import Place
from .problem import InputError, Problem, nearest

MAXIMUM_BYTES = 8 * 1024 * 1024
"""The size above which a file is refused. It is never read further than this."""

STANDARD_INPUT = "-"
SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Source:
    """One input. ``file`` is its name as messages show it; the text is read when it is asked for."""

    file: str

    @property
    def text(self) -> str:
        """The whole text.

        Raises:
            InputError: if there is no such file, it cannot be read, is too large, or is not UTF-8.
        """
        content = self._content()
        if len(content) > MAXIMUM_BYTES:
            raise self._error(
                f"the file is larger than {MAXIMUM_BYTES // 1024 // 1024} MB", expected="cases split over several files"
            )
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise self._error("the file is not UTF-8 text", line) from error

    def _content(self) -> bytes:
        if self.file == STANDARD_INPUT:
            return sys.stdin.buffer.read(MAXIMUM_BYTES + 1)
        path = Path(self.file)
        if path.is_dir():
            raise self._error("the folder holds no cases", expected="files named " + " or ".join(f"*{end}" for end in SUFFIXES))
        try:
            with path.open("rb") as stream:
                return stream.read(MAXIMUM_BYTES + 1)
        except FileNotFoundError as error:
            raise self._error("there is no such file or folder", near=_siblings(path)) from error
        except (OSError, ValueError) as error:  # ValueError: a null character in the name
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise self._error(f"the file cannot be read: {reason}") from error

    def _error(self, message: str, line: int = 1, expected: str = "", near: tuple[str, ...] = ()) -> InputError:
        return InputError(Problem(Place(self.file, line), message, expected, near))


def sources(paths: Sequence[str]) -> Iterator[Source]:
    """Yield the sources that the paths name, each once.

    Args:
        paths: files; folders, searched for ``*.yaml`` and ``*.yml`` at any depth, except where a name begins with a dot; ``-``
            for standard input.

    Returns:
        Sources in the order of the paths, and sorted within a folder. What is wrong with a source is raised when its text
        is read, so that the others can still be evaluated. A folder without cases is a source whose text cannot be read.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files(path):
            if file not in seen:
                seen.add(file)
                yield Source(file)


def _files(path: str) -> Iterator[str]:
    if path == STANDARD_INPUT or not Path(path).is_dir():
        yield path
        return
    folder = Path(path)
    found = sorted(file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and _is_wanted(file, folder))
    yield from (str(file) for file in found) if found else (path,)


def _is_wanted(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and not file.is_dir()


def _siblings(path: Path) -> tuple[str, ...]:
    try:
        return nearest(str(path), (str(sibling) for sibling in path.parent.iterdir()))
    except OSError:
        return ()
