# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.choose.answer import Choice
from .choice_outlook import finding_words
from .choice_words import (
    SIGNS,
    Row,
    common_rows,
    constraint_words,
    example_words,
    option_rows,
    rest_rows,
    verdict,
)
from .markdown import literal


def markdown(choice: Choice) -> Iterator[str]:
    """The choice as lines of Markdown, with the reasons of all options."""
    yield f"## {literal(choice.request.case.name)}"
    yield ""
    yield f"**{literal(verdict(choice)[0])}**"
    yield ""
    if choice.constant:
        yield "Whatever the licence, this stands in the way:"
        yield ""
        yield from (f"- {literal(said)}" for said in dict.fromkeys(map(finding_words, choice.constant)))
        yield ""
    for kept in choice.contradictions:
        yield "These cannot be had together:" if len(kept) > 1 else "This cannot be had at all:"
        yield ""
        for constraint in kept:
            yield f"- {literal(constraint_words(constraint, choice))}"
            yield from (f"  - {literal(example_words(finding))}" for finding in constraint.examples)
        yield ""
    if choice.options:
        yield from _options(choice)
    yield from _rows(rest_rows(choice))


def _options(choice: Choice) -> Iterator[str]:
    goals = choice.request.goals.asked
    if choice.missing:
        yield "These come nearest, without some of what is required:"
        yield ""
    yield "| | " + " | ".join(goals) + " |"
    yield "|---|" + "---|" * len(goals)
    for option in choice.options:
        yield f"| {literal(option.label)} | " + " | ".join(SIGNS[option.grades[goal]] for goal in goals) + " |"
    yield ""
    if rows := common_rows(choice):
        yield "### All of them"
        yield ""
        yield from _rows(rows)
    for option in choice.options:
        yield f"### {literal(option.label)}"
        yield ""
        yield from _rows(option_rows(option, choice))


def _rows(rows: Iterable[Row]) -> Iterator[str]:
    label = ""
    for name, text, _ in rows:
        label = name or label
        yield f"- *{label}* {literal(text)}"
    yield ""
