# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML to questions: a command line, how it ends, and what its answer has to hold."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ...case import Place
from ...cursor import Cursor
from ...node import Node, ScalarNode
from ...reader import NAME, NOTE, read_as
from ...record import Fields, Key, Record, keyed
from ...shape import Definitions, Schema, Text

_LONGEST = 2000
_CODES = ("0", "1", "2")


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence, the command line that asks, the exit code, and the pattern of the answer, if it is to be looked at."""

    name: str
    command: tuple[str, ...]
    code: int
    expected: Node | None
    place: Place


class _Pattern(NamedTuple):
    """What an answer has to hold, as it stands: words, lists and mappings."""

    def read(self, cursor: Cursor) -> Node:
        return cursor.node

    def schema(self, definitions: Definitions) -> Schema:
        return {}


class _Line(NamedTuple):
    """A command line without the name of the program, quoted as in a shell."""

    def read(self, cursor: Cursor) -> tuple[str, ...] | None:
        text = Text(_LONGEST, folded=True).read(cursor)
        try:
            return tuple(shlex.split(text)) if text is not None else None
        except ValueError as error:
            cursor.problem(f"the command line cannot be taken apart: {error}")
            return None

    def schema(self, definitions: Definitions) -> Schema:
        return Text(_LONGEST).schema(definitions)


class _Code(NamedTuple):
    """An exit code."""

    def read(self, cursor: Cursor) -> int | None:
        if isinstance(cursor.node, ScalarNode) and cursor.node.text in _CODES:
            return int(cursor.node.text)
        cursor.problem("no exit code stands where one belongs", expected="one of " + ", ".join(_CODES))
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"enum": [int(code) for code in _CODES]}


def read_questions(text: str, file: str) -> tuple[Question, ...]:
    """Read the questions of one file.

    Args:
        text: YAML: a list of questions
        file: the name that problems give as their place
    Raises:
        InputError: with every problem of the file, in the order of the lines
    """
    return read_as(_shape(), text, file)


@cache
def _shape() -> Fields[Question]:
    ask = Key("ask", _Line(), "The command line, seen from the folder of the file.", required=True)
    ends = Key("ends", _Code(), "The exit code; 0 if nothing is said.")
    expect: Key[Node] = Key("expect", _Pattern(), "What the answer in JSON holds.")

    def build(record: Record) -> Question:
        expected = record.get(expect)
        return Question(record.need(NAME), record.need(ask), record.get(ends) or 0, expected, record.cursor.place)

    return Fields("a question", keyed(NAME, ask, ends, expect, NOTE), build)
