# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Every way of changing one spot of a term or a statement."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clingo.ast import AST, ASTType

Path = tuple[str, ...]
"""Where a spot is, as ``("says/3.2", "must/3.0")``: at the first place of must inside the third of says."""

Offer = Callable[[AST, Path], Iterator[tuple[AST, str]]]
"""What may stand instead at a spot, with the words for it."""

_SAME = {"clause": "says", "position": "says"}
"""Predicates whose places hold what those of another hold."""


def rewritten(node: AST, offer: Offer, path: Path = ()) -> Iterator[tuple[AST, str]]:
    """What a node becomes by one change, at it or anywhere below.

    Args:
        node: any part of a statement; it stays as it is
        offer: what may stand at a spot instead
        path: where the node is
    """
    yield from offer(node, path)
    for key in node.child_keys:
        child = getattr(node, key)
        if isinstance(child, AST):
            for new, what in rewritten(child, offer, path):
                yield node.update(**{key: new}), what
        elif child is not None:
            children = list(child)
            for place, each in enumerate(children):
                for new, what in rewritten(each, offer, below(node, path, place)):
                    yield node.update(**{key: [*children[:place], new, *children[place + 1 :]]}), what


def spots(node: AST, path: Path = ()) -> Iterator[tuple[AST, Path]]:
    """Every part of a node with where it is."""
    yield node, path
    for key in node.child_keys:
        child = getattr(node, key)
        if isinstance(child, AST):
            yield from spots(child, path)
        elif child is not None:
            for place, each in enumerate(child):
                yield from spots(each, below(node, path, place))


def below(node: AST, path: Path, place: int) -> Path:
    """Where a child of a node is; the alternatives of a pool are all where the pool is."""
    if node.ast_type != ASTType.Function:
        return path
    return (*path, f"{_SAME.get(node.name, node.name)}/{len(node.arguments)}.{place}")
