# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Choosing between the branches of licence expressions: the way in which least stands in the way, and fewest duties arise.

First every expression is taken alike wherever it stands. Only where something still stands in the way is the branch of one
work after the other changed, as long as that helps.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from .case import Case
from .content import kind
from .election import Election, single_changes, uniform
from .finding import STANDINGS, WRONG
from .solve import Found
from .variant import answered, numbered, open_law

MAXIMUM = 64
"""Ways of choosing that are looked at for one case at a time."""

Weight = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Elected:
    """The best way of choosing found for a case, and the questions of law that were open in any way looked at."""

    case: Case
    election: Election
    weight: Weight = ()
    opened: frozenset[str] = frozenset()


def elect(cases: Sequence[Case]) -> list[Elected]:
    """The best way of choosing for each case; cases that leave no choice cost nothing."""
    ways = {index: list(islice(uniform(case), MAXIMUM)) for index, case in enumerate(cases)}
    best = [Elected(case, ways[index][0]) for index, case in enumerate(cases)]
    ways = {index: several for index, several in ways.items() if len(several) > 1}
    while ways:
        improved = _improve(best, ways)
        hindered = [index for index in improved if any(best[index].weight[: len(STANDINGS)])]
        ways = {index: list(islice(single_changes(best[index].case, best[index].election), MAXIMUM)) for index in hindered}
        ways = {index: changed for index, changed in ways.items() if changed}
    return best


def _improve(best: list[Elected], ways: dict[int, list[Election]]) -> list[int]:
    """Puts the best of the ways in place where it is better than what is there; returns the cases where it was."""
    tried = [(index, election) for index, several in ways.items() for election in several]
    variants = numbered((best[index].case, election) for index, election in tried)
    answer = answered(variants, why=())
    improved: dict[int, None] = {}
    for (index, election), variant in zip(tried, variants, strict=True):
        known = replace(best[index], opened=best[index].opened | open_law(answer, variant))
        weight = _weight(answer.of(variant.number))
        if not known.weight or weight < known.weight:
            improved[index] = None
            known = replace(known, election=election, weight=weight)
        best[index] = known
    return list(improved)


def _weight(findings: Iterable[Found]) -> Weight:
    """What stands in the way, surest first, and then the number of duties: the least is best."""
    told = [(kind(found.term), found.standing) for found in findings]
    standings = [standing for its, standing in told if its in WRONG]
    duties = sum(its == "obligation" for its, _ in told)
    return *(standings.count(standing) for standing in STANDINGS), duties
