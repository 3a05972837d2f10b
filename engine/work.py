# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How a work is written in a case: its kind, its licence, its maker, and the verbs that say how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from .case import Making, Work
from .cursor import Cursor
from .expression import MAXIMUM_LENGTH, ExpressionError, branches
from .glossary import glossary
from .placement import MAKING, SAID_OTHERWISE, WORK
from .problem import nearest, quoted
from .record import Fields, Key, Record, keyed
from .shape import Definitions, Name, Schema, Shape, text_at
from .structure import Either, ListOf, Turned
from .words import plain, stated, word_of


class Reference(NamedTuple):
    """The name of a ``work`` or ``party`` that the case defines."""

    kind: str

    def read(self, cursor: Cursor) -> str | None:
        name = text_at(cursor, f"the name of a {self.kind}")
        defined = cursor.scope.works if self.kind == "work" else cursor.scope.parties
        if name is None or defined is None or name in defined:
            return name
        expected = f"a {self.kind} of given.{'works' if self.kind == 'work' else 'parties'}"
        cursor.problem(f"no {self.kind} is called {quoted(name)}", expected, nearest(name, sorted(defined)))
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return Name().schema(definitions)


class License:
    """A licence expression. Unknown ids are no problem here: they become findings."""

    def read(self, cursor: Cursor) -> str | None:
        text = text_at(cursor, "a licence expression")
        if text is None:
            return None
        try:
            branches(text)
        except ExpressionError as error:
            cursor.problem(str(error), expected="SPDX ids or tags of the hub, joined by AND, OR, WITH; or NONE, or NOASSERTION")
            return None
        return text

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "string", "pattern": r"\S", "maxLength": MAXIMUM_LENGTH}


_SOURCE = Key("work", Reference("work"), "The work that this one was made from.", required=True)
_UNDER = Key("under", License(), "The licence it is offered under: an SPDX expression, or tags of the hub; NONE, NOASSERTION.")
_BY = Key("by", Name(), "Who made it: a party of the case, or anybody else.")


@cache
def work() -> Fields[Work]:
    """Return the shape of a work."""
    kind = Key("kind", word_of("kind"), "What sort of work this is.", required=True)
    verbs = {verb: Key(verb, _makings(verb), plain(entry.sentence)) for verb, entry in glossary()["making"].items()}
    circumstances = stated(WORK)

    def build(record: Record) -> Work:
        return Work(
            name=record.cursor.name,
            kind=record.need(kind),
            under=record.get(_UNDER),
            author=record.get(_BY),
            makings=_once(tuple(making for _, several in record.among(verbs) for making in several), record.cursor),
            attributes=dict(record.among(circumstances)),
            place=record.cursor.place,
        )

    return Fields("a work", {**keyed(kind, _UNDER, _BY), **verbs, **circumstances}, build, SAID_OTHERWISE)


def _makings(verb: str) -> Shape[tuple[Making, ...]]:
    """How one verb is written: the name of a work, or a mapping with attributes, or a list of either."""
    attributes = stated(MAKING.get(verb, ()))

    def build(record: Record) -> Making:
        return Making(verb, record.need(_SOURCE), dict(record.among(attributes)))

    short = Turned(Reference("work"), lambda name, _: Making(verb, name))
    detailed = Fields(quoted(verb), {_SOURCE.word: _SOURCE, **attributes}, build, _misplaced(verb))
    return ListOf("works", Either(short, detailed), or_one=True, minimum=1)


def _misplaced(verb: str) -> Mapping[str, str]:
    """Attributes that say nothing about a verb, with what to tell who writes them there."""
    verbs: dict[str, list[str]] = {}
    for other, attributes in MAKING.items():
        for attribute in attributes:
            verbs.setdefault(attribute, []).append(other)
    return {
        attribute: f"{quoted(attribute)} says nothing about {quoted(verb)}; it goes with {', '.join(others)}"
        for attribute, others in verbs.items()
        if verb not in others
    }


def _once(makings: tuple[Making, ...], cursor: Cursor) -> tuple[Making, ...]:
    """Report a verb that names the same work twice: the two might say different things of themselves."""
    seen: set[tuple[str, str]] = set()
    for making in makings:
        if (making.verb, making.source) in seen:
            cursor.problem(f"{quoted(making.verb)} names {quoted(making.source)} twice")
        seen.add((making.verb, making.source))
    return makings
