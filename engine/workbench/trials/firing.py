# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which statements matter to which cases: each rule is read once more over all that may hold, to see where it can fire.

What may hold is what some reading holds, so a rule may be said to fire where no single reading lets it; never the other way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clingo import Control, Function, Symbol

from ...case import Case
from ...choice import elect
from ...consequence import holding
from ...facts import Names
from ...knowledge import grounded
from ...variant import Variant, stated
from .counting import Counting, Matter
from .watched import CERTAIN, FIRED, Watched
from .world import license_files

EXAMPLES = 5
"""Conclusions of each rule that are kept."""

Atoms = dict[tuple[str, int], set[str]]
"""Atoms as text, by predicate and number of arguments."""


@dataclass(slots=True)
class Firing:
    """What may hold in cases, what holds in them on every reading, and where statements matter.

    ``fires`` has for each statement the numbers of the cases in which it matters, with how often, ``needed`` those in which
    something that is shown follows from it and nothing else leads to that; ``heads`` has a few conclusions of each, by case;
    ``names`` what symbols stand for, ``owners`` the case they are of.
    """

    possible: Atoms = field(default_factory=dict)
    certain: Atoms = field(default_factory=dict)
    fires: dict[str, dict[int, int]] = field(default_factory=dict)
    needed: dict[str, set[int]] = field(default_factory=dict)
    heads: dict[str, dict[int, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)

    def add(self, other: Firing, first: int) -> None:
        """Takes in what was found for other cases, of which the first gets a number and the others those that follow."""
        for own, new in ((self.possible, other.possible), (self.certain, other.certain)):
            for signature, atoms in new.items():
                own.setdefault(signature, set()).update(atoms)
        for statement, counts in other.fires.items():
            self.fires.setdefault(statement, {}).update({first + case: count for case, count in counts.items()})
        for statement, cases in other.needed.items():
            self.needed.setdefault(statement, set()).update(first + case for case in cases)
        for statement, heads in other.heads.items():
            kept = self.heads.setdefault(statement, {})
            kept.update([(first + case, head) for case, head in heads.items()][: max(EXAMPLES - len(kept), 0)])
        self.names.update(other.names)
        self.owners.update({symbol: first + case for symbol, case in other.owners.items()})

    def name(self, variant: Variant, case: int) -> None:
        """Takes down what the symbols of a case stand for."""
        self.names |= {str(symbol): name for symbol, name in variant.names.names.items()}
        self.names |= {str(symbol): f"{act.does} {act.work}" for symbol, act in variant.names.acts.items()}
        self.owners |= {str(symbol): case for symbol in variant.names.all()}

    def count(self, matter: Matter) -> None:
        """Takes down that a statement matters in a case, and what it concludes there."""
        counts = self.fires.setdefault(matter.statement, {})
        counts[matter.case] = counts.get(matter.case, 0) + 1
        if matter.needed:
            self.needed.setdefault(matter.statement, set()).add(matter.case)
        heads = self.heads.setdefault(matter.statement, {})
        if len(heads) < EXAMPLES and matter.case not in heads:
            heads[matter.case] = str(matter.head)


def fire(cases: Sequence[Case], numbers: Sequence[int], law: Watched) -> Firing:
    """Finds out where statements matter, in one grounding.

    Args:
        cases: some cases
        numbers: what their symbols are named by, unlike those of other cases
        law: what is watched
    """
    elected = zip(elect(cases), numbers, strict=True)
    variants = [Variant(one.case, one.election, Names(number)) for one, number in elected]
    possible, certain = _holding(variants)
    firing = Firing()
    for place, variant in enumerate(variants):
        firing.name(variant, place)  # symbols are made while the facts are stated
    for own, symbols in ((firing.possible, possible), (firing.certain, certain)):
        for symbol in symbols:
            own.setdefault((symbol.name, len(symbol.arguments)), set()).add(str(symbol))
    owners = {symbol: place for place, variant in enumerate(variants) for symbol in variant.names.all()}
    loading: dict[str, set[int]] = {}
    for place, case in enumerate(cases):
        for file in license_files(case):
            loading.setdefault(file.stem, set()).add(place)
    for matter in Counting(owners, loading, law).count(_fired(law.program, possible, certain)):
        firing.count(matter)
    return firing


def _holding(variants: Sequence[Variant]) -> tuple[list[Symbol], list[Symbol]]:
    """What holds on some reading, and what holds on every one."""
    control = grounded(*stated(variants))
    literals = {atom.symbol: atom.literal for atom in control.symbolic_atoms}
    with control.backend() as backend:
        backend.add_project(
            [literal for literal in set(literals.values()) if literal > 1]
        )  # else what is not shown goes uncounted
    brave, sure = (holding(control, mode, literals.values()) for mode in ("brave", "cautious"))
    possible = [symbol for symbol, literal in literals.items() if literal in brave]
    return possible, [symbol for symbol in possible if literals[symbol] in sure]


def _fired(program: str, possible: Iterable[Symbol], certain: Iterable[Symbol]) -> list[Symbol]:
    control = Control(["--warn=none"])
    control.add("base", [], program)
    with control.backend() as backend:
        for symbol in possible:
            backend.add_rule([backend.add_atom(symbol)])
        for symbol in certain:
            backend.add_rule([backend.add_atom(Function(CERTAIN + symbol.name, symbol.arguments))])
    control.ground([("base", [])])
    return [atom.symbol for atom in control.symbolic_atoms.by_signature(FIRED, 3)]
