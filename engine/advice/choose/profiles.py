# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licences against which the same speaks, under one number: they stand and fall together, which makes the comparison small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, Symbol

from .programs import Atoms, fact


@dataclass(frozen=True)
class Profiles:
    """The number of each licence, and what speaks against all that have it: goals with concerns."""

    numbers: Mapping[str, int]
    against: Sequence[frozenset[tuple[Symbol, Symbol]]]

    @classmethod
    def of(cls, compared: Atoms) -> Profiles:
        """Those that are compared."""
        counts: dict[str, set[tuple[Symbol, Symbol]]] = {label.string: set() for (label,) in compared["compared"]}
        for label, goal, concern in compared["counts"]:
            if label.string in counts:
                counts[label.string].add((goal, concern))
        sets = {label: frozenset(against) for label, against in counts.items()}
        known = tuple(dict.fromkeys(sets.values()))
        return cls({label: known.index(against) for label, against in sets.items()}, known)

    def facts(self, compared: Atoms) -> Iterator[Symbol]:
        """What the comparison is to know of them."""
        for label, number in self.numbers.items():
            yield fact("of_profile", label, number)
        for number, against in enumerate(self.against):
            yield from (fact("speaks_against", number, goal, concern) for goal, concern in against)
        yield from (
            fact("graded", self.numbers[label.string], goal, grade)
            for label, goal, grade in compared["rank"]
            if label.string in self.numbers
        )
        for name in ("drawback", "listed_at"):
            yield from (Function(name, list(arguments)) for arguments in compared[name])

    def like(self, label: str) -> Iterator[str]:
        """The others that share its number."""
        return (other for other, number in sorted(self.numbers.items()) if number == self.numbers[label] and other != label)
