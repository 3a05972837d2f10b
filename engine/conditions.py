# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The smallest sets of answers to open questions under which an unsettled finding holds.

All cases of a batch are tried at once: cases share nothing, so one solve under the n-th set of answers of every case tests
them all, and a finding is forced by its set exactly if it is a cautious consequence. Each answer alone is tried first. A
finding that no single answer forces needs all the answers without which it is impossible; where these force it, they are
its only smallest set, and otherwise they are tried with one answer more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from clingo import Control, Symbol

from .consequence import Mode, holding, satisfiable
from .questions import OpenQuestion

Answers = tuple[tuple[OpenQuestion, Symbol], ...]
"""A set of answers: questions, each with the answer given."""

Conditions = tuple[Answers, ...]
"""The smallest sets of answers under which something holds."""


@dataclass(frozen=True, slots=True)
class _Search:
    """What is asked of the solver, and what was found so far.

    A finding is known by its literal; ``pending`` gives its case, and the finding leaves it once its sets are found.
    """

    control: Control
    questions: Mapping[int, Sequence[OpenQuestion]]
    pending: dict[int, int]
    found: dict[int, Conditions] = field(default_factory=dict)

    def each(self) -> Mapping[int, Iterator[Answers]]:
        """Each answer alone, of the cases that have pending findings."""
        return {case: _each(self.questions[case]) for case in dict.fromkeys(self.pending.values())}

    def held(self, mode: Mode, chosen: Mapping[int, Answers]) -> Iterator[tuple[int, Answers]]:
        """The pending findings that hold under a set of answers for each case, each with the set of its case."""
        sought = [finding for finding, case in self.pending.items() if case in chosen]
        held = holding(self.control, mode, sought, _excluded(chosen.values()))
        return ((finding, chosen[self.pending[finding]]) for finding in held)

    def add(self, finding: int, answers: Answers) -> None:
        """Takes a set of answers down as a smallest one."""
        self.found[finding] = (*self.found.get(finding, ()), answers)

    def settle(self) -> None:
        """Takes what was found out of what is sought."""
        for finding in self.found:
            self.pending.pop(finding, None)


def conditions(
    control: Control, questions: Mapping[int, Sequence[OpenQuestion]], unsettled: Mapping[int, int]
) -> Mapping[int, Conditions]:
    """The smallest sets of answers for each finding.

    Args:
        control: the grounded program
        questions: what is open, by the index of the case
        unsettled: findings that hold in some answer set but not in all: the literal of each, and the index of its case
    Returns:
        the sets by the literal of the finding, at least one for each
    """
    search = _Search(control, questions, dict(unsettled))
    needed = _singles(search)
    _try(search, {finding: (answers,) for finding, answers in needed.items()})
    _try(search, {finding: tuple(_extended(search, finding, needed[finding])) for finding in search.pending})
    for finding, case in search.pending.items():
        search.add(finding, _minimal(control, questions[case], finding))
    return search.found


def _singles(search: _Search) -> Mapping[int, Answers]:
    """Tries each answer alone; returns for the findings still pending the answers without which they are impossible."""
    for chosen in _rounds(search.each()):
        for finding, answers in search.held("cautious", chosen):
            search.add(finding, answers)
    search.settle()
    possible: dict[int, dict[OpenQuestion, list[Symbol]]] = {finding: {} for finding in search.pending}
    for chosen in _rounds(search.each()):
        for finding, ((question, answer),) in search.held("brave", chosen):
            possible[finding].setdefault(question, []).append(answer)
    return {
        finding: tuple((question, answers[0]) for question, answers in possible[finding].items() if len(answers) == 1)
        for finding in search.pending
    }


def _try(search: _Search, sets: Mapping[int, Sequence[Answers]]) -> None:
    """Tries sets of answers for the findings they are meant for."""
    by_case: dict[int, dict[Answers, None]] = {}
    for finding, tried in sets.items():
        by_case.setdefault(search.pending[finding], {}).update(dict.fromkeys(tried))
    for chosen in _rounds({case: iter(tried) for case, tried in by_case.items()}):
        for finding, answers in search.held("cautious", chosen):
            if answers in sets[finding]:
                search.add(finding, answers)
    search.settle()


def _extended(search: _Search, finding: int, needed: Answers) -> Iterator[Answers]:
    """The needed answers with each answer to another question."""
    settled = {question for question, _ in needed}
    asked = [question for question in search.questions[search.pending[finding]] if question not in settled]
    yield from ((*needed, *single) for single in _each(asked))


def _each(questions: Iterable[OpenQuestion]) -> Iterator[Answers]:
    for question in questions:
        yield from (((question, answer),) for answer in sorted(question.answers))


def _rounds(sets: Mapping[int, Iterator[Answers]]) -> Iterator[Mapping[int, Answers]]:
    """One set of each case at a time, while any case has sets left."""
    for tried in zip_longest(*sets.values()):
        yield {case: answers for case, answers in zip(sets, tried, strict=True) if answers}


def _excluded(sets: Iterable[Answers]) -> list[int]:
    """Assumptions that rule out every other answer."""
    return [literal for answers in sets for question, answer in answers for literal in question.excluding(answer)]


def _minimal(control: Control, questions: Sequence[OpenQuestion], finding: int) -> Answers:
    """One minimal set: the first answers, question by question, with which the finding can hold, less those not needed."""
    held: Answers = ()
    for question in questions:
        for answer in sorted(question.answers):
            if satisfiable(control, [finding, *_excluded([(*held, (question, answer))])]):
                held = (*held, (question, answer))
                break
    for pair in held:
        fewer = tuple(other for other in held if other != pair)
        if not satisfiable(control, [-finding, *_excluded([fewer])]):
            held = fewer
    return held
