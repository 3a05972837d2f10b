# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""All that a case can state and a licence can say, with one name for whatever has a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from clingo import Function as Term
from clingo import Number, String, Symbol, SymbolType, parse_term

from ...finding import KINDS, STANDINGS
from ...glossary import Entry, glossary
from ...language import METRICS, signatures

TEXT, COUNT = String(""), Number(0)


def word(name: str) -> Symbol:
    """A word of the vocabulary as a term."""
    return parse_term(name.replace("-", "_"))


def words(*sorts: str) -> list[Symbol]:
    """All words of some sorts."""
    return [word(name) for sort in sorts for name in glossary()[sort]]


_WORK, _PARTY, _ACT, _CASE = (Term(name) for name in ("a_work", "a_party", "an_act", "a_case"))
_NAMED = {
    "Work": [_WORK],
    "Source": [_WORK],
    "Party": [_PARTY],
    "Act": [_ACT],
    "Case": [_CASE],
    "Choice": [COUNT],
    "Number": [COUNT],
    "Line": [COUNT],
    "Obstacle": [COUNT],
    "Profile": [COUNT],
    "Who": [_PARTY, _ACT],
    "Unit": [Term("none"), TEXT],
    "Sureness": [Term(standing) for standing in STANDINGS],
    "Sort": [word(kind) for kind in KINDS],
    "Reach": [Term("whole"), Term("part")],
}
"""What stands at the places that doc blocks name so."""
_SORTS = {
    "Kind": ("kind",),
    "Making": ("making",),
    "Does": ("act",),
    "Form": ("form",),
    "Use": ("use",),
    "Metric": ("circumstance",),
    "Limit": ("limit",),
    "Right": ("right",),
    "Aim": ("aim",),
    "Ground": ("ground",),
    "Goal": ("goal",),
    "Concern": ("concern",),
}
"""Places where words of a sort stand."""


def stated(name: str, places: Iterable[str]) -> Iterator[Symbol]:
    """All that a case can state with one predicate.

    Args:
        name: the predicate
        places: what stands at its places, as its doc block names it
    """
    if name == "told":
        yield from (Term(name, [subject, fact, answer]) for subject in _subjects() for fact, answer in _answers())
    elif name == "reads":
        yield from (Term(name, [_CASE, question, answer]) for question, answer in _readings())
    elif name == "chooses":
        yield from (Term(name, [COUNT, matter, answer]) for matter, answer in _settled())
    else:
        choices = [_NAMED.get(place) or words(*_SORTS.get(place, ())) or _stretching(place) or [TEXT] for place in places]
        yield from (Term(name, list(chosen)) for chosen in product(*choices))


def _stretching(place: str) -> list[Symbol]:
    """What may stand at places of briefs: conditions, duties with their texts, what the licence is for."""
    match place:
        case "Condition":
            return _standing("condition")
        case "Duty":
            return _standing("duty")
        case "Scope":
            return [word(scope) for scope in ("software", "model", "data", "content")]
    return []


def _settled() -> Iterator[tuple[Symbol, Symbol]]:
    """Every matter that a brief may settle with each of its answers."""
    for entry in glossary()["matter"].values():
        yield from ((word(entry.word), word(answer)) for answer in entry.answers)


def _subjects() -> list[Symbol]:
    links = [Term("link", [_WORK, making, _WORK]) for making in words("making")]
    return [_WORK, _PARTY, _ACT, *links, *(Term("use", [_ACT, use]) for use in words("use"))]


def _answers() -> Iterator[tuple[Symbol, Symbol]]:
    """Every fact with each of its answers."""
    for sort in ("attribute", "circumstance"):
        for entry in glossary()[sort].values():
            yield from ((word(entry.word), word(answer)) for answer in entry.answers)


def _readings() -> Iterator[tuple[Symbol, Symbol]]:
    for entry in glossary()["question"].values():
        yield from ((word(entry.word), word(answer)) for answer in entry.answers)
    yield from ((word("theory"), theory) for theory in words("theory"))
    yield word("jurisdiction"), TEXT


def said() -> Iterator[Symbol]:
    """What clauses can say: every term of the language with words of a sort at each of its places.

    Not every condition is paired with every other word: each stands in some term, and all other words are paired beside one.
    """
    for signature in signatures():
        for narrow in (True, False):
            yield from _terms(signature.pattern, narrow)


_WIDE = ("condition", "single", "facts", "answer")
"""Sorts of places where one thing of very many may stand."""


def _terms(pattern: Symbol, narrow: bool) -> Iterator[Symbol]:
    parts = [list(_at(part, narrow)) for part in pattern.arguments]
    return (Term(pattern.name, list(chosen)) for chosen in product(*parts))


def _at(part: Symbol, narrow: bool) -> Iterable[Symbol]:
    if part.arguments:
        return _terms(part, narrow)
    found = _standing(part.name)
    return found[:1] if (part.name in _WIDE) == narrow else found


@cache
def _standing(name: str) -> list[Symbol]:
    """What may stand at a place of a term."""
    if name in _WIDE:
        return list(_many(name))
    if name in ("text", "license", "count"):
        return [COUNT if name == "count" else TEXT]
    if name == "way":
        return [*words("making"), *(Term("distills", [word(taught)]) for taught in ("outputs", "logits"))]
    if name == "burden":
        return words("burden", "duty")
    return [_filled(entry) for entry in glossary()[name].values()] if name in glossary() else [Term(name)]


def _many(name: str) -> Iterator[Symbol]:
    """What may stand at a place where very many things may."""
    if name == "answer":
        yield from (Term("reading", [question, answer]) for question, answer in _readings())
    elif name == "facts":
        yield from _facts()
    else:
        yield from (Term(how, [fact]) for how in ("if", "unless") for fact in _facts())


def _filled(entry: Entry) -> Symbol:
    """A word; one whose sentence has a blank, with the text that fills it."""
    name, blank = word(entry.word), "{first}" in entry.sentence and entry.sort == "duty"
    return Term(name.name, [TEXT]) if blank and name.type is SymbolType.Function else name


def _facts() -> Iterator[Symbol]:
    simple = [fact for fact, answer in _answers() if str(answer) == "yes"]
    yield from simple
    yield from (Term(how, [TEXT]) for how in ("established_in", "takes_place_in"))
    measures = [Term(metric, [TEXT]) if metric.endswith("revenue") else Term(metric) for metric in METRICS]
    yield from (Term("over", [measure, COUNT, when]) for measure in measures for when in (Term("ever"), Term("in", [TEXT])))
    yield Term("unless", [simple[0]])
    yield from (Term(joint, [simple[0], simple[-1]]) for joint in ("both", "either"))
