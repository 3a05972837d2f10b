# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Shapes of words and names: what may stand at a place of a case, read from YAML and said in JSON Schema by the same object."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple, Protocol, TypeVar

from .cursor import Cursor, misreading
from .node import ScalarNode
from .problem import quoted

Read_co = TypeVar("Read_co", covariant=True)
Schema = dict[str, object]
Definitions = dict[str, Schema]
"""Parts of a schema that several places share, by name."""

MAXIMUM_NAME = 200
_CONTROL = r"\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_FORBIDDEN = re.compile(f"[{_CONTROL}]")


class Shape(Protocol[Read_co]):
    """What may stand at a place. ``read`` returns None where it reported a problem; ``schema`` says the same to editors."""

    def read(self, cursor: Cursor, /) -> Read_co | None: ...

    def schema(self, definitions: Definitions, /) -> Schema: ...


def text_at(cursor: Cursor, what: str) -> str | None:
    """Return the text that stands at a cursor, or None after reporting that something else does.

    Args:
        cursor: the place.
        what: what belongs there, with its article: ``a name``.
    """
    node = cursor.node
    if not isinstance(node, ScalarNode) or (node.plain and not node.text):
        cursor.problem(f"{cursor.kind()} stands where {what} belongs")
        return None
    misread = misreading(node)
    if misread:
        cursor.problem(f"YAML reads {quoted(node.text)} as {misread}; put it in quotes")
        return None
    return node.text


class Text(NamedTuple):
    """Running text. White space at the ends is dropped; with ``folded``, so are line breaks."""

    maximum: int
    folded: bool = False

    def read(self, cursor: Cursor) -> str | None:
        text = text_at(cursor, "a text")
        if text is None:
            return None
        too_long = len(text) > self.maximum
        text = " ".join(text.split()) if self.folded else text.strip()
        if not text:
            cursor.problem("the text is empty")
        elif too_long:
            cursor.problem(f"the text is longer than {self.maximum} characters")
        elif self.folded and _FORBIDDEN.search(text):
            cursor.problem(f"the text {quoted(text)} holds a control character")
        else:
            return text
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "string", "pattern": r"\S", "maxLength": self.maximum}


class Name(NamedTuple):
    """A name of the case's own: any writing of any language, on one line."""

    what: str = "a name"

    def read(self, cursor: Cursor) -> str | None:
        name = text_at(cursor, self.what)
        if name is None:
            return None
        if not name.strip():
            cursor.problem("the name is empty")
        elif len(name) > MAXIMUM_NAME:
            cursor.problem(f"the name {quoted(name)} is longer than {MAXIMUM_NAME} characters")
        elif _FORBIDDEN.search(name):
            cursor.problem(f"the name {quoted(name)} holds a control character")
        elif name != name.strip():
            cursor.problem(f"the name {quoted(name)} begins or ends with a space")
        else:
            return name
        return None

    def schema(self, definitions: Definitions) -> Schema:
        definitions["name"] = {
            "type": "string",
            "description": "A name of the case's own, on one line.",
            "maxLength": MAXIMUM_NAME,
            "pattern": rf"^[^\s{_CONTROL}]([^{_CONTROL}]*[^\s{_CONTROL}])?$",
        }
        return {"$ref": "#/$defs/name"}


class Word(NamedTuple):
    """One of the words of a sort. ``words``: each with the sentence that explains it."""

    sort: str
    words: Mapping[str, str]

    def read(self, cursor: Cursor) -> str | None:
        word = text_at(cursor, f"a word of the sort {self.sort}")
        if word is None or word in self.words:
            return word
        cursor.unknown(self.sort, word, self.words)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        name = "word-" + self.sort.replace(" ", "-")
        definitions[name] = {"anyOf": [{"const": word, "description": sentence} for word, sentence in self.words.items()]}
        return {"$ref": f"#/$defs/{name}"}
