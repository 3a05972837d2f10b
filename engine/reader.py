# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML to cases. A file is read as a whole or not at all, and everything wrong with it is said at once."""

from __future__ import annotations

from functools import cache
from typing import Generic, NamedTuple, TypeVar

from .case import Case, Expectation
from .cursor import Cursor, Report, Scope
from .document import documents
from .expected import expected
from .given import Given, given
from .node import ListNode, MapNode, Node
from .record import Fields, Key, Record, keyed
from .shape import Definitions, Schema, Shape, Text

T = TypeVar("T")

MAXIMUM_SENTENCE = 500
MAXIMUM_NOTE = 20_000

LINES = ".jsonl"
"""How the name of a file ends that holds a case to a line."""


def read(text: str, file: str) -> tuple[Case, ...]:
    """Read the cases of one file.

    Args:
        text: YAML: a list of cases or one case, in one document or several; of a file ``*.jsonl`` a case to a line.
        file: the name that problems give as their place.

    Returns:
        The cases in the order of the text, at least one.

    Raises:
        InputError: with every problem of the file (at most a hundred), in the order of the lines.
    """
    return read_as(case_shape(), text, file)


def read_as(shape: Shape[T], text: str, file: str) -> tuple[T, ...]:
    """Read what one file holds in the form of cases, each of this shape; otherwise as :func:`read`."""
    report = Report(file)
    found: list[T] = []
    for root in documents(_separated(text) if file.lower().endswith(LINES) else text, file):
        for cursor in _roots(Cursor(root, report)):
            value = shape.read(cursor)
            if value is not None:
                found.append(value)
    if report.problems:
        raise report.error()
    return tuple(found)


def _separated(text: str) -> str:
    """Lines of JSON as documents of YAML, each in its line."""
    return "\n".join(f"--- {line}" if line.strip() else line for line in text.split("\n"))


def _roots(cursor: Cursor) -> tuple[Cursor, ...]:
    if not isinstance(cursor.node, ListNode):
        return (cursor,)
    if not cursor.node.items:
        cursor.problem("the list is empty", expected="at least one case")
    return tuple(Cursor(node, cursor.report) for node in cursor.node.items)


class Scoped(NamedTuple, Generic[T]):
    """A case, or more than one: everything in it may refer to the works and parties it defines."""

    shape: Shape[T]

    def read(self, cursor: Cursor) -> T | None:
        return self.shape.read(cursor.within(_scope(cursor.node)))

    def schema(self, definitions: Definitions) -> Schema:
        return self.shape.schema(definitions)


def _scope(node: Node) -> Scope:
    stated = _value(node, "given")
    if not isinstance(stated, MapNode):
        return Scope()
    works, parties = _value(stated, "works"), _value(stated, "parties")
    return Scope(_names(works), _names(parties) if parties else frozenset())


def _value(node: Node, key: str) -> Node | None:
    return next((value for found, value in node.pairs if found.text == key), None) if isinstance(node, MapNode) else None


def _names(node: Node | None) -> frozenset[str] | None:
    return frozenset(key.text for key, _ in node.pairs) if isinstance(node, MapNode) else None


NAME = Key("name", Text(MAXIMUM_SENTENCE, folded=True), "A sentence of law, true or false on its own.", required=True)
NOTE = Key("note", Text(MAXIMUM_NOTE), "Anything a reader should know. It changes nothing.")


@cache
def case_shape() -> Scoped[Case]:
    """A case: a sentence of law, what is given, and what is expected."""
    facts = Key("given", given(), "The works, how they were made, and who does what with them.", required=True)
    expect = Key("expect", expected(), "What the sentence is about: findings that must follow, or must not.")

    def build(record: Record) -> Case:
        return stated(record, record.need(facts), record.get(expect) or ())

    return Scoped(Fields("a case", keyed(NAME, facts, expect, NOTE), build))


def stated(record: Record, facts: Given, expectations: tuple[Expectation, ...]) -> Case:
    """The case that a mapping with a name states, of these facts and with these expectations."""
    return Case(
        name=record.need(NAME),
        works=facts.works,
        parties=facts.parties,
        acts=facts.acts,
        readings=facts.readings,
        expectations=expectations,
        place=record.cursor.place,
    )
