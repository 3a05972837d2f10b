# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Mappings with known keys: how they are declared, read, and said in JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar, cast

from .cursor import Cursor
from .node import MapNode
from .problem import listing, quoted
from .shape import Definitions, Schema, Shape

T = TypeVar("T")


class Key(NamedTuple, Generic[T]):
    """A key of a mapping: its word, the shape of its value, and the sentence that explains it."""

    word: str
    shape: Shape[T]
    sentence: str
    required: bool = False


class Record(NamedTuple):
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


class Fields(NamedTuple, Generic[T]):
    """A mapping with known keys. ``misplaced``: words that belong elsewhere, with what to tell who writes them here."""

    what: str
    keys: Mapping[str, Key[Any]]
    build: Callable[[Record], T | None]
    misplaced: Mapping[str, str] = MappingProxyType({})
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
                key.problem(self.misplaced[key.name])
            else:
                key.unknown(f"key of {self.what}", key.name, self.keys)

    def schema(self, definitions: Definitions) -> Schema:
        required = [key.word for key in self.keys.values() if key.required]
        properties = {key.word: {"description": key.sentence, **key.shape.schema(definitions)} for key in self.keys.values()}
        name = self.what.strip("`").removeprefix("a ").removeprefix("an ").replace(" ", "-")
        definitions[name] = {
            "type": "object" if required or self.minimum else ["object", "null"],
            "properties": properties,
            "additionalProperties": False,
            **({"required": required} if required else {}),
            **({"minProperties": self.minimum} if self.minimum else {}),
        }
        return {"$ref": f"#/$defs/{name}"}
