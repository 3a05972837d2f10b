# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A draft of a licence, laid out for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.draft.values import Draft
from . import draft_clashes, draft_open
from . import draft_words as words
from .layout import pad, wrap
from .look import Look


def lines(draft: Draft, look: Look) -> Iterator[str]:
    """The term sheet: who may do what, the terms with their models, contradictions, gaps, limits, the nearest licences."""
    brief = draft.brief
    yield from (look.paint(line, "heading") for line in wrap(f"{brief.license} — {brief.title}", look.width))
    role = "wrong" if draft.clashes else "good"
    yield from (look.paint(line, role) for line in wrap(f"=> {words.verdict(draft)}", look.width, "", 3))
    for title, body in _sections(draft, look):
        told = list(body)
        if told:
            yield ""
            yield from (look.paint(line, "heading") for line in wrap(title, look.width))
            yield from told
    yield ""
    yield from wrap(words.LAST, look.width)


def _sections(draft: Draft, look: Look) -> Iterator[tuple[str, Iterator[str]]]:
    yield "Who may do what (tried as cases)", _table(draft, look)
    yield "What cannot be had together", _clashes(draft, look)
    yield "The terms, each with the clauses it follows", _terms(draft, look)
    yield "What is written and not tried: no case turns on it", _items(draft_open.untried(draft), look)
    yield "What needs no clause: to say nothing keeps it", _items(draft_open.silent(draft), look)
    yield "What says nothing here", _items(draft_open.idle(draft), look)
    yield "What the brief leaves open, and what follows then", _gaps(draft, look)
    yield "What no brief can say, and the text has to", _items(draft_open.unworded(draft), look)
    yield "What no licence does by itself", _cautions(draft, look)
    yield "The nearest licences (what both say, of a hundred things that either says)", _near(draft, look)


def _table(draft: Draft, look: Look) -> Iterator[str]:
    rows = words.table(draft)
    first = max(len(row[0]) for row in rows)
    widths = [max(len(row[column]) for row in rows) for column in range(1, len(rows[0]))]
    for index, row in enumerate(rows):
        cells = "  ".join(pad(cell, width) for cell, width in zip(row[1:], widths, strict=True))
        yield look.paint(f"  {pad(row[0], first)}  {cells}".rstrip(), "plain" if index else "faint")


def _clashes(draft: Draft, look: Look) -> Iterator[str]:
    for number, clash in enumerate(draft.clashes, 1):
        yield from (
            look.paint(line, "wrong") for line in wrap(draft_clashes.clash(draft, clash), look.width, f"{number:>3}. ", 5)
        )
        for line in draft_clashes.clashing(draft, clash):
            yield from wrap(line, look.width, "     - ", 7)
        rows = [("shown by", told, "plain") for told in draft_clashes.shown(clash)]
        yield from look.labelled([*rows, *(("fix", told, "fix") for told in draft_clashes.missing(draft, clash))], 5)


def _terms(draft: Draft, look: Look) -> Iterator[str]:
    chapter = ""
    for section in draft.terms.sections:
        if section.chapter != chapter:
            chapter = section.chapter
            yield look.paint(words.chapter(section), "name")
        lead = f"  {section.number} "
        for sentence in words.sentences(draft.brief, section):
            yield from wrap(sentence, look.width, pad(lead, 6), 6)
            lead = ""
        rows = [(label, told, "faint") for label, told in words.follows(section)]
        rows += [("new", told, "doubt") for told in words.new(section)]
        yield from look.labelled(rows, 6)


def _gaps(draft: Draft, look: Look) -> Iterator[str]:
    for gap in draft_open.open_matters(draft):
        yield from wrap(draft_open.question(gap), look.width, "  - ", 4)
        rows = [(label, told, "doubt" if label == "then" else "plain") for label, told in draft_open.follows_then(gap)]
        rows.append(("settle by", draft_open.answers(gap), "fix"))
        yield from look.labelled(rows, 4, 11)
    yield from _items(draft_open.moot(draft), look)


def _cautions(draft: Draft, look: Look) -> Iterator[str]:
    asked: set[str] = set()
    for caution in draft.cautions:
        yield from wrap(draft_open.caution(caution), look.width, "  - ", 4)
        told = [question for question in draft_open.turning(caution) if question not in asked]
        yield from look.labelled([("open", question, "faint") for question in told], 4)
        asked.update(told)


def _near(draft: Draft, look: Look) -> Iterator[str]:
    for told, only_theirs, only_draft in words.near(draft):
        yield from (look.paint(line, "name") for line in wrap(told, look.width, "  ", 4))
        for sign, role, said in (("-", "wrong", only_theirs), ("+", "good", only_draft)):
            for sentence in said:
                yield from (look.paint(line, role) for line in wrap(sentence, look.width, f"    {sign} ", 6))


def _items(said: Iterable[str], look: Look) -> Iterator[str]:
    for sentence in said:
        yield from wrap(sentence, look.width, "  - ", 4)
