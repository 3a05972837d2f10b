# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Sentences for people: terms of the solver turned into the words of the vocabulary, with the names of the case."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from clingo import Symbol, SymbolType

from .facts import Names
from .gloss import way
from .glossary import glossary
from .questions import OpenQuestion


class _Values(dict[str, str]):
    """Values of a template; what is not there is left as an ellipsis rather than an error."""

    def __missing__(self, key: str) -> str:
        return "…"


@lru_cache(maxsize=4096)
def hyphenated(symbol: Symbol) -> str:
    """A word of the rules as the case format writes it."""
    return symbol.name.replace("_", "-")


def phrase(sort: str, word: str, values: Mapping[str, str], answer: str | None = None) -> str:
    """The sentence of a word, or the phrase of one of its answers, with the values put in.

    Raises:
        KeyError: the vocabulary does not hold the word
    """
    entry = glossary()[sort][word]
    template = entry.sentence if answer is None else entry.answers[answer]
    return template.format_map(_Values(values))


def plain(symbol: Symbol, names: Names) -> str:
    """An argument of a term in words: a name of the case, a string, a number, or a word."""
    name = names.names.get(symbol)
    if name is not None:
        return name
    if symbol.type is SymbolType.String:
        return symbol.string
    return str(symbol.number) if symbol.type is SymbolType.Number else hyphenated(symbol)


def does(act: str) -> str:
    """An act as the verb of a sentence: ``publish`` becomes ``publishes``."""
    return act + ("es" if act.endswith(("sh", "ch", "s", "x")) else "s")


def doing(party: str | None, act: str | None, work: str) -> str:
    """Who does what, as ``acme distributes tuned``; what is not known is left out."""
    if act is None:
        return ", ".join(word for word in (party, work) if word)
    return f"{party or 'whoever'} {does(act)} {work}".strip()


def about(subject: Symbol, names: Names) -> dict[str, str]:
    """Whom and what the subject of a fact is about, for the templates of its question."""
    if subject in names.acts:
        return {"work": names.acts[subject].work, "party": names.acts[subject].party}
    if subject in names.names:
        return {"party" if subject in names.parties else "work": names.names[subject]}
    said = [plain(argument, names) for argument in subject.arguments]
    if subject.name == "link":
        return {"work": said[0], "source": said[2]}
    return about(subject.arguments[0], names) | _further(subject.name, said) if said else {}


def _further(subject: str, said: list[str]) -> dict[str, str]:
    """What a fact is about beyond a party or an act: a use, a limit with its unit, a territory."""
    match subject:
        case "use":
            return {"use": said[1]}
        case "above":
            return _limit(int(said[1]), said[2])
        case "seat" | "venue":
            return {"territory": _TERRITORIES.get(said[1], said[1])}
    return {}


def _limit(limit: int, unit: str) -> dict[str, str]:
    """A limit with its unit: a currency, or the month in which something is counted."""
    if unit == "none":
        return {"limit": f"{limit:,}", "when": ""}
    return {"limit": f"{limit:,}", "when": f" ({unit})"} if "-" in unit else {"limit": f"{unit} {limit:,}", "when": ""}


_TERRITORIES = {"EU": "the European Union", "EEA": "the European Economic Area", "UK": "the United Kingdom"}
"""Territories by more than their letters."""


def _sort(fact: str) -> str:
    """The sort of a fact: of a way of making (``attribute``), or of a work, act or purpose (``circumstance``)."""
    return "attribute" if fact in glossary()["attribute"] else "circumstance"


def question_sentence(question: OpenQuestion, names: Names) -> str:
    """The question as one asks a person."""
    return _worded("question" if question.law else _sort(question.topic), question.topic, question.subject, names)


def answer_phrase(question: OpenQuestion, answer: Symbol, names: Names) -> str:
    """An answer as a condition: what follows the word "if"."""
    sort = "question" if question.law else _sort(question.topic)
    return _worded(sort, question.topic, question.subject, names, hyphenated(answer))


def asking(subject: Symbol, fact: Symbol, names: Names) -> str:
    """The question for a fact, as one asks a person."""
    word = hyphenated(fact)
    return _worded(_sort(word), word, subject, names)


def fact_phrase(fact: Symbol, names: Names) -> str:
    """A fact of the case that something rests on, as a statement."""
    if fact.name == "made":
        work, making, source = fact.arguments
        return f"{plain(work, names)} {way(making)} {plain(source, names)}"
    subject, topic, answer = fact.arguments
    word = hyphenated(topic)
    return _worded(_sort(word), word, subject, names, hyphenated(answer))


def reading_phrase(reading: Symbol, names: Names) -> str:
    """An answer to a question of law, as a statement."""
    case, question, answer = reading.arguments
    return phrase("question", hyphenated(question), about(case, names), hyphenated(answer))


def _worded(sort: str, topic: str, subject: Symbol, names: Names, answer: str | None = None) -> str:
    values = about(subject, names)
    words = phrase(sort, topic, values, answer)
    return f"{values['use']}: {words}" if "use" in values else words
