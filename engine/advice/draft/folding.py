# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Grants of originals and of derivatives put together as grants of covered works, and taken apart again."""

from __future__ import annotations

from collections.abc import Iterable

from clingo import Function, Symbol

from ...language import signature, signatures

_DEEDS = ("use", "make", "distribute", "host")


def folded(terms: Iterable[Symbol]) -> list[Symbol]:
    """Terms in the order of the clause language, what is said of originals and derivatives alike said of covered works."""
    found = sorted(terms, key=_order)
    told: dict[Symbol, None] = {}
    for term in found:
        other = _with(term, "covered") if _is_grant(term) else term
        told[other if apart(other) <= set(found) else term] = None
    return list(told)


def apart(term: Symbol) -> set[Symbol]:
    """What was put together as said of covered works."""
    covered = _is_grant(term) and str(term.arguments[1]) == "covered"
    return {_with(term, form) for form in ("original", "derivative")} if covered else set()


def parts(term: Symbol) -> set[Symbol]:
    """What a term of a draft was put together from, or the term itself."""
    return apart(term) or {term}


def _order(term: Symbol) -> tuple[object, ...]:
    known = signature(term)
    place = signatures().index(known) if known in signatures() else len(signatures())
    deed = _DEEDS.index(term.arguments[0].name) if _is_grant(term) else 0
    return place, deed, term


def _is_grant(term: Symbol) -> bool:
    return term.name == "may" and str(term.arguments[1]) != "output"


def _with(term: Symbol, form: str) -> Symbol:
    return Function(term.name, [term.arguments[0], Function(form), *term.arguments[2:]])
