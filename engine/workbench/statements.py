# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The rules as one reads them: what stands under one comment together, with what it derives and what it reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from clingo.ast import AST, ASTType, Sign, parse_string

from ..because.marked import Rule
from ..glossary import KNOWLEDGE_BASE

Predicate = tuple[str, int]
"""A name and a number of arguments."""

FILES = ("rules/*.lp", "doctrine/*.lp", "goals/*.lp", "sanity.lp")
"""Where rules stand."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Rules or facts under one comment, in the words of their file.

    ``source`` is what the comment cites in brackets, empty where it cites nothing. ``absent`` are those predicates of ``reads``
    that some rule wants not to hold.
    """

    file: Path
    line: int
    source: str
    sentence: str
    text: str
    derives: tuple[Predicate, ...]
    reads: tuple[Predicate, ...]
    absent: tuple[Predicate, ...]

    @property
    def place(self) -> str:
        """File and line, as ``kb/rules/reach.lp:12``."""
        return Rule(self.file, self.line).place


@cache
def rule_files() -> tuple[Path, ...]:
    """The files that hold rules, in the order of their folders."""
    return tuple(path for pattern in FILES for path in sorted(KNOWLEDGE_BASE.glob(pattern)))


@cache
def passages() -> tuple[Passage, ...]:
    """All passages of all files, in their order."""
    return tuple(passage for file in rule_files() for passage in _passages(file))


def _passages(file: Path) -> Iterator[Passage]:
    text = file.read_text(encoding="utf-8")
    lines = text.splitlines()
    held: list[AST] = []
    for statement in parsed(text):
        if held and _apart(lines, held[-1].location.end.line, statement.location.begin.line):
            yield _passage(file, lines, held)
            held = []
        held.append(statement)
    if held:
        yield _passage(file, lines, held)


def parsed(text: str) -> list[AST]:
    """The rules and facts of a text.

    Raises:
        RuntimeError: it does not parse
    """
    statements: list[AST] = []
    parse_string(text, statements.append, logger=lambda code, message: None)
    return [statement for statement in statements if statement.ast_type == ASTType.Rule]


def _apart(lines: list[str], end: int, begin: int) -> bool:
    """Whether a comment or an empty line stands between two statements, of which one ends and the other begins at a line."""
    return any(not line.strip() or line.startswith("%") for line in lines[end : begin - 1])


def _passage(file: Path, lines: list[str], held: list[AST]) -> Passage:
    begin, end = held[0].location.begin.line, held[-1].location.end.line
    source, sentence = _told(file, lines, begin, any(statement.body for statement in held))
    rules = [rule for statement in held for rule in statement.unpool(condition=True)]
    derives = dict.fromkeys(found for rule in rules for found, _ in heads(rule))
    reads = [found for rule in rules for found in bodies(rule)]
    absent = dict.fromkeys(predicate for predicate, negated in reads if negated)
    text = "\n".join(lines[begin - 1 : end])
    return Passage(
        file, begin, source, sentence, text, tuple(derives), tuple(dict.fromkeys(p for p, _ in reads)), tuple(absent)
    )


def _told(file: Path, lines: list[str], begin: int, rules: bool) -> tuple[str, str]:
    """The source and the sentence of the comment above a line; of rules without one, those that go on from above."""
    above = begin - 1
    while above and lines[above - 1].startswith("%"):
        above -= 1
    comment = " ".join(line.lstrip("%").strip() for line in lines[above : begin - 1])
    cites = any(line.startswith("% [") for line in lines[above : begin - 1])
    return Rule(file, begin).comment if cites or (rules and not comment) else ("", comment)


def heads(rule: AST) -> Iterator[tuple[Predicate, AST]]:
    """The predicates that a rule derives, each with its atom."""
    return ((predicate, atom) for predicate, atom, _, conditional in _atoms(rule.head) if not conditional)


def bodies(rule: AST) -> Iterator[tuple[Predicate, bool]]:
    """The predicates that a rule reads, each with whether it is wanted absent; conditions in the head are read, too."""
    yield from ((predicate, negated) for predicate, _, negated, conditional in _atoms(rule.head) if conditional)
    yield from ((predicate, negated) for part in rule.body for predicate, _, negated, _ in _atoms(part))


def _atoms(node: AST, negated: bool = False, conditional: bool = False) -> Iterator[tuple[Predicate, AST, bool, bool]]:
    """The atoms in a part of a rule, each with whether it is negated and whether it is a condition of another."""
    if node.ast_type == ASTType.SymbolicAtom:
        yield (node.symbol.name, len(node.symbol.arguments)), node.symbol, negated, conditional
        return
    negated = negated or (node.ast_type == ASTType.Literal and node.sign == Sign.Negation)
    for key in node.child_keys:
        child = getattr(node, key)
        within = conditional or key == "condition"
        for part in [child] if isinstance(child, AST) else (child or ()):
            yield from _atoms(part, negated, within)


@cache
def derived_in() -> dict[Predicate, tuple[Path, ...]]:
    """Of every predicate that rules derive the files in which they do."""
    return _files((predicate, passage.file) for passage in passages() for predicate in passage.derives)


@cache
def read_in() -> dict[Predicate, tuple[Path, ...]]:
    """Of every predicate that rules read the files in which they do."""
    return _files((predicate, passage.file) for passage in passages() for predicate in passage.reads)


def _files(found: Iterable[tuple[Predicate, Path]]) -> dict[Predicate, tuple[Path, ...]]:
    files: dict[Predicate, dict[Path, None]] = {}
    for predicate, file in found:
        files.setdefault(predicate, {})[file] = None
    return {predicate: tuple(those) for predicate, those in files.items()}
