# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A licence file as values: what its header says, and its clauses in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from clingo import Symbol, parse_term
from clingo.ast import AST, ASTType, parse_string

from .catalog import file_of

_TITLE = re.compile(r"^%# (\S+) — (.+)$", re.MULTILINE)
_KEY = re.compile(r"^%  (text|encoded|left out) +(.+(?:\n%   +.+)*)", re.MULTILINE)
_PLACE = re.compile(r"^%\s+(?:[^.]|\.(?! [A-Z(\"]))*\. +(?=[A-Z(\"])")


@dataclass(frozen=True, slots=True)
class Clause:
    """What one sentence of a licence says.

    ``term`` is of the clause language; ``sentence`` says in words what the text does there; ``line`` is that of the file;
    ``steward`` names who published the reading where not the text itself says so.
    """

    license: str
    section: str
    term: Symbol
    sentence: str
    line: int
    steward: str | None = None


@dataclass(frozen=True, slots=True)
class LicenseFile:
    """One licence. ``text``, ``encoded`` and ``left_out`` are what the header says of them."""

    id: str
    name: str
    kind: str
    text: str
    encoded: str
    left_out: str
    clauses: tuple[Clause, ...]

    def saying(self, *names: str) -> Iterator[Clause]:
        """The clauses whose terms have one of these names."""
        return (clause for clause in self.clauses if clause.term.name in names)


@lru_cache(maxsize=512)
def license_file(license_id: str) -> LicenseFile:
    """Read a licence file of the catalogue.

    Raises:
        KeyError: the catalogue does not hold the licence
    """
    return read_license(file_of(license_id))


def read_license(path: Path) -> LicenseFile:
    """Read a licence file.

    Args:
        path: a file of facts, checked before it is read
    Raises:
        RuntimeError: it does not parse
    """
    text = path.read_text(encoding="utf-8")
    title = _TITLE.search(text)
    keys = {key: " ".join(line.lstrip("% ") for line in said.splitlines()) for key, said in _KEY.findall(text)}
    facts = list(_facts(text))
    kind = next((str(fact.arguments[1]) for fact, _, _ in facts if fact.name == "license"), "any")
    clauses = tuple(_clause(fact, sentence, line) for fact, sentence, line in facts if fact.name != "license")
    header = (keys.get("text", ""), keys.get("encoded", ""), keys.get("left out", ""))
    return LicenseFile(path.stem, title[2] if title else path.stem, kind, *header, clauses)


def _clause(fact: Symbol, sentence: str, line: int) -> Clause:
    license_id, place, term = fact.arguments
    if fact.name == "position":
        return Clause(license_id.string, "", term, sentence, line, place.string)
    return Clause(license_id.string, place.string, term, sentence, line)


def _facts(text: str) -> Iterator[tuple[Symbol, str, int]]:
    """Every fact, pools written out, with the sentence of the comment above it and its line."""
    statements: list[AST] = []
    parse_string(text, statements.append, logger=lambda code, message: None)
    lines = text.splitlines()
    for statement in statements:
        if statement.ast_type == ASTType.Rule:
            line = statement.location.begin.line
            sentence = _sentence(lines, line)
            for fact in statement.unpool():
                yield parse_term(str(fact.head)), sentence, line


def _sentence(lines: list[str], line: int) -> str:
    """The comment above a line, or above the lines before it that share one, without the section that it begins with."""
    below = line - 1
    while below and lines[below - 1].strip() and not lines[below - 1].startswith("%"):
        below -= 1
    above = below
    while above and lines[above - 1].startswith("%"):
        above -= 1
    said = " ".join(comment.lstrip("% ") for comment in lines[above:below])
    return _PLACE.sub("", f"% {said}").removeprefix("% ") if said else ""
