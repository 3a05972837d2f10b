# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Lines that fit a width: what is wide, what wraps, what stands beside what. No words and no colours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import zip_longest

_FIRM = "\u00a0"
_KEPT = "\u200c\u200d" + _FIRM


def plain(text: str) -> str:
    """The text with every character that would steer a terminal (control, direction override) written as its escape."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char in _KEPT else char.encode("unicode_escape").decode() for char in text)


def cells(text: str) -> int:
    """How many columns of a terminal the text takes: two for wide characters, none for marks set on another character."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def _cells_of(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text filled up with spaces to a width."""
    return text + " " * (width - cells(text))


def unbroken(text: str) -> str:
    """The text with spaces at which ``wrap`` does not break a line."""
    return text.replace(" ", _FIRM)


def wrap(text: str, width: int, lead: str = "", hang: int = 0) -> list[str]:
    """Break a text into lines, between words where that is possible.

    Args:
        text: the text; a run of spaces in it counts as one.
        width: the columns there are.
        lead: what the first line starts with.
        hang: by how many columns the other lines are indented.

    Returns:
        At least one line, none wider than the width (or than a few columns, if the width is less).
    """
    width = max(width, hang + 8, cells(lead) + 8)
    lines, line, empty = [], lead, True
    for word in filter(None, plain(text).split(" ")):
        if not empty and cells(line) + 1 + cells(word) > width:
            lines.append(line)
            line, empty = " " * hang, True
        line += word if empty else " " + word
        empty = False
        while cells(line) > width:
            head = _head(line, width)
            lines.append(head)
            line = " " * hang + line[len(head) :]
    return [shown.replace(_FIRM, " ") for shown in (*lines, line)]


def _head(text: str, width: int) -> str:
    """The longest beginning that fits the width."""
    taken = 0
    for index, char in enumerate(text):
        taken += _cells_of(char)
        if taken > width:
            return text[:index]
    return text


def beside(left: Sequence[str], right: Sequence[str], width: int) -> Iterator[tuple[str, str]]:
    """Pair the lines of two columns, the left ones padded to a width."""
    for first, second in zip_longest(left, right, fillvalue=""):
        yield (pad(first, width) if second else first, second)
