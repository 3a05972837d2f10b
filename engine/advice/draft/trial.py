# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Trials as cases: who stands for a group does in a situation what a line of the brief is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clingo import Symbol, SymbolType

from ...case import Act, Case, Expectation, Making, Party, Purpose, Value, Work
from ...content import kind
from ...finding import WRONG, Decision, Finding
from ...glossary import glossary
from ...placement import ACT, PARTY
from ...sentence import hyphenated
from .brief import Brief
from .program import Derived

YOU = "you"
WORK = "work"
MADE = "result"
OTHERS = "somebody of no group"
SURE = frozenset({"settled", "likely"})
"""The standings on which a trial counts what is found as found."""

HELD = frozenset({"clear", "possible"})
"""The verdicts on which a trial counts an act as allowed: nothing stands in the way on the majority reading."""

_KINDS = {"software": "software", "model": "model", "data": "dataset", "content": "content"}
_TARGETS: dict[str, Value] = dict.fromkeys(
    ("language-model", "generative-model", "foundation-model", "image-model", "similar-model", "competing-model"), True
)
"""What a model made is taken to be: everything that a promise about training may be about."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial has to end: ``allowed`` or ``barred``, or that something of a kind is ``found`` or ``absent``."""

    sort: str
    kind: str = ""
    topic: str = ""

    def met(self, decision: Decision) -> bool:
        """Whether a decision ends so."""
        if self.sort == "allowed":
            return decision.verdict in HELD
        if self.sort == "barred":
            return decision.verdict in SURE
        return bool(self.found(decision)) == (self.sort == "found")

    def found(self, decision: Decision) -> tuple[Finding, ...]:
        """What the trial is about: of allowed and barred acts all that stands in the way, else what it looks for.

        What only a minority of readings supports is not found; what depends on a fact that nobody gave is not absent.
        """
        if not self.kind:
            return decision.of_kind(*WRONG)
        standings = SURE if self.sort == "found" else SURE | {"unknown"}
        return tuple(each for each in decision.of_kind(self.kind) if each.topic == self.topic and each.standing in standings)

    def expectation(self, decision: Decision) -> Expectation:
        """The outcome as a case expects it: with the verdict or standing that was found, if the trial ended so."""
        if self.sort in ("allowed", "barred"):
            wanted = "clear" if self.sort == "allowed" else "settled"
            return Expectation("verdict", ({"verdict": decision.verdict if self.met(decision) else wanted},))
        if self.sort == "absent":
            return Expectation(self.kind, ({"topic": self.topic, "found": "no"},))
        standing = next((each.standing for each in self.found(decision)), "settled")
        return Expectation(self.kind, ({"topic": self.topic, "standing": standing},))


def outcome(symbol: Symbol) -> Outcome:
    """The outcome that a term of the goal program stands for."""
    if not symbol.arguments:
        return Outcome(symbol.name)
    sought, topic = symbol.arguments
    return Outcome(symbol.name, kind(sought), hyphenated(topic))


class Stage:
    """What the goal program says of persons and situations, from which cases are made.

    Args:
        brief: what is tried
        derived: what follows from it
    """

    def __init__(self, brief: Brief, derived: Derived) -> None:
        self._brief = brief
        self._states: dict[Symbol, dict[str, Value]] = {}
        for person, fact, answer in derived.of("states", 3):
            self._states.setdefault(person, {})[hyphenated(fact)] = answer.name == "yes"
        self._sizes = derived.of("sized", 3)
        self._pursued = derived.of("pursues", 3)
        self._does = {situation: hyphenated(does) for situation, does in derived.of("enacts", 2)}
        self._making = {situation: hyphenated(making) for situation, making in derived.of("changes", 2)}
        self._told = derived.of("told_of", 3)
        self._offers = {situation: terms.name for situation, terms in derived.of("offers", 2)}

    def case(self, trial: Symbol) -> Case:
        """The case of a trial."""
        person, situation, use = trial.arguments
        works = self._works(situation)
        purposes = tuple(_purpose(each) for each in (*self._pursuits(person, situation), use) if str(each) != "none")
        act = Act(YOU, self._does[situation], works[-1].name, self._circumstances(person, situation), purposes, ("US",))
        name = self.sentence(trial)
        return Case(f"Under {self._brief.license} {name}", works, (self._party(person),), (act,))

    def sentence(self, trial: Symbol) -> str:
        """What is done in a trial, as ``research (a member) hosts the work for others``."""
        person, situation, use = trial.arguments
        who = f"a member of {person.string}" if person.type is SymbolType.String else OTHERS
        said = glossary()["situation"][hyphenated(situation)].sentence.format(party=who)
        if str(use) == "none":
            return said
        told = _purpose(use)
        conditions = [f"{'' if answer else 'no '}{fact}" for fact, answer in told.circumstances.items()]
        return f"{said} for {told.use}" + (f" ({', '.join(conditions)})" if conditions else "")

    def _pursuits(self, person: Symbol, situation: Symbol) -> list[Symbol]:
        return [use for who, where, use in self._pursued if (who, where) == (person, situation)]

    def _works(self, situation: Symbol) -> tuple[Work, ...]:
        sort = _KINDS[self._brief.kind]
        work = Work(WORK, sort, self._brief.license, "licensor", attributes={"modified": False, "has-notice-file": False})
        if situation not in self._making:
            return (work,)
        verb = self._making[situation]
        attributes: Mapping[str, Value] = {
            hyphenated(fact): answer.name == "yes" if answer.name in ("yes", "no") else hyphenated(answer)
            for where, fact, answer in self._told
            if where == situation
        }
        made_kind = {"outputs-of": "content", "adapts": "adapter", "trains-on": "model"}.get(verb, sort)
        terms = {"own": self._brief.license, "mit": "MIT"}.get(self._offers.get(situation, ""))
        made = Work(MADE, made_kind, terms, YOU, (Making(verb, WORK, attributes),), _TARGETS if made_kind == "model" else {})
        return work, made

    def _circumstances(self, person: Symbol, situation: Symbol) -> dict[str, Value]:
        told: dict[str, Value] = dict.fromkeys(ACT, False)
        told |= {fact: answer for fact, answer in self._states[person].items() if fact in ACT}
        if self._does[situation] == "host":
            told |= {"managed-service": True, "model-as-a-service": True}
        return told

    def _party(self, person: Symbol) -> Party:
        told: dict[str, Value] = dict.fromkeys(PARTY, False)
        told |= {fact: answer for fact, answer in self._states[person].items() if fact in PARTY}
        return Party(YOU, "US", told, _figures([(metric, size) for who, metric, size in self._sizes if who == person]))


def _figures(sizes: Sequence[tuple[Symbol, Symbol]]) -> dict[str, dict[str, int]]:
    figures: dict[str, dict[str, int]] = {}
    for metric, size in sizes:
        unit = metric.arguments[0].string if metric.arguments else ""
        figures.setdefault(hyphenated(metric), {})[unit] = size.number
    return figures


def _purpose(use: Symbol) -> Purpose:
    """The purpose that a term stands for: a use, or one with what is said of it."""
    if not use.arguments:
        return Purpose(hyphenated(use))
    told, fact, answer = use.arguments
    return Purpose(hyphenated(told), {hyphenated(fact): answer.name == "yes"})


@dataclass(frozen=True, slots=True)
class Try:
    """A line of the brief tried as a case: what is done, how it has to end, and what follows."""

    line: int
    told: str
    outcome: Outcome
    case: Case
    decision: Decision

    @property
    def met(self) -> bool:
        """Whether it ends as it has to."""
        return self.outcome.met(self.decision)
