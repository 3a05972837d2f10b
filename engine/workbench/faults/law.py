# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The statements of the knowledge base that decide something: rules, facts that a rule reads, sentences of licences.

Declarations of words, and facts that only reports tell of, such as who argues for a reading, decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from clingo.ast import AST, ASTType, Location, parse_string

from ...because.marked import Rule
from ...catalog import added, file_of, licenses
from ...glossary import KNOWLEDGE_BASE
from ...knowledge import rule_files

Sort = Literal["rule", "fact", "clause"]

READ_BY_ENGINE = (
    "usual(Case, Question, Answer) :- majority(Question, Answer), open_law(Case, Question).",
    "usual(Subject, Fact, Answer) :- presumed(Fact, Answer), open_fact(Subject, Fact).",
)
"""What the engine takes from facts that no rule reads, as rules: the answers that most give to open questions."""

UNTRIED = ("predicates.lp", "sanity.lp", "show.lp")
"""Files that are always loaded and hold no law."""


_CLOSE = re.compile(r'"(?:\\.|[^"\\])*"|[,;](?! )')
"""A string, which stays as it is, or a comma or semicolon that nothing sets apart from what follows."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: where it stands, first and last line and bytes of its file, and how it reads on one line."""

    file: Path
    line: int
    last: int
    begin: int
    end: int
    text: str
    sort: Sort

    @property
    def place(self) -> str:
        """File and line, as ``kb/rules/reach.lp:12``."""
        return place(self.file, self.line)

    @property
    def comment(self) -> tuple[str, str]:
        """What the comment above cites, and its sentence; empty where it has no source in brackets."""
        return Rule(self.file, self.line).comment


def place(file: Path, line: int) -> str:
    """A line of the knowledge base, as ``kb/rules/reach.lp:12``; one of a file from elsewhere by its whole path."""
    return Rule(file, line).place if file.is_relative_to(KNOWLEDGE_BASE) else f"{file}:{line}"


def parsed(text: str) -> AST:
    """The one statement that a text holds.

    Raises:
        RuntimeError: it does not parse
    """
    found: list[AST] = []
    parse_string(text, found.append, logger=lambda code, message: None)
    return found[-1]


def written(rule: AST) -> str:
    """A rule on one line, as people write it."""
    if rule.head.ast_type != ASTType.Literal:
        return str(rule)
    body = ", ".join(map(str, rule.body))
    return _CLOSE.sub(
        lambda found: found[0] if found[0][0] == '"' else f"{found[0]} ", f"{rule.head}{' :- ' * bool(body)}{body}."
    )


@cache
def laws() -> tuple[Statement, ...]:
    """The rules, and the facts that rules read, in the order of loading."""
    files = [file for file in rule_files() if file.name not in UNTRIED]
    found = [statement for file in files for statement in statements(file)]
    return tuple(statement for statement in found if statement.sort == "rule" or _is_read(statement))


@cache
def sayings() -> tuple[Statement, ...]:
    """The sentences of all licences of the catalogue, in the order of their files."""
    files = [file for file in map(file_of, sorted(licenses(), key=str.lower)) if file not in added()]
    return tuple(statement for file in files for statement in statements(file) if _name(statement.text) != "license")


@cache
def statements(file: Path) -> tuple[Statement, ...]:
    """Every rule and fact of a file, in its order."""
    return tuple(_statements(file))


def _statements(file: Path) -> Iterator[Statement]:
    text = file.read_text(encoding="utf-8")
    found: list[AST] = []
    parse_string(text, found.append, logger=lambda code, message: None)
    starts = _starts(text.encode("utf-8"))
    fact: Sort = "fact" if file in rule_files() or file.parent.name == "goals" else "clause"
    for each in found:
        if each.ast_type == ASTType.Rule:
            where: Location = each.location
            begin, end = (starts[at.line - 1] + at.column - 1 for at in (where.begin, where.end))
            yield Statement(file, where.begin.line, where.end.line, begin, end, written(each), "rule" if each.body else fact)


def _starts(content: bytes) -> list[int]:
    """Where each line begins; clingo counts columns in bytes."""
    return [0, *(position + 1 for position, byte in enumerate(content) if byte == ord("\n"))]


def _is_read(fact: Statement) -> bool:
    return any(signature in _read() for rule in parsed(fact.text).unpool() for signature in signatures([rule.head]))


@cache
def _read() -> frozenset[tuple[str, int]]:
    """What stands in the body of some rule, or is read by the engine."""
    texts = [each.text for file in rule_files() if file.name not in UNTRIED for each in statements(file)]
    return frozenset(found for text in (*texts, *READ_BY_ENGINE) for found in signatures(parsed(text).body))


def signatures(literals: Iterable[AST]) -> Iterator[tuple[str, int]]:
    """Name and number of arguments of the atoms in literals."""
    for literal in literals:
        if literal.ast_type == ASTType.Literal and literal.atom.ast_type == ASTType.SymbolicAtom:
            symbol = literal.atom.symbol
            for term in symbol.arguments if symbol.ast_type == ASTType.Pool else [symbol]:
                yield term.name, len(term.arguments)


def _name(text: str) -> str:
    return text.partition("(")[0]
