# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Another word for a word: one of the same sort, if possible one that stands at the same place of another rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from hashlib import sha256

from clingo import Symbol, SymbolType
from clingo.ast import AST, ASTType

from ...glossary import glossary
from ...knowledge import rule_files
from ...language import hyphenated
from .law import parsed, statements
from .rewriting import Path, spots


def another(word: AST, path: Path, taken: frozenset[str]) -> Symbol | None:
    """Another word for one, always the same for the same place and word.

    Args:
        word: a constant or a string
        path: where it stands
        taken: words that stand beside it in a pool, which would change nothing or take two away
    Returns:
        None if no other word is of its sort
    """
    own = str(word.symbol)
    fitting = _fitting(own, word.symbol.type, path)
    names = [name for name in fitting if name != own and name not in taken]
    return fitting[chosen(names, path, own)] if names else None


def chosen(names: Collection[str], path: Path, own: str) -> str:
    """One of several words, by lot; the lot depends on nothing but the word it replaces and where that stands.

    So the same fault is put into a rule in every run, and what was said of it stays true.
    """
    lot = int(sha256("\0".join((*path, own)).encode()).hexdigest(), 16)
    several = sorted(names)
    return several[lot % len(several)]


def is_word(node: AST) -> bool:
    """Whether a part of a statement is a constant or a string."""
    return node.ast_type == ASTType.SymbolicTerm and node.symbol.type in (SymbolType.Function, SymbolType.String)


def alternatives(node: AST) -> dict[Path, frozenset[str]]:
    """The words that stand together in pools, by their place."""
    pools: dict[Path, frozenset[str]] = {}
    for pool, path in spots(node):
        if pool.ast_type == ASTType.Pool:
            for word, place in spots(pool, path):
                if is_word(word):
                    pools[place] = pools.get(place, frozenset()) | {str(word.symbol)}
    return pools


@cache
def _fitting(own: str, kind: SymbolType, path: Path) -> Mapping[str, Symbol]:
    """Words of the same sort as one: those at its place, as far as either has a sort; else those of its sort anywhere."""
    sorts = _sorts(own)
    here = {
        name: symbol
        for name, symbol in _places().get(path, {}).items()
        if symbol.type == kind and (sorts & _sorts(name) or not sorts or not _sorts(name))
    }
    return here if here.keys() - {own} else {name: each for name, each in _words().items() if sorts & _sorts(name)}


def _sorts(name: str) -> frozenset[str]:
    return _sorted().get(hyphenated(name), frozenset())


@cache
def _sorted() -> Mapping[str, frozenset[str]]:
    """The sorts of each word; an answer is of the sort of its question."""
    sorts: dict[str, set[str]] = {}
    for sort, entries in glossary().items():
        for word, entry in entries.items():
            sorts.setdefault(word, set()).add(sort)
            for answer in entry.answers:
                sorts.setdefault(answer, set()).add(f"{sort} {word}")
    return {word: frozenset(found) for word, found in sorts.items()}


@cache
def _words() -> Mapping[str, Symbol]:
    """Every word that stands anywhere."""
    return {name: symbol for words in _places().values() for name, symbol in words.items()}


@cache
def _places() -> Mapping[Path, Mapping[str, Symbol]]:
    """The words that stand at each place in the rules."""
    found: dict[Path, dict[str, Symbol]] = {}
    for statement in (each for file in rule_files() for each in statements(file)):
        for node, path in spots(parsed(statement.text)):
            if path and is_word(node):
                found.setdefault(path, {})[str(node.symbol)] = node.symbol
    return found
