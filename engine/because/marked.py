# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The rules, each with a mark in its body that says which one it is, so that what follows can be traced back to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clingo import Number
from clingo.ast import AST, ASTType, Function, Literal, Location, Position, Sign, SymbolicAtom, SymbolicTerm, parse_files

from ..glossary import KNOWLEDGE_BASE
from ..knowledge import rule_files

MARK = "by_rule"
"""The predicate of the marks; its argument is the place of the rule in :func:`marked`."""

_COMMENT = re.compile(r"% \[([^\]]+)\] (.*)")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the knowledge base by its place; its comment cites where it comes from and says it in a sentence."""

    file: Path
    line: int

    @property
    def place(self) -> str:
        """File and line, as ``kb/rules/reach.lp:12``."""
        return f"kb/{self.file.relative_to(KNOWLEDGE_BASE).as_posix()}:{self.line}"

    @property
    def comment(self) -> tuple[str, str]:
        """The source that the comment above the rule cites, and its sentence."""
        return comments(self.file)[self.line - 1]


@dataclass(frozen=True, slots=True)
class Marked:
    """The program, and the rules by the numbers of their marks."""

    statements: tuple[AST, ...]
    rules: tuple[Rule, ...]


@cache
def marked() -> Marked:
    """Every rule with a mark as the last literal of its body. Facts stay what they are: they are law, and always hold."""
    statements: list[AST] = []
    rules: list[Rule] = []

    def take(statement: AST) -> None:
        if statement.ast_type == ASTType.Rule and statement.body:
            statement.body.append(_mark(len(rules)))
            begin = statement.location.begin
            rules.append(Rule(Path(begin.filename), begin.line))
        if statement.ast_type not in (ASTType.Comment, ASTType.ShowSignature, ASTType.Program):
            statements.append(statement)

    parse_files([str(file) for file in rule_files()], take)
    return Marked(tuple(statements), tuple(rules))


def _mark(number: int) -> AST:
    begin = Position("<mark>", 1, 1)
    place = Location(begin, begin)
    atom = SymbolicAtom(Function(place, MARK, [SymbolicTerm(place, Number(number))], 0))
    return Literal(place, Sign.NoSign, atom)


@cache
def comments(file: Path) -> tuple[tuple[str, str], ...]:
    """For each line of a file the bracketed source and the sentence of the comment that goes before it."""
    current, found = ("", ""), []
    within = False
    for line in file.read_text(encoding="utf-8").splitlines():
        begun = _COMMENT.match(line)
        if begun:
            current = (begun[1], begun[2].strip())
        elif within and line.startswith("% "):
            current = (current[0], f"{current[1]} {line[2:].strip()}")
        within = bool(begun) or (within and line.startswith("% "))
        found.append(current)
    return tuple(found)
