# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The ways in which the licensees of a case may choose between the branches of its licence expressions.

A choice is open to those who receive a work. Whoever offers a work of his own under ``A OR B`` leaves the choice to
others, so for him every branch counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from .case import Case, Work
from .expression import Branch, branches

Election = Mapping[str, Branch]
"""The branch taken, by the name of the work."""


def elective(case: Case) -> tuple[Work, ...]:
    """The works whose licence a licensee may choose, by name: those with a licence that are not the only party's own."""
    works = sorted(case.works, key=lambda work: work.name)
    return tuple(work for work in works if work.under is not None and not _own(case, work))


def uniform(case: Case) -> Iterator[Election]:
    """The ways of choosing that take the same branch of the same expression everywhere."""
    works = elective(case)
    expressions = list(dict.fromkeys(work.under or "" for work in works))
    for chosen in product(*map(branches, expressions)):
        taken = dict(zip(expressions, chosen, strict=True))
        yield {work.name: taken[work.under or ""] for work in works}


def single_changes(case: Case, election: Election) -> Iterator[Election]:
    """The ways of choosing that differ from one in the branch of a single work."""
    for work in elective(case):
        for branch in branches(work.under or ""):
            if branch != election[work.name]:
                yield {**election, work.name: branch}


def _own(case: Case, work: Work) -> bool:
    parties = {party.name for party in case.parties}
    return len(parties) <= 1 and (work.author in parties if work.author is not None else bool(work.makings))
