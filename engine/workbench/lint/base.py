# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The files of a knowledge base as the checks see them: text, statements and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from clingo.ast import AST, ASTType, parse_string

from ...glossary import KNOWLEDGE_BASE

_LAW = ("rules/", "doctrine/", "goals/")
_LOCATED = re.compile(r"<string>:(\d+):\S* (?:error: )?(.+)", re.DOTALL)
_OUTSIDE = re.compile(r'"(?:\\.|[^"\\\n])*"|%\*|%[^\n]*|#include\b')
_WITHIN = re.compile(r"%\*|\*%|%[^\n]*")


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a file does not keep a convention. ``expected`` says what belongs there, as far as that is known."""

    file: str
    line: int
    message: str
    expected: str = ""


@dataclass(frozen=True, eq=False)
class File:
    """A file by its path below the knowledge base, as ``rules/reach.lp``."""

    name: str
    text: str

    @property
    def stem(self) -> str:
        """The name without folder and ending; of a licence its id."""
        return Path(self.name).stem if "/" in self.name else self.name.removesuffix(".lp")

    @property
    def is_licence(self) -> bool:
        """Whether it holds the clauses of one licence."""
        return self.name.startswith("licenses/")

    @property
    def is_law(self) -> bool:
        """Whether it holds rules that decide cases, or that are put on top of them."""
        return self.name.startswith(_LAW) or self.name == "sanity.lp"

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text."""
        return tuple(self.text.splitlines())

    @cached_property
    def included(self) -> tuple[int, ...]:
        """The lines on which another file is included."""
        return tuple(self.text.count("\n", 0, start) + 1 for start in _included(self.text))

    @cached_property
    def _parsed(self) -> tuple[tuple[AST, ...], tuple[tuple[int, str], ...]]:
        text = self.text
        for start in _included(text):  # the parser would follow it
            end = text.find("\n", start) if "\n" in text[start:] else len(text)
            text = text[:start] + " " * (end - start) + text[end:]
        statements: list[AST] = []
        messages: list[str] = []
        try:
            parse_string(text, statements.append, logger=lambda _code, message: messages.append(message))
        except RuntimeError:
            located = [_LOCATED.match(message) for message in messages]
            return (), tuple((int(found[1]), found[2].strip()) for found in located if found) or ((1, "it cannot be parsed"),)
        return tuple(statements), ()

    @property
    def statements(self) -> tuple[AST, ...]:
        """What the parser reads, comments included; nothing where it does not parse."""
        return self._parsed[0]

    @property
    def broken(self) -> tuple[tuple[int, str], ...]:
        """Why it does not parse, with lines."""
        return self._parsed[1]

    @cached_property
    def kinds(self) -> Mapping[ASTType, tuple[AST, ...]]:
        """The statements by their kind; to ask each for it again takes time."""
        found: dict[ASTType, list[AST]] = {}
        for node in self.statements:
            found.setdefault(node.ast_type, []).append(node)
        return {kind: tuple(nodes) for kind, nodes in found.items()}

    @cached_property
    def comments(self) -> tuple[AST, ...]:
        """The comments, those within a line left out."""
        return tuple(node for node in self.of(ASTType.Comment) if node.location.begin.column == 1)

    def of(self, *kinds: ASTType) -> Iterator[AST]:
        """The statements of some kinds."""
        return (node for kind in kinds for node in self.kinds.get(kind, ()))


@dataclass(frozen=True, eq=False)
class Base:
    """A knowledge base: its files by their paths below its folder."""

    files: Mapping[str, File]
    folder: Path = KNOWLEDGE_BASE

    @property
    def law(self) -> Iterator[File]:
        """The files of rules."""
        return (file for file in self.files.values() if file.is_law)

    @property
    def licences(self) -> Iterator[File]:
        """The files of licences."""
        return (file for file in self.files.values() if file.is_licence)

    @property
    def others(self) -> Iterator[File]:
        """The files that do not belong to one licence."""
        return (file for file in self.files.values() if not file.is_licence)

    def having(self, texts: Mapping[str, str]) -> Base:
        """The same with other texts of files, by their paths, and with files that are new."""
        return Base({**self.files, **{name: File(name, text) for name, text in texts.items()}}, self.folder)


def read(folder: Path = KNOWLEDGE_BASE) -> Base:
    """The knowledge base in a folder.

    Raises:
        OSError: a file of it cannot be read
    """
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.lp"))}
    return Base({name: File(name, path.read_text(encoding="utf-8")) for name, path in paths.items()}, folder)


def line_of(node: AST) -> int:
    """The line on which a node begins."""
    number: int = node.location.begin.line
    return number


def _included(text: str) -> list[int]:
    """Where ``#include`` stands outside strings and comments, which can be nested."""
    found, depth, place = [], 0, 0
    while token := (_WITHIN if depth else _OUTSIDE).search(text, place):
        place = token.end()
        if token[0] == "%*":
            depth += 1
        elif token[0] == "*%":
            depth -= 1
        elif token[0] == "#include":
            found.append(token.start())
    return found
