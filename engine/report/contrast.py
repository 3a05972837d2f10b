# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A comparison put in the order in which people read it.

Readings that give the same share a column, findings that change alike a row. Nothing is laid out here: text and Markdown
show the same contrast.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from ..comparison import Comparison, Row, licenses
from .entry import subject
from .words import count, kind_name

AS_IT_STANDS = "as it stands"
"""The case with no profile put on it."""

ABSENT = "-"
"""What a cell says of a finding that a reading does not give."""


@dataclass(frozen=True, slots=True)
class Column:
    """Readings under which the case is decided alike; ``head`` is a letter that stands for them."""

    head: str
    readings: tuple[str, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Line:
    """Findings of one kind that change alike: their topics, the licences they cite, and the standing in each column."""

    kind: str
    topics: tuple[str, ...]
    licenses: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def words(self) -> str:
        """The findings in words, as ``conflict: two-copylefts (GPL-2.0-only)``."""
        topics = "" if self.topics == (self.kind,) else f": {', '.join(self.topics)}"
        return f"{kind_name(self.kind)}{topics}" + (f" ({', '.join(self.licenses)})" if self.licenses else "")


@dataclass(frozen=True, slots=True)
class Contrast:
    """What changes with the reading: lines by whom and what they concern; ``same`` findings do not change."""

    columns: tuple[Column, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    same: int

    @property
    def unchanged(self) -> str:
        """How many findings do not change, as a sentence."""
        if len(self.columns) == 1 and not self.same:
            return "Nothing: there is no finding under any theory."
        if len(self.columns) == 1:
            return f"Nothing: {count(self.same, 'finding stands', 'findings stand')} the same under every theory."
        if not self.same:
            return "There are no other findings."
        return f"{count(self.same, 'other finding stands', 'other findings stand')} the same under every theory."


def contrast(comparison: Comparison, permissions: bool = False) -> Contrast:
    """Put a comparison in reading order.

    Args:
        comparison: a case decided as it stands and under profiles.
        permissions: whether permissions are told.

    Returns:
        The column of the case as it stands first, then the others by the first of their profiles; what stands in the way first.
    """
    shown = [row for row in comparison.rows if permissions or row.told.kind != "permission"]
    changes = [row for row in shown if not row.alike]
    columns = _columns(comparison, changes)
    return Contrast(columns, _groups(changes, columns), len(shown) - len(changes))


def _columns(comparison: Comparison, changes: Sequence[Row]) -> tuple[Column, ...]:
    decisions = {AS_IT_STANDS: comparison.decision, **dict(sorted(comparison.profiles.items()))}
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, decision in decisions.items():
        alike.setdefault((decision.verdict, tuple(_cell(row, name) for row in changes)), []).append(name)
    return tuple(Column(_head(index), tuple(names), verdict) for index, ((verdict, _), names) in enumerate(alike.items()))


def _head(index: int) -> str:
    """A letter, or two of them once the letters are used up."""
    before, letter = divmod(index, len(ascii_uppercase))
    return (_head(before - 1) if before else "") + ascii_uppercase[letter]


def _cell(row: Row, name: str) -> str:
    return (row.standing if name == AS_IT_STANDS else row.under[name]) or ABSENT


def _groups(changes: Iterable[Row], columns: Sequence[Column]) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """Lines by subject; what is of one kind and licence and changes alike is one line."""
    groups: dict[str, dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]]] = {}
    for row in changes:
        cells = tuple(_cell(row, column.readings[0]) for column in columns)
        key = (row.told.kind, licenses(row.told), cells)
        groups.setdefault(subject(row.told), {}).setdefault(key, []).append(row.told.topic)
    return tuple((concerned, _lines(lines)) for concerned, lines in groups.items())


def _lines(lines: Mapping[tuple[str, tuple[str, ...], tuple[str, ...]], Iterable[str]]) -> tuple[Line, ...]:
    return tuple(Line(kind, tuple(dict.fromkeys(topics)), cited, cells) for (kind, cited, cells), topics in lines.items())
