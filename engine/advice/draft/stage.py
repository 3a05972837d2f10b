# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Trials as cases: who stands for a group does in a situation what a line of the brief is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clingo import Symbol, SymbolType

from ...case import Act, Case, Making, Party, Purpose, Value, Work
from ...glossary import glossary
from ...placement import ACT, PARTY
from ...sentence import hyphenated
from .brief import Brief
from .program import Derived

YOU = "you"
WORK = "work"
MADE = "result"
OTHERS = "somebody of no group"
_KINDS = {"software": "software", "model": "model", "data": "dataset", "content": "content"}
_TARGETS: dict[str, Value] = dict.fromkeys(
    ("language-model", "generative-model", "foundation-model", "image-model", "similar-model", "competing-model"), True
)
"""What a model made is taken to be: everything that a promise about training may be about."""


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
        self._venue = tuple(country.string for (country,) in derived.of("venue", 1))

    def case(self, trial: Symbol) -> Case:
        """The case of a trial."""
        person, situation, use = trial.arguments
        works = self._works(situation)
        places = (use.arguments[0].string,) if _is_place(use) else self._venue
        pursued = [*self._pursuits(person, situation), *([use] if _is_purpose(use) else [])]
        purposes = tuple(_purpose(each) for each in pursued)
        act = Act(YOU, self._does[situation], works[-1].name, self._circumstances(person, situation), purposes, places)
        name = self.sentence(trial)
        return Case(f"Under {self._brief.license} {name}", works, (self._party(person),), (act,))

    def sentence(self, trial: Symbol) -> str:
        """What is done in a trial, as ``research (a member) hosts the work for others``."""
        person, situation, use = trial.arguments
        said = glossary()["situation"][hyphenated(situation)].sentence.format(party=_who(person))
        if _is_place(use):
            return f"{said} in {use.arguments[0].string}"
        if not _is_purpose(use):
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


def _who(person: Symbol) -> str:
    """Somebody who stands for a group, or who registered without being of it."""
    if person.type is SymbolType.String:
        return f"a member of {person.string}"
    return f"{_who(person.arguments[0])}, registered as asked," if person.arguments else OTHERS


def _is_place(use: Symbol) -> bool:
    return use.name == "in"


def _is_purpose(use: Symbol) -> bool:
    return use.name not in ("none", "in")


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
