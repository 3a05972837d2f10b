# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..advice.choose.answer import Choice, Option
from .choice_outlook import finding_words
from .choice_words import (
    ROLES,
    SIGNS,
    common_rows,
    constraint_words,
    example_words,
    option_rows,
    rest_rows,
    verdict,
)
from .layout import pad, wrap
from .look import Look

OPENED = 4
"""Options that are told with their reasons, unless all are asked for."""


def lines(choice: Choice, look: Look, every: bool = False) -> Iterator[str]:
    """The choice as lines.

    Args:
        choice: which licences will do
        look: width and colours
        every: whether to tell the reasons of all options
    """
    yield from (look.paint(line, "heading") for line in wrap(choice.request.case.name, look.width))
    told, role = verdict(choice)
    yield from (look.paint(line, role) for line in wrap(f"=> {told}", look.width, "", 3))
    if choice.request.supposed:
        told = f"The case does not say what is done with {choice.request.work.name}: here it is handed over for money."
        yield from wrap(told, look.width)
    yield from _in_the_way(choice, look)
    if choice.options:
        yield from _options(choice, look, every)
    yield ""
    yield from look.labelled(rest_rows(choice), 0, 11)


def _in_the_way(choice: Choice, look: Look) -> Iterator[str]:
    """What stands in the way whatever the licence, and what cannot be had together."""
    if choice.constant:
        yield ""
        yield from wrap("Whatever the licence, this stands in the way; `licet fix` tells what to change:", look.width)
        for said in dict.fromkeys(map(finding_words, choice.constant)):
            yield from (look.paint(line, "wrong") for line in wrap(said, look.width, "  - ", 4))
    for kept in choice.contradictions:
        yield ""
        yield "These cannot be had together:" if len(kept) > 1 else "This cannot be had at all:"
        for constraint in kept:
            wanted = constraint_words(constraint, choice)
            yield from (look.paint(line, "wrong") for line in wrap(wanted, look.width, "  - ", 4))
            for finding in constraint.examples:
                yield from wrap(example_words(finding), look.width, "    ", 6)


def _options(choice: Choice, look: Look, every: bool) -> Iterator[str]:
    yield ""
    if choice.missing:
        yield from wrap("These come nearest, without some of what is required:", look.width)
    yield from _table(choice, look)
    if rows := common_rows(choice):
        yield ""
        yield "For and against all of them"
        yield from look.labelled(rows, 5)
    shown = choice.options if every else choice.options[:OPENED]
    for number, option in enumerate(shown, 1):
        yield ""
        yield from _option(number, option, choice, look)
    if len(choice.options) > len(shown):
        yield ""
        yield "--all tells the reasons of the others too."


def _option(number: int, option: Option, choice: Choice, look: Look) -> Iterator[str]:
    yield from (look.paint(line, "name") for line in wrap(option.label, look.width, f"{number:>3}. ", 5))
    yield from look.labelled(option_rows(option, choice), 5)


def _table(choice: Choice, look: Look) -> Iterator[str]:
    """A row for each option: how it serves each goal; where there is no room for columns, in words."""
    goals = choice.request.goals.asked
    names = max(len(option.label) for option in choice.options)
    if look.width < names + 5 + sum(len(goal) + 2 for goal in goals):
        for number, option in enumerate(choice.options, 1):
            told = "; ".join(f"{goal} {SIGNS[option.grades[goal]]}" for goal in goals)
            yield from wrap(f"{option.label}: {told}", look.width, f"{number:>3}. ", 5)
        return
    yield " " * (names + 5) + "".join("  " + goal for goal in goals)
    for number, option in enumerate(choice.options, 1):
        cells = ("  " + look.paint(pad(SIGNS[option.grades[goal]], len(goal)), ROLES[option.grades[goal]]) for goal in goals)
        yield f"{number:>3}. {look.paint(pad(option.label, names), 'name')}{''.join(cells)}".rstrip()
