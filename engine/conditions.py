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
    """What is asked of the solver, and what was found so far; a finding leaves ``pending`` once its sets are found."""

    control: Control
    questions: Mapping[int, Sequence[OpenQuestion]]
    literals: Mapping[Symbol, int]
    pending: dict[Symbol, int]
    found: dict[Symbol, Conditions] = field(default_factory=dict)

    def held(self, mode: Mode, chosen: Mapping[int, Answers]) -> set[Symbol]:
        """The pending findings that hold under a set of answers for each case."""
        sought = {finding: self.literals[finding] for finding in self.pending}
        return holding(self.control, mode, sought, _excluded(chosen.values()))

    def settle(self) -> None:
        """Takes what was found out of what is sought."""
        for finding in self.found:
            self.pending.pop(finding, None)


def conditions(
    control: Control, questions: Sequence[OpenQuestion], unsettled: Mapping[Symbol, int], owners: Mapping[Symbol, int]
) -> Mapping[Symbol, Conditions]:
    """The smallest sets of answers for each finding.

    Args:
        control: the grounded program
        questions: what is open, in any of the cases
        unsettled: findings that hold in some answer set but not in all, with their literals
        owners: the index of the case that each work, act, party and case symbol belongs to
    """
    by_case: dict[int, list[OpenQuestion]] = {}
    for question in questions:
        by_case.setdefault(owner(question.subject, owners), []).append(question)
    search = _Search(control, by_case, unsettled, {finding: owner(finding, owners) for finding in unsettled})
    needed = _singles(search)
    _try(search, {finding: (answers,) for finding, answers in needed.items()})
    _try(search, {finding: tuple(_extended(search, finding, needed[finding])) for finding in search.pending})
    for finding, case in list(search.pending.items()):
        search.found[finding] = (_minimal(control, by_case[case], unsettled[finding]),)
    return search.found


def _singles(search: _Search) -> Mapping[Symbol, Answers]:
    """Tries each answer alone; returns for the findings still pending the answers without which they are impossible."""
    possible: dict[Symbol, dict[OpenQuestion, list[Symbol]]] = {finding: {} for finding in search.pending}
    for chosen in _rounds({case: _each(asked) for case, asked in search.questions.items()}):
        forced, open_still = search.held("cautious", chosen), search.held("brave", chosen)
        for finding, case in search.pending.items():
            if case not in chosen:
                continue
            ((question, answer),) = chosen[case]
            if finding in forced:
                search.found[finding] = (*search.found.get(finding, ()), chosen[case])
            if finding in open_still:
                possible[finding].setdefault(question, []).append(answer)
    search.settle()
    return {
        finding: tuple((question, answers[0]) for question, answers in possible[finding].items() if len(answers) == 1)
        for finding in search.pending
    }


def _try(search: _Search, sets: Mapping[Symbol, Sequence[Answers]]) -> None:
    """Tries sets of answers for the findings they are meant for."""
    by_case: dict[int, dict[Answers, None]] = {}
    for finding, tried in sets.items():
        by_case.setdefault(search.pending[finding], {}).update(dict.fromkeys(tried))
    meant = {finding: set(tried) for finding, tried in sets.items()}
    for chosen in _rounds({case: iter(tried) for case, tried in by_case.items()}):
        for finding in search.held("cautious", chosen):
            answers = chosen.get(search.pending[finding], ())
            if answers and answers in meant.get(finding, ()):
                search.found[finding] = (*search.found.get(finding, ()), answers)
    search.settle()


def _extended(search: _Search, finding: Symbol, needed: Answers) -> Iterator[Answers]:
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


def owner(symbol: Symbol, owners: Mapping[Symbol, int]) -> int:
    """The index of the case that a term is about: that of the first work, act, party or case in it.

    Raises:
        LookupError: the term names none
    """
    index = _owner(symbol, owners)
    if index is None:
        raise LookupError(f"{symbol} is about no case")
    return index


def _owner(symbol: Symbol, owners: Mapping[Symbol, int]) -> int | None:
    if symbol in owners:
        return owners[symbol]
    if symbol.type.name != "Function":
        return None
    return next((index for index in (_owner(argument, owners) for argument in symbol.arguments) if index is not None), None)
