# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Queries over what follows: a conjunction of conclusions with variables, answered as a table."""

from __future__ import annotations

from .asking import explanation
from .phrases import SentenceError
from .registry import Table
from .state import Desk, Reply, reply

WIDEST = 60
"""Characters of a cell that are shown."""


def queried(table: Table, desk: Desk, query: str) -> Reply:
    """The answers to a query.

    Raises:
        SentenceError: it is none, or names what there is not
    """
    from licet.engine.query import QueryError, ask, predicates  # noqa: PLC0415 - only those who query pay for it

    if not query:
        rows = [(f"{each.name}({', '.join(each.arguments)})", each.sentence) for each in predicates()]
        width = max(len(term) for term, _ in rows) + 2
        return reply(desk, ["One can ask for:", *(f"  {term:<{width}}{sentence}" for term, sentence in rows)])
    try:
        found = ask(explanation(table, desk), query)
    except QueryError as error:
        raise SentenceError(str(error)) from error
    if not found.variables:
        return reply(desk, ["yes" if found.rows else "no"])
    return reply(desk, _table(found.variables, found.rows) if found.rows else ["nothing"])


def _table(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[str]:
    rows = tuple(tuple(cell if len(cell) <= WIDEST else cell[: WIDEST - 1] + "…" for cell in row) for row in rows)
    widths = [max(len(row[column]) for row in (heads, *rows)) for column in range(len(heads))]
    return ["  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in (heads, *rows)]
