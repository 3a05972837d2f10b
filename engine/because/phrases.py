# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How the predicates read: the doc blocks of the knowledge base, with blanks for the arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..glossary import KNOWLEDGE_BASE

FILES = ("predicates.lp", "conclusions.lp")
"""The files whose doc blocks say how a predicate reads."""

_BLOCK = re.compile(r"^%\*! (\w+)\(([^)]*)\)\n(.*?)\n\*%", re.MULTILINE | re.DOTALL)
_ARGUMENTS = re.compile(r"^    Args:$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A predicate: what stands at each place, and the sentences that say that it is so and that it is not."""

    arguments: tuple[str, ...]
    positive: str
    negative: str


@cache
def phrases() -> Mapping[tuple[str, int], Phrase]:
    """Every predicate that has a sentence, by name and number of arguments. Others go without saying."""
    text = "".join((KNOWLEDGE_BASE / file).read_text(encoding="utf-8") for file in FILES)
    found = {}
    for name, places, body in _BLOCK.findall(text):
        arguments = tuple(place.strip() for place in places.split(","))
        said = " ".join(_ARGUMENTS.split(body)[0].split())
        positive, _, negative = said.partition(" Not: ")
        found[name, len(arguments)] = Phrase(arguments, positive, negative)
    return found
