# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Rules as the checks see them: what they conclude, from which premises, with pools written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from clingo.ast import AST, ASTType, Sign

from .base import Base, File, line_of

Key = tuple[str, int]
"""A predicate: its name and how many arguments it takes."""


@dataclass(frozen=True, slots=True)
class Atom:
    """An atom of a rule. ``wanted`` tells whether it is a premise that has to hold."""

    node: AST
    key: Key
    arguments: tuple[AST, ...]
    line: int
    wanted: bool

    def __str__(self) -> str:
        return str(self.node)


@dataclass(frozen=True, slots=True)
class Rule:
    """One alternative of a rule. ``premises`` are its body and, of a choice, the conditions of what may be chosen."""

    file: str
    line: int
    node: AST
    heads: tuple[AST, ...]
    premises: tuple[AST, ...]
    concluded: tuple[Atom, ...]
    read: tuple[Atom, ...]

    @property
    def is_fact(self) -> bool:
        """Whether it holds whatever else does."""
        return not self.premises

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """All atoms of the rule."""
        return self.concluded + self.read


@lru_cache(maxsize=1024)
def rules(file: File) -> tuple[Rule, ...]:
    """The rules of a file, a pool written out as so many rules."""
    found = (part for statement in file.of(ASTType.Rule) for part in statement.unpool(condition=True))
    return tuple(_rule(file.name, node) for node in found)


def _rule(name: str, node: AST) -> Rule:
    head, premises = node.head, list(node.body)
    heads = [head]
    if head.ast_type in (ASTType.Aggregate, ASTType.Disjunction):
        heads = [element.literal for element in head.elements]
        premises += [condition for element in head.elements for condition in element.condition]
    return Rule(name, line_of(node), node, tuple(heads), tuple(premises), tuple(_atoms(heads)), tuple(_atoms(premises)))


def _atoms(parts: Iterable[AST]) -> Iterator[Atom]:
    """The atoms of parts of a rule."""
    for part in parts:
        wanted = is_premise(part)
        plain = part.ast_type == ASTType.Literal and part.atom.ast_type in (ASTType.SymbolicAtom, ASTType.Comparison)
        for node in [part.atom] if plain else nodes(part):
            if node.ast_type == ASTType.SymbolicAtom and node.symbol.ast_type == ASTType.Function:
                symbol, arguments = node.symbol, tuple(node.symbol.arguments)
                yield Atom(symbol, (symbol.name, len(arguments)), arguments, line_of(symbol), wanted)


def law(base: Base) -> Iterator[Rule]:
    """Every rule and fact of the knowledge base but those of licences."""
    return (rule for file in base.others for rule in rules(file))


def nodes(node: AST) -> Iterator[AST]:
    """A node and all below it, in their order."""
    yield node
    for key in node.child_keys:
        child = getattr(node, key)
        for item in [child] if isinstance(child, AST) else (child or []):
            yield from nodes(item)


def written(predicate: Key) -> str:
    """A predicate as headers name it."""
    return f"{predicate[0]}/{predicate[1]}"


def is_premise(literal: AST) -> bool:
    """Whether a literal wants an atom to hold."""
    positive: bool = literal.ast_type == ASTType.Literal and literal.sign == Sign.NoSign
    return positive and literal.atom.ast_type == ASTType.SymbolicAtom


@dataclass(frozen=True, eq=False)
class Traffic:
    """Where predicates are concluded and read: predicate to file to first line, and which are declared to come from outside."""

    concluded: Mapping[Key, Mapping[str, int]]
    read: Mapping[Key, Mapping[str, int]]
    declared: frozenset[Key]
    shown: frozenset[Key]

    def crosses(self, predicate: Key) -> bool:
        """Whether it goes from one file to another, or in or out."""
        makers, readers = self.concluded.get(predicate, {}), self.read.get(predicate, {})
        return predicate in self.shown or any(set(makers) != {reader} for reader in readers)


@lru_cache(maxsize=64)
def traffic(base: Base) -> Traffic:
    """What goes from file to file in a knowledge base."""
    concluded: dict[Key, dict[str, int]] = {}
    read: dict[Key, dict[str, int]] = {}
    for rule in law(base):
        for found, atoms in ((concluded, rule.concluded), (read, rule.read)):
            for atom in atoms:
                found.setdefault(atom.key, {}).setdefault(rule.file, atom.line)
    for predicate in (("license", 2), ("clause", 3), ("position", 3)):
        concluded.setdefault(predicate, {})["licenses/"] = 1
    declared = {(node.name, node.arity) for file in base.others for node in file.of(ASTType.Defined)}
    shown = {(node.name, node.arity) for file in base.others for node in file.of(ASTType.ShowSignature)}
    return Traffic(concluded, read, frozenset(declared), frozenset(shown))
