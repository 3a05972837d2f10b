# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The clause language: which terms there are, which words they take, and how they read.

The terms stand in ``kb/terms.lp``, each under the sentence that reads it; the words in ``kb/vocabulary.lp``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clingo import Symbol, SymbolType, parse_term

from .glossary import KNOWLEDGE_BASE, glossary
from .problem import nearest

_TERM = re.compile(r"((?:^% .*\n)+)^term\((.*)\)\.$", re.MULTILINE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
JOINED = {"both": 2, "either": 2, "unless": 1}
"""How facts may be joined inside a condition, with the number of facts that are."""
METRICS = ("monthly_users", "monthly_revenue", "yearly_revenue", "staff", "product_users", "product_visits", "product_revenue")
"""What may be counted; revenue in a currency."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A term of the clause language: what stands at each place, and the sentence that reads it."""

    pattern: Symbol
    sentence: str


@cache
def signatures() -> tuple[Signature, ...]:
    """Every term of the clause language, in the order of its file."""
    return declared((KNOWLEDGE_BASE / "terms.lp").read_text(encoding="utf-8"))


def declared(text: str) -> tuple[Signature, ...]:
    """The terms that a text in the form of ``kb/terms.lp`` declares, in its order."""
    return tuple(
        Signature(parse_term(pattern), " ".join(line[2:].strip() for line in comment.splitlines()))
        for comment, pattern in _TERM.findall(text)
    )


@lru_cache(maxsize=8192)
def signature(term: Symbol) -> Signature | None:
    """The signature of a term, or None where the clause language has no such term or a word does not fit its place."""
    return next((known for known in signatures() if not any(_mismatches(term, known.pattern))), None)


@cache
def _shaped() -> Mapping[tuple[str, int] | None, Sequence[Signature]]:
    """The terms of the clause language by name and number of arguments."""
    found: dict[tuple[str, int] | None, list[Signature]] = {}
    for known in signatures():
        found.setdefault(_shape(known.pattern), []).append(known)
    return found


@lru_cache(maxsize=4096)
def mistakes(term: Symbol) -> tuple[str, ...]:
    """What is wrong with a term: nothing, or what keeps it from being one, told by the signature that it comes closest to."""
    named = _shaped().get(_shape(term), ())
    if not named:
        likely = nearest(term.name, [known.pattern.name for known in signatures()]) if term.type is SymbolType.Function else ()
        return (f"`{term}` is no term of the clause language" + (f"; did you mean `{likely[0]}`?" if likely else ""),)
    told = (tuple(_mismatches(term, known.pattern)) for known in named)
    return min(
        told,
        key=lambda found: (
            len(found),
            not any("did you mean" in mistake for mistake in found),
            "is no condition" in str(found),
        ),
    )


def _shape(term: Symbol) -> tuple[str, int] | None:
    return (term.name, len(term.arguments)) if term.type is SymbolType.Function else None


def _mismatches(term: Symbol, pattern: Symbol) -> Iterator[str]:
    """What in a term does not fit a pattern."""
    if not pattern.arguments and pattern.name in _SORTS:
        yield from _SORTS[pattern.name](term)
    elif not pattern.arguments and pattern.name in glossary():
        yield from _unfit(term, pattern.name)
    elif _shape(term) != _shape(pattern):
        yield f"`{term}` stands where `{pattern}` belongs"
    else:
        for argument, part in zip(term.arguments, pattern.arguments, strict=True):
            yield from _mismatches(argument, part)


def _unfit(term: Symbol, sort: str) -> Iterator[str]:
    """Whether a term is a declared word of a sort; one whose sentence has a blank takes the text that fills it."""
    words = glossary()[sort]
    if term.type is not SymbolType.Function:
        yield f"`{term}` is no {sort}"
    elif hyphenated(str(term)) in words:
        if "{first}" in words[hyphenated(str(term))].sentence and sort == "duty":
            yield f'the duty `{term}` needs a text, as {term}("…")'
    elif len(term.arguments) == 1 and "{first}" in getattr(words.get(hyphenated(term.name)), "sentence", ""):
        yield from _text(term.arguments[0])
    else:
        likely = nearest(hyphenated(term.name), words)
        yield f"`{term}` is no declared {sort}" + (f"; did you mean `{likely[0].replace('-', '_')}`?" if likely else "")


def hyphenated(word: str) -> str:
    """A word of the rules as the glossary writes it."""
    return word.replace("_", "-")


def _text(term: Symbol) -> Iterator[str]:
    if term.type is not SymbolType.String:
        yield f"`{term}` stands where a string belongs"


def _count(term: Symbol) -> Iterator[str]:
    if term.type is not SymbolType.Number or term.number < 0:
        yield f"`{term}` stands where a whole number belongs"


def _condition(term: Symbol) -> Iterator[str]:
    if _shape(term) in (("if", 1), ("unless", 1)):
        yield from _facts(term.arguments[0])
    else:
        yield f"`{term}` is no condition: if(…) or unless(…)"


def _facts(term: Symbol) -> Iterator[str]:
    """What is wrong with what stands inside a condition."""
    if term.type is not SymbolType.Function:
        yield f"`{term}` is no fact"
    elif len(term.arguments) == JOINED.get(term.name):
        for part in term.arguments:
            yield from _facts(part)
    elif _shape(term) == ("over", 3):
        yield from _measure(*term.arguments)
    elif _shape(term) in (("established_in", 1), ("takes_place_in", 1)):
        yield from _text(term.arguments[0])
    elif "yes" not in _answers(hyphenated(str(term))):
        likely = nearest(hyphenated(str(term)), glossary()["circumstance"])
        yield f"`{term}` is no declared fact" + (f"; did you mean `{likely[0].replace('-', '_')}`?" if likely else "")


def _answers(fact: str) -> Mapping[str, str]:
    """The answers to a fact; none if there is no such fact."""
    entry = glossary()["circumstance"].get(fact) or glossary()["attribute"].get(fact)
    return entry.answers if entry else {}


def _single(term: Symbol) -> Iterator[str]:
    """What is wrong with the condition of a definition, which names one fact."""
    if _shape(term) not in (("if", 1), ("unless", 1)):
        yield f"`{term}` is no condition: if(…) or unless(…)"
    elif term.arguments[0].type is not SymbolType.Function or term.arguments[0].arguments:
        yield f"`{term}` names more than one fact; a definition takes one"
    else:
        yield from _facts(term.arguments[0])


def _measure(metric: Symbol, limit: Symbol, when: Symbol) -> Iterator[str]:
    if metric.type is not SymbolType.Function or metric.name not in METRICS:
        yield f"`{metric}` is nothing that is counted: {', '.join(METRICS)}"
    elif metric.name.endswith("revenue") != _is_text(metric.arguments, _CURRENCY):
        yield f'`{metric}`: revenue has a currency, as yearly_revenue("USD"), and nothing else has one'
    yield from _count(limit)
    in_month = _shape(when) == ("in", 1) and _is_text(when.arguments, _MONTH) and metric.name == "monthly_users"
    if str(when) != "ever" and not in_month:
        yield f'`{when}` is neither ever nor a month, as in("2024-06")'


def _is_text(symbols: Sequence[Symbol], pattern: re.Pattern[str]) -> bool:
    """Whether there is one symbol, a string of this pattern."""
    return len(symbols) == 1 and symbols[0].type is SymbolType.String and pattern.fullmatch(symbols[0].string) is not None


def _way(term: Symbol) -> Iterator[str]:
    if _shape(term) == ("distills", 1) and str(term.arguments[0]) in ("outputs", "logits"):
        return
    yield from _unfit(term, "making")


def _question(term: Symbol) -> Iterator[str]:
    if str(term).replace("_", "-") not in glossary()["question"]:
        yield f"`{term}` is no declared question"


def _reading(term: Symbol) -> Iterator[str]:
    """What is wrong with an answer to an open question."""
    if _shape(term) != ("reading", 2):
        yield f"`{term}` is no reading: reading(question, answer)"
        return
    yield from _question(term.arguments[0])
    entry = glossary()["question"].get(hyphenated(str(term.arguments[0])))
    if entry and hyphenated(str(term.arguments[1])) not in entry.answers:
        yield f"`{term.arguments[1]}` is no answer to {entry.word}: {', '.join(entry.answers)}"


def _burden(term: Symbol) -> Iterator[str]:
    if hyphenated(str(term)) not in glossary()["burden"] and hyphenated(str(term)) not in glossary()["duty"]:
        yield f"`{term}` is no declared burden"


_SORTS = {
    "text": _text,
    "license": _text,
    "count": _count,
    "condition": _condition,
    "single": _single,
    "facts": _facts,
    "way": _way,
    "question": _question,
    "answer": _reading,
    "burden": _burden,
}
"""What may stand at a place beside the words of a sort."""
