# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A draft of a licence as a term sheet in Markdown, for whoever has to word it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.draft.values import Draft
from . import draft_clashes, draft_open
from . import draft_words as words
from .markdown import literal


def document(draft: Draft) -> Iterator[str]:
    """The term sheet, line by line."""
    brief = draft.brief
    yield f"## {literal(brief.license)}: {literal(brief.title)}"
    yield from ("", f"**{literal(words.verdict(draft))}**")
    for title, body in _sections(draft):
        told = list(body)
        if told:
            yield from ("", f"### {title}", "", *told)
    yield from ("", literal(words.LAST))


def _sections(draft: Draft) -> Iterator[tuple[str, Iterator[str]]]:
    yield "Who may do what", _table(draft)
    yield "What cannot be had together", _clashes(draft)
    yield "The terms", _terms(draft)
    yield "What is written and not tried", _items(draft_open.untried(draft))
    yield "What needs no clause", _items(draft_open.silent(draft))
    yield "What says nothing here", _items(draft_open.idle(draft))
    yield "What the brief leaves open", _gaps(draft)
    yield "What no brief can say, and the text has to", _items(draft_open.unworded(draft))
    yield "What no licence does by itself", _cautions(draft)
    yield "The nearest licences", _near(draft)


def _table(draft: Draft) -> Iterator[str]:
    head, *rows = words.table(draft)
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    yield from (f"| {' | '.join(map(literal, row))} |" for row in rows)


def _clashes(draft: Draft) -> Iterator[str]:
    for number, clash in enumerate(draft.clashes, 1):
        yield f"{number}. **{literal(draft_clashes.clash(draft, clash))}**"
        yield from (f"   - {literal(line)}" for line in draft_clashes.clashing(draft, clash))
        yield from (f"   - *shown by*: {literal(told)}" for told in draft_clashes.shown(clash))
        yield from (f"   - *fix*: {literal(told)}" for told in draft_clashes.missing(draft, clash))


def _terms(draft: Draft) -> Iterator[str]:
    chapter = ""
    for section in draft.terms.sections:
        if section.chapter != chapter:
            yield from (("",) if chapter else ())
            yield from (f"#### {words.chapter(section)}", "")
            chapter = section.chapter
        yield f"- **{section.number}** {literal(' '.join(words.sentences(draft.brief, section)))}"
        yield from (f"  - *{label}*: {literal(told)}" for label, told in words.follows(section))
        yield from (f"  - *new*: {literal(told)}" for told in words.new(section))


def _gaps(draft: Draft) -> Iterator[str]:
    for gap in draft_open.open_matters(draft):
        yield f"- {literal(draft_open.question(gap))}"
        yield from (f"  - *{label}*: {literal(told)}" for label, told in draft_open.follows_then(gap))
        yield f"  - *settle by*: {literal(draft_open.answers(gap))}"
    yield from _items(draft_open.moot(draft))


def _cautions(draft: Draft) -> Iterator[str]:
    for caution in draft.cautions:
        yield f"- {literal(draft_open.caution(caution))}"
        yield from (f"  - *open*: {literal(question)}" for question in draft_open.turning(caution))


def _near(draft: Draft) -> Iterator[str]:
    for told, only_theirs, only_draft in words.near(draft):
        yield f"- {literal(told)}"
        yield from (f"  - only there: {literal(sentence)}" for sentence in only_theirs)
        yield from (f"  - only here: {literal(sentence)}" for sentence in only_draft)


def _items(said: Iterable[str]) -> Iterator[str]:
    yield from (f"- {literal(sentence)}" for sentence in said)
