# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What one has to ask of a licence text: the questions of ``kb/terms.lp``, each with the terms that answer it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from clingo import Symbol, parse_term
from clingo.ast import AST, parse_string

from ...glossary import KNOWLEDGE_BASE, glossary
from ...language import Signature, declared

_HEADING = re.compile(r"^% ---- (.+)$", re.MULTILINE)
_PROSE = re.compile(r"^%  (?!example )(.+)$", re.MULTILINE)
_EXAMPLE = re.compile(r"^%  example +(.+)$", re.MULTILINE)
_STAND_INS: Mapping[str, str] = {
    "text": '"…"',
    "license": '"GPL-3.0-only"',
    "count": "30",
    "condition": "if(commercially)",
    "single": "if(substantial)",
    "facts": "commercially",
}
"""What stands in an example at a place where no word of the vocabulary does."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A question of the clause language: its heading, what it asks in detail, the terms that answer it, and examples.

    An example may be of a term that stands under another question, and may hold pools.
    """

    heading: str
    question: str
    signatures: tuple[Signature, ...]
    examples: tuple[str, ...]


@cache
def topics() -> tuple[Topic, ...]:
    """Every question of the clause language, in the order of its file."""
    return asked((KNOWLEDGE_BASE / "terms.lp").read_text(encoding="utf-8"))


def asked(text: str) -> tuple[Topic, ...]:
    """The questions of a text in the form of ``kb/terms.lp``; terms that stand under none of them are asked for last."""
    before, *parts = _HEADING.split(text)
    told = tuple(_topic(heading, body) for heading, body in zip(parts[::2], parts[1::2], strict=True))
    stray = declared(before)
    return (*told, Topic("What else does it say?", "", stray, ())) if stray else told


def _topic(heading: str, body: str) -> Topic:
    return Topic(heading, " ".join(_PROSE.findall(body)), declared(body), tuple(_EXAMPLE.findall(body)))


def example(signature: Signature) -> str:
    """A term of this signature as a licence file would have it, with the first word that fits at each place."""
    return _filled(signature.pattern)


def _filled(pattern: Symbol) -> str:
    if pattern.arguments:
        return f"{pattern.name}({', '.join(map(_filled, pattern.arguments))})"
    return next(_words(pattern.name), pattern.name)


def _words(sort: str) -> Iterator[str]:
    """What may stand at a place of this sort, the likeliest first; nothing if the word itself stands there."""
    if sort in _STAND_INS:
        yield _STAND_INS[sort]
    elif sort == "way":
        yield from (_underscored(word) for word in glossary()["making"])
    elif sort == "answer":
        for word, entry in glossary()["question"].items():
            yield from (f"reading({_underscored(word)}, {_underscored(answer)})" for answer in entry.answers)
    else:
        entries = glossary().get(sort, {}).items()
        yield from (_underscored(word) for word, entry in entries if "{first}" not in entry.sentence)


def choices(signature: Signature) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The places of a signature at which a word of the vocabulary stands: its sort, and all the words, as rules write them."""
    for pattern in signature.pattern.arguments:
        for place in pattern.arguments or (pattern,):
            words = tuple(_underscored(word) for word in glossary().get("making" if place.name == "way" else place.name, {}))
            if words:
                yield place.name, words


def _underscored(word: str) -> str:
    return word.replace("-", "_")


def terms(written: str) -> tuple[Symbol, ...]:
    """A term as a licence file writes it, its pools written out."""
    statements: list[AST] = []
    parse_string(f"said({written}).", statements.append)
    return tuple(parse_term(str(fact.head)).arguments[0] for fact in statements[-1].unpool())
