# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The questions that a ground program with open facts may ask, and assumptions that answer them."""

from __future__ import annotations

from collections.abc import Mapping

from clingo import Control, Function, Symbol

from ..conditions import Answers
from ..facts import word
from ..questions import OpenQuestion, open_questions

_OPEN = {"fact": "open_fact", "reading": "open_law"}
"""The predicate that says that a question is open, by that of its answers."""


class Asked:
    """The questions of a ground program.

    What a case states is a question here, too, for its facts may be taken away. So an answer is only ever assumed for the case
    that its question is open: each other answer is ruled out by a constraint that holds where the question is open, and that is
    switched on by an assumption of its own.
    """

    def __init__(self, control: Control) -> None:
        law, facts = (
            [atom.symbol for atom in control.symbolic_atoms.by_signature(name, 2)] for name in ("open_law", "open_fact")
        )
        self.questions: tuple[OpenQuestion, ...] = open_questions(control, law, facts)
        self._against = _switches(control)

    def usual(self, given: Answers = ()) -> Answers:
        """The usual answers to the questions that have one and are not answered otherwise."""
        answered = {question for question, _ in given}
        asked = (question for question in self.questions if question not in answered)
        return tuple((question, question.usual) for question in asked if question.usual is not None)

    def only(self, answers: Answers) -> list[int]:
        """Assumptions that leave only these answers to open questions, of this program or another of the same case."""
        others = (
            Function("reading" if question.law else "fact", [question.subject, word(question.topic), other])
            for question, answer in answers
            for other in question.answers
            if other != answer
        )
        return [self._against[symbol] for symbol in others if symbol in self._against]


def _switches(control: Control) -> Mapping[Symbol, int]:
    """For each answer an atom whose assumption rules it out where its question is open."""
    switches: dict[Symbol, int] = {}
    found = [
        (atom, control.symbolic_atoms[Function(asked, atom.symbol.arguments[:2])])
        for name, asked in _OPEN.items()
        for atom in control.symbolic_atoms.by_signature(name, 3)
    ]
    with control.backend() as backend:
        for answer, asked in found:
            if asked is not None:
                switches[answer.symbol] = switch = backend.add_atom()
                backend.add_rule([switch], [], choice=True)
                backend.add_rule([], [switch, answer.literal, asked.literal])
    return switches
