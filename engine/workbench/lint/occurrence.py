# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Whether the sections that clauses cite exist in the texts of the licences, as far as they are numbered or can be counted.

A section is looked for part by part, each within what the part before it opens: ``5(c)`` is a `(c)` after the `5.` and before
the `6.` that follows. A heading has to stand there in its words. What a text does not number is counted: paragraphs
(``para. 2``) by the empty lines between them; items and conditions by the marks at their beginning, by their indentation, or as
sentences where they have neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from .sections import path

POLICY = ("AUP", "PUP")
"""What stands before sections of a policy that belongs to a licence."""
_COUNTED = ("para", "item", "cond")
_UNSEEN = {"last", "first", "second", "half", "opening", "sentence", "preamble", "title", "and", "after", ","}
"""Parts that name a place without a mark that a text could print."""
_ITEM = re.compile(r"^[ \t]*(?:[-*•·●○◦▪]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,5})[.)])[ \t]+\S", re.MULTILINE)
_LONG = {"att": "attachment", "exh": "exhibit", "app": "appendix"}
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LISTS = 4
"""Lists marked alike that may stand within what a mark opens, before the next one of its own row."""
_BETWEEN = (".", "(", ").", ")(", ".(", ").(")
"""What stands between the parts of one mark."""
_STOP = re.compile(r"[;.:](?=\s|$)")
_ORDINAL = re.compile(r"\d+|[a-zA-Z]|[ivxIVX]{1,5}")


def occurs(section: str, texts: Iterable[str]) -> bool:
    """Whether one of the texts has a section; yes where there is no text."""
    parts = tuple(part for piece in section.split(",") for part in (*path(piece), ",") if part not in (*POLICY, "GPL"))
    known = list(texts)
    return not known or any(_within(parts, text, text) for text in known)


def _within(parts: tuple[str, ...], text: str, whole: str) -> bool:
    """Whether parts of a section stand in a text, each in what the one before opens."""
    if not parts:
        return True
    first, rest = parts[0], parts[1:]
    if first in _COUNTED and rest and rest[0].isdigit():
        return any(_within(rest[1:], region, whole) for region in _counted(first, int(rest[0]), text))
    if first in _UNSEEN or first in _COUNTED:
        return _within(rest, text, whole)
    if _ORDINAL.fullmatch(first) or first in _LONG:
        marked = any(
            _within(parts[length:], region, whole)
            for length in range(len(parts), 0, -1)
            for region in _opened(parts[:length], text)
        )
        if marked or _numbers(first, text) or _numbers(first, whole, _line):
            return marked
        return any(_within(rest, region, whole) for region in _nth(_ordinal(first), text))
    words = _heading(parts)
    found = re.search(r"\W+".join(map(re.escape, words)), text, re.IGNORECASE)
    return found is not None and _within(parts[len(words) :], text[found.start() :], whole)


def _numbers(part: str, text: str, mark: Callable[[tuple[str, ...]], re.Pattern[str]] | None = None) -> bool:
    """Whether a text marks things as a part of a section is marked: by numbers, letters or Roman numbers."""
    is_roman = part.lower() in _ROMANS
    first = "1" if part.isdigit() else "i" if is_roman else "a"
    strict = part.isdigit() or (is_roman and part.isupper())
    wanted = (first.upper() if part.isupper() else first,)
    return part in _LONG or (mark or (_line if strict else _mark))(wanted).search(text) is not None


def _ordinal(part: str) -> int:
    """Which one of its row a part is."""
    if part.isdigit():
        return int(part)
    return _ROMANS.index(part.lower()) + 1 if part.lower() in _ROMANS else ord(part.lower()[0]) - ord("a") + 1


def _heading(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words that a section begins with."""
    ends = (
        number
        for number, part in enumerate(parts)
        if (_ORDINAL.fullmatch(part) and number) or part in _COUNTED or part in _UNSEEN - {"and"}
    )
    return parts[: next(ends, len(parts))]


@lru_cache(maxsize=4096)
def _nth(number: int, text: str) -> tuple[str, ...]:
    """What belongs to the line of this number among those that are indented alike, for each depth."""
    indents, lines, ends = _outline(text)
    found = []
    for depth in dict.fromkeys(indents):
        starts = [place for place, indent in enumerate(indents) if indent == depth]
        for begin in starts[number - 1 : number - 1 + _LISTS]:  # another list may stand before the one that is meant
            end = ends[begin] if ends[begin] > begin + 1 else len(lines)  # a heading opens the rest
            found.append("\n".join(lines[begin:end]))
    return tuple(found)


@lru_cache(maxsize=4096)
def _outline(text: str) -> tuple[tuple[int, ...], tuple[str, ...], tuple[int, ...]]:
    """The lines of a text: how deep each is indented, what it says, and where the next one stands that is no deeper."""
    lines = tuple(line for line in text.splitlines() if line.strip())
    indents = tuple(len(line) - len(line.lstrip()) for line in lines)
    ends, open_lines = [len(lines)] * len(lines), list[int]()
    for place, indent in enumerate(indents):
        while open_lines and indents[open_lines[-1]] >= indent:
            ends[open_lines.pop()] = place
        open_lines.append(place)
    return indents, lines, tuple(ends)


def _counted(what: str, number: int, text: str) -> Iterator[str]:
    """What a paragraph, item or condition of this number opens, where a text has so many."""
    paragraphs = [part for part in re.split(r"\n\s*\n|\n(?=[^\n]{200})", text) if part.strip()]
    if len(paragraphs) >= number:
        yield "\n\n".join(paragraphs[number - 1 :])
    if what != "para":
        yield from _nth(number, text)
        if max(len(_ITEM.findall(text)), len(_STOP.findall(text))) >= number:
            yield text


@lru_cache(maxsize=4096)
def _opened(parts: tuple[str, ...], text: str) -> tuple[str, ...]:
    """What follows each place where parts stand as one mark (`3.1`, `(c)`), up to the mark that comes next."""
    if len(parts) > 1 and not any(f"{parts[0]}{between}{parts[1]}" in text for between in _BETWEEN) and parts[0] not in _LONG:
        return ()
    following = [(*parts[:-1], mark) for mark in _next(parts[-1])]
    found = _mark(parts).finditer(text)
    return tuple(text[mark.end() : end] for mark in found for end in _ends(following, mark, text))


def _ends(following: Iterable[tuple[str, ...]], found: re.Match[str], text: str) -> Iterator[int]:
    """Where what a mark opens may end: at the next one, printed like it and indented no deeper; lists may stand in between."""
    after = text[found.end() - 1 : found.end()]
    like = re.escape(after) if after in (".", ")", ":") else r"(?:[^\w\n]|$)"
    indent = _indent(text, found.start())
    for parts in following:
        later = _line(parts, like).finditer(text, found.end())
        ends = [end.start() for end in later if _indent(text, end.end() - 1) <= indent]
        if ends:
            yield from ends[:_LISTS]
            if parts[-1].isdigit() and _line(("1",), like).search(text, found.end(), ends[0]):
                break  # a list within begins anew, and the mark that seemed to come next may be one of its own
            return
    yield len(text)


def _indent(text: str, place: int) -> int:
    line = text[text.rfind("\n", 0, place) + 1 : text.find("\n", place) if "\n" in text[place:] else len(text)]
    return len(line) - len(line.lstrip())


@cache
def _mark(parts: tuple[str, ...]) -> re.Pattern[str]:
    """How a text prints a number or letter where something begins: at the beginning of a line, or after a space."""
    if parts[0] in _LONG:
        return re.compile(rf"(?i){_LONG[parts[0]]}" + "".join(rf"\W+{re.escape(part)}\b" for part in parts[1:]))
    joined = _joined(parts)
    return re.compile(rf"{_line(parts).pattern}|(?<=[\s(\"“;,:.]){joined}[.):]|\({joined}\)")


@cache
def _line(parts: tuple[str, ...], after: str = r"(?:[^\w\n]|$)") -> re.Pattern[str]:
    """The same at the beginning of a line only."""
    return re.compile(rf"(?m)^[^\w\n]*(?:(?i:section|article|§)\W*)?{_joined(parts)}{after}")


def _joined(parts: tuple[str, ...]) -> str:
    return r"[.(]{1,2}".join(rf"{re.escape(part)}\)?" for part in parts)


def _next(part: str) -> Iterator[str]:
    """The marks that may come after one; a text may leave numbers out."""
    if part.isdigit():
        yield from (str(int(part) + more) for more in (1, 2))
    elif part.lower() in _ROMANS[:-1] and (len(part) > 1 or part in "ivxIVX"):
        following = _ROMANS[_ROMANS.index(part.lower()) + 1]
        yield following.upper() if part.isupper() else following
    elif len(part) == 1:
        yield chr(ord(part) + 1)
