# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How a report for a terminal looks, and the two shapes its lines take: columns and labelled rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .layout import beside, cells, pad, wrap

Paint = Callable[[str, str], str]
"""Gives a piece of text the colour of its role, one of ``ROLES``."""

ROLES = ("name", "heading", "good", "doubt", "wrong", "fix", "faint", "plain")
"""What a piece of text can be to its reader."""

ROLE_OF = {"clear": "good", "settled": "wrong", "likely": "wrong", "unknown": "doubt", "possible": "doubt"}
"""The role of a verdict or a standing."""

_NARROW = 60


def unpainted(text: str, role: str) -> str:
    """The text as it is, whatever its role."""
    return text


@dataclass(frozen=True, slots=True)
class Look:
    """The width of a report, whether it tells permissions, whether only its summary is wanted, and its colours."""

    width: int = 80
    permissions: bool = False
    brief: bool = False
    paint: Paint = unpainted

    def columns(self, rows: Sequence[tuple[str, Sequence[str]]], lead: str) -> Iterator[str]:
        """Lay out texts, each with short remarks to its right; below it where the terminal is narrow.

        Args:
            rows: text and its remarks, one remark to a line.
            lead: what each text starts with; its later lines are indented as far.
        """
        indent = cells(lead)
        right = max((cells(remark) for _, remarks in rows for remark in remarks), default=0)
        right = min(right, self.width * 2 // 5)
        left = self.width - right - 2 if right else self.width
        for text, remarks in rows:
            if self.width < _NARROW:
                yield from wrap(text, self.width, lead, indent)
                for remark in remarks:
                    yield from (self.paint(line, "faint") for line in wrap(remark, self.width, " " * indent, indent))
                continue
            aside = [line for remark in remarks for line in wrap(remark, right, hang=2)]
            for first, second in beside(wrap(text, left, lead, indent), aside, left):
                yield first + (f"  {self.paint(second, 'faint')}" if second else "")

    def labelled(self, rows: Iterable[tuple[str, str, str]], indent: int, label_width: int = 10) -> Iterator[str]:
        """Lay out rows of label, text and the role of the text, the texts aligned."""
        for label, text, role in rows:
            for index, line in enumerate(wrap(text, self.width - indent - label_width)):
                shown = pad("" if index else label, label_width)
                yield " " * indent + self.paint(shown, "faint") + self.paint(line, role)
