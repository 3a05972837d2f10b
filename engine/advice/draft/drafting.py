# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A brief becomes a draft: terms, trials, contradictions, what is left open, and what no licence can do by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clingo import Symbol, SymbolType

from ...finding import Decision
from ...glossary import glossary
from ...sentence import hyphenated
from .brief import Brief
from .clash import clashing
from .court import judged
from .outcome import HELD, Outcome, Try, outcome
from .program import Derived, derived
from .stage import Stage
from .terms import Terms, composed, number_of
from .values import Access, Caution, Clash, Draft, Gap, Short


def drafted(brief: Brief) -> Draft:
    """Draft terms for a brief, and try every line of it with them."""
    told = derived(brief)
    terms, stage = composed(brief, told), Stage(brief, told)
    probes = told.of("probe", 2)
    asked = [(number_of(line), trial, outcome(symbol)) for line, trial, symbol in told.of("tries", 3)]
    trials = list(dict.fromkeys([*(trial for _, trial, _ in asked), *(trial for _, trial in probes)]))
    decisions = dict(zip(trials, judged([stage.case(trial) for trial in trials], terms), strict=True))
    tries = tuple(
        Try(line, stage.sentence(trial), wanted, decisions[trial].case, decisions[trial]) for line, trial, wanted in asked
    )
    return Draft(
        terms,
        tries,
        _clashes(tries, terms, told),
        _access(told, decisions),
        tuple(_gaps(told, {trial: (stage.sentence(trial), decisions[trial]) for _, trial in probes})),
        _lines(told, "idle"),
        _lines(told, "untried"),
        _cautions(told),
        _ordered("unworded", (word for (word,) in told.of("unworded", 1))),
    )


def _lines(told: Derived, name: str) -> tuple[int, ...]:
    return tuple(number_of(line) for (line,) in told.of(name, 1))


def _ordered(sort: str, words: Iterable[Symbol]) -> tuple[str, ...]:
    """Words as the vocabulary orders those of their sort."""
    found = {hyphenated(word) for word in words}
    return tuple(word for word in glossary()[sort] if word in found)


def _clashes(tries: Iterable[Try], terms: Terms, told: Derived) -> tuple[Clash, ...]:
    """Failed trials by the lines that keep them from ending as they have to."""
    known: dict[tuple[str, Outcome], tuple[int, ...]] = {}
    found: dict[tuple[int, ...], list[Try]] = {}
    for each in tries:
        if not each.met:
            key = each.told, each.outcome
            if key not in known:
                known[key] = clashing(each, terms)
            found.setdefault(tuple(line for line in known[key] if line != each.line), []).append(each)
    short = tuple(Short(number_of(line), hyphenated(right)) for line, right in told.of("short_of", 2))
    return tuple(_clash(against, shown, short) for against, shown in found.items())


def _clash(against: tuple[int, ...], shown: Sequence[Try], short: Iterable[Short]) -> Clash:
    lines = tuple(dict.fromkeys(each.line for each in shown))
    return Clash(lines, against, tuple(shown), tuple(each for each in short if each.line in {*lines, *against}))


def _access(told: Derived, decisions: Mapping[Symbol, Decision]) -> tuple[Access, ...]:
    """Who may do what, for every right that has a trial."""
    able = {(person, right) for person, right in told.of("able", 2)}
    rights = {situation: right for right, situation in told.of("shown_by", 2)}
    return tuple(
        Access(
            person.string if person.type is SymbolType.String else None,
            hyphenated(rights[situation]),
            (person, rights[situation]) in able,
            decision.verdict in HELD,
        )
        for trial, decision in decisions.items()
        for person, situation, use in [trial.arguments]
        if str(use) == "none" and situation in rights and not _is_registrant(person)
    )


def _is_registrant(person: Symbol) -> bool:
    return person.type is SymbolType.Function and bool(person.arguments)


def _gaps(told: Derived, tried: Mapping[Symbol, tuple[str, Decision]]) -> Iterable[Gap]:
    """What is left open, as the vocabulary orders it."""
    probes = [(hyphenated(about), trial) for about, trial in told.of("probe", 2)]
    for matter in _ordered("matter", (matter for (matter,) in told.of("unsettled", 1))):
        yield Gap(matter, tuple(tried[trial] for about, trial in probes if about == matter))
    for item in _ordered("item", (item for (item,) in told.of("unsaid", 1))):
        yield Gap(item, (), own=True)


def _cautions(told: Derived) -> tuple[Caution, ...]:
    turning = [(hyphenated(about), hyphenated(question)) for about, question in told.of("turning", 2)]
    return tuple(
        Caution(word, tuple(question for about, question in turning if about == word))
        for word in _ordered("caution", (word for (word,) in told.of("caution", 1)))
    )
