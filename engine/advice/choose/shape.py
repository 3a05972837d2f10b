# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML to what somebody wants of a licence: a case with goals, or goals for a work of one's own."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ...case import Case
from ...cursor import Cursor
from ...expected import expected
from ...given import given
from ...reader import NAME, NOTE, Scoped, read_as, stated
from ...record import Fields, Key, Record, keyed
from ...shape import Name
from ...structure import ListOf
from ...words import word_of
from .request import Goals, own_work


class Stated(NamedTuple):
    """What a file states: a case, and the goals with it."""

    case: Case
    goals: Goals


def read_goals(text: str, file: str) -> tuple[Stated, ...]:
    """Read the cases of one file with their goals; an ordinary case has none.

    Args:
        text: YAML, as of a file of cases
        file: the name that problems give as their place
    Raises:
        InputError: with every problem of the file, in the order of the lines
    """
    return read_as(_shape(), text, file)


@cache
def _shape() -> Scoped[Stated]:
    facts = Key("given", given(), "The works, how they were made, and who does what with them.")
    wanted = Key("goals", _goals(), "What the licence is chosen for.")
    expect = Key("expect", expected(), "As in any case; it changes nothing here.")

    def build(record: Record) -> Stated | None:
        goals = record.get(wanted) or Goals()
        found = record.get(facts)
        if found is None and goals.kind is None:
            if not record.cursor.report.problems:
                record.cursor.problem("there is no work to license", expected="works under `given`, or a `kind` under `goals`")
            return None
        case = own_work(record.need(NAME), goals.kind or "") if found is None else stated(record, found, ())
        _known(goals, case, record.cursor)
        return Stated(case, goals)

    return Scoped(Fields("a choice", keyed(NAME, facts, expect, NOTE, wanted), build))


def _known(goals: Goals, case: Case, cursor: Cursor) -> None:
    """Report a work of the goals that the case does not have, and a kind beside works of the case."""
    names = tuple(work.name for work in case.works)
    if goals.work is not None and goals.work not in names:
        cursor.unknown("work of the goals", goals.work, names)
    if goals.kind is not None and case.place is not None:
        cursor.problem("`kind` under `goals` is for a work of one's own without a case; the works of this case have theirs")


@cache
def _goals() -> Fields[Goals]:
    goal, use = word_of("goal"), word_of("use")
    wish = Key("wish", ListOf("goals", goal, or_one=True), "What the licence should serve, that first which counts most.")
    must = Key("must", ListOf("goals", goal, or_one=True), "What the licence has to serve.")
    bar = Key("bar", ListOf("uses", use, or_one=True), "Uses that are unwanted.")
    work = Key("work", Name(), "The work that is to be licensed, where several are handed over.")
    kind = Key("kind", word_of("kind"), "The kind of a work of one's own, made of nothing else.")

    def build(record: Record) -> Goals:
        return Goals(record.get(wish) or (), record.get(must) or (), record.get(bar) or (), record.get(work), record.get(kind))

    return Fields("the goals", keyed(wish, must, bar, work, kind), build)
