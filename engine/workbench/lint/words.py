# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on words and strings: that words are declared, stand where words of their sort belong, and that only names are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from clingo import SymbolType
from clingo.ast import AST, ASTType

from ...glossary import Entry, entries
from ...language import JOINED, METRICS, signatures
from ...problem import nearest
from .base import Base, Fault, File, line_of
from .documents import documented, places
from .program import Atom, Key, Rule, nodes, rules, traffic

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
_DECLARING = ("vocabulary.lp", "uses.lp", "doctrine/")
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
def _notes(base: Base) -> Mapping[Key, Mapping[str, tuple[str, ...]]]:
    """For each predicate the words in the notes on its arguments."""
    return {
        predicate: {argument: tuple(re.findall(r"[a-z_]\w*", said)) for argument, said in _NOTE.findall(block.notes + "\n")}
        for _, predicate, block in documented(base)
    }


@lru_cache(maxsize=64)
def _known(base: Base) -> frozenset[str]:
    """Every word that may stand in a rule."""
    told = traffic(base)
    predicates = {name for name, _ in (*told.concluded, *told.read, *FINDINGS)}
    noted = {word for arguments in _notes(base).values() for said in arguments.values() for word in said}
    return _spelled(base) | predicates | noted


@lru_cache(maxsize=64)
def _spelled(base: Base) -> frozenset[str]:
    """The words that one may have meant: those of the vocabulary, of its answers and of the clause language."""
    words = {part for of_sort in vocabulary(base).values() for word in of_sort for part in re.findall(r"\w+", word)}
    answers = {
        answer.replace("-", "_")
        for of_sort in vocabulary(base).values()
        for entry in of_sort.values()
        for answer in entry.answers
    }
    terms = {part for known in signatures() for part in re.findall(r"\w+", str(known.pattern))}
    return frozenset(words | answers | terms | _LANGUAGE)


def declared(base: Base) -> Iterator[Fault]:
    """Every bare word in a rule is declared: in vocabulary.lp, uses.lp, terms.lp, above a question, or in a note of a doc block."""
    for file in base.law:
        for name, term in {(line_of(term), _name(term)): term for rule in rules(file) for term in _words_of(rule)}.items():
            if name[1] not in _known(base):
                yield Fault(
                    file.name, line_of(term), f"`{_name(term)}` is no declared word", _near(_name(term), _spelled(base))
                )


def _words_of(rule: Rule) -> Iterator[AST]:
    compared = [part for part in rule.premises if part.ast_type == ASTType.Literal and part.atom.ast_type == ASTType.Comparison]
    parts = [*(part for atom in rule.atoms for part in atom.arguments if part.ast_type != ASTType.Variable), *compared]
    return (term for part in parts for term in nodes(part) if _name(term))


def _name(term: AST) -> str:
    """The word that a term is, or the name of one with arguments; nothing for all other terms."""
    if term.ast_type == ASTType.SymbolicTerm and term.symbol.type is SymbolType.Function:
        return str(term.symbol.name)
    return str(term.name) if term.ast_type == ASTType.Function else ""


def fitting(base: Base) -> Iterator[Fault]:
    """A word stands where words of its sort belong, as doc blocks name the places; an answer is one to the question it stands with."""
    for file in base.law:
        seen: set[tuple[int, str]] = set()
        for fault in _misplaced(base, file):
            if (fault.line, fault.message) not in seen:
                seen.add((fault.line, fault.message))
                yield fault


def _misplaced(base: Base, file: File) -> Iterator[Fault]:
    words = vocabulary(base)
    for atom in _all_atoms(file):
        named = list(_places(base, atom))
        for term, place, allowed in named:
            fit = {word for sort in SORTS.get(place, ()) for word in words.get(sort, {})}
            name = _name(term)
            if name and place in SORTS and name not in {word.split("(")[0] for word in fit} | set(allowed):
                yield Fault(file.name, line_of(term), f"`{name}` stands in `{atom}` for the {place}", _near(name, fit))
        yield from _answers(base, file, atom, named)


def _answers(base: Base, file: File, atom: Atom, named: list[Place]) -> Iterator[Fault]:
    """An answer that is none to its question or fact."""
    by_place = {place: term for term, place, _ in named}
    asked = by_place.get("Question") or by_place.get("Fact")
    answer, allowed = by_place.get("Answer"), next((noted for _, place, noted in named if place == "Answer"), ())
    if asked is None or answer is None or not _name(asked) or not _name(answer):
        return
    entry = next(
        (
            of_sort[_name(asked)]
            for of_sort in vocabulary(base).values()
            if _name(asked) in of_sort and of_sort[_name(asked)].answers
        ),
        None,
    )
    if entry and _name(answer).replace("_", "-") not in entry.answers and _name(answer) not in allowed:
        answers = ", ".join(each.replace("-", "_") for each in entry.answers)
        yield Fault(file.name, line_of(answer), f"`{_name(answer)}` is no answer to `{_name(asked)}`", answers)


def _all_atoms(file: File) -> Iterator[Atom]:
    return (atom for rule in rules(file) for atom in rule.atoms)


def _places(base: Base, atom: Atom) -> Iterator[Place]:
    """What stands at the named places of an atom, and of a finding in it."""
    notes = _notes(base).get(atom.key, {})
    for term, place in zip(atom.arguments, places(base).get(atom.key, ()), strict=False):
        yield term, place.rstrip("'"), notes.get(place, ())
        if term.ast_type == ASTType.Function and (term.name, len(term.arguments)) in FINDINGS:
            inner = FINDINGS[term.name, len(term.arguments)]
            yield from ((part, name, notes.get(place, ())) for part, name in zip(term.arguments, inner, strict=True))


def quoted(base: Base) -> Iterator[Fault]:
    """Strings name the outside world (licences, sections, countries, sources); words are our own vocabulary and stand bare."""
    for file in base.law:
        seen: set[int] = set()
        for atom in _all_atoms(file):
            for term, place, allowed in _places(base, atom):
                line = line_of(term)
                bare = place in NAMES and _name(term) and _name(term) not in {*allowed, "none"}
                own = place not in NAMES and _string(term) in _known(base) and _string(term) not in allowed
                if line not in seen and (bare or own):
                    seen.add(line)
                    expected = f'"{_name(term)}"' if bare else _string(term)
                    yield Fault(file.name, line, f"`{term}` stands in `{atom}` for the {place}", expected)


def _string(term: AST) -> str:
    is_string = term.ast_type == ASTType.SymbolicTerm and term.symbol.type is SymbolType.String
    return str(term.symbol.string) if is_string else ""


def _near(word: str, known: Iterable[str]) -> str:
    return " or ".join(nearest(word, sorted(known), 2))
