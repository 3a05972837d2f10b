# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The open questions of law as values: how each may be answered, who answers it how, and on what authority."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from clingo import Symbol, SymbolType

from .glossary import glossary
from .knowledge import grounded
from .language import hyphenated


@dataclass(frozen=True, slots=True)
class Authority:
    """A source for an answer.

    ``date`` is as far as it is known; ``status`` is decided, on-appeal, pending, published, text, or knowledge.
    """

    source: str
    date: str
    status: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One way of reading the law.

    ``usual`` where most read it this way; ``confidence`` is how well it is supported; ``theories`` and ``jurisdictions`` are
    those that answer so.
    """

    word: str
    phrase: str
    usual: bool
    confidence: str
    theories: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    authorities: tuple[Authority, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What the law leaves open, as a sentence, with its answers."""

    word: str
    sentence: str
    answers: tuple[Answer, ...]


@cache
def questions() -> Mapping[str, Question]:
    """Every open question of the doctrine by its word, in the order of the files."""
    control = grounded((), ())
    told = {
        name: [atom.symbol.arguments for atom in control.symbolic_atoms.by_signature(name, arity)]
        for name, arity in (("majority", 2), ("holds_by", 3), ("holds_in", 3), ("confidence", 3), ("authority", 5))
    }
    return {
        word: Question(
            word, entry.sentence, tuple(_answer(word, answer, phrase, told) for answer, phrase in entry.answers.items())
        )
        for word, entry in glossary()["question"].items()
    }


def _answer(question: str, answer: str, phrase: str, told: Mapping[str, Iterable[list[Symbol]]]) -> Answer:
    """One answer with everything that is told of it."""
    about = {
        name: [rest for asked, given, *rest in facts if (_word(asked), _word(given)) == (question, answer)]
        for name, facts in told.items()
    }
    authorities = sorted(tuple(map(_word, rest)) for rest in about["authority"])
    return Answer(
        answer,
        phrase,
        bool(about["majority"]),
        next((_word(level) for (level,) in about["confidence"]), "unknown"),
        tuple(sorted(_word(theory) for (theory,) in about["holds_by"])),
        tuple(sorted(_word(place) for (place,) in about["holds_in"])),
        tuple(Authority(source, date, status) for source, date, status in authorities),
    )


def _word(symbol: Symbol) -> str:
    """A string as it stands, a word as cases write it."""
    return symbol.string if symbol.type is SymbolType.String else hyphenated(str(symbol))
