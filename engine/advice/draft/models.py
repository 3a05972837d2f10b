# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which clauses of the library a section of a draft follows: those that say all of it, else those that together say most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clingo import Symbol

from ...finding import Cite
from .program import Derived

MODELS = 3
"""Model clauses that are named for a section."""


@dataclass(frozen=True, slots=True)
class Models:
    """The model clauses of a section: ``whole`` are those that say all of it, ``partly`` those that say only some of it.

    Where there are of the first kind none of the second are named.
    """

    whole: tuple[Cite, ...] = ()
    partly: tuple[Cite, ...] = ()


class Library:
    """What lines need, and which sections of licences say it.

    Args:
        derived: what follows from the brief
        likeness: how near licences are to the draft
    """

    def __init__(self, derived: Derived, likeness: Mapping[str, int]) -> None:
        self._likeness = likeness
        self._needs: dict[Symbol, set[Symbol]] = {}
        for line, plain in derived.of("needs", 2):
            self._needs.setdefault(line, set()).add(plain)
        self._says: dict[Cite, set[Symbol]] = {}
        for plain, license_id, section in derived.of("model", 3):
            self._says.setdefault(Cite(license_id.string, section.string), set()).add(plain)

    def of(self, lines: Iterable[Symbol]) -> Models:
        """The models of a section that serves these lines, one of each licence."""
        needed = set().union(*(self._needs.get(line, set()) for line in lines))
        whole = _one_of_each(sorted((cite for cite, says in self._says.items() if needed <= says), key=self._rank))
        return Models(whole[:MODELS]) if whole else Models((), self._covering(needed))

    def _covering(self, needed: set[Symbol]) -> tuple[Cite, ...]:
        """Clauses of which each adds something that those before it do not say, most first."""
        chosen: list[Cite] = []
        left = set(needed)
        while left and len(chosen) < MODELS:
            best = min(self._says, key=lambda cite: (-len(self._says[cite] & left), *self._rank(cite)))
            if not self._says[best] & left:
                break
            chosen.append(best)
            left -= self._says[best]
        return tuple(chosen)

    def _rank(self, cite: Cite) -> tuple[int, str, str]:
        return -self._likeness.get(cite.license, -1), cite.license, cite.section


def _one_of_each(cites: Iterable[Cite]) -> tuple[Cite, ...]:
    best: dict[str, Cite] = {}
    for cite in cites:
        best.setdefault(cite.license, cite)
    return tuple(best.values())
