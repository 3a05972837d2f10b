# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A brief becomes a draft: terms, trials, contradictions, what is left open, and what no licence can do by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clingo import Symbol, SymbolType

from ...finding import Decision
from ...sentence import hyphenated
from .brief import Brief
from .clash import clashing
from .court import judged
from .program import Derived, derived
from .terms import Terms, composed
from .trial import HELD, Outcome, Stage, Try, outcome


@dataclass(frozen=True, slots=True)
class Clash:
    """Lines of a brief of which each is at odds with others, and the trials that show it.

    ``against`` are these others, none of them idle: without any one of them the trials could end as they have to. Where there
    are none, nothing in the brief brings about what the lines want.
    """

    lines: tuple[int, ...]
    against: tuple[int, ...]
    tries: tuple[Try, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A matter that the brief leaves open, and what follows then: what is tried, and how it ends."""

    matter: str
    tried: tuple[tuple[str, Decision], ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """What a draft cannot do by itself, with the questions of law that it turns on."""

    word: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """Whether somebody who stands for a group may do something: as the brief wants it, and as the draft has it.

    ``group`` is None for those who belong to no group.
    """

    group: str | None
    right: str
    wanted: bool
    has: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What a brief comes to. ``idle`` are the lines that nobody's doing can ever meet."""

    terms: Terms
    tries: tuple[Try, ...]
    clashes: tuple[Clash, ...]
    access: tuple[Access, ...]
    gaps: tuple[Gap, ...]
    idle: tuple[int, ...]
    cautions: tuple[Caution, ...]

    @property
    def brief(self) -> Brief:
        """What was wanted."""
        return self.terms.brief


def drafted(brief: Brief) -> Draft:
    """Draft terms for a brief, and try every line of it with them."""
    told = derived(brief)
    terms, stage = composed(brief, told), Stage(brief, told)
    probes = told.of("probe", 2)
    asked = [(_line(line), trial, outcome(symbol)) for line, trial, symbol in told.of("tries", 3)]
    trials = list(dict.fromkeys([*(trial for _, trial, _ in asked), *(trial for _, trial in probes)]))
    cases = [stage.case(trial) for trial in trials]
    decisions = dict(zip(trials, judged(cases, terms), strict=True))
    tries = tuple(
        Try(line, stage.sentence(trial), wanted, decisions[trial].case, decisions[trial]) for line, trial, wanted in asked
    )
    gaps = tuple(_gaps(told, {trial: (stage.sentence(trial), decisions[trial]) for _, trial in probes}))
    idle = tuple(_line(line) for (line,) in told.of("idle", 1))
    return Draft(terms, tries, _clashes(tries, terms), _access(told, decisions), gaps, idle, _cautions(told))


def _line(line: Symbol) -> int:
    return line.number if line.type is SymbolType.Number else 0


def _clashes(tries: Iterable[Try], terms: Terms) -> tuple[Clash, ...]:
    """Failed trials by the lines that keep them from ending as they have to."""
    known: dict[tuple[str, Outcome], tuple[int, ...]] = {}
    found: dict[tuple[int, ...], list[Try]] = {}
    for each in tries:
        if not each.met:
            key = each.told, each.outcome
            if key not in known:
                known[key] = clashing(each, terms)
            found.setdefault(tuple(line for line in known[key] if line != each.line), []).append(each)
    return tuple(
        Clash(tuple(dict.fromkeys(each.line for each in shown)), against, tuple(shown)) for against, shown in found.items()
    )


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
        if str(use) == "none" and situation in rights
    )


def _gaps(told: Derived, tried: Mapping[Symbol, tuple[str, Decision]]) -> Iterable[Gap]:
    for (matter,) in told.of("unsettled", 1):
        yield Gap(hyphenated(matter), tuple(tried[trial] for about, trial in told.of("probe", 2) if about == matter))


def _cautions(told: Derived) -> tuple[Caution, ...]:
    turning = told.of("turning", 2)
    return tuple(
        Caution(hyphenated(word), tuple(hyphenated(question) for about, question in turning if about == word))
        for (word,) in told.of("caution", 1)
    )
