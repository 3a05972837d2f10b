# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The questions worth asking: missing facts that some finding turns on, the most decisive first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from clingo import Function, Symbol

from .facts import Names, word
from .finding import Finding
from .questions import OpenQuestion
from .sentence import about, hyphenated, question_sentence
from .solve import Found


def missing_facts(findings: Iterable[Found], names: Names) -> list[Finding]:
    """A question for each fact that a finding of unknown standing turns on, most decisive first.

    Facts that most take for granted where a case is silent are not asked for; they are named as conditions.
    """
    decisive: Counter[OpenQuestion] = Counter()
    for found in findings:
        if found.standing == "unknown":
            asked = {question for answers in found.conditions for question, _ in answers}
            decisive.update(question for question in asked if not question.law and question.usual is None)

    def rank(question: OpenQuestion) -> tuple[int, str, str, list[tuple[str, str]]]:
        subject = sorted(about(question.subject, names).items())
        return -decisive[question], question.topic, question_sentence(question, names), subject

    return [_asked(question, names) for question in sorted(decisive, key=rank)]


def _asked(question: OpenQuestion, names: Names) -> Finding:
    values = about(question.subject, names)
    works = tuple(values[key] for key in ("work", "source") if key in values)
    sentence = question_sentence(question, names)
    return Finding(
        kind="question",
        topic=question.topic,
        works=works,
        sentence=sentence,
        standing="unknown",
        party=values.get("party"),
        detail=_answered_at(question, names),
        term=Function("open_fact", [question.subject, word(question.topic)]),
    )


_SAID_AS = {
    "takes-place-in": "in",
    "delivers": "form",
    "without-licence": "under",
    "performs-similarly": "intent",
}
"""Facts that a case states under another key."""


def _answered_at(question: OpenQuestion, names: Names) -> str:
    """Where in a case the answer stands, as ``works.app.links-dynamically: together``."""
    key = _SAID_AS.get(question.topic, question.topic)
    subject = question.subject
    values = about(subject, names)
    if subject in names.acts:
        return f"acts: {key}"
    match subject.name:
        case "link":
            return f"works.{values['work']}.{hyphenated(_stated_way(subject, names))}: {key}"
        case "use":
            return f"purposes: {values['use']}: {key}"
        case "above" | "seat" | "venue" if "work" in values:
            return f"acts: {key}"
    return f"works.{values['work']}: {key}" if "work" in values else f"parties.{values['party']}: {key}"


def _stated_way(link: Symbol, names: Names) -> Symbol:
    """The way of making under which a case states a link: rules may look at a plug-in as at a program that is run."""
    work, way, source = link.arguments
    stated = names.ways.get((work, source), [way])
    return way if way in stated else stated[0]
