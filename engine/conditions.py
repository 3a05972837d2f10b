# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The smallest sets of answers to open questions under which an unsettled finding holds.

Sets are tried in order of size, for all cases of a batch at once: cases share nothing, so one solve under the n-th set of
every case tests them all, and a finding is forced by its set exactly if it is a cautious consequence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product, zip_longest

from clingo import Control, Symbol

from .consequence import holding
from .questions import OpenQuestion

LARGEST = 3
"""Sets of more answers than this are not looked for: nobody can act on them."""

Answers = tuple[tuple[OpenQuestion, Symbol], ...]
"""A set of answers: questions, each with the answer given."""

Conditions = tuple[Answers, ...]
"""The smallest sets of answers under which something holds."""


def conditions(
    control: Control, questions: Sequence[OpenQuestion], unsettled: Mapping[Symbol, int], owners: Mapping[Symbol, int]
) -> Mapping[Symbol, Conditions]:
    """For each finding the smallest sets of answers that force it; none where more than three answers are needed."""
    by_case: dict[int, list[OpenQuestion]] = {}
    for question in questions:
        by_case.setdefault(owner(question.subject, owners), []).append(question)
    pending = {finding: owner(finding, owners) for finding in unsettled}
    found: dict[Symbol, list[Answers]] = {}
    for size in range(1, LARGEST + 1):
        active = set(pending.values())
        sets = [_sets(asked, size) for case, asked in by_case.items() if case in active]
        sought = {finding: unsettled[finding] for finding in pending}
        for tried in zip_longest(*sets):
            chosen = {owner(answers[0][0].subject, owners): answers for answers in tried if answers}
            literals = [literal for answers in chosen.values() for question, answer in answers for literal in question.excluding(answer)]
            forced = holding(control, "cautious", sought, literals)
            for finding, case in pending.items():
                if case in chosen and finding in forced:
                    found.setdefault(finding, []).append(chosen[case])
        pending = {finding: case for finding, case in pending.items() if finding not in found}
        if not pending:
            break
    return {finding: tuple(sets) for finding, sets in found.items()}


def _sets(questions: Sequence[OpenQuestion], size: int) -> Iterator[Answers]:
    for chosen in combinations(questions, size):
        yield from (tuple(zip(chosen, answers, strict=True)) for answers in product(*(sorted(question.answers) for question in chosen)))


def owner(symbol: Symbol, owners: Mapping[Symbol, int]) -> int:
    """The index of the case that a term is about: that of the first work, act, party or case in it."""
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
