# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licences come nearest to a draft, and how they differ from it."""

from __future__ import annotations

from dataclasses import dataclass

from clingo import Symbol

from ...clauses import Clause, license_file
from .program import Derived

NEAREST = 3
"""Licences that are compared with the draft clause by clause."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A licence that says some of what the draft says: how many things both say, and how many out of a hundred of either's.

    Of the nearest ones ``only_theirs`` are clauses that say what the draft does not, ``only_draft`` terms the other way round.
    What a steward published of his licence is no clause of it.
    """

    license: str
    shared: int
    likeness: int
    only_theirs: tuple[Clause, ...] = ()
    only_draft: tuple[Symbol, ...] = ()


def neighbours(derived: Derived) -> tuple[Neighbour, ...]:
    """The licences for such works by how much of what either says is said by both, nearest first."""
    wanted = {plain for (plain,) in derived.of("wanted", 1)}
    parts: dict[Symbol, set[Symbol]] = {}
    for term, plain in derived.all("means", 2):
        parts.setdefault(term, set()).add(plain)
    said: dict[str, set[Symbol]] = {license_id.string: set() for (license_id,) in derived.of("akin", 1)}
    for license_id, plain in derived.all("saying", 2):
        if license_id.string in said:
            said[license_id.string].add(plain)
    serves = {term for _, term in derived.of("serves", 2)}
    near = sorted(
        (-(len(wanted & told) * 100 // len(wanted | told)), -len(wanted & told), name)
        for name, told in said.items()
        if wanted & told
    )
    return tuple(
        Neighbour(
            name,
            -shared,
            -likeness,
            tuple(each for each in license_file(name).clauses if each.steward is None and parts[each.term] - wanted),
            tuple(term for term in serves if parts[term] - said[name]),
        )
        for likeness, shared, name in near[:NEAREST]
    ) + tuple(Neighbour(name, -shared, -likeness) for likeness, shared, name in near[NEAREST:])
