# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From an atom and what it rests on to a step: its sentence, and the rule or clause by which it is so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clingo import Symbol

from ..catalog import file_of
from ..clauses import Clause, license_file
from ..facts import Names
from ..gloss import gloss
from ..sentence import hyphenated
from .marked import Rule
from .proof import Proofs
from .step import Kind, Step
from .wording import finding_sentence, sentence

BACKGROUND = frozenset(
    {"needed", "turns_on", "weighed", "open_law", "open_fact", "possible", "belongs", "case", "party", "license"}
)
"""What says only that something is asked, or that there is something to ask of: a reader takes it for granted."""

_TEXT = ("clause", "position")


class Teller:
    """Tells the atoms of one answer set as steps.

    Args:
        proofs: of the answer set
        names: what the symbols of the case stand for
        told: atoms that have a sentence of their own
    """

    def __init__(self, proofs: Proofs, names: Names, told: Mapping[Symbol, str]) -> None:
        self._proofs = proofs
        self._names = names
        self._told = told

    def steps(self, atom: int, holds: bool, below: Sequence[Step]) -> tuple[Step, ...]:
        """The step of an atom; the steps it rests on, where it goes without saying.

        Args:
            atom: of the ground program
            holds: whether it is in the answer set
            below: the steps it rests on, each once
        """
        symbol = self._proofs.program.symbols.get(atom)
        if symbol is None:
            return tuple(below)
        if symbol.name in _TEXT:
            return (_clause(symbol),)
        said = self._sentence(symbol, holds)
        if said is None:
            return tuple(below)
        return (self._step(atom, symbol, holds, said, below),)

    def _sentence(self, symbol: Symbol, holds: bool) -> str | None:
        if symbol.name == "finding":
            said = self._told.get(symbol) or finding_sentence(symbol.arguments[0], self._names)
            return said if holds else f"it is not found: {said}"
        return (self._told.get(symbol) if holds else None) or sentence(symbol, holds, self._names)

    def _step(self, atom: int, symbol: Symbol, holds: bool, said: str, below: Sequence[Step]) -> Step:
        if atom in self._proofs.program.facts:
            return Step("fact", said, symbol, holds)
        support = self._proofs.supports[atom] if holds else None
        if support is not None and support.choice:
            word = hyphenated(symbol.arguments[1]) if symbol.name == "reading" else ""
            return Step("question", said, symbol, source=word, background=tuple(below))
        premises = tuple(step for step in below if step.atom.name not in BACKGROUND)
        background = tuple(step for step in below if step.atom.name in BACKGROUND)
        if len(premises) == 1 and premises[0].sentence == said:
            return replace(premises[0], background=(*premises[0].background, *background)) if background else premises[0]
        kind: Kind = "finding" if symbol.name == "finding" else "conclusion" if below else "law"
        rule = support.rule if support is not None else self._only_rule(atom)
        source, comment, place = (*rule.comment, rule.place) if rule else ("", "", "")
        return Step(kind if holds else "absence", said, symbol, holds, source, comment, place, premises, background)

    def _only_rule(self, atom: int) -> Rule | None:
        """The rule that could lead to what is absent, if it is one and the same for all that could."""
        rules = {instance.rule for instance in self._proofs.program.instances.get(atom, ())}
        sentences = {rule.comment for rule in rules if rule is not None}
        return next(iter(rules)) if len(sentences) == 1 and None not in rules else None


def _clause(symbol: Symbol) -> Step:
    """What a licence says, with the sentence of its file."""
    license_id, place, term = symbol.arguments
    encoded = _encoded(symbol)
    source = f"{license_id.string} {place.string}" if symbol.name == "clause" else f"{license_id.string} ({place.string})"
    file = f"{file_of(license_id.string).name}:{encoded.line}" if encoded else ""
    return Step("clause", gloss([term]), symbol, True, source, encoded.sentence if encoded else "", file)


def _encoded(symbol: Symbol) -> Clause | None:
    """The clause as its file has it."""
    license_id, place, term = symbol.arguments
    said = (license_id.string, place.string, term)
    clauses = license_file(license_id.string).clauses
    return next((clause for clause in clauses if (clause.license, clause.steward or clause.section, clause.term) == said), None)
