# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The law as it is watched: which rule fires on which premises, and what rules want absent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from clingo import Symbol, SymbolType, parse_term
from clingo.ast import AST, ASTType, Sign

from ..faults.law import parsed

CERTAIN = "certain__"
"""What goes before the name of a predicate for those of its atoms that hold on every reading."""

FIRED = "fired__"


Pattern = tuple[Any, ...] | Symbol | None
"""A term as text has it: the name and the places of what holds others, a word, or None for anything."""


@dataclass(frozen=True, slots=True)
class Watched:
    """The law as it is watched: a program that tells which rule fires, the rules by their numbers, facts by their atoms.

    ``absent`` are the atoms that some rule wants absent, by their predicates.
    """

    program: str
    rules: Sequence[str]
    facts: Mapping[Symbol, str]
    absent: Mapping[str, frozenset[Pattern]]

    def is_denied(self, atom: Symbol) -> bool:
        """Whether some rule wants an atom absent."""
        return any(_fits(atom, pattern) for pattern in self.absent.get(atom.name, ()))


def watched(rules: Sequence[str], facts: Iterable[str]) -> Watched:
    """The law as it is watched.

    Args:
        rules: rules with a body, as text
        facts: facts of the law and of licences, as text
    """
    trees = [parsed(rule) for rule in rules]
    program = "\n".join(line for number, rule in enumerate(trees) for line in traced(number, rule))
    atoms = {parse_term(str(each.head)): fact for fact in facts for each in parsed(fact).unpool()}
    absent: dict[str, set[Pattern]] = {}
    for rule in (single for tree in trees for single in tree.unpool()):
        for literal in rule.body:
            if literal.sign != Sign.NoSign and literal.atom.ast_type == ASTType.SymbolicAtom:
                absent.setdefault(literal.atom.symbol.name, set()).add(_pattern(literal.atom.symbol))
    return Watched(program, rules, atoms, {name: frozenset(patterns) for name, patterns in absent.items()})


def _fits(symbol: Symbol, pattern: Pattern) -> bool:
    """Whether a term is one that a pattern stands for."""
    if pattern is None or isinstance(pattern, Symbol):
        return pattern is None or pattern == symbol
    if symbol.type is not SymbolType.Function:
        return False
    name, *places = pattern
    arguments = symbol.arguments
    return (
        name == symbol.name
        and len(places) == len(arguments)
        and all(_fits(argument, place) for argument, place in zip(arguments, places, strict=True))
    )


def _pattern(term: AST) -> Pattern:
    """What a term stands for; what is to be reckoned may be anything."""
    if term.ast_type == ASTType.SymbolicTerm:
        symbol: Symbol = term.symbol
        return symbol
    return (term.name, *map(_pattern, term.arguments)) if term.ast_type == ASTType.Function else None


def loosened(literal: AST) -> str:
    """A literal as it may be true on some reading: what is negated must not hold on every one."""
    if literal.sign == Sign.NoSign or literal.atom.ast_type != ASTType.SymbolicAtom:
        return str(literal)
    return f"not {CERTAIN}{literal.atom}"


def choice_body(rule: AST) -> list[AST]:
    """The body of a rule; of one that leaves a choice, with what the choice is between."""
    if rule.head.ast_type == ASTType.Literal:
        return list(rule.body)
    return [*rule.body, *(literal for element in rule.head.elements for literal in element.condition)]


def traced(number: int, rule: AST) -> Iterator[str]:
    """Rules that conclude from each way in which a body can be true which rule it is of, its head, and its premises."""
    for single in rule.unpool():
        count = iter(range(1000))
        body = choice_body(single)
        positive = [_named(literal.atom.symbol, count) for literal in body if _is_positive(literal)]
        others = [loosened(literal) for literal in body if not _is_positive(literal)]
        head = str(single.head) if single.head.ast_type == ASTType.Literal else "choice"
        yield f"{FIRED}({number}, {head}, ({', '.join((*positive, 'end'))})) :- {', '.join((*positive, *others))}."


def _is_positive(literal: AST) -> bool:
    return bool(literal.sign == Sign.NoSign and literal.atom.ast_type == ASTType.SymbolicAtom)


def _named(term: AST, count: Iterator[int]) -> str:
    """A term as text, with a variable of its own for each thing that may be anything."""
    if term.ast_type == ASTType.Variable:
        return f"Any{next(count)}" if term.name == "_" else str(term)
    if term.ast_type != ASTType.Function or not term.arguments:
        return str(term)
    told = ", ".join(_named(argument, count) for argument in term.arguments)
    return f"{term.name}({told}{',' * (not term.name and len(term.arguments) == 1)})"
