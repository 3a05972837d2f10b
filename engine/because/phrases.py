# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How the predicates read: the doc blocks of the knowledge base, with blanks for the arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ..glossary import KNOWLEDGE_BASE

FILES = ("predicates.lp", "conclusions.lp")
"""The files whose doc blocks say how a predicate reads."""

_BLOCK = re.compile(r"^%\*! (\w+)\(([^)]*)\)\n(.*?)\n\*%", re.MULTILINE | re.DOTALL)
_ARGUMENTS = re.compile(r"^    Args:$", re.MULTILINE)
_MEANING = re.compile(r"^      ([A-Z][\w']*): (.+(?:\n        .+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A predicate: what stands at each place, and the sentences that say that it is so and that it is not.

    ``meanings`` are what the block tells of places, each with its sentence.
    """

    arguments: tuple[str, ...]
    positive: str
    negative: str
    meanings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A doc block: the predicate with the names of its arguments, what it says, what it says of them, and its line."""

    name: str
    arguments: tuple[str, ...]
    sentence: str
    notes: str
    line: int


def written(text: str) -> Iterator[Block]:
    """The doc blocks of a text in their order."""
    for found in _BLOCK.finditer(text):
        sentence, *notes = _ARGUMENTS.split(found[3])
        arguments = tuple(place.strip() for place in found[2].split(","))
        yield Block(found[1], arguments, sentence, "".join(notes), text.count("\n", 0, found.start()) + 1)


def blocks(file: str) -> Iterator[tuple[str, Phrase]]:
    """The doc blocks of a file of the knowledge base in their order: predicates, each with its phrase."""
    for block in written((KNOWLEDGE_BASE / file).read_text(encoding="utf-8")):
        positive, _, negative = " ".join(block.sentence.split()).partition(" Not: ")
        meanings = tuple((place, " ".join(meaning.split())) for place, meaning in _MEANING.findall(block.notes))
        yield block.name, Phrase(block.arguments, positive, negative, meanings)


@cache
def phrases() -> Mapping[tuple[str, int], Phrase]:
    """Every predicate that has a sentence, by name and number of arguments. Others go without saying."""
    return {(name, len(phrase.arguments)): phrase for file in FILES for name, phrase in blocks(file)}
