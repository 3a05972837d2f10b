# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licences laid out for a terminal: a list of them, the sheet of one, and what tells two apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..clauses import LicenseFile
from ..difference import Difference, Provision, provisions
from ..finding import Finding
from ..situations import Parting
from ..traits import Traits
from .layout import pad, wrap
from .look import Look

_BODIES = {"osi": "OSI-approved", "fsf": "FSF-libre"}


def listed(files: Iterable[LicenseFile], traits: Mapping[str, Traits], look: Look) -> Iterator[str]:
    """A line for each licence: id, kind, what it is called, and by whom it is approved."""
    rows = tuple(files)
    ids = max((len(file.id) for file in rows), default=0)
    for file in rows:
        marks = approvals(traits[file.id])
        name = file.name + (f" ({', '.join(marks)})" if marks else "")
        first, *rest = wrap(name, look.width, " " * (ids + 2 + 10), ids + 2 + 10)
        yield look.paint(pad(file.id, ids), "name") + "  " + look.paint(pad(file.kind, 10), "faint") + first[ids + 12 :]
        yield from rest
    yield look.paint(f"{len(rows)} licence{'' if len(rows) == 1 else 's'}.", "faint")


def approvals(traits: Traits) -> list[str]:
    """Who counts the licence among those that meet a definition."""
    return [_BODIES[body] for body in ("osi", "fsf") if body in traits["approved"]]


def sheet(file: LicenseFile, marks: Iterable[str], notes: bool, look: Look) -> Iterator[str]:
    """A licence clause by clause, in its own order.

    Args:
        file: the licence
        marks: by whom it is approved
        notes: whether to tell beside each clause how its sentence was read
        look: width and colours
    """
    yield look.paint(f"{file.id} — {file.name}", "heading")
    rows = [
        ("kind", ", ".join((file.kind, *marks))),
        ("text", file.text),
        ("encoded", file.encoded),
    ]
    yield from look.labelled(((label, said, "plain") for label, said in rows if said), 2)
    place = None
    for provision in provisions(file.clauses):
        if provision.section != place:
            yield ""
            yield look.paint(provision.section, "name")
        place = provision.section
        yield from wrap(provision.sentence, look.width, "  ", 2)
        if notes:
            for note in dict.fromkeys(clause.sentence for clause in provision.clauses):
                yield from (look.paint(line, "faint") for line in wrap(note, look.width, "    ", 4))
    if file.left_out:
        yield ""
        yield look.paint("left out", "name")
        yield from wrap(file.left_out, look.width, "  ", 2)


def family(tag: str, known: Mapping[str, Traits], unknown: Iterable[str], look: Look) -> Iterator[str]:
    """The texts that the tag of a family may mean, each with what tells it from the others.

    Args:
        tag: the name of the family
        known: the candidates whose clauses are known, with the traits that not all of them have
        unknown: the others
        look: width and colours
    """
    yield from wrap(f"{tag} names a family of licences, not a text. Find out which text was meant:", look.width)
    for name, told in known.items():
        yield ""
        yield look.paint(name, "name")
        rows = ((aspect, ", ".join(sorted(words)), "plain") for aspect, words in told.items() if words)
        yield from look.labelled(rows, 2, 11)
    if missing := list(unknown):
        yield ""
        yield from wrap(f"Without a text that is known here: {', '.join(missing)}.", look.width)


def contrasted(told: Difference, changes: Iterable[Parting], look: Look) -> Iterator[str]:
    """What only one of two licences says, what both say otherwise, and what that changes for what is usually done."""
    yield look.paint(f"{told.first.id} → {told.second.id}", "heading")
    parts = ((f"only {told.first.id}", told.only_first, "wrong"), (f"only {told.second.id}", told.only_second, "good"))
    for heading, said, role in parts:
        if said:
            yield ""
            yield look.paint(heading, "name")
            for provision in said:
                yield from _row(provision, look, role)
    if told.changed:
        yield ""
        yield look.paint("both, with other words or numbers", "name")
        for before, after in told.changed:
            yield from _row(before, look, "wrong")
            yield from _row(after, look, "good")
    yield ""
    yield look.paint(f"{told.alike} clause{'' if told.alike == 1 else 's'} alike.", "faint")
    for index, change in enumerate(changes):
        if not index:
            yield ""
            yield look.paint("what that changes for a small company", "name")
        yield from wrap(f"{change.told}:", look.width, "  ", 2)
        for findings, sign, role in ((change.only_first, "-", "wrong"), (change.only_second, "+", "good")):
            for line in _brief(findings):
                yield from (look.paint(row, role) for row in wrap(line, look.width, f"    {sign} ", 6))


def _brief(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings as their kind and word, those of one standing together."""
    said: dict[tuple[str, str], list[str]] = {}
    for finding in findings:
        told = said.setdefault((finding.kind, finding.standing), [])
        told.append(finding.topic)
    yield from (f"{kind}, {standing}: {'; '.join(words)}" for (kind, standing), words in said.items())


def _row(provision: Provision, look: Look, role: str) -> Iterator[str]:
    sign = "-" if role == "wrong" else "+"
    for line in wrap(f"[{provision.section}] {provision.sentence}", look.width, f"  {sign} ", 4):
        yield look.paint(line, role)
