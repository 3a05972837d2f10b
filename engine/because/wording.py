# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Atoms as sentences, with the names that the case uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from clingo import Symbol, SymbolType

from ..content import content
from ..facts import Names
from ..gloss import condition, gloss, statement, way
from ..sentence import asking, doing, fact_phrase, hyphenated, phrase, plain, reading_phrase
from .phrases import phrases

_BLANK = re.compile(r"\{([\w']+)\}")


def sentence(symbol: Symbol, holds: bool, names: Names) -> str | None:
    """What an atom says.

    Args:
        symbol: the atom
        holds: whether it is so
        names: what the symbols of the case stand for
    Returns:
        a sentence without a full stop, or None if the atom goes without saying
    """
    if symbol.name == "says":
        license_id, _, term = symbol.arguments
        return None if holds else f"{license_id.string} does not say this: {gloss([term])}"
    if symbol.name in SPECIAL:
        said = SPECIAL[symbol.name](symbol, names)
        return said if holds else f"it is not so that {said}"
    known = phrases().get((symbol.name, len(symbol.arguments)))
    if known is None:
        return None
    values = dict(zip(known.arguments, symbol.arguments, strict=True))
    text = known.positive if holds else known.negative
    return _BLANK.sub(lambda blank: _worded(blank[1], values[blank[1]], names), text)


def finding_sentence(term: Symbol, names: Names, details: str = "") -> str:
    """What may be found, with whom and what it would concern.

    Args:
        term: the argument of ``finding/1``
        names: what the symbols of the case stand for
        details: words that belong into the sentence
    Returns:
        a sentence without a full stop
    """
    said = content(term, names, details)
    if said.act is None:
        return said.sentence.rstrip(".")
    act = names.acts.get(said.act)
    whose = _act(said.act, names) if act is None else f"what {act.party} does with {act.work}"
    return f"{whose}: {said.sentence.rstrip('.')}"


def _worded(argument: str, value: Symbol, names: Names) -> str:
    """What stands at a place of a sentence, in words."""
    sort = argument.rstrip("'")
    if sort in _SORTS:
        return _SORTS[sort](value)
    if value in names.acts or (value.type is SymbolType.Function and value.name in ("making", "use") and value.arguments):
        return _act(value, names)
    return _word(value, names)


def _act(act: Symbol, names: Names) -> str:
    """What somebody does, as ``acme distributes tuned for weapons``."""
    if act in names.acts:
        done = names.acts[act]
        return doing(done.party, done.does, done.work)
    if act.name == "making":
        return f"{plain(act.arguments[0], names)} is made"
    return f"{_act(act.arguments[0], names)} for {hyphenated(act.arguments[1])}"


def _word(value: Symbol, names: Names) -> str:
    """A name, a string, a number or a word; a word that holds others is told with them."""
    if value.type is SymbolType.Function and value.arguments:
        return " ".join((hyphenated(value), *(f"“{_word(part, names)}”" for part in value.arguments)))
    return plain(value, names)


def _condition(value: Symbol) -> str:
    return condition(value) if value.name in ("if", "unless") and value.arguments else statement(value)


def _deed(value: Symbol) -> str:
    return " ".join(part.name for part in (value, *value.arguments))


def _limit(value: Symbol) -> str:
    return condition(value) if value.arguments else hyphenated(value)


_SORTS: Mapping[str, Callable[[Symbol], str]] = {
    "Making": way,
    "Condition": _condition,
    "Question": lambda question: phrase("question", hyphenated(question), {"work": "the work"}),
    "Does": _deed,
    "Deed": _deed,
    "Trigger": _deed,
    "Limit": _limit,
    "Case": lambda _: "the case",
}
"""How what stands at a place of these sorts is worded; everything else by what it is."""


def _amount(symbol: Symbol, names: Names) -> str:
    who, metric, unit, number = symbol.arguments
    said = "" if str(unit) == "none" else f" ({unit.string})"
    subject = _act(who, names) if who in names.acts else plain(who, names)
    return f"{subject}: {hyphenated(metric)}{said} {number.number:,}"


def _reads(symbol: Symbol, names: Names) -> str:
    _, question, answer = symbol.arguments
    if question.name in ("theory", "jurisdiction"):
        return f"the case is decided under the {question.name} {plain(answer, names)}"
    return f"the case settles it: {reading_phrase(symbol, names)}"


def _done(symbol: Symbol, names: Names) -> str:
    _, party, deed, work = symbol.arguments
    return doing(plain(party, names), hyphenated(deed), plain(work, names))


def _performs(symbol: Symbol, names: Names) -> str:
    act, party, deed, work = symbol.arguments
    done = doing(plain(party, names), hyphenated(deed), plain(work, names))
    whole = doing(plain(party, names), "make", plain(act.arguments[0], names)) if act.arguments else _act(act, names)
    return done if done == whole else f"{whole}, and by that {done.removeprefix(plain(party, names)).strip()}"


def _asked(symbol: Symbol, names: Names) -> str:
    return f"it has to be known: {asking(symbol.arguments[0], symbol.arguments[1], names)}"


SPECIAL: Mapping[str, Callable[[Symbol, Names], str]] = {
    "fact": fact_phrase,
    "known": fact_phrase,
    "told": fact_phrase,
    "made": fact_phrase,
    "needed": _asked,
    "act": _done,
    "performs": _performs,
    "reading": reading_phrase,
    "decided": reading_phrase,
    "reads": _reads,
    "amount": _amount,
}
"""Predicates that the words of the vocabulary say, not a sentence of their own."""
