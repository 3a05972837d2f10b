# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Where everything stands that a page may point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from clingo import Symbol, SymbolType

from ...catalog import licenses
from ...glossary import KNOWLEDGE_BASE, glossary
from ...language import Signature, hyphenated
from ...report.markdown import literal
from ..statements import Passage, Predicate
from .page import Spot, anchor, code, link

INDEX = "index.md"
VOCABULARY = "vocabulary.md"
TERMS = "terms.md"
PREDICATES = "predicates.md"
QUESTIONS = "questions.md"
LICENCES = "licences.md"


def word(sort: str, name: str) -> Spot:
    """Where a word of the vocabulary is explained."""
    return Spot(QUESTIONS, anchor(name)) if sort == "question" else Spot(VOCABULARY, anchor(sort, name))


def term(signature: Signature) -> Spot:
    """Where a term of the clause language is explained."""
    return Spot(TERMS, anchor(signature.pattern))


def predicate(found: Predicate) -> Spot:
    """Where a predicate is explained."""
    return Spot(PREDICATES, anchor(*found))


def file(path: Path) -> Spot:
    """The page of a file of rules."""
    return Spot(f"rules/{path.relative_to(KNOWLEDGE_BASE).with_suffix('').as_posix()}.md")


def passage(shown: Passage) -> Spot:
    """Where a rule is shown."""
    return Spot(file(shown.file).path, f"line-{shown.line}")


def licence(license_id: str) -> Spot:
    """The page of a licence."""
    return Spot(f"licences/{license_id}.md")


def predicates(found: Iterable[Predicate], origin: str) -> str:
    """Links to predicates."""
    return ", ".join(link(code(f"{name}/{size}"), predicate((name, size)), origin) for name, size in found)


def files(paths: Iterable[Path], origin: str) -> str:
    """Links to files of rules."""
    return ", ".join(link(literal(name(path)), file(path), origin) for path in paths)


def name(path: Path) -> str:
    """A file of rules as people name it: ``rules/reach.lp``."""
    return path.relative_to(KNOWLEDGE_BASE).as_posix()


def cited(source: str, origin: str) -> str:
    """A source of a rule; where it begins with the id of a licence, that is a link."""
    first, space, rest = source.partition(" ")
    if first in licenses():
        return link(literal(first), licence(first), origin) + (f" {literal(rest)}" if space else "")
    return literal(source)


def words(symbol: Symbol, sort: str = "") -> Iterator[tuple[str, str]]:
    """The declared words in what stands at a place of a sort, each with its own sort: those inside conditions, too."""
    if symbol.type is not SymbolType.Function:
        return
    for each in _PLACES.get(sort, (sort,)):
        for written in (hyphenated(str(symbol)), hyphenated(symbol.name) if symbol.arguments else ""):
            if written in glossary().get(each, {}):
                yield each, written
                return
    for argument in symbol.arguments:
        yield from words(argument, sort)


_FACTS = ("circumstance", "attribute")
_PLACES = {
    "way": ("making",),
    "condition": _FACTS,
    "single": _FACTS,
    "facts": _FACTS,
    "answer": ("question",),
    "burden": ("burden", "duty"),
}
"""The sorts of words that may stand at a place which has another name."""
