# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Where a reader stands in a document: a node, its path, and the problems met so far."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from re import Pattern
from typing import NamedTuple

from yaml.resolver import Resolver

from .case import Place
from .node import ListNode, MapNode, Node, ScalarNode
from .problem import InputError, Problem, listing, nearest, printable, quoted

MAXIMUM_PROBLEMS = 100
"""How many problems of one file are reported; whoever has more has one problem a hundred times."""

NOTHING = "nothing"
_READ_AS = {"bool": "", "int": "a number", "float": "a number", "timestamp": "a date", "null": NOTHING}
_TRUE = frozenset({"yes", "true", "on"})


class Report:
    """The problems of one file, as they are met. The one thing that changes while a file is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, problem: Problem) -> None:
        """Add a problem. Raise what was met if it is too much to go on."""
        if problem not in self.problems:
            self.problems.append(problem)
        if len(self.problems) >= MAXIMUM_PROBLEMS:
            raise self.error()

    def error(self) -> InputError:
        """Return the problems as one error, in the order of the lines."""
        return InputError(*sorted(self.problems, key=lambda problem: problem.place.line))


class Scope(NamedTuple):
    """The names that a case defines, for references to them. None: cannot be told, so anything may be referred to."""

    works: frozenset[str] | None = None
    parties: frozenset[str] | None = None


class Cursor(NamedTuple):
    """A node of a document, with what is needed to say where it stands. ``name`` is the key it stands under."""

    node: Node
    report: Report
    path: str = ""
    name: str = ""
    scope: Scope = Scope()

    @property
    def place(self) -> Place:
        """The place of the node."""
        return Place(self.report.file, self.node.line, self.path)

    def problem(self, message: str, expected: str = "", near: Iterable[str] = ()) -> None:
        """Report a problem with the node."""
        self.report.add(Problem(self.place, message, expected, tuple(near)))

    def unknown(self, label: str, word: str, known: Iterable[str]) -> None:
        """Report a word that is none of the known ones, and name the nearest of them."""
        words = tuple(known)
        close = nearest(word, words)
        self.problem(f"unknown {label} {quoted(word)}", "" if close else listing(words), close)

    def within(self, scope: Scope) -> Cursor:
        """Return the same cursor where these names are defined."""
        return self._replace(scope=scope)

    def under(self, key: ScalarNode, value: Node) -> tuple[Cursor, Cursor]:
        """Return the cursors of a key of this mapping and of its value."""
        path = f"{self.path}.{printable(key.text)}" if self.path else printable(key.text)
        return Cursor(key, self.report, path, key.text, self.scope), Cursor(value, self.report, path, key.text, self.scope)

    def entries(self) -> Iterator[tuple[Cursor, Cursor]]:
        """Yield the keys of a mapping with their values, once each. A key that stands there twice is a problem."""
        assert isinstance(self.node, MapNode)
        lines: dict[str, int] = {}
        for key, value in self.node.pairs:
            cursors = self.under(key, value)
            if key.text in lines:
                cursors[0].problem(f"the key {quoted(key.text)} stands here twice; first in line {lines[key.text]}")
                continue
            lines[key.text] = key.line
            yield cursors

    def items(self) -> Iterator[Cursor]:
        """Yield the items of a list."""
        assert isinstance(self.node, ListNode)
        for index, node in enumerate(self.node.items):
            yield Cursor(node, self.report, f"{self.path}[{index}]", self.name, self.scope)

    def kind(self) -> str:
        """Return what stands here, in words."""
        if isinstance(self.node, ScalarNode):
            return NOTHING if self.is_empty() else quoted(self.node.text)
        return "a list" if isinstance(self.node, ListNode) else "a mapping"

    def is_empty(self) -> bool:
        """Return whether nothing stands here (``acme:`` and the end of the line, or ``null``)."""
        return isinstance(self.node, ScalarNode) and misreading(self.node) == NOTHING


def misreading(node: ScalarNode) -> str:
    """Return what YAML takes an unquoted text for, in words: ``false``, ``a number``. Nothing if it takes it for text."""
    return _misreading(node.text) if node.plain else ""


@cache
def _resolvers() -> dict[str, list[tuple[str, Pattern[str]]]]:
    return dict(Resolver.yaml_implicit_resolvers)


def _misreading(text: str) -> str:
    for tag, pattern in _resolvers().get(text[:1], ()):
        if pattern.match(text):
            kind = tag.rpartition(":")[2]
            if kind == "bool":
                return "true" if text.lower() in _TRUE else "false"
            return _READ_AS.get(kind, "")
    return ""
