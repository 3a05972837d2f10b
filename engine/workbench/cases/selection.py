# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases chosen by words with and, or, not, as ``pytest -k`` takes them.

``expression: term ("or" term)*; term: factor ("and" factor)*; factor: "not" factor | "(" expression ")" | word``
"""

from __future__ import annotations

import re
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
