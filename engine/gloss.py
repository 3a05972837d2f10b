# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Terms of the clause language in words: each by the sentence that ``kb/terms.lp`` gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from clingo import Symbol, SymbolType

from .glossary import glossary
from .language import hyphenated, signature

_SUBJECTS = {"work": "the work", "source": "the licensed one", "party": "the licensee", "when": ""}


def gloss(terms: Sequence[Symbol]) -> str:
    """Terms that differ in one place at most, as one sentence.

    Args:
        terms: of one signature, at least one
    Raises:
        ValueError: a term is none of the clause language
    """
    known = signature(terms[0])
    if known is None:
        raise ValueError(f"{terms[0]} is no term of the clause language")
    places = [list(dict.fromkeys(column)) for column in zip(*(_leaves(term) for term in terms), strict=True)]
    sorts = [str(pattern) for pattern in _leaves(known.pattern)]
    return known.sentence.format(*(_joined(sort, symbols) for sort, symbols in zip(sorts, places, strict=True)))


def _leaves(term: Symbol) -> tuple[Symbol, ...]:
    """The arguments of a term; ``train(…)`` stands for what is in it."""
    return tuple(part.arguments[0] if str(part).startswith("train(") else part for part in term.arguments)


def _joined(sort: str, symbols: Sequence[Symbol]) -> str:
    said = [_phrase(sort, symbol) for symbol in symbols]
    if sort == "duty":
        return " ".join(said)
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def _phrase(sort: str, symbol: Symbol) -> str:
    """What stands at a place, in words."""
    if sort in _PHRASES:
        return _PHRASES[sort](symbol)
    if symbol.type is SymbolType.String:
        return symbol.string
    if symbol.type is SymbolType.Number:
        return f"{symbol.number:,}"
    return _word(sort, symbol) if sort in glossary() else hyphenated(str(symbol))


def _word(sort: str, symbol: Symbol) -> str:
    words = glossary()[sort]
    entry = words.get(hyphenated(str(symbol))) or words[hyphenated(symbol.name)]
    texts = {"first": f"“{symbol.arguments[0].string}”"} if symbol.arguments and "{first}" in entry.sentence else {}
    return entry.sentence.format_map(_Blanks(_SUBJECTS | texts))


class _Blanks(dict[str, str]):
    """What fills the blanks of a sentence; what is not known here stays open."""

    def __missing__(self, key: str) -> str:
        return "…"


def condition(symbol: Symbol) -> str:
    """A condition of a clause in words, as ``if the work is multimodal``, or ``if …, but not if …``."""
    return f"{symbol.name} {_facts(symbol.arguments[0])}"


def _facts(symbol: Symbol) -> str:
    """All that a condition joins, in words."""
    said, excepted = _excepted(symbol)
    return f"{said}, but not if {excepted}" if excepted else said


def _excepted(symbol: Symbol) -> tuple[str, str]:
    """Facts in words, and apart from them what must not be so, if that comes last."""
    if symbol.name == "both":
        first, second = symbol.arguments
        if second.name == "unless":
            return statement(first), statement(second.arguments[0])
        said, excepted = _excepted(second)
        return f"{statement(first)} and {said}", excepted
    return statement(symbol), ""


def statement(symbol: Symbol) -> str:
    """Facts as joined inside a condition, in words."""
    match symbol.name:
        case "both":
            return " and ".join(map(statement, symbol.arguments))
        case "either":
            return " or ".join(map(statement, symbol.arguments))
        case "unless":
            return f"not ({statement(symbol.arguments[0])})"
        case "over":
            return _measure(*symbol.arguments)
        case "established_in" | "takes_place_in":
            return _answered(hyphenated(symbol.name), {"territory": symbol.arguments[0].string})
    return _answered(hyphenated(str(symbol)), {})


def _measure(metric: Symbol, limit: Symbol, when: Symbol) -> str:
    currency = f"{metric.arguments[0].string} " if metric.arguments else ""
    month = f" ({when.arguments[0].string})" if when.arguments else ""
    return _answered(hyphenated(metric.name), {"limit": f"{currency}{limit.number:,}", "when": month})


def _answered(word: str, values: Mapping[str, str]) -> str:
    """A fact as the statement that it is so."""
    entry = glossary()["circumstance"].get(word) or glossary()["attribute"][word]
    return entry.answers["yes"].format_map(_Blanks({**_SUBJECTS, **values}))


def way(symbol: Symbol) -> str:
    if symbol.arguments:
        return f"distills the {symbol.arguments[0].name} of"
    return _WAYS.get(symbol.name, symbol.name.replace("_", " "))


_WAYS = {
    "outputs_of": "is output of",
    "fine_tunes": "fine-tunes",
    "links_statically": "statically links",
    "links_dynamically": "dynamically links",
    "merges_adapter": "merges the adapter",
}
"""Ways of making that read otherwise than they are written."""


def _question(symbol: Symbol) -> str:
    return glossary()["question"][hyphenated(str(symbol))].sentence


def _reading(question: Symbol, answer: Symbol) -> str:
    return glossary()["question"][hyphenated(str(question))].answers[hyphenated(str(answer))]


def _burden(symbol: Symbol) -> str:
    entry = glossary()["burden"].get(hyphenated(str(symbol)))
    return entry.sentence if entry else hyphenated(str(symbol))


_PHRASES: Mapping[str, Callable[[Symbol], str]] = {
    "condition": condition,
    "single": condition,
    "answer": lambda symbol: _reading(*symbol.arguments),
    "facts": _facts,
    "way": way,
    "question": _question,
    "burden": _burden,
    "use": lambda symbol: hyphenated(str(symbol)),
    "exempt": lambda symbol: _word("exempt", symbol),
}
"""How what stands at a place of these sorts is worded."""


def alike(terms: Iterable[Symbol]) -> bool:
    """Whether terms are of one signature and differ in one place at most, so that one sentence says them all."""
    distinct = list(dict.fromkeys(terms))
    if len({signature(term) for term in distinct}) != 1:
        return False
    return sum(len(set(column)) > 1 for column in zip(*(_leaves(term) for term in distinct), strict=True)) <= 1
