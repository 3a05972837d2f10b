# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on variables: that each gets its value, and that its name says what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clingo import Control
from clingo.ast import AST, ASTType, ProgramBuilder

from .base import Base, Fault, File, line_of
from .documents import places
from .program import nodes, rules

_VARIABLE = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)*'*")
_UNSAFE = re.compile(r"<string>:(\d+):\S* error: unsafe variables")
_NOTED = re.compile(r"note: '([^']+'*)' is unsafe")
KINDS = {
    "work": ("Work", "Source", "Origin"),
    "party": ("Party",),
    "act": ("Act", "Doing"),
    "case": ("Case",),
    "licence": ("License", "Base", "Exception", "Label"),
    "section": ("Section",),
    "way of making": ("Making",),
    "class": ("Class",),
    "duty": ("Duty",),
    "use": ("Use", "Wider"),
    "question": ("Question",),
}
"""Names that stand for one kind of thing wherever they stand."""
_KIND_OF = {name: kind for kind, names in KINDS.items() for name in names}


@lru_cache(maxsize=1024)
def unsafe(file: File) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The rules of a file with variables that nothing gives a value: lines, each with the variables."""
    messages: list[str] = []
    control = Control(["--warn=none"], logger=lambda _code, message: messages.append(message))
    with ProgramBuilder(control) as builder:
        for statement in file.of(ASTType.Rule):
            builder.add(statement)
    try:
        control.ground([("base", [])])
    except RuntimeError:
        found = ((_UNSAFE.match(message), _NOTED.findall(message)) for message in messages)
        return tuple((int(match[1]), tuple(dict.fromkeys(names))) for match, names in found if match)
    return ()


def safe(base: Base) -> Iterator[Fault]:
    """Every variable of a rule stands in a premise that gives it a value: an atom without `not`."""
    for file in base.law:
        for line, names in unsafe(file):
            told = ", ".join(f"`{name}`" for name in names)
            yield Fault(file.name, line, f"nothing gives {told} a value", "an atom without `not` in which it stands")


def words(base: Base) -> Iterator[Fault]:
    """Variables are words with a capital; a second one of a kind has a prime, and stands beside the first."""
    for file in base.law:
        for statement in file.of(ASTType.Rule):
            named = {node.name: node for node in nodes(statement) if node.ast_type == ASTType.Variable and node.name != "_"}
            for name, node in named.items():
                if not _VARIABLE.fullmatch(name):
                    yield Fault(file.name, line_of(node), f"the variable `{name}` is no word", "a word with a capital, as Work")
                elif name.endswith("'") and name[:-1] not in named:
                    yield Fault(file.name, line_of(node), f"`{name}` stands beside no `{name[:-1]}`", name.rstrip("'"))


def kinds(base: Base) -> Iterator[Fault]:
    """A variable named for one kind of thing (Work, Party, License …) stands at no place that doc blocks name for another."""
    for file in base.law:
        seen: set[tuple[int, str]] = set()
        for rule in rules(file):
            for atom in rule.atoms:
                for argument, place in zip(atom.arguments, places(base).get(atom.key, ()), strict=False):
                    fault = _misnamed(argument, place)
                    if fault and (line_of(argument), argument.name) not in seen:
                        seen.add((line_of(argument), argument.name))
                        yield Fault(file.name, line_of(argument), f"`{argument.name}` stands in `{atom}` for {fault}", place)


def _misnamed(argument: AST, place: str) -> str:
    """The kind of thing that a variable stands for against its name, if it does."""
    if argument.ast_type != ASTType.Variable:
        return ""
    own, wanted = _KIND_OF.get(argument.name.rstrip("'")), _KIND_OF.get(place.rstrip("'"))
    return wanted if own and wanted and own != wanted else ""
