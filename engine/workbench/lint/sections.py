# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Sections of licences as words and ordinals, and the list of them in the header of a licence file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

Path = tuple[str, ...]
"""A section, as ``("4", "c", "ii")`` or ``("att", "A", "item", "10")``."""

_SHORT = {
    **dict.fromkeys(("attachment", "att"), "att"),
    **dict.fromkeys(("exhibit", "exh"), "exh"),
    **dict.fromkeys(("appendix", "app"), "app"),
    **dict.fromkeys(("para", "paras", "paragraph", "paragraphs"), "para"),
    **dict.fromkeys(("item", "items"), "item"),
    **dict.fromkeys(("cond", "conds", "condition", "conditions"), "cond"),
}
_REMARK = re.compile(r"\s\((?=(?:[^()]|\([^()]*\))*\s)(?:[^()]|\([^()]*\))*\)")
_PLURAL = re.compile(r"\b(item|para|cond)s\b")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_POLICIES: tuple[Path, ...] = (("AUP",), ("PUP",), ("Acceptable", "Use", "Policy"))


@lru_cache(maxsize=8192)
def path(section: str) -> Path:
    """A section in parts."""
    return tuple(_SHORT.get(part.lower(), part) for part in re.findall(r"\d+|[^\W\d_]+", section))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the header lists. ``paths`` are what it may stand for; a range goes ``until`` another last part.

    ``loose`` are those named beside another (`1.5 with 1.1`), which need not come in order nor have a clause.
    """

    label: str
    paths: tuple[Path, ...]
    until: str = ""
    loose: bool = False

    def covers(self, section: Path) -> bool:
        """Whether a section is what is listed, or a part of it."""
        return any(self._within(own, section) for own in self.paths)

    def _within(self, own: Path, section: Path) -> bool:
        if not self.until:
            return section[: len(own)] == own
        if len(section) < len(own) or section[: len(own) - 1] != own[:-1]:
            return False
        return any(low <= number <= high for low, number, high in _ordinals(own[-1], section[len(own) - 1], self.until))

    def members(self) -> Iterator[Entry]:
        """What a range lists, one by one."""
        first = self.paths[0][-1] if self.until else ""
        if not first:
            yield self
            return
        start = self.label.split(" to ", 1)[0]
        low, high = next(_pairs(first, self.until), (0, -1))
        for last in (_as(number, first) for number in range(low, high + 1)):
            named = _PLURAL.sub(r"\1", last.join(start.rsplit(first, 1)))
            yield Entry(named, tuple((*own[:-1], last) for own in self.paths), loose=self.loose)


def _ordinals(low: str, number: str, high: str) -> Iterator[tuple[int, int, int]]:
    """Three parts as numbers of one kind, in each way that they can be read."""
    for read in (_digits, _roman, _letter) if low.lower() == "i" else (_digits, _letter, _roman):
        values = [read(part) for part in (low, number, high)]
        if None not in values:
            yield tuple(values)  # type: ignore[misc]


def _pairs(low: str, high: str) -> Iterator[tuple[int, int]]:
    return ((first, last) for first, _, last in _ordinals(low, low, high) if first <= last)


def _digits(part: str) -> int | None:
    return int(part) if part.isdigit() else None


def _letter(part: str) -> int | None:
    return ord(part) if len(part) == 1 and part.isascii() and part.isalpha() else None


def _roman(part: str) -> int | None:
    values = [_ROMAN.get(letter) for letter in part.lower()]
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    return sum(-value if value < following else value for value, following in pairwise([*known, 0]))


def _as(number: int, like: str) -> str:
    if like.isdigit():
        return str(number)
    if len(like) == 1 and like.lower() not in _ROMAN:
        return chr(number)
    return next((text for text in _romans() if _roman(text) == number), chr(number))


def _romans() -> Iterator[str]:
    tens, ones = ("", "x", "xx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return (ten + one for ten in tens for one in ones)


def listed(encoded: str, cited: Iterable[Path]) -> tuple[Entry, ...]:
    """What the header of a licence file lists as encoded.

    A label takes up the beginning of the one before it: in ``1 items 6, 8 and 11`` the last two are items of 1 as well. Where
    it may be read in several ways, those count in which some clause cites it.

    Args:
        encoded: what the header says
        cited: the sections that clauses cite
    """
    reader = _Reader(frozenset(section[:length] for section in cited for length in range(1, len(section) + 1)))
    found: list[Entry] = []
    plain = _REMARK.sub("", re.sub(r"\s\((with [^()]*)\)", r" \1", f" {encoded}"))
    for group in re.split(r'[,;:](?=(?:[^"]*"[^"]*")*[^"]*$)', plain):
        found += reader.group(group.strip(), found[-1].paths if found else ())
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads labels by what is cited: every beginning of a section that a clause cites."""

    cited: frozenset[Path]

    def group(self, text: str, before: Iterable[Path]) -> Iterator[Entry]:
        """The entries between two commas."""
        for number, part in enumerate(re.split(r"\s+with\s+(?:its\s+)?", text)):
            pieces = part.split(" and ")
            whole = self.paths(part, before) if len(pieces) > 1 else ()
            for piece in pieces:
                first, _, last = piece.partition(" to ")
                end = path(last)[-1:]
                before = self.paths(first, before, ranged=bool(end))
                if end and any(_pairs(before[0][-1], end[0])):
                    yield Entry(piece, before, end[0], loose=number > 0)
                else:
                    before = self.paths(piece, before)
                    yield Entry(part, (*before, *whole), loose=number > 0)

    def paths(self, label: str, before: Iterable[Path], ranged: bool = False) -> tuple[Path, ...]:
        """What a label may stand for: itself, or what goes on from the beginning of one before it."""
        own = path(re.sub(r"^of the policy\s+|^the\s+", "", label))
        starts: Iterable[Path] = _POLICIES
        if not label.startswith("of the policy"):
            starts = dict.fromkeys(((), *(earlier[:length] for earlier in before for length in range(1, len(earlier) + 1))))
        read = [(*start, *own) for start in starts]
        return tuple(each for each in read if each in self.cited or (ranged and each[:-1] in self.cited)) or (own,)
