# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The terms of a draft in chapters and sections, with the lines that they serve and the clauses that they follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, String, Symbol

from ...clauses import Clause, license_file
from ...finding import Cite
from ...glossary import glossary
from ...language import signature, signatures
from .brief import Brief, lines
from .program import Derived

MODELS = 3
"""Model clauses that are named for a section."""

NEAREST = 3
"""Licences that are compared with the draft clause by clause."""

KEPT = 0
"""The number of what the brief as a whole keeps back."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A licence that says some of what the draft says: how many things both say, and how many out of a hundred of either's.

    Of the nearest ones ``only_theirs`` are clauses that say what the draft does not, ``only_draft`` terms the other way round.
    """

    license: str
    shared: int
    likeness: int
    only_theirs: tuple[Clause, ...] = ()
    only_draft: tuple[Symbol, ...] = ()


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
    return {Function("clause", [name, String(section), term]): wanted for (section, term), wanted in terms.serving.items()}


def composed(brief: Brief, derived: Derived) -> Terms:
    """Put terms into chapters and sections: one for each group, one for each further line that needs a clause.

    Args:
        brief: what is wanted
        derived: what follows from it
    """
    near = _neighbours(derived)
    likeness = {each.license: each.likeness for each in near}
    serves = _by_line(derived.of("serves", 2))
    chapter_of = {_number(number): chapter.name for number, chapter in derived.of("stands_in", 2)}
    unheard = {term for _, term in derived.of("unheard", 2)}
    models: dict[int, list[tuple[Symbol, Cite]]] = {}
    for served, term, license_id, place in derived.of("model", 4):
        models.setdefault(_number(served), []).append((term, Cite(license_id.string, place.string)))
    sections: list[Section] = []
    serving: dict[tuple[str, Symbol], frozenset[int]] = {}
    for number, chapter, group in _numbered(brief, serves, chapter_of):
        wanted: dict[Symbol, set[int]] = {}
        for line in group:
            for term in serves.get(line, ()):
                wanted.setdefault(term, set()).add(line)
        serving |= {(number, term): frozenset(by) for term, by in wanted.items()}
        told = _folded(wanted)
        found = {each for line in group for each in models.get(line, ())}
        clauses = tuple(Clause(brief.license, number, term, "", 0) for term in told)
        new = tuple(term for term in told if term in unheard or _apart(term) & unheard)
        sections.append(Section(chapter, number, clauses, group, _best([cite for _, cite in found], likeness), new))
    return Terms(brief, tuple(sections), serving, near)


def _number(line: Symbol) -> int:
    return KEPT if str(line) == "kept" else line.number


def _by_line(pairs: Iterable[Sequence[Symbol]]) -> dict[int, list[Symbol]]:
    found: dict[int, list[Symbol]] = {}
    for number, term in pairs:
        found.setdefault(_number(number), []).append(term)
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


def _folded(terms: Iterable[Symbol]) -> list[Symbol]:
    """Terms in the order of the clause language, what is said of originals and derivatives alike said of covered works."""
    found = sorted(terms, key=_order)
    folded: dict[Symbol, None] = {}
    for term in found:
        other = _with(term, "covered") if _is_grant(term) else term
        folded[other if _apart(other) <= set(found) else term] = None
    return list(folded)


def _order(term: Symbol) -> tuple[object, ...]:
    known = signature(term)
    place = signatures().index(known) if known in signatures() else len(signatures())
    deed = _DEEDS.index(term.arguments[0].name) if _is_grant(term) else 0
    return place, deed, term


_DEEDS = ("use", "make", "distribute", "host")


def _is_grant(term: Symbol) -> bool:
    return term.name == "may" and str(term.arguments[1]) != "output"


def _apart(term: Symbol) -> set[Symbol]:
    """What was put together as said of covered works."""
    covered = _is_grant(term) and str(term.arguments[1]) == "covered"
    return {_with(term, form) for form in ("original", "derivative")} if covered else set()


def parts(term: Symbol) -> set[Symbol]:
    """What a term of a draft was put together from, or the term itself."""
    return _apart(term) or {term}


def _with(term: Symbol, form: str) -> Symbol:
    return Function(term.name, [term.arguments[0], Function(form), *term.arguments[2:]])


def _best(cites: Sequence[Cite], likeness: Mapping[str, int]) -> tuple[Cite, ...]:
    """The clauses that say most of a section, of these first those of licences like the draft; one of each licence."""
    counted = Counter(cites)
    ranked = sorted(counted, key=lambda cite: (-counted[cite], -likeness.get(cite.license, -1), cite.license, cite.section))
    best: dict[str, Cite] = {}
    for cite in ranked:
        best.setdefault(cite.license, cite)
    return tuple(best.values())[:MODELS]


def _neighbours(derived: Derived) -> tuple[Neighbour, ...]:
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
            tuple(clause for clause in license_file(name).clauses if clause.steward is None and parts[clause.term] - wanted),
            tuple(term for term in serves if parts[term] - said[name]),
        )
        for likeness, shared, name in near[:NEAREST]
    ) + tuple(Neighbour(name, -shared, -likeness) for likeness, shared, name in near[NEAREST:])
