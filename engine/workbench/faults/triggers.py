# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The faults that may be put into a sentence of a licence: it says nothing, or it is about something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from clingo import SymbolType, parse_term
from clingo.ast import AST, ASTType, SymbolicTerm

from ...glossary import glossary
from ...language import hyphenated
from ...language import signatures as terms
from .law import Statement, parsed, written
from .mutation import Mutation
from .operators import DROP, Changed, narrowed
from .rewriting import Path, rewritten
from .swapping import alternatives, chosen, is_word

TRIGGERS = frozenset({"trigger", "reached", "deed", "class", "target", "limit", "event"})
"""The sorts of words that say when and on what a clause bears."""

_TURNED = {"if": "unless", "unless": "if"}


def slips(statement: Statement) -> Iterator[Mutation]:
    """The faults of a sentence of a licence, each once.

    Args:
        statement: a fact of a licence file
    """
    fact = parsed(statement.text)
    yield Mutation(statement, "", DROP, "dropped")
    seen = {statement.text}
    for changed, operator, what in (*narrowed(fact), *_triggered(fact), *_unconditional(fact), *_turned(fact)):
        text = written(changed)
        if text not in seen:
            seen.add(text)
            yield Mutation(statement, text, operator, what)


def _triggered(fact: AST) -> Changed:
    pooled = alternatives(fact)

    def offer(node: AST, path: Path) -> Iterator[tuple[AST, str]]:
        if not is_word(node) or node.symbol.type is not SymbolType.Function:
            return
        own = str(node.symbol)
        for sort in sorted(_sorts().get(path[-1] if path else "", frozenset()) & TRIGGERS):
            words = {word.replace("-", "_") for word in glossary()[sort]}
            others = words - pooled.get(path, frozenset()) - {own} if own in words else set()
            if others:
                word = parse_term(chosen(others, path, own))
                yield SymbolicTerm(node.location, word), f"`{word}` for `{own}`"
                return

    yield from ((changed, "change trigger", what) for changed, what in rewritten(fact, offer))


def _unconditional(fact: AST) -> Changed:
    """Without the last part of the term, where the language knows it without."""

    def offer(node: AST, path: Path) -> Iterator[tuple[AST, str]]:
        if node.ast_type == ASTType.Function and path[:1] == ("says/3.2",) and len(path) == 1 and node.arguments:
            *kept, last = node.arguments
            if kept and (node.name, len(kept)) in _shapes():
                yield node.update(arguments=kept), f"without `{last}`"

    yield from ((changed, "drop condition", what) for changed, what in rewritten(fact, offer))


def _turned(fact: AST) -> Changed:
    def offer(node: AST, path: Path) -> Iterator[tuple[AST, str]]:
        if node.ast_type == ASTType.Function and path and node.name in _TURNED and len(node.arguments) == 1:
            turned = node.update(name=_TURNED[node.name])
            yield turned, f"`{turned}` for `{node}`"

    yield from ((changed, "turn condition", what) for changed, what in rewritten(fact, offer))


@cache
def _sorts() -> Mapping[str, frozenset[str]]:
    """The sorts of words that may stand at each place of a term."""
    found: dict[str, set[str]] = {}
    for known in terms():
        level = [known.pattern]
        while level:
            for term in level:
                for place, part in enumerate(term.arguments):
                    found.setdefault(f"{term.name}/{len(term.arguments)}.{place}", set()).add(hyphenated(part.name))
            level = [part for term in level for part in term.arguments]
    return {place: frozenset(sorts) for place, sorts in found.items()}


@cache
def _shapes() -> frozenset[tuple[str, int]]:
    return frozenset((known.pattern.name, len(known.pattern.arguments)) for known in terms())
