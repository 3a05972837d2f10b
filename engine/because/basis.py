# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""On what of a case a finding rests: the smallest sets of statements that carry it alone.

A set is found by taking away what a finding can do without, one statement after the other, until each is needed (deletion, as
for minimal unsatisfiable sets: J. Marques-Silva, Minimal Unsatisfiability, ISMVL 2010, 9-14). Other sets are looked for
without a statement of those that are known (R. Reiter, A Theory of Diagnosis from First Principles, Artificial
Intelligence 32 (1987), 57-95).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .statements import Statement

MOST = 6
"""Sets that are looked for."""

_TRIES = 60

Carries = Callable[[frozenset[Statement]], bool]
"""Whether statements alone carry a finding."""

Leading = Callable[[frozenset[Statement]], frozenset[Statement]]
"""Statements among these that are likely to be enough, such as those that a reason ends in."""


def bases(stated: Iterable[Statement], carries: Carries, leading: Leading) -> tuple[frozenset[Statement], ...]:
    """Sets of statements that carry a finding, each without any that it could do without.

    Args:
        stated: all that the case states
        carries: whether statements alone carry the finding
        leading: a first guess
    Returns:
        at least one set if all statements together carry the finding, none otherwise
    """
    everything = frozenset(stated)
    found: list[frozenset[Statement]] = []
    waiting: list[frozenset[Statement]] = [frozenset()]
    tried: set[frozenset[Statement]] = set(waiting)
    for without in waiting:  # grows while it is read
        if len(found) == MOST or len(tried) > _TRIES:
            break
        remaining = everything - without
        known = next((basis for basis in found if not basis & without), None)
        if known is None and carries(remaining):
            known = _smallest(remaining, carries, leading)
            found.append(known)
        for statement in known or ():
            following = without | {statement}
            if following not in tried:
                tried.add(following)
                waiting.append(following)
    return tuple(sorted(found, key=len))


def _smallest(stated: frozenset[Statement], carries: Carries, leading: Leading) -> frozenset[Statement]:
    guess = leading(stated)
    kept = guess if carries(guess) else stated
    while True:
        before = kept
        for statement in sorted(kept, key=lambda statement: statement.facts):
            if carries(kept - {statement}):
                kept -= {statement}
        if kept == before:
            return kept
