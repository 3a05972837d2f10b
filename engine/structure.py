# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Shapes made of shapes: mappings by name, lists, alternatives, and values turned into others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, NamedTuple, TypeVar

from .cursor import Cursor
from .node import ListNode, MapNode, ScalarNode
from .shape import Definitions, Name, Schema, Shape

T = TypeVar("T")
Part = TypeVar("Part")


class Named(NamedTuple, Generic[T]):
    """A mapping from names of the case's own to values of one shape. Read as the values, in the order of the text."""

    what: str
    shape: Shape[T]
    minimum: int = 0

    def read(self, cursor: Cursor) -> tuple[T, ...] | None:
        if not isinstance(cursor.node, MapNode) and not cursor.is_empty():
            cursor.problem(f"{cursor.kind()} stands where {self.what} belong", expected="a mapping from names")
            return None
        entries = tuple(cursor.entries()) if isinstance(cursor.node, MapNode) else ()
        if len(entries) < self.minimum:
            cursor.problem(f"there are no {self.what} here", expected=f"at least {self.minimum}")
        read = [(Name().read(key), self.shape.read(value)) for key, value in entries]
        return tuple(found for name, found in read if name is not None and found is not None)

    def schema(self, definitions: Definitions) -> Schema:
        return {
            "type": "object" if self.minimum else ["object", "null"],
            "minProperties": self.minimum,
            "propertyNames": Name().schema(definitions),
            "additionalProperties": self.shape.schema(definitions),
        }


class ListOf(NamedTuple, Generic[T]):
    """A list of values of one shape. With ``or_one``, a value alone stands for a list of it."""

    what: str
    shape: Shape[T]
    or_one: bool = False
    minimum: int = 0

    def read(self, cursor: Cursor) -> tuple[T, ...] | None:
        if isinstance(cursor.node, ListNode):
            if len(cursor.node.items) < self.minimum:
                cursor.problem("the list is empty", expected=f"at least {self.minimum}")
            return tuple(found for item in cursor.items() if (found := self.shape.read(item)) is not None)
        if self.or_one:
            alone = self.shape.read(cursor)
            return None if alone is None else (alone,)
        cursor.problem(f"{cursor.kind()} stands where a list of {self.what} belongs", expected="a list; [] for none")
        return None

    def schema(self, definitions: Definitions) -> Schema:
        item = self.shape.schema(definitions)
        several: Schema = {"type": "array", "items": item, **({"minItems": self.minimum} if self.minimum else {})}
        return {"anyOf": [item, several]} if self.or_one else several


class Either(NamedTuple, Generic[T]):
    """A single word, or a mapping that says more."""

    short: Shape[T]
    long: Shape[T]

    def read(self, cursor: Cursor) -> T | None:
        return (self.short if isinstance(cursor.node, ScalarNode) else self.long).read(cursor)

    def schema(self, definitions: Definitions) -> Schema:
        return {"anyOf": [self.short.schema(definitions), self.long.schema(definitions)]}


class Turned(NamedTuple, Generic[Part, T]):
    """A shape whose value is turned into another one."""

    shape: Shape[Part]
    turn: Callable[[Part, Cursor], T | None]

    def read(self, cursor: Cursor) -> T | None:
        found = self.shape.read(cursor)
        return None if found is None else self.turn(found, cursor)

    def schema(self, definitions: Definitions) -> Schema:
        return self.shape.schema(definitions)
