# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case gives: its works, parties, acts, purposes and readings, checked against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from .case import Act, Party, Purpose, Work
from .conduct import act, party, purposes, readings
from .cursor import Cursor
from .lineage import circles
from .problem import Problem, quoted
from .record import Fields, Key, Record, keyed
from .structure import ListOf, Named, Turned
from .work import work


class Given(NamedTuple):
    """What a case gives, with the purposes of the case already in its acts."""

    works: tuple[Work, ...]
    parties: tuple[Party, ...]
    acts: tuple[Act, ...]
    readings: Mapping[str, str]


@cache
def given() -> Fields[Given]:
    """Return the shape of what stands under ``given``."""
    works = Key("works", Turned(Named("works", work(), 1), _acyclic), "The works, by names of the case's own.", required=True)
    parties = Key("parties", Named("parties", party()), "Those who act, by names of the case's own.")
    acts = Key("acts", ListOf("acts", act()), "What the parties do with the works.")
    serves = Key("purposes", purposes(), "What the works are used for, in every act.")
    settles = Key("readings", readings(), "Answers to open questions of law that this case presupposes.")

    def build(record: Record) -> Given:
        stated = record.get(acts) or ()
        purposed = tuple(_with_purposes(each, record.get(serves) or ()) for each in stated)
        if record.get(serves) and not stated and not record.cursor.report.problems:
            record.cursor.problem("there are purposes, but no act that would serve them", expected="at least one act")
        return Given(record.need(works), record.get(parties) or (), purposed, record.get(settles) or {})

    return Fields("what is given", keyed(works, parties, acts, serves, settles), build)


def _with_purposes(stated: Act, more: tuple[Purpose, ...]) -> Act:
    """Add the purposes of the case to an act. What the act itself says of a use goes before."""
    own = {purpose.use for purpose in stated.purposes}
    added = tuple(purpose for purpose in more if purpose.use not in own)
    return replace(stated, purposes=stated.purposes + added) if added else stated


def _acyclic(works: tuple[Work, ...], cursor: Cursor) -> tuple[Work, ...]:
    """Report works that are made from themselves, directly or by way of others."""
    places = {work.name: work.place for work in works}
    for names in dict.fromkeys(circles(works)):
        if len(names) == 1:
            message = f"{quoted(names[0])} is made from itself"
        else:
            message = "works are made in a circle: " + " from ".join(quoted(name) for name in (*names, names[0]))
        cursor.report.add(Problem(places[names[0]] or cursor.place, message))
    return works
