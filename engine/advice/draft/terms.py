# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The terms of a draft: chapters and sections, each with the clauses in it, the lines they serve, and the clauses they follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, String, Symbol

from ...clauses import Clause
from ...finding import Cite
from ...glossary import glossary
from .brief import Brief, Line, lines
from .program import Derived

MODELS = 3
"""Model clauses that are named for a section."""

KEPT = 0
"""The number of what the brief as a whole keeps back."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A licence that says some of what the draft says: how many things both say, and how many out of a hundred of either's."""

    license: str
    shared: int
    likeness: int


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a draft.

    ``of`` are the lines that it serves, ``follows`` the clauses of others that say the same, ``new`` what none of them says.
    """

    chapter: str
    number: str
    clauses: tuple[Clause, ...]
    of: tuple[int, ...]
    follows: tuple[Cite, ...]
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
    return {
        Function("clause", [name, String(section), term]): wanted for (section, term), wanted in terms.serving.items()
    }


def composed(brief: Brief, derived: Derived) -> Terms:
    """Put terms into chapters and sections: one for each group, one for each further line.

    Args:
        brief: what is wanted
        derived: what follows from it
    """
    near = _neighbours(derived)
    likeness = {each.license: each.likeness for each in near}
    serves: dict[int, list[Symbol]] = {}
    for number, term in derived.of("serves", 2):
        serves.setdefault(_number(number), []).append(term)
    chapter_of = {_number(number): chapter.name for number, chapter in derived.of("stands_in", 2)}
    models: dict[int, list[tuple[Symbol, Cite]]] = {}
    for number, term, license_id, section in derived.of("model", 4):
        models.setdefault(_number(number), []).append((term, Cite(license_id.string, section.string)))
    sections: list[Section] = []
    serving: dict[tuple[str, Symbol], frozenset[int]] = {}
    for place, chapter in enumerate(_chapters(chapter_of.values()), 1):
        grouped = [group for group in _groups(brief) if any(chapter_of.get(number) == chapter for number in group)]
        for item, group in enumerate(grouped, 1):
            number = f"{place}.{item}"
            wanted: dict[Symbol, set[int]] = {}
            for line in group:
                for term in serves.get(line, ()):
                    wanted.setdefault(term, set()).add(line)
            serving |= {(number, term): frozenset(by) for term, by in wanted.items()}
            clauses = tuple(Clause(brief.license, number, term, "", 0) for term in _folded(wanted))
            found = {each for line in group for each in models.get(line, ())}
            alone = wanted.keys() - {term for term, _ in found}
            follows = _best([cite for _, cite in found], likeness)
            new = tuple(term for term in _folded(wanted) if term in alone or _apart(term) & alone)
            sections.append(Section(chapter, number, clauses, tuple(group), follows, new))
    return Terms(brief, tuple(sections), serving, near)


def _number(line: Symbol) -> int:
    return KEPT if str(line) == "kept" else line.number


def _chapters(used: Iterable[str]) -> Iterator[str]:
    """The chapters that hold something, in the order of the vocabulary."""
    held = set(used)
    return (word for word in glossary()["chapter"] if word in held)


def _groups(brief: Brief) -> Iterator[list[int]]:
    """The lines that share a section: those of a group of people, and every other by itself."""
    told: dict[str, list[int]] = {}
    for line in lines(brief):
        told.setdefault(_key(line), []).append(line.number)
    yield from told.values()
    yield [KEPT]


def _key(line: Line) -> str:
    return f"tier {line.tier.name}" if line.tier is not None else str(line.number)


def _folded(terms: Iterable[Symbol]) -> list[Symbol]:
    """Terms in the order of their kind, what is said of the original and of derivatives alike being said of covered works."""
    found = sorted(terms, key=lambda term: (term.name, _DEEDS.get(str(term.arguments[0]), 9) if term.arguments else 0, term))
    folded: dict[Symbol, None] = {}
    for term in found:
        other = _covered(term)
        both = other is not None and all(_with(other, form) in found for form in ("original", "derivative"))
        folded[other if both and other is not None else term] = None
    return list(folded)


_DEEDS = {"use": 0, "make": 1, "distribute": 2, "host": 3}


def _covered(term: Symbol) -> Symbol | None:
    if term.name == "may" and str(term.arguments[1]) in ("original", "derivative"):
        return _with(term, "covered")
    return None


def _apart(term: Symbol) -> set[Symbol]:
    """What was put together as said of covered works."""
    covered = term.name == "may" and str(term.arguments[1]) == "covered"
    return {_with(term, form) for form in ("original", "derivative")} if covered else set()


def _with(term: Symbol, form: str) -> Symbol:
    return Function(term.name, [term.arguments[0], Function(form), *term.arguments[2:]])


def _best(cites: Sequence[Cite], likeness: Mapping[str, int]) -> tuple[Cite, ...]:
    """The clauses that say most of a section, and of these the ones of the licences most like the draft."""
    counted = Counter(cites)
    best: dict[str, Cite] = {}
    for cite in sorted(counted, key=lambda cite: (-counted[cite], -likeness.get(cite.license, -1), cite.license, cite.section)):
        best.setdefault(cite.license, cite)
    ranked = sorted(best.values(), key=lambda cite: (-likeness.get(cite.license, -1), -counted[cite], cite.license))
    return tuple(ranked[:MODELS])


def _neighbours(derived: Derived) -> tuple[Neighbour, ...]:
    """The licences for such works by how much of what either says is said by both, nearest first."""
    wanted = {plain for (plain,) in derived.of("wanted", 1)}
    said: dict[str, set[Symbol]] = {license_id.string: set() for (license_id,) in derived.of("akin", 1)}
    for license_id, plain in derived.of("saying", 2):
        if license_id.string in said:
            said[license_id.string].add(plain)
    near = [
        Neighbour(name, shared, shared * 100 // len(wanted | told))
        for name, told in said.items()
        if (shared := len(wanted & told))
    ]
    return tuple(sorted(near, key=lambda each: (-each.likeness, -each.shared, each.license)))
