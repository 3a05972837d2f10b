# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The pages on words: the vocabulary, the terms of the clause language, and the open questions of law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...doctrine import Answer, Question, questions
from ...glossary import Entry, glossary
from ...language import Signature
from ...report.markdown import literal
from ...words import plain
from ..new.topics import choices, example, topics
from . import spots
from .page import Page, anchor, block, code, link, mark, prose, table

_LISTED = 12
"""How many licences are named that use a word; of more only the number is told."""

Users = Mapping[tuple[str, str], tuple[str, ...]]
"""Of words (sort and word) and terms (``term`` and its pattern) the licences that use them."""


def vocabulary(users: Users) -> Page:
    """Every declared word by its sort, with its sentence, its answers, the evidence for it, and who uses it."""
    sorts = {sort: words for sort, words in glossary().items() if sort not in ("question", "evidence")}
    lines = ["Sorts: " + ", ".join(f"[{literal(sort)}](#{anchor('sort', sort)})" for sort in sorts) + "."]
    for sort, words in sorts.items():
        lines += ["", mark(anchor("sort", sort)), "", f"## {literal(sort)}", ""]
        lines += [line for entry in words.values() for line in _word(entry, users)]
    return Page(spots.VOCABULARY, "Vocabulary", tuple(lines))


def _word(entry: Entry, users: Users) -> Iterator[str]:
    yield f"- {mark(anchor(entry.sort, entry.word))}{code(entry.word)}: {literal(plain(entry.sentence))}"
    for answer, phrase in entry.answers.items():
        yield f"  - {code(answer)}: {literal(plain(phrase))}"
    evidence = glossary()["evidence"].get(entry.word) if entry.sort in ("making", "attribute", "circumstance", "act") else None
    if evidence:
        yield f"  - evidence: {literal(plain(evidence.sentence))}"
    if told := used(users.get((entry.sort, entry.word), ()), spots.VOCABULARY):
        yield f"  - {told}"


def used(licenses: tuple[str, ...], origin: str) -> str:
    """Which licences use something, or how many do."""
    if len(licenses) > _LISTED:
        return f"in {len(licenses)} licences"
    return "in " + ", ".join(link(literal(id), spots.licence(id), origin) for id in licenses) if licenses else ""


def terms(users: Users) -> Page:
    """The terms of the clause language under the questions that they answer."""
    lines: list[str] = []
    for topic in topics():
        lines += ["", f"## {literal(topic.heading)}", ""] if lines else [f"## {literal(topic.heading)}", ""]
        lines += [literal(topic.question), ""] if topic.question else []
        for told in topic.signatures:
            lines += _term(told, users)
        lines += ["For example:", "", *block("\n".join(topic.examples), "prolog")] if topic.examples else []
    return Page(spots.TERMS, "What a clause can say", tuple(lines))


def _term(told: Signature, users: Users) -> Iterator[str]:
    yield mark(spots.term(told).anchor)
    yield ""
    yield f"### {code(str(told.pattern))}"
    yield ""
    leaves = (place.arguments[0] if place.name == "train" else place for place in told.pattern.arguments)
    yield literal(told.sentence.format(*(f"({place})" for place in leaves)))
    yield ""
    for sort, _ in dict(choices(told)).items():
        known = "making" if sort == "way" else sort
        there = "[questions](questions.md)" if known == "question" else f"[{sort}]({spots.VOCABULARY}#{anchor('sort', known)})"
        yield f"- words: {there}"
    yield f"- as {code(example(told))}"
    if by := used(users.get(("term", str(told.pattern)), ()), spots.TERMS):
        yield f"- {by}"
    yield ""


def open_questions() -> Page:
    """What the law leaves open, with who answers it how and on what authority."""
    lines: list[str] = ["A case settles a question under `readings`, by its word and the word of an answer."]
    for question in questions().values():
        lines += _question(question)
    return Page(spots.QUESTIONS, "Open questions of law", tuple(lines))


def _question(question: Question) -> Iterator[str]:
    yield from ("", mark(anchor(question.word)), "", f"## {literal(question.word)}", "", literal(plain(question.sentence)))
    for answer in question.answers:
        usual = ", the usual reading" if answer.usual else ""
        yield from ("", f"### {literal(question.word)}: {literal(answer.word)}", "")
        yield f"{literal(plain(answer.phrase))} ({literal(answer.confidence)}{usual})."
        yield from _support(answer)


def _support(answer: Answer) -> Iterator[str]:
    theories = [link(literal(theory), spots.word("theory", theory), spots.QUESTIONS) for theory in answer.theories]
    courts = [
        link(literal(place), spots.word("jurisdiction", place.lower()), spots.QUESTIONS) for place in answer.jurisdictions
    ]
    yield from ("", f"- theories: {', '.join(theories)}") if theories else ()
    yield from (() if theories else ("",)) if courts else ()
    yield from (f"- jurisdictions: {', '.join(courts)}",) if courts else ()
    if answer.authorities:
        rows = ((prose(each.source), literal(each.date), literal(each.status)) for each in answer.authorities)
        yield from ("", *table(("authority", "date", "status"), rows))
