# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What changes with the reading, laid out for a terminal: standings beside the words, or below them where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .contrast import ABSENT, Contrast
from .layout import cells, pad, unbroken, wrap
from .look import ROLE_OF, Look

_CELL = 9
"""The columns a cell takes: the longest standing, and a space before it."""

_HANG = 6
"""The columns before the later lines of words."""

_BELOW = 4
"""The columns before cells that stand below the words."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells of a table stand: from column ``start`` on, ``beside`` the words or below them."""

    heads: Sequence[str]
    start: int
    beside: bool
    look: Look

    def head(self) -> Iterator[str]:
        """The letters above the cells."""
        if self.start >= _BELOW:
            yield self.look.paint((" " * self.start + "".join(pad(f" {head}", _CELL) for head in self.heads)).rstrip(), "faint")

    def row(self, words: str, lead: str, standings: Sequence[str]) -> Iterator[str]:
        """Words with the standings they have in each column."""
        first, *rest = wrap(words, self.start if self.beside else self.look.width, lead, len(lead) + 2)
        if self.beside:
            yield pad(first, self.start) + self._cells(standings)
            yield from rest
            return
        yield from (first, *rest)
        if self.start >= _BELOW:
            yield " " * self.start + self._cells(standings)
            return
        told = " ".join(unbroken(f"{head} {standing}") for head, standing in zip(self.heads, standings, strict=True))
        yield from wrap(told, self.look.width, " " * 8, 8)

    def _cells(self, standings: Sequence[str]) -> str:
        texts = [pad(f" {standing}", _CELL) for standing in standings]
        texts[-1] = texts[-1].rstrip()
        roles = ("faint" if standing == ABSENT else ROLE_OF[standing] for standing in standings)
        return "".join(self.look.paint(text, role) for text, role in zip(texts, roles, strict=True))


def table(shown: Contrast, look: Look) -> Iterator[str]:
    """Lay out what changes with the reading: which readings a letter stands for, the verdict, then the findings.

    Args:
        shown: a contrast.
        look: width and colours.

    Returns:
        Lines; only one sentence where nothing changes.
    """
    if len(shown.columns) > 1:
        for column in shown.columns:
            yield from wrap(", ".join(map(unbroken, column.readings)), look.width, f"  {column.head}  ", 5)
        grid = _grid(shown, look)
        yield from grid.head()
        yield from grid.row("verdict", "  ", [column.verdict for column in shown.columns])
        for concerned, lines in shown.groups:
            yield from wrap(concerned, look.width, "  ", 2)
            for line in lines:
                yield from grid.row(line.words, "    ", line.cells)
    yield from wrap(shown.unchanged, look.width, "  ", 2)


def _grid(shown: Contrast, look: Look) -> _Grid:
    """Cells at the right, or nearer where all words are short; below the words where these would have to be broken."""
    words = [line.words for _, lines in shown.groups for line in lines]
    longest, unbreakable = max(map(cells, words), default=0), max(map(cells, " ".join(words).split()), default=0)
    start = min(look.width - _CELL * len(shown.columns), longest + _HANG)
    return _Grid([column.head for column in shown.columns], start, start >= unbreakable + _HANG, look)
