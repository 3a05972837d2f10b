# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case could say instead, as ``kb/goals/changes.lp`` derives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clingo import Control, Symbol

from ..glossary import KNOWLEDGE_BASE

FILES = ("rules/questions.lp", "goals/changes.lp")


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What could stand in the place of a fact of the case (of None: what could be added), and which facts could be left out."""

    instead: Mapping[Symbol | None, tuple[Symbol, ...]]
    spared: frozenset[Symbol]

    @property
    def facts(self) -> tuple[Symbol, ...]:
        """All that could be stated, each once."""
        return tuple(dict.fromkeys(symbol for symbols in self.instead.values() for symbol in symbols))


def alternatives(facts: Iterable[Symbol], needed: Iterable[Symbol]) -> Alternatives:
    """What could be said instead of the facts of a case.

    Args:
        facts: those of the case
        needed: ``needed/2`` atoms, of what has to be known in it
    """
    control = Control(["--warn=none"])
    for file in FILES:
        control.load(str(KNOWLEDGE_BASE / file))
    with control.backend() as backend:
        for symbol in (*facts, *needed):
            backend.add_rule([backend.add_atom(symbol)])
    control.ground([("base", [])])
    instead: dict[Symbol | None, list[Symbol]] = {}
    for atom in control.symbolic_atoms.by_signature("instead", 2):
        old, new = atom.symbol.arguments
        instead.setdefault(None if old.name == "none" else old, []).append(new)
    spared = frozenset(atom.symbol.arguments[0] for atom in control.symbolic_atoms.by_signature("spared", 1))
    return Alternatives(
        {old: tuple(sorted(new)) for old, new in sorted(instead.items(), key=lambda pair: str(pair[0]))}, spared
    )
