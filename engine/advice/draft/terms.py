# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The terms of a draft in chapters and sections, with the lines that they serve and the clauses that they follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, Number, String, Symbol

from ...clauses import Clause
from ...glossary import glossary
from .brief import Brief, lines
from .folding import apart, folded
from .models import Library, Models
from .near import Neighbour, neighbours
from .program import Derived

KEPT = 0
"""The number of what the brief as a whole keeps back."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a draft.

    ``of`` are the lines that it serves, ``models`` the clauses of others that say the same, ``new`` what none of them says.
    """

    chapter: str
    number: str
    clauses: tuple[Clause, ...]
    of: tuple[int, ...]
    models: Models
    new: tuple[Symbol, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a draft says, in its order; ``serving`` are the numbers of the lines that want each clause."""

    brief: Brief
    sections: tuple[Section, ...]
    serving: Mapping[tuple[str, Symbol], frozenset[int]]
    near: tuple[Neighbour, ...]

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, in their order."""
        return tuple(clause for section in self.sections for clause in section.clauses)


def facts(terms: Terms) -> dict[Symbol, frozenset[int]]:
    """The clauses of a draft as the rules know them, each with the lines that want it."""
    name = String(terms.brief.license)
    return {Function("clause", [name, String(section), term]): wanted for (section, term), wanted in terms.serving.items()}


def composed(brief: Brief, derived: Derived) -> Terms:
    """Put terms into chapters and sections: one for each group, one for each further line that needs a clause.

    Args:
        brief: what is wanted
        derived: what follows from it
    """
    near = neighbours(derived)
    library = Library(derived, {each.license: each.likeness for each in near})
    serves = _by_line(derived.of("serves", 2))
    chapter_of = {number_of(line): chapter.name for line, chapter in derived.of("stands_in", 2)}
    unheard = {term for _, term in derived.of("unheard", 2)}
    sections: list[Section] = []
    serving: dict[tuple[str, Symbol], frozenset[int]] = {}
    for number, chapter, group in _numbered(brief, serves, chapter_of):
        wanted: dict[Symbol, set[int]] = {}
        for line in group:
            for term in serves.get(line, ()):
                wanted.setdefault(term, set()).add(line)
        serving |= {(number, term): frozenset(by) for term, by in wanted.items()}
        told = folded(wanted)
        clauses = tuple(Clause(brief.license, number, term, "", 0) for term in told)
        new = tuple(term for term in told if term in unheard or apart(term) & unheard)
        sections.append(Section(chapter, number, clauses, group, library.of(map(_symbol, group)), new))
    return Terms(brief, tuple(sections), serving, near)


def number_of(line: Symbol) -> int:
    """The number of a line that the goal program names."""
    return KEPT if str(line) == "kept" else line.number


def _symbol(number: int) -> Symbol:
    return Function("kept") if number == KEPT else Number(number)


def _by_line(pairs: Iterable[Sequence[Symbol]]) -> dict[int, list[Symbol]]:
    found: dict[int, list[Symbol]] = {}
    for line, term in pairs:
        found.setdefault(number_of(line), []).append(term)
    return found


def _numbered(
    brief: Brief, serves: Mapping[int, Sequence[Symbol]], chapter_of: Mapping[int, str]
) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """The sections with their numbers, their chapters and the lines that share them, as the vocabulary orders chapters."""
    groups = [group for group in _groups(brief) if any(line in serves for line in group)]
    used = [word for word in glossary()["chapter"] if any(chapter_of[group[0]] == word for group in groups)]
    for place, chapter in enumerate(used, 1):
        inside = (group for group in groups if chapter_of[group[0]] == chapter)
        yield from ((f"{place}.{item}", chapter, group) for item, group in enumerate(inside, 1))


def _groups(brief: Brief) -> Iterator[tuple[int, ...]]:
    """The lines that share a section: those of a group of people, and every other by itself."""
    told: dict[str, list[int]] = {}
    for line in lines(brief):
        told.setdefault(f"tier {line.tier.name}" if line.tier is not None else str(line.number), []).append(line.number)
    yield from map(tuple, told.values())
    yield (KEPT,)
