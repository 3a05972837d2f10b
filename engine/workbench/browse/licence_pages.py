# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The pages on licences: a list of them, and of each its sheet with the terms that the clauses are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from clingo import Symbol

from ...catalog import families, licenses, tags
from ...clauses import Clause, LicenseFile, license_file
from ...difference import Provision, provisions
from ...language import signature
from ...report.markdown import literal
from ...report.sheet import approvals
from ...traits import traits
from . import spots
from .page import Page, anchor, code, link, mark, prose, table
from .word_pages import Users


def users() -> Users:
    """Which licences use which words and terms."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for name in ids():
        for clause in license_file(name).clauses:
            for each in (("term", str(_pattern(clause))), *_words(clause.term)):
                found.setdefault(each, {})[name] = None
    return {each: tuple(those) for each, those in found.items()}


def ids() -> list[str]:
    """The licences, in an order that does not depend on the machine."""
    return sorted(licenses(), key=lambda name: (name.lower(), name))


def _pattern(clause: Clause) -> object:
    known = signature(clause.term)
    return known.pattern if known else clause.term


@lru_cache(maxsize=8192)
def _words(term: Symbol) -> tuple[tuple[str, str], ...]:
    """The declared words in what a clause says, each with its sort."""
    known = signature(term)
    places = zip(term.arguments, known.pattern.arguments, strict=True) if known else ()
    return tuple(
        word
        for part, place in places
        for word in (
            spots.words(part.arguments[0], place.arguments[0].name) if place.arguments else spots.words(part, place.name)
        )
    )


def list_of_licences() -> Page:
    """Every licence with its kind and name, and what the tags that name families may mean."""
    rows = ((link(literal(name), spots.licence(name), spots.LICENCES), *_row(license_file(name))) for name in ids())
    lines = [*table(("id", "kind", "name", "approved by"), rows), "", "## Families", ""]
    lines.append("Tags that name a family of licences, not a text.")
    lines.append("")
    for tag, candidates in families().items():
        lines.append(f"- {code(tag)}: {', '.join(_candidate(name) for name in candidates)}")
    return Page(spots.LICENCES, "Licences", tuple(lines))


def _row(file: LicenseFile) -> tuple[str, str, str]:
    return literal(file.kind), literal(file.name), ", ".join(approvals(traits()[file.id]))


def _candidate(name: str) -> str:
    return link(literal(name), spots.licence(name), spots.LICENCES) if name in licenses() else f"{literal(name)} (not known)"


def licence_pages() -> Iterator[Page]:
    """A page for each licence."""
    return (_licence(license_file(name)) for name in ids())


def _licence(file: LicenseFile) -> Page:
    origin = spots.licence(file.id).path
    marks = approvals(traits()[file.id])
    named = [code(tag) for tag in tags(file.id)]
    rows = (
        ("file", code(f"kb/licenses/{file.id}.lp")),
        ("kind", literal(", ".join((file.kind, *marks)))),
        ("tags of the hub", ", ".join(named)),
        ("text", prose(file.text)),
        ("encoded", prose(file.encoded)),
        ("left out", prose(file.left_out)),
    )
    lines = [f"- {label}: {said}" for label, said in rows if said]
    return Page(origin, f"{file.id} — {file.name}", (*lines, *_clauses(file, origin)))


def _clauses(file: LicenseFile, origin: str) -> Iterator[str]:
    """The clauses in the order of the text, under their sections."""
    place, seen = None, dict[str, int]()
    for provision in provisions(file.clauses):
        if provision.section != place:
            place = provision.section
            seen[place] = seen.get(place, 0) + 1
            name = anchor("section", place, *([seen[place]] if seen[place] > 1 else []))
            yield from ("", mark(name), "", f"## {literal(place)}", "")
        yield from _provision(provision, origin)


def _provision(provision: Provision, origin: str) -> Iterator[str]:
    yield f"- {literal(provision.sentence)}"
    notes = dict.fromkeys(clause.sentence for clause in provision.clauses if clause.sentence)
    yield from (f"  - {prose(note)}" for note in notes)
    known = signature(provision.clauses[0].term)
    words = dict.fromkeys(each for clause in provision.clauses for each in _words(clause.term))
    links = [link(code(str(known.pattern)), spots.term(known), origin)] if known else []
    links += _linked(words, origin)
    lines = dict.fromkeys(clause.line for clause in provision.clauses)
    yield f"  - {', '.join(links)} (line {', '.join(map(str, lines))})"


def _linked(words: Iterable[tuple[str, str]], origin: str) -> list[str]:
    return [link(literal(word), spots.word(sort, word), origin) for sort, word in words]
