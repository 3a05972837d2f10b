# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on licence files: facts in the clause language, each under its section, in the order that the header lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clingo import SymbolType
from clingo.ast import AST, ASTType

from ...vetting import faults
from .base import Base, Fault, File, line_of
from .header import fields
from .sections import Entry, listed, path
from .sources import headings


def facts(base: Base) -> Iterator[Fault]:
    """A licence file holds facts about one licence, in the words of the clause language, under the name of the file."""
    for file in base.licences:
        yield from (Fault(file.name, line, message) for line, message in faults(file.text, file.stem))


@lru_cache(maxsize=1024)
def clauses(file: File) -> tuple[tuple[int, str], ...]:
    """The clauses of a licence file: lines, each with the section that is cited."""
    found = ((line_of(node), _section(node)) for node in file.of(ASTType.Rule))
    return tuple((line, section) for line, section in found if section)


def _section(node: AST) -> str:
    """The section that a clause cites; nothing for other facts."""
    atom = getattr(node.head, "atom", None)
    symbol = getattr(atom, "symbol", None)
    if getattr(symbol, "name", "") != "clause" or len(symbol.arguments) != 3:  # type: ignore[union-attr]
        return ""
    cited = symbol.arguments[1]  # type: ignore[union-attr]
    is_text = cited.ast_type == ASTType.SymbolicTerm and cited.symbol.type is SymbolType.String
    return str(cited.symbol.string) if is_text else ""


_PLACE = re.compile(r"\.(?= +[A-Z(\"“…])|\n")
"""What ends the section at the beginning of a comment."""


def commented(base: Base) -> Iterator[Fault]:
    """Above every clause stands a comment that begins with its section and says what the sentence does."""
    for file in base.licences:
        for line, section in clauses(file):
            comment = headings(file)[line - 1].lstrip("% ")
            if not comment:
                continue  # that there is none is told of every fact
            if not _names(comment, section) and not _goes_on(file, line, comment):
                yield Fault(file.name, line, f"the comment does not begin with the section, `{section}`", f"`% {section}. …`")


def _names(comment: str, section: str) -> bool:
    """Whether a comment begins with a section, with one of its parts or with what it is a part of; it may list several."""
    cited, place = path(section.lower()), _PLACE.split(comment, maxsplit=1)[0].lower()
    return path(place)[: len(cited)] == cited or any(entry.covers(cited) for entry in listed(place, [cited]))


def _goes_on(file: File, line: int, comment: str) -> bool:
    """Whether a comment goes on with the sentence above the clause before it."""
    before = file.lines[line - 2 - len(comment.split("\n"))].strip()
    return comment[0].islower() and bool(before) and not before.startswith("%")


def encoded(base: Base) -> Iterator[Fault]:
    """Every section that a clause cites is listed as encoded."""
    for file, line, entries in _headers(base):
        for number, section in clauses(file):
            if not any(entry.covers(path(section)) for entry in entries):
                yield Fault(file.name, number, f"`{section}` is not listed as encoded", f"`{section}` on line {line}")


def explained(base: Base) -> Iterator[Fault]:
    """Every section that is listed as encoded has a clause, or a comment that tells what became of it."""
    for file, line, entries in _headers(base):
        cited = [path(section) for _, section in clauses(file)]
        told = " ".join(str(comment) for comment in file.comments if line_of(comment) > line)
        known: dict[str, bool] = {}
        for entry in (member for each in entries if cited and not each.loose for member in each.members()):
            known[entry.label] = known.get(entry.label, False) or _has(entry, cited) or _mentioned(entry, told)
        for label in (label for label, fine in known.items() if not fine):
            yield Fault(file.name, line, f"`{label}` is listed as encoded, and no clause or comment names it")


def _has(entry: Entry, cited: list[tuple[str, ...]]) -> bool:
    """Whether a clause cites what is listed, or a part of it."""
    return any(entry.covers(section) for section in cited)


def _mentioned(entry: Entry, told: str) -> bool:
    return any(re.search(rf"(?<![\w.]){re.escape(label)}(?![\w])", told) for label in (entry.label, entry.label.split(" (")[0]))


def ordered(base: Base) -> Iterator[Fault]:
    """Clauses stand in the order in which the header lists the sections, which is that of the licence."""
    for file, line, entries in _headers(base):
        reached = 0
        for number, section in clauses(file):
            places = [place for place, entry in enumerate(entries) if entry.covers(path(section))]
            if any(entries[place].loose for place in places) or not places:
                continue
            following = [place for place in places if place >= reached]
            if not following:
                message = f"`{section}` stands after `{entries[reached].label}`, which the header lists behind it"
                yield Fault(file.name, number, message, f"the order of line {line}")
            reached = min(following, default=reached)


def _headers(base: Base) -> Iterator[tuple[File, int, tuple[Entry, ...]]]:
    """The licence files that say what is encoded, each with the line where they do, and what it lists."""
    for file in base.licences:
        if "encoded" in fields(file):
            line, said = fields(file)["encoded"]
            yield file, line, listed(said, [path(section) for _, section in clauses(file)])
