# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The faults that may be put into a rule or a law fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clingo import Control
from clingo.ast import AST, ASTType, ComparisonOperator, Sign, SymbolicTerm

from .law import Statement, parsed, written
from .mutation import Mutation
from .rewriting import Path, rewritten, spots
from .swapping import alternatives, another, is_word

DROP = "drop"
"""The operator that takes a whole statement away."""

_OTHER = {
    ComparisonOperator.GreaterThan: (ComparisonOperator.GreaterEqual, ">="),
    ComparisonOperator.GreaterEqual: (ComparisonOperator.GreaterThan, ">"),
    ComparisonOperator.LessThan: (ComparisonOperator.LessEqual, "<="),
    ComparisonOperator.LessEqual: (ComparisonOperator.LessThan, "<"),
    ComparisonOperator.Equal: (ComparisonOperator.NotEqual, "!="),
    ComparisonOperator.NotEqual: (ComparisonOperator.Equal, "="),
}

_LOOSENING = frozenset({"drop literal", "negate literal", "change comparison"})
"""Operators that may leave a variable unbound."""

Changed = Iterator[tuple[AST, str, str]]
"""Changed statements, each with the operator and what it did."""


def faults(statement: Statement) -> Iterator[Mutation]:
    """The faults of a rule or a fact, each once; such as clingo refuses are none.

    Args:
        statement: a rule, or a fact that rules read
    """
    rule = parsed(statement.text)
    yield Mutation(statement, "", DROP, "dropped")
    seen = {statement.text}
    for changed, operator, what in (*_dropped(rule), *_negated(rule), *narrowed(rule), *_compared(rule), *_swapped(rule)):
        text = written(changed)
        if text not in seen and (operator not in _LOOSENING or is_safe(text)):
            seen.add(text)
            yield Mutation(statement, text, operator, what)


def is_safe(text: str) -> bool:
    """Whether clingo takes a statement: each variable of it is bound."""
    control = Control(["--warn=none"], logger=lambda code, message: None)
    try:
        control.add("base", [], text)
        control.ground([("base", [])])
    except RuntimeError:
        return False
    return True


def _body(rule: AST, body: Sequence[AST]) -> AST:
    return rule.update(body=list(body))


def _dropped(rule: AST) -> Changed:
    body = list(rule.body)
    for place, literal in enumerate(body):
        yield _body(rule, [*body[:place], *body[place + 1 :]]), "drop literal", f"without `{literal}`"


def _negated(rule: AST) -> Changed:
    body = list(rule.body)
    counts = Counter(node.name for node, _ in spots(rule) if node.ast_type == ASTType.Variable)
    for place, literal in enumerate(body):
        if literal.atom.ast_type == ASTType.Comparison and literal.atom.guards[0].comparison in (
            ComparisonOperator.Equal,
            ComparisonOperator.NotEqual,
        ):
            continue  # changing the comparison says the same
        turned = _turned(literal, counts)
        yield _body(rule, [*body[:place], turned, *body[place + 1 :]]), "negate literal", f"`{turned}` for `{literal}`"


def _turned(literal: AST, counts: Counter[str]) -> AST:
    """The literal negated, or no longer. What only it binds stands for anything in a negation."""
    if literal.sign != Sign.NoSign:
        return literal.update(sign=Sign.NoSign)

    def anything(node: AST, _: Path) -> Iterator[tuple[AST, str]]:
        if node.ast_type == ASTType.Variable and node.name != "_" and counts[node.name] == 1:
            yield node.update(name="_"), ""

    while (loose := next(rewritten(literal, anything), None)) is not None:
        literal = loose[0]
    return literal.update(sign=Sign.Negation)


def narrowed(rule: AST) -> Changed:
    """One alternative less in a pool."""

    def less(node: AST, _: Path) -> Iterator[tuple[AST, str]]:
        if node.ast_type == ASTType.Pool:
            alternatives = list(node.arguments)
            for place, gone in enumerate(alternatives):
                rest = [*alternatives[:place], *alternatives[place + 1 :]]
                yield rest[0] if len(rest) == 1 else node.update(arguments=rest), f"without the alternative `{gone}`"

    yield from ((changed, "drop alternative", what) for changed, what in rewritten(rule, less))


def _compared(rule: AST) -> Changed:
    def other(node: AST, _: Path) -> Iterator[tuple[AST, str]]:
        if node.ast_type == ASTType.Guard:
            comparison, sign = _OTHER[ComparisonOperator(node.comparison)]
            yield node.update(comparison=int(comparison)), f"`{sign}` before `{node.term}`"

    body = list(rule.body)
    for place, literal in enumerate(body):
        for changed, what in rewritten(literal, other):
            yield _body(rule, [*body[:place], changed, *body[place + 1 :]]), "change comparison", what


def _swapped(rule: AST) -> Changed:
    pooled = alternatives(rule)

    def offer(node: AST, path: Path) -> Iterator[tuple[AST, str]]:
        if path and is_word(node):
            word = another(node, path, pooled.get(path, frozenset()))
            if word is not None:
                yield SymbolicTerm(node.location, word), f"`{word}` for `{node.symbol}`"

    yield from ((changed, "swap constant", what) for changed, what in rewritten(rule, offer))
