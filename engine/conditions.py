# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The smallest sets of answers to open questions under which an unsettled finding holds.

Single answers and pairs are all tried, for all cases of a batch at once: cases share nothing, so one solve under the n-th set
of every case tests them all, and a finding is forced by its set exactly if it is a cautious consequence. For a finding that
needs more answers one minimal set is found: answers under which it holds, from which none can be left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product, zip_longest

from clingo import Control, Symbol

from .consequence import holding, satisfiable
from .questions import OpenQuestion

PAIRS = 2
"""Up to this size every set of answers is tried."""

Answers = tuple[tuple[OpenQuestion, Symbol], ...]
"""A set of answers: questions, each with the answer given."""

Conditions = tuple[Answers, ...]
"""The smallest sets of answers under which something holds."""


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
    pending = {finding: owner(finding, owners) for finding in unsettled}
    found: dict[Symbol, Conditions] = {}
    for size in range(1, PAIRS + 1):
        sets = {case: _sets(by_case.get(case, ()), size) for case in dict.fromkeys(pending.values())}
        for chosen in _rounds(sets):
            sought = {finding: unsettled[finding] for finding in pending}
            forced = holding(control, "cautious", sought, _literals(chosen.values()))
            for finding in forced:
                if pending[finding] in chosen:
                    found[finding] = (*found.get(finding, ()), chosen[pending[finding]])
        pending = {finding: case for finding, case in pending.items() if finding not in found}
    for finding, case in pending.items():
        found[finding] = (_minimal(control, by_case[case], unsettled[finding]),)
    return found


def _rounds(sets: Mapping[int, Iterator[Answers]]) -> Iterator[Mapping[int, Answers]]:
    """One set of each case at a time, while any case has sets left."""
    for tried in zip_longest(*sets.values()):
        yield {case: answers for case, answers in zip(sets, tried, strict=True) if answers}


def _sets(questions: Sequence[OpenQuestion], size: int) -> Iterator[Answers]:
    for chosen in combinations(questions, size):
        for answers in product(*(sorted(question.answers) for question in chosen)):
            yield tuple(zip(chosen, answers, strict=True))


def _literals(sets: Iterable[Answers]) -> list[int]:
    return [literal for answers in sets for question, answer in answers for literal in question.excluding(answer)]


def _minimal(control: Control, questions: Sequence[OpenQuestion], finding: int) -> Answers:
    """One minimal set: the first answers, question by question, with which the finding can hold, less those not needed."""
    held: Answers = ()
    for question in questions:
        for answer in sorted(question.answers):
            if satisfiable(control, [finding, *_literals([(*held, (question, answer))])]):
                held = (*held, (question, answer))
                break
    for pair in held:
        fewer = tuple(other for other in held if other != pair)
        if not satisfiable(control, [-finding, *_literals([fewer])]):
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
