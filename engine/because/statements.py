# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case states, one thing at a time: the facts that come and go together, the sentence, the evidence to keep."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterable, Mapping
from dataclasses import dataclass

from clingo import Symbol

from ..expression import branches
from ..facts import Names
from ..glossary import glossary
from ..sentence import hyphenated
from ..variant import Variant
from .wording import sentence

FRAME = frozenset(
    {"case", "belongs", "party", "unknown_license", "license_family", "excepted", "unknown_exception", "own_terms"}
)
"""What is no statement of the case: that its works and parties are there, and what its licence names stand for."""

_UNDER = ("offered", "labelled", "choosable")
"""What one licence expression leads to."""

_TOPIC = {"made": 1, "told": 1, "act": 2, "amount": 1}
"""Predicates whose evidence is that of the word at a place among their arguments."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that a case states or could state: its sentence without a full stop, and what shows that it is so.

    ``facts`` are its facts as atoms of a ground program, ``symbols`` the same facts as terms.
    """

    sentence: str
    evidence: str
    facts: tuple[int, ...]
    symbols: tuple[Symbol, ...]


def elected(facts: Iterable[Symbol], variant: Variant) -> dict[Symbol, str]:
    """Sentences for the licences that were taken where the case leaves a choice."""
    under = {work.name: work.under for work in variant.case.works}
    told = {}
    for fact in facts:
        if fact.name == "offered":
            work, license_id = variant.names.names[fact.arguments[0]], fact.arguments[1].string
            if under.get(work) not in (None, license_id) and len(branches(under[work] or "")) > 1:
                told[fact] = f"{work} is under {license_id}, chosen out of {under[work]}"
    return told


def statements(facts: Mapping[int, Symbol], names: Names, told: Mapping[Symbol, str]) -> tuple[Statement, ...]:
    """What a case states.

    Args:
        facts: those of the case, by their atoms
        names: what the symbols of the case stand for
        told: facts that have a sentence of their own
    """
    own = {fact.arguments[0] for fact in facts.values() if fact.name in ("made", "author")}

    def key(fact: Symbol) -> Hashable:
        return fact.arguments[0] if fact.name in _UNDER else fact

    return _statements(facts, key, lambda fact: told.get(fact) or sentence(fact, True, names), own)


def proposals(facts: Mapping[int, Symbol], names: Names) -> tuple[Statement, ...]:
    """What a case could state: each licence of a work by itself, a way of making with all that is said of it.

    Args:
        facts: those that could be stated, by their atoms
        names: what the symbols of the case stand for
    """
    links = {tuple(fact.arguments) for fact in facts.values() if fact.name == "made"}

    def key(fact: Symbol) -> Hashable:
        if fact.name in _UNDER:
            return fact.arguments[0], fact.arguments[-1]
        if fact.name == "told" and tuple(fact.arguments[0].arguments) in links:
            return tuple(fact.arguments[0].arguments)
        return tuple(fact.arguments) if fact.name == "made" else fact

    own = {fact.arguments[0] for fact in facts.values() if fact.name == "labelled"}
    return _statements(facts, key, lambda fact: sentence(fact, True, names), own)


def _statements(
    facts: Mapping[int, Symbol], key: Callable[[Symbol], Hashable], say: Callable[[Symbol], str | None], own: Container[Symbol]
) -> tuple[Statement, ...]:
    together: dict[Hashable, list[int]] = {}
    for atom, fact in facts.items():
        if fact.name not in FRAME:
            together.setdefault(key(fact), []).append(atom)
    return tuple(_statement(atoms, facts, say, own) for atoms in together.values())


def _statement(
    atoms: list[int], facts: Mapping[int, Symbol], say: Callable[[Symbol], str | None], own: Container[Symbol]
) -> Statement:
    order = (*_UNDER, "made")
    atoms = sorted(atoms, key=lambda atom: order.index(facts[atom].name) if facts[atom].name in order else len(order))
    first = facts[atoms[0]]
    said = dict.fromkeys(say(facts[atom]) for atom in atoms if facts[atom].name == first.name)
    label = first.name in _UNDER and first.arguments[0] in own
    evidence = _evidence("labelled" if label else "offered") if first.name in _UNDER else _evidence(_topic(first))
    return Statement(" and ".join(filter(None, said)), evidence, tuple(atoms), tuple(facts[atom] for atom in atoms))


def _topic(fact: Symbol) -> str:
    """The word that the evidence for a fact goes by."""
    return hyphenated(fact.arguments[_TOPIC[fact.name]]) if fact.name in _TOPIC else fact.name


def _evidence(word: str) -> str:
    return glossary()["evidence"][word].sentence
