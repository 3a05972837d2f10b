# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Shapes made of shapes: mappings with known keys, mappings by name, lists, and alternatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from .cursor import Cursor
from .document import ListNode, MapNode, ScalarNode
from .problem import listing, nearest, quoted
from .shape import Definitions, Name, Schema, Shape

T = TypeVar("T")
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Key(Generic[T]):
    """A key of a mapping: its word, the shape of its value, and the sentence that explains it."""

    word: str
    shape: Shape[T]
    sentence: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What was read from a mapping: values by key, in the order of the text, without those that had a problem."""

    cursor: Cursor
    values: Mapping[str, object]

    def get(self, key: Key[T]) -> T | None:
        """Return the value of a key, or None where the mapping does not have it."""
        return cast("T | None", self.values.get(key.word))

    def need(self, key: Key[T]) -> T:
        """Return the value of a required key. Mappings without it are not built."""
        return cast("T", self.values[key.word])

    def among(self, keys: Mapping[str, Key[T]]) -> Iterator[tuple[str, T]]:
        """Yield the values of these keys with their words, in the order of the text."""
        return ((word, cast("T", value)) for word, value in self.values.items() if word in keys)


def keyed(*keys: Key[Any]) -> dict[str, Key[Any]]:
    """Return keys by their words."""
    return {key.word: key for key in keys}


@dataclass(frozen=True, slots=True)
class Fields(Generic[T]):
    """A mapping with known keys. ``misplaced``: words that belong elsewhere, with what to tell who writes them here."""

    what: str
    keys: Mapping[str, Key[Any]]
    build: Callable[[Record], T | None]
    misplaced: Mapping[str, str] = field(default_factory=dict)
    minimum: int = 0

    def read(self, cursor: Cursor) -> T | None:
        if not isinstance(cursor.node, MapNode) and not cursor.is_empty():
            cursor.problem(f"{cursor.kind()} stands where {self.what} belongs", expected="a mapping " + listing(self.keys))
            return None
        values = dict(self._values(cursor)) if isinstance(cursor.node, MapNode) else {}
        missing = [key.word for key in self.keys.values() if key.required and key.word not in values]
        for word in missing:
            cursor.problem(f"{self.what} needs the key {quoted(word)}")
        if not missing and len(values) < self.minimum:
            cursor.problem(f"{self.what} says nothing", expected=listing(self.keys))
        kept = {word: value for word, value in values.items() if value is not None}
        complete = all(key.word in kept for key in self.keys.values() if key.required)
        return self.build(Record(cursor, kept)) if complete else None

    def _values(self, cursor: Cursor) -> Iterator[tuple[str, object]]:
        for key, value in cursor.entries():
            known = self.keys.get(key.name)
            if known:
                yield key.name, known.shape.read(value)
            elif key.name in self.misplaced:
                key.problem(self.misplaced[key.name], near=nearest(key.name, self.keys))
            else:
                key.unknown(f"key of {self.what}", key.name, self.keys)

    def schema(self, definitions: Definitions) -> Schema:
        required = [key.word for key in self.keys.values() if key.required]
        properties = {key.word: {"description": key.sentence, **key.shape.schema(definitions)} for key in self.keys.values()}
        return {
            "type": "object" if required or self.minimum else ["object", "null"],
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **({"minProperties": self.minimum} if self.minimum else {}),
        }


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
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
        named = [value for key, value in entries if Name().read(key) is not None]
        return tuple(found for value in named if (found := self.shape.read(value)) is not None)

    def schema(self, definitions: Definitions) -> Schema:
        return {
            "type": "object" if self.minimum else ["object", "null"],
            "minProperties": self.minimum,
            "propertyNames": Name().schema(definitions),
            "additionalProperties": self.shape.schema(definitions),
        }


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
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


@dataclass(frozen=True, slots=True)
class Either(Generic[T]):
    """A single word, or a mapping that says more."""

    short: Shape[T]
    long: Shape[T]

    def read(self, cursor: Cursor) -> T | None:
        return (self.short if isinstance(cursor.node, ScalarNode) else self.long).read(cursor)

    def schema(self, definitions: Definitions) -> Schema:
        return {"anyOf": [self.short.schema(definitions), self.long.schema(definitions)]}


@dataclass(frozen=True, slots=True)
class Turned(Generic[Part, T]):
    """A shape whose value is turned into another one."""

    shape: Shape[Part]
    turn: Callable[[Part, Cursor], T | None]

    def read(self, cursor: Cursor) -> T | None:
        found = self.shape.read(cursor)
        return None if found is None else self.turn(found, cursor)

    def schema(self, definitions: Definitions) -> Schema:
        return self.shape.schema(definitions)
