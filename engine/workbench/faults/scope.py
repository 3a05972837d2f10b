# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which statements a run is about: all, those of some files or lines, or those on lines changed since a revision."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from ...case import Place
from ...glossary import KNOWLEDGE_BASE
from ...problem import InputError, Problem, nearest
from .law import Statement
from .mutation import relative

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_LINE = re.compile(r"(.+):(\d+)")


def only(statements: Sequence[Statement], wanted: str) -> tuple[Statement, ...]:
    """Those of the statements that stand in a file or folder, or at a line.

    Args:
        statements: those there are
        wanted: a path, as seen from here, from the knowledge base or from the folder above it; the id of a licence; with
            ``:LINE`` after it, if one statement alone is wanted
    Raises:
        InputError: no statement stands there
    """
    match = _LINE.fullmatch(wanted)
    path, line = (match[1], int(match[2])) if match else (wanted, None)
    files = {file for file in {each.file for each in statements} if _is(file, path)}
    fitting = [each for each in statements if each.file in files]
    if not fitting:
        names = {relative(each.file) for each in statements} | {each.file.stem for each in statements if each.sort == "clause"}
        near = nearest(path.removeprefix("kb/"), sorted(names))
        raise InputError(Problem(Place(wanted, line or 1), "no rule and no clause stands there", nearest=near))
    if line is None:
        return tuple(fitting)
    here = tuple(each for each in fitting if each.line <= line <= each.last)
    if not here:
        closest = min(fitting, key=lambda each: abs(each.line - line))
        raise InputError(Problem(Place(path, line), f"no statement stands there; the nearest is at line {closest.line}"))
    return here


def _is(file: Path, path: str) -> bool:
    if path == file.stem:
        return True
    places = (Path(path).resolve(), KNOWLEDGE_BASE / path, KNOWLEDGE_BASE.parent / path)
    own = file.resolve()
    return any(own == place.resolve() or own.is_relative_to(place.resolve()) for place in places)


def since(statements: Iterable[Statement], revision: str) -> tuple[Statement, ...]:
    """Those of the statements that stand on lines changed since a revision of the repository that holds the knowledge base.

    Raises:
        InputError: there is no such revision, or no repository
    """
    changed = {file.resolve(): lines for file, lines in _changed(revision).items()}
    found = []
    for file, several in groupby(statements, key=lambda each: each.file):
        lines = changed.get(file.resolve(), set())
        found += [each for each in several if lines & {*range(each.line, each.last + 1)}]
    return tuple(found)


def _changed(revision: str) -> dict[Path, set[int]]:
    """The lines that are new in each file."""
    root = Path(_git("rev-parse", "--show-toplevel").strip())
    files: dict[Path, set[int]] = {}
    current: set[int] = set()
    for line in _git("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-prefix", revision, "--", ".").splitlines():
        if line.startswith("+++ "):
            current = files.setdefault(root / line[4:], set())
        elif hunk := _HUNK.match(line):
            first, count = int(hunk[1]), int(hunk[2] or 1)
            current.update(range(first, first + count))
    return files


def _git(*arguments: str) -> str:
    """What git answers, asked in the folder of the knowledge base."""
    folder = KNOWLEDGE_BASE.resolve()
    place = Place(str(folder), 1)
    try:
        done = subprocess.run(("git", *arguments), cwd=folder, capture_output=True, text=True, check=True)
    except FileNotFoundError as error:
        raise InputError(Problem(place, "git is not there to tell what changed")) from error
    except subprocess.CalledProcessError as error:
        known = error.stderr.strip().splitlines() or ["git failed"]
        raise InputError(Problem(place, f"git says: {known[0]}")) from error
    return done.stdout
