# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
<<<<<<< HEAD
"""Cases chosen by words with and, or, not, as ``pytest -k`` takes them.

``expression: term ("or" term)*; term: factor ("and" factor)*; factor: "not" factor | "(" expression ")" | word``
"""
=======
"""Which statements a run is about: all, those of some files or lines, or those on lines changed since a revision."""
>>>>>>> kb-mutate

from __future__ import annotations

import re
<<<<<<< HEAD
from collections.abc import Callable

Chooses = Callable[[str], bool]
"""Whether a text is chosen."""

DEEPEST = 50
"""Levels of parentheses and of not."""

_TOKEN = re.compile(r'\s*("[^"]*"|[()]|[^\s()"]+)')


class SelectionError(ValueError):
    """An expression that cannot be read; says what is wrong, and where."""


def chooses(expression: str) -> Chooses:
    """Reads an expression.

    Args:
        expression: words, each of which has to occur somewhere in a text, whatever its capitals; several in double quotes have
            to occur as they stand; with ``and``, ``or``, ``not`` and parentheses
    Returns:
        what tells whether a text is chosen
    Raises:
        SelectionError: the expression cannot be read
    """
    reader = _Reader(expression)
    chosen = reader.alternatives(0)
    reader.end()
    return chosen


class _Reader:
    """Reads an expression from left to right."""

    def __init__(self, expression: str) -> None:
        self._tokens: list[tuple[str, int]] = []
        position = 0
        while expression[position:].strip():
            found = _TOKEN.match(expression, position)
            if found is None:
                raise SelectionError(f"a quotation mark is left open, at column {position + 1}")
            self._tokens.append((found[1], found.start(1) + 1))
            position = found.end()
        self._next = 0

    def alternatives(self, depth: int) -> Chooses:
        """What "or" joins."""
        several = [self._together(depth)]
        while self._taken("or"):
            several.append(self._together(depth))
        return several[0] if len(several) == 1 else lambda text: any(each(text) for each in several)

    def end(self) -> None:
        """Nothing may follow."""
        if self._next < len(self._tokens):
            token, column = self._tokens[self._next]
            raise SelectionError(f"`{token}` at column {column} follows a word without `and` or `or`")

    def _together(self, depth: int) -> Chooses:
        several = [self._single(depth)]
        while self._taken("and"):
            several.append(self._single(depth))
        return several[0] if len(several) == 1 else lambda text: all(each(text) for each in several)

    def _single(self, depth: int) -> Chooses:
        if depth > DEEPEST:
            raise SelectionError(f"it is nested more than {DEEPEST} deep")
        if self._taken("not"):
            denied = self._single(depth + 1)
            return lambda text: not denied(text)
        if self._taken("("):
            chosen = self.alternatives(depth + 1)
            if not self._taken(")"):
                raise SelectionError("a parenthesis is left open")
            return chosen
        return self._word()

    def _word(self) -> Chooses:
        token, column = self._tokens[self._next] if self._next < len(self._tokens) else ("", 0)
        word = token.strip('"').casefold()
        if not word or token.lower() in ("and", "or", "not", ")"):
            raise SelectionError(
                f"a word is missing before `{token}` at column {column}" if token else "a word is missing at its end"
            )
        self._next += 1
        return lambda text: word in text.casefold()

    def _taken(self, token: str) -> bool:
        there = self._next < len(self._tokens) and self._tokens[self._next][0].lower() == token
        self._next += there
        return there
=======
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from ..case import Place
from ..glossary import KNOWLEDGE_BASE
from ..problem import InputError, Problem, hint, nearest
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
    fitting = [each for each in statements if _is(each.file, path)]
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
    return tuple(each for each in statements if changed.get(each.file.resolve(), set()) & {*range(each.line, each.last + 1)})


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
        branches = subprocess.run(("git", "branch", "--format=%(refname:short)"), cwd=folder, capture_output=True, text=True)
        raise InputError(Problem(place, known[0] + hint(arguments[-3], branches.stdout.split()))) from error
    return done.stdout
>>>>>>> kb-mutate
