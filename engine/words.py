# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Words of the vocabulary as keys and shapes of the case format."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from .case import Value
from .glossary import Entry, glossary
from .record import Key
from .scalar import YesNo
from .shape import Shape, Word

_BLANK = re.compile(r"\{(\w+)\}")
_STANDS_FOR = {"license": "the licence", "0": "…", "1": "…"}


def sentences(*sorts: str) -> dict[str, str]:
    """Return the words of these sorts of the glossary, each with its sentence."""
    return {word: plain(entry.sentence) for sort in sorts for word, entry in glossary().get(sort, {}).items()}


def plain(sentence: str) -> str:
    """Return a sentence with its blanks filled by what they stand for: ``{work}`` by *the work*."""
    return _BLANK.sub(lambda blank: _STANDS_FOR.get(blank[1], f"the {blank[1]}"), sentence)


def theories() -> dict[str, str]:
    """Return the theories of the law that the vocabulary declares, each with its sentence."""
    return sentences("theory")


def word_of(sort: str) -> Word:
    """Return the shape of a word of this sort of the glossary."""
    return Word(sort, sentences(sort))


def answer_to(entry: Entry) -> Shape[Any]:
    """Return the shape of an answer to a question: yes and no, or one of the words that the question lists."""
    if set(entry.answers) == {"yes", "no"}:
        return YesNo()
    return Word(f"answer to {entry.word}", {word: plain(phrase) for word, phrase in entry.answers.items()})


def stated(words: Iterable[str]) -> dict[str, Key[Value]]:
    """Return keys for attributes and circumstances that a case may state, as far as the glossary has them."""
    known = {**glossary().get("attribute", {}), **glossary().get("circumstance", {})}
    return {word: Key(word, answer_to(known[word]), plain(known[word].sentence)) for word in words if word in known}
