# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on words and strings: words are declared and stand where words of their sort belong; only names are quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo import SymbolType
from clingo.ast import AST, ASTType

from ...problem import nearest
from .base import Base, Fault, File, line_of
from .program import Atom, Rule, nodes, rules
from .vocabulary import NAMES, SORTS, Place, known, placed, spelled, vocabulary, word_of


def declared(base: Base) -> Iterator[Fault]:
    """Every bare word in a rule is declared: in the vocabulary, the clause language, above a question, or in a doc block."""
    for file in base.law:
        for name, term in {(line_of(term), word_of(term)): term for rule in rules(file) for term in _words_of(rule)}.items():
            if name[1] not in known(base):
                yield Fault(
                    file.name, line_of(term), f"`{word_of(term)}` is no declared word", _near(word_of(term), spelled(base))
                )


def _words_of(rule: Rule) -> Iterator[AST]:
    compared = [part for part in rule.premises if part.ast_type == ASTType.Literal and part.atom.ast_type == ASTType.Comparison]
    parts = [*(part for atom in rule.atoms for part in atom.arguments if part.ast_type != ASTType.Variable), *compared]
    return (term for part in parts for term in nodes(part) if word_of(term))


def fitting(base: Base) -> Iterator[Fault]:
    """A word stands where words of its sort belong, as doc blocks name the places; an answer is one to its question."""
    for file in base.law:
        seen: set[tuple[int, str]] = set()
        for fault in _misplaced(base, file):
            if (fault.line, fault.message) not in seen:
                seen.add((fault.line, fault.message))
                yield fault


def _misplaced(base: Base, file: File) -> Iterator[Fault]:
    words = vocabulary(base)
    for atom in _all_atoms(file):
        named = list(placed(base, atom))
        for term, place, allowed in named:
            fit = {word for sort in SORTS.get(place, ()) for word in words.get(sort, {})}
            name = word_of(term)
            if name and place in SORTS and name not in {word.split("(")[0] for word in fit} | set(allowed):
                yield Fault(file.name, line_of(term), f"`{name}` stands in `{atom}` for the {place}", _near(name, fit))
        yield from _answers(base, file, atom, named)


def _answers(base: Base, file: File, atom: Atom, named: list[Place]) -> Iterator[Fault]:
    """An answer that is none to its question or fact."""
    by_place = {place: term for term, place, _ in named}
    asked = by_place.get("Question") or by_place.get("Fact") or by_place.get("Matter")
    answer, allowed = by_place.get("Answer"), next((noted for _, place, noted in named if place == "Answer"), ())
    if asked is None or answer is None or not word_of(asked) or not word_of(answer):
        return
    entry = next(
        (
            of_sort[word_of(asked)]
            for of_sort in vocabulary(base).values()
            if word_of(asked) in of_sort and of_sort[word_of(asked)].answers
        ),
        None,
    )
    if entry and word_of(answer).replace("_", "-") not in entry.answers and word_of(answer) not in allowed:
        answers = ", ".join(each.replace("-", "_") for each in entry.answers)
        yield Fault(file.name, line_of(answer), f"`{word_of(answer)}` is no answer to `{word_of(asked)}`", answers)


def _all_atoms(file: File) -> Iterator[Atom]:
    return (atom for rule in rules(file) for atom in rule.atoms)


def quoted(base: Base) -> Iterator[Fault]:
    """Strings name the outside world (licences, sections, countries, sources); words are our own vocabulary and stand bare."""
    for file in base.law:
        seen: set[int] = set()
        for atom in _all_atoms(file):
            for term, place, allowed in placed(base, atom):
                line = line_of(term)
                bare = place in NAMES and word_of(term) and word_of(term) not in {*allowed, "none"}
                own = place not in NAMES and _string(term) in known(base) and _string(term) not in allowed
                if line not in seen and (bare or own):
                    seen.add(line)
                    expected = f'"{word_of(term)}"' if bare else _string(term)
                    yield Fault(file.name, line, f"`{term}` stands in `{atom}` for the {place}", expected)


def _string(term: AST) -> str:
    is_string = term.ast_type == ASTType.SymbolicTerm and term.symbol.type is SymbolType.String
    return str(term.symbol.string) if is_string else ""


def _near(word: str, known: Iterable[str]) -> str:
    return " or ".join(nearest(word, sorted(known), 2))
