# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What people can do about a case, as ``kb/goals/fix.lp`` derives it, with the facts that each measure removes and adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from clingo import Control, Function, String, Symbol

from ..glossary import KNOWLEDGE_BASE
from ..sentence import hyphenated

FILE = KNOWLEDGE_BASE / "goals" / "fix.lp"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that can be done. Of two measures that concern the same only one can be taken."""

    term: Symbol
    effort: int
    removes: frozenset[Symbol]
    adds: frozenset[Symbol]
    concerns: frozenset[Symbol]

    @property
    def kind(self) -> str:
        """What sort of measure it is, as ``run-apart``."""
        return hyphenated(self.term)


@cache
def efforts() -> Mapping[str, int]:
    """What each kind of measure takes unless users weigh it otherwise."""
    control = _grounded(())
    told = [atom.symbol.arguments for atom in control.symbolic_atoms.by_signature("effort", 2)]
    return {hyphenated(kind): effort.number for kind, effort in told}


def measures(
    facts: Iterable[Symbol],
    needed: Iterable[Symbol],
    offerable: Iterable[str],
    available: Iterable[str],
    weights: Mapping[str, int],
) -> tuple[Measure, ...]:
    """All that can be done about a case.

    Args:
        facts: those of the case
        needed: ``needed/2`` atoms, of what has to be known in it
        offerable: licences under which a work may be offered
        available: licences under which another work may be found in the place of one
        weights: what each kind of measure takes; kinds that are not in it are not thought of
    """
    given = [
        *facts,
        *needed,
        *(Function("offerable", [String(license_id)]) for license_id in offerable),
        *(Function("available", [String(license_id)]) for license_id in available),
    ]
    control = _grounded(given)
    parts = {name: _by_measure(control, name) for name in ("removes", "adds", "concerns")}
    terms = sorted(atom.symbol.arguments[0] for atom in control.symbolic_atoms.by_signature("measure", 1))
    return tuple(
        Measure(term, weights[kind], *(parts[name].get(term, frozenset()) for name in ("removes", "adds", "concerns")))
        for term in terms
        if (kind := hyphenated(term)) in weights
    )


def ranks(measures: Sequence[Measure]) -> Mapping[Measure, int]:
    """What makes one of two plans that take as much the first, where it is less: fewer measures, kinds told sooner, names.

    Args:
        measures: all that can be done about a case, in the order of their names
    """
    places = {kind: place for place, kind in enumerate(efforts())}
    return {measure: (len(places) + places[measure.kind]) * len(measures) + number for number, measure in enumerate(measures)}


def _grounded(given: Iterable[Symbol]) -> Control:
    control = Control(["--warn=none"])
    control.load(str(FILE))
    with control.backend() as backend:
        for symbol in given:
            backend.add_rule([backend.add_atom(symbol)])
    control.ground([("base", [])])
    return control


def _by_measure(control: Control, predicate: str) -> dict[Symbol, frozenset[Symbol]]:
    found: dict[Symbol, set[Symbol]] = {}
    for atom in control.symbolic_atoms.by_signature(predicate, 2):
        measure, thing = atom.symbol.arguments
        found.setdefault(measure, set()).add(thing)
    return {measure: frozenset(things) for measure, things in found.items()}
