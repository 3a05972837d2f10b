# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The open questions of a grounded case: readings of the law, and facts nobody gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from clingo import Control, Symbol

_Asked = tuple[Symbol | None, str]
"""A question by its word, in one case or in any."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with more than one answer.

    ``subject`` is the case for a question of law, and what the fact is about otherwise; ``topic`` is the question word or the
    fact, as cases write it; ``answers`` maps each answer to the literal that stands for it; ``usual`` is the answer most
    give, if there is one. Questions of several groundings are the same one if they ask the same.
    """

    law: bool
    subject: Symbol
    topic: str
    answers: Mapping[Symbol, int] = field(compare=False)
    usual: Symbol | None = field(compare=False)

    def excluding(self, answer: Symbol) -> tuple[int, ...]:
        """Assumptions that leave only this answer. They never force the question to arise."""
        return tuple(-literal for other, literal in self.answers.items() if other != answer)


def open_questions(control: Control, law: Iterable[Symbol], facts: Iterable[Symbol]) -> tuple[OpenQuestion, ...]:
    """The questions with their answers, in a stable order.

    Args:
        control: the grounded program
        law: ``open_law`` atoms that some answer set holds
        facts: ``open_fact`` atoms that some answer set holds
    """
    leaning = (atom.symbol.arguments for atom in control.symbolic_atoms.by_signature("leans", 3))
    here = {(case, topic.name): answer for case, topic, answer in leaning}
    readings = _answers(control, "reading", _usual(control, "majority") | here, law)
    return (*readings, *_answers(control, "fact", _usual(control, "presumed"), facts))


def _usual(control: Control, predicate: str) -> dict[_Asked, Symbol]:
    """The answers that most give, whatever the case."""
    pairs = (atom.symbol.arguments for atom in control.symbolic_atoms.by_signature(predicate, 2))
    return {(None, topic.name): answer for topic, answer in pairs}


def _answers(
    control: Control, predicate: str, usual: Mapping[_Asked, Symbol], opened: Iterable[Symbol]
) -> Iterator[OpenQuestion]:
    answers: dict[tuple[Symbol, Symbol], dict[Symbol, int]] = {}
    for atom in control.symbolic_atoms.by_signature(predicate, 3):
        subject, topic, answer = atom.symbol.arguments
        answers.setdefault((subject, topic), {})[answer] = atom.literal
    for subject, topic in sorted((symbol.arguments[0], symbol.arguments[1]) for symbol in opened):
        word = topic.name.replace("_", "-")
        most = usual.get((subject, topic.name), usual.get((None, topic.name)))
        yield OpenQuestion(predicate == "reading", subject, word, answers[subject, topic], most)
