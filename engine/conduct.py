# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How parties, their acts and purposes are written in a case, and the readings it presupposes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from .case import Act, Party, Purpose
from .cursor import Cursor
from .glossary import glossary
from .placement import ACT, ACT_FIGURES, PARTY, PARTY_FIGURES, PURPOSE, SAID_OTHERWISE
from .problem import quoted
from .record import Fields, Key, Record, keyed
from .scalar import Count, Country, Sum
from .shape import MAXIMUM_NAME, Shape, Text, Word
from .structure import Either, ListOf, Turned
from .words import answer_to, plain, stated, theories, word_of
from .work import Reference


@cache
def party() -> Fields[Party]:
    """Return the shape of a party."""
    seat = Key("established-in", Country(), "The country or region it is established in, by its two letters.")
    circumstances = stated(PARTY)
    figures = _figures(PARTY_FIGURES)

    def build(record: Record) -> Party:
        return Party(record.cursor.name, record.get(seat), dict(record.among(circumstances)), dict(record.among(figures)))

    return Fields("a party", {**keyed(seat), **circumstances, **figures}, build, SAID_OTHERWISE)


def _figures(metrics: Mapping[str, str]) -> dict[str, Key[Mapping[str, int]]]:
    """Return keys for what may be counted: by month or without one, or by currency."""
    return {metric: Key(metric, Sum() if metric.endswith("revenue") else Count(), said) for metric, said in metrics.items()}


@cache
def purposes() -> ListOf[Purpose]:
    """Return the shape of a list of purposes: words of the use taxonomy, alone or with what the case says of each."""
    use = Key("use", word_of("use"), "What the work is used for.", required=True)
    circumstances = stated(PURPOSE)

    def build(record: Record) -> Purpose:
        return Purpose(record.need(use), dict(record.among(circumstances)))

    short = Turned(use.shape, lambda word, _: Purpose(word))
    detailed = Fields("a purpose", {use.word: use, **circumstances}, build, SAID_OTHERWISE)
    return ListOf("purposes", Either(short, detailed))


@cache
def act() -> Fields[Act]:
    """Return the shape of an act: who does what with which work, in which form and circumstances, and what for."""
    actor = Key("party", Reference("party"), "Who acts.", required=True)
    does = Key("does", word_of("act"), "What is done.", required=True)
    work = Key("work", Reference("work"), "The work it is done with.", required=True)
    serves = Key("purposes", purposes(), "What the work is used for in this act.")
    form = Key("form", word_of("form"), "The form in which the work is handed over.")
    places = Key("in", ListOf("countries", Country(), or_one=True, minimum=1), "The countries or regions it takes place in.")
    circumstances: dict[str, Key[Any]] = {**keyed(form), **stated(ACT)}
    figures = _figures(ACT_FIGURES)

    def build(record: Record) -> Act:
        return Act(
            party=record.need(actor),
            does=record.need(does),
            work=record.need(work),
            attributes=dict(record.among(circumstances)),
            purposes=record.get(serves) or (),
            places=record.get(places) or (),
            figures=dict(record.among(figures)),
            place=record.cursor.place,
        )

    return Fields("an act", {**keyed(actor, does, work, serves, places), **circumstances, **figures}, build, SAID_OTHERWISE)


@cache
def readings() -> Fields[Mapping[str, str]]:
    """Return the shape of the readings: answers to open questions, or a jurisdiction or theory that answers several."""
    keys: dict[str, Key[str]] = keyed(
        Key("jurisdiction", Country(), "Whose courts are followed where they have decided."),
        Key("theory", Word("theory", theories()), "Which theory is followed where it has an answer."),
    )
    for word, entry in glossary().get("question", {}).items():
        shape: Shape[Any] = answer_to(entry) if entry.answers else Text(MAXIMUM_NAME)
        keys[word] = Key(word, Turned(shape, _word), plain(entry.sentence))
    return Fields("the readings", keys, lambda record: dict(record.among(keys)))


def _word(answer: str | bool, cursor: Cursor) -> str | None:
    """An answer as a word: yes and no are words here."""
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if re.fullmatch(r"[a-z][a-z0-9-]*", answer):
        return answer
    cursor.problem(f"{quoted(answer)} is no word", expected="small letters and hyphens")
    return None
