# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case states, one thing at a time: the facts that come and go together, the sentence, the evidence to keep."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

from clingo import Symbol

from ..facts import Names
from ..glossary import glossary
from ..sentence import hyphenated
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


def statements(facts: Mapping[int, Symbol], names: Names) -> tuple[Statement, ...]:
    """What a case states.

    Args:
        facts: those of the case, by their atoms
        names: what the symbols of the case stand for
    """
    return _statements(facts, names, lambda symbol: symbol.arguments[0] if symbol.name in _UNDER else symbol)


def proposals(facts: Mapping[int, Symbol], names: Names) -> tuple[Statement, ...]:
    """What a case could state, each licence of a work by itself.

    Args:
        facts: those that could be stated, by their atoms
        names: what the symbols of the case stand for
    """
    return _statements(facts, names, lambda s: (s.arguments[0], s.arguments[-1]) if s.name in _UNDER else s)


def _statements(facts: Mapping[int, Symbol], names: Names, key: Callable[[Symbol], Hashable]) -> tuple[Statement, ...]:
    together: dict[Hashable, list[int]] = {}
    for atom, symbol in facts.items():
        if symbol.name not in FRAME:
            together.setdefault(key(symbol), []).append(atom)
    return tuple(_statement(atoms, facts, names) for atoms in together.values())


def _statement(atoms: list[int], facts: Mapping[int, Symbol], names: Names) -> Statement:
    told = sorted((facts[atom] for atom in atoms), key=lambda symbol: _UNDER.index(symbol.name) if symbol.name in _UNDER else 0)
    said = dict.fromkeys(sentence(symbol, True, names) for symbol in told if symbol.name == told[0].name)
    return Statement(" and ".join(filter(None, said)), _evidence(told[0]), tuple(atoms), tuple(facts[atom] for atom in atoms))


def _evidence(fact: Symbol) -> str:
    """What shows that a fact is so."""
    name = "offered" if fact.name in _UNDER else fact.name
    word = hyphenated(fact.arguments[_TOPIC[name]]) if name in _TOPIC else name
    return glossary()["evidence"][word].sentence
