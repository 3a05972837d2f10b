# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which words a knowledge base declares, and what stands at the places of its atoms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from clingo import SymbolType
from clingo.ast import AST, ASTType

from ...glossary import Entry, entries
from ...language import JOINED, METRICS, signatures
from .base import Base
from .documents import documented, places
from .program import Atom, Key, traffic

SORTS = {
    "Making": ("making",),
    "Class": ("class",),
    "Kind": ("kind",),
    "Use": ("use",),
    "Question": ("question",),
    "Theory": ("theory",),
    "Fact": ("attribute", "circumstance"),
    "Metric": ("circumstance",),
    "Duty": ("duty",),
    "Burden": ("burden", "duty"),
    "Limit": ("limit",),
    "Ground": ("ground",),
    "Notice": ("notice",),
    "Remedy": ("remedy",),
    "Target": ("target",),
    "Trigger": ("trigger",),
    "Form": ("reached", "form"),
    "Reached": ("reached",),
    "Does": ("act", "deed"),
    "Deed": ("act", "deed"),
    "Right": ("right",),
    "Matter": ("matter",),
    "Chapter": ("chapter",),
    "Aim": ("aim",),
    "Situation": ("situation",),
    "Caution": ("caution",),
    "Goal": ("goal",),
    "Concern": ("concern",),
    "Merit": ("merit",),
}
"""Which words stand at a place that a doc block names so; others only where a note of the block names them."""
NAMES = {"License", "Base", "Exception", "Section", "Authority", "Country", "Jurisdiction", "Tag"}
"""Places where the outside world is named, by strings."""
FINDINGS = {
    ("derivative", 4): ("Work", "License", "Source", "Class"),
    ("aggregate", 4): ("Work", "License", "Source", "Class"),
    ("obligation", 4): ("Act", "Work", "License", "Duty"),
    ("permission", 3): ("Act", "Work", "License"),
    ("prohibition", 4): ("Act", "Work", "License", "Ground"),
    ("conflict", 5): ("Act", "Work", "License", "Label", "Ground"),
    ("restricted", 4): ("Act", "Work", "License", "Use"),
    ("notice", 3): ("Work", "License", "Notice"),
}
"""What may be found, with what stands at its places."""
_LANGUAGE = {*JOINED, *METRICS, "if", "over", "in", "ever", "established_in", "takes_place_in", "reading"}
_DECLARING = ("vocabulary.lp", "uses.lp", "briefs.lp", "doctrine/")
_NOTE = re.compile(r"^      (\S+): ((?:.+\n?(?:^        .+\n?)*))", re.MULTILINE)

Place = tuple[AST, str, tuple[str, ...]]
"""A term of a rule, the name of the place where it stands, and the words that a note allows there."""


@lru_cache(maxsize=64)
def vocabulary(base: Base) -> Mapping[str, Mapping[str, Entry]]:
    """The words that a knowledge base declares, by sort, as rules write them."""
    found: dict[str, dict[str, Entry]] = {}
    for file in base.others:
        if file.name.startswith(_DECLARING):
            for entry in entries(file.text):
                found.setdefault(entry.sort, {})[entry.word.replace("-", "_")] = entry
    return found


@lru_cache(maxsize=64)
def notes(base: Base) -> Mapping[Key, Mapping[str, tuple[str, ...]]]:
    """For each predicate the words in the notes on its arguments."""
    return {
        predicate: {argument: tuple(re.findall(r"[a-z_]\w*", said)) for argument, said in _NOTE.findall(block.notes + "\n")}
        for _, predicate, block in documented(base)
    }


@lru_cache(maxsize=64)
def known(base: Base) -> frozenset[str]:
    """Every word that may stand in a rule."""
    told = traffic(base)
    predicates = {name for name, _ in (*told.concluded, *told.read, *FINDINGS)}
    noted = {word for arguments in notes(base).values() for said in arguments.values() for word in said}
    return spelled(base) | predicates | noted


@lru_cache(maxsize=64)
def spelled(base: Base) -> frozenset[str]:
    """The words that one may have meant: those of the vocabulary, of its answers and of the clause language."""
    words = {part for of_sort in vocabulary(base).values() for word in of_sort for part in re.findall(r"\w+", word)}
    answers = {
        answer.replace("-", "_")
        for of_sort in vocabulary(base).values()
        for entry in of_sort.values()
        for answer in entry.answers
    }
    terms = {part for signature in signatures() for part in re.findall(r"\w+", str(signature.pattern))}
    return frozenset(words | answers | terms | _LANGUAGE)


def word_of(term: AST) -> str:
    """The word that a term is, or the name of one with arguments; nothing for all other terms."""
    if term.ast_type == ASTType.SymbolicTerm and term.symbol.type is SymbolType.Function:
        return str(term.symbol.name)
    return str(term.name) if term.ast_type == ASTType.Function else ""


def placed(base: Base, atom: Atom) -> Iterator[Place]:
    """What stands at the named places of an atom, and of a finding in it."""
    noted = notes(base).get(atom.key, {})
    for term, place in zip(atom.arguments, places(base).get(atom.key, ()), strict=False):
        yield term, place.rstrip("'"), noted.get(place, ())
        if term.ast_type == ASTType.Function and (term.name, len(term.arguments)) in FINDINGS:
            inner = FINDINGS[term.name, len(term.arguments)]
            yield from ((part, name, noted.get(place, ())) for part, name in zip(term.arguments, inner, strict=True))
