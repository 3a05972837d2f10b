# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The open questions of a grounded case: readings of the law, and facts nobody gave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clingo import Control, Symbol


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with more than one answer.

    ``subject`` is the case for a question of law, and what the fact is about otherwise; ``topic`` the question word or the
    fact; ``answers`` maps each answer to the literal that stands for it; ``usual`` is the answer most give, if there is one.
    """

    law: bool
    subject: Symbol
    topic: str
    answers: Mapping[Symbol, int]
    usual: Symbol | None

    def excluding(self, answer: Symbol) -> tuple[int, ...]:
        """Assumptions that leave only this answer. They never force the question to arise."""
        return tuple(-literal for other, literal in self.answers.items() if other != answer)

    def __hash__(self) -> int:
        return hash((self.law, self.subject, self.topic))


def open_questions(control: Control) -> tuple[OpenQuestion, ...]:
    """Every question that some answer set leaves open, in a stable order."""
    usual_readings = _pairs(control, "majority")
    usual_facts = _pairs(control, "presumed")
    law = _open(control, "open_law", "reading", usual_readings)
    facts = _open(control, "open_fact", "fact", usual_facts)
    return (*law, *facts)


def _pairs(control: Control, predicate: str) -> dict[str, Symbol]:
    return {atom.symbol.arguments[0].name: atom.symbol.arguments[1] for atom in control.symbolic_atoms.by_signature(predicate, 2)}


def _open(control: Control, opened: str, answered: str, usual: Mapping[str, Symbol]) -> list[OpenQuestion]:
    law = opened == "open_law"
    answers: dict[tuple[Symbol, str], dict[Symbol, int]] = {}
    for atom in control.symbolic_atoms.by_signature(answered, 3):
        subject, topic, answer = atom.symbol.arguments
        answers.setdefault((subject, topic.name), {})[answer] = atom.literal
    keys = sorted((atom.symbol.arguments[0], atom.symbol.arguments[1].name) for atom in control.symbolic_atoms.by_signature(opened, 2))
    return [OpenQuestion(law, subject, topic, answers.get((subject, topic), {}), usual.get(topic)) for subject, topic in keys]
