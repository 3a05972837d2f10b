# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Clauses put together where one sentence says them, and two licences told apart by theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clingo import Symbol, SymbolType

from .clauses import Clause, LicenseFile
from .gloss import alike, gloss


@dataclass(frozen=True, slots=True)
class Provision:
    """What clauses of one section say in one sentence."""

    section: str
    sentence: str
    clauses: tuple[Clause, ...]


def provisions(clauses: Iterable[Clause]) -> Iterator[Provision]:
    """Put clauses together that follow one another, stand in one section, and differ in one word at most."""
    held: list[Clause] = []
    for clause in clauses:
        if held and not (_place(held[0]) == _place(clause) and alike([*(each.term for each in held), clause.term])):
            yield _provision(held)
            held = []
        held.append(clause)
    if held:
        yield _provision(held)


def _place(clause: Clause) -> tuple[str, str | None]:
    return clause.section, clause.steward


def _provision(held: list[Clause]) -> Provision:
    place = f"{held[0].steward} (position)" if held[0].steward else held[0].section
    return Provision(place, gloss([clause.term for clause in held]), tuple(held))


@dataclass(frozen=True, slots=True)
class Difference:
    """What only one of two licences says, what both say with other words, names or numbers, and how many clauses are alike."""

    first: LicenseFile
    second: LicenseFile
    only_first: tuple[Provision, ...]
    only_second: tuple[Provision, ...]
    changed: tuple[tuple[Provision, Provision], ...]
    alike: int


def difference(first: LicenseFile, second: LicenseFile) -> Difference:
    """Tell two licences apart by what their clauses say, wherever they say it."""
    left = {clause.term: clause for clause in reversed(first.clauses)}
    right = {clause.term: clause for clause in reversed(second.clauses)}
    gone = [clause for clause in first.clauses if clause.term not in right]
    new = [clause for clause in second.clauses if clause.term not in left]
    pairs = list(_pairs(gone, new))
    paired = {id(clause) for pair in pairs for clause in pair}
    return Difference(
        first,
        second,
        tuple(provisions(clause for clause in gone if id(clause) not in paired)),
        tuple(provisions(clause for clause in new if id(clause) not in paired)),
        tuple((_provision([before]), _provision([after])) for before, after in pairs),
        len(left.keys() & right.keys()),
    )


def _pairs(gone: Iterable[Clause], new: Iterable[Clause]) -> Iterator[tuple[Clause, Clause]]:
    """Clauses that say the same but for a text or a number."""
    waiting: dict[Symbol | str, list[Clause]] = {}
    for clause in new:
        waiting.setdefault(_outline(clause.term), []).append(clause)
    for clause in gone:
        partners = waiting.get(_outline(clause.term))
        if partners and _outline(clause.term) != str(clause.term):
            yield clause, partners.pop(0)


def _outline(term: Symbol) -> str:
    """A term without its texts and numbers."""
    if term.type is not SymbolType.Function:
        return "…"
    inside = ",".join(_outline(argument) for argument in term.arguments)
    return f"{term.name}({inside})" if inside else term.name
