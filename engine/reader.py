# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML to cases. A file is read as a whole or not at all, and everything wrong with it is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from .case import Act, Case, Expectation, Party, Purpose, Work
from .cursor import Cursor, Report, Scope
from .document import ListNode, MapNode, Node, documents
from .expected import expected
from .given import PARTY, act, purposes, readings, work
from .lineage import circles
from .problem import Problem, quoted
from .shape import Definitions, Schema, Shape, Text
from .structure import Fields, Key, ListOf, Named, Record, Turned, keyed

MAXIMUM_SENTENCE = 500
MAXIMUM_NOTE = 20_000


@dataclass(frozen=True, slots=True)
class Given:
    """What a case gives, with the purposes of the case already in its acts."""

    works: tuple[Work, ...]
    parties: tuple[Party, ...]
    acts: tuple[Act, ...]
    readings: Mapping[str, str]


def read(text: str, file: str) -> tuple[Case, ...]:
    """Read the cases of one file.

    Args:
        text: YAML: a list of cases or one case, in one document or several.
        file: the name that problems give as their place.

    Returns:
        The cases in the order of the text, at least one.

    Raises:
        InputError: with every problem of the file (at most a hundred), in the order of the lines.
    """
    report = Report(file)
    cases: list[Case] = []
    for root in documents(text, file):
        for cursor in _roots(Cursor(root, report)):
            case = case_shape().read(cursor)
            if case is not None:
                cases.append(case)
    if report.problems:
        raise report.error()
    return tuple(cases)


def _roots(cursor: Cursor) -> tuple[Cursor, ...]:
    if not isinstance(cursor.node, ListNode):
        return (cursor,)
    if not cursor.node.items:
        cursor.problem("the list is empty", expected="at least one case")
    return tuple(Cursor(node, cursor.report) for node in cursor.node.items)


@dataclass(frozen=True, slots=True)
class _Scoped:
    """A case: everything in it may refer to the works and parties it defines."""

    shape: Shape[Case]

    def read(self, cursor: Cursor) -> Case | None:
        return self.shape.read(cursor.within(_scope(cursor.node)))

    def schema(self, definitions: Definitions) -> Schema:
        return self.shape.schema(definitions)


def _scope(node: Node) -> Scope:
    given = _value(node, "given")
    if not isinstance(given, MapNode):
        return Scope()
    works, parties = _value(given, "works"), _value(given, "parties")
    return Scope(_names(works), _names(parties) if parties else frozenset())


def _value(node: Node, key: str) -> Node | None:
    return next((value for found, value in node.pairs if found.text == key), None) if isinstance(node, MapNode) else None


def _names(node: Node | None) -> frozenset[str] | None:
    return frozenset(key.text for key, _ in node.pairs) if isinstance(node, MapNode) else None


@cache
def given_shape() -> Fields[Given]:
    """What stands under ``given``."""
    works = Key("works", Turned(Named("works", work(), 1), _acyclic), "The works, by names of the case's own.", required=True)
    parties = Key("parties", Named("parties", PARTY), "Those who act, by names of the case's own.")
    acts = Key("acts", ListOf("acts", act()), "What the parties do with the works.")
    serves = Key("purposes", purposes(), "What the works are used for, in every act.")
    settles = Key("readings", readings(), "Answers to open questions of law that this case presupposes.")

    def build(record: Record) -> Given:
        stated = record.get(acts) or ()
        purposed = tuple(_with_purposes(each, record.get(serves) or ()) for each in stated)
        if record.get(serves) and not stated:
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


@cache
def case_shape() -> _Scoped:
    """A case: a sentence of law, what is given, and what is expected."""
    name = Key("name", Text(MAXIMUM_SENTENCE, folded=True), "A sentence of law, true or false on its own.", required=True)
    given = Key("given", given_shape(), "The works, how they were made, and who does what with them.", required=True)
    expect = Key("expect", expected(), "What the sentence is about: findings that must follow, or must not.")
    note = Key("note", Text(MAXIMUM_NOTE), "Anything a reader should know. It changes nothing.")

    def build(record: Record) -> Case:
        found = record.need(given)
        return Case(
            name=record.need(name),
            works=found.works,
            parties=found.parties,
            acts=found.acts,
            readings=found.readings,
            expectations=record.get(expect) or (),
            place=record.cursor.place,
        )

    return _Scoped(Fields("a case", keyed(name, given, expect, note), build))
