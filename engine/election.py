# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The ways in which the licensees of a case may choose between the branches of its licence expressions.

A choice is open to those who receive a work. Whoever offers a work of his own under ``A OR B`` leaves the choice to
others, so for him every branch counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, product

from .case import Case, Work
from .expression import Branch, Term, branches

Election = Mapping[str, Branch]
"""The branch taken, by the name of the work."""


def elective(case: Case) -> tuple[Work, ...]:
    """The works whose licence a licensee may choose, by name: those with a licence that are not the only party's own."""
    works = sorted(case.works, key=lambda work: work.name)
    return tuple(work for work in works if work.under is not None and not _own(case, work))


def elections(case: Case) -> Iterator[Election]:
    """Every way of choosing: first the same branch for the same expression everywhere, then all others."""
    works = elective(case)
    expressions = list(dict.fromkeys(work.under or "" for work in works))
    alike = (dict(zip(expressions, chosen, strict=True)) for chosen in product(*map(branches, expressions)))
    uniform = (tuple(taken[work.under or ""] for work in works) for taken in alike)
    seen: set[tuple[Branch, ...]] = set()
    for chosen in chain(uniform, product(*(branches(work.under or "") for work in works))):
        if chosen not in seen:
            seen.add(chosen)
            yield {work.name: branch for work, branch in zip(works, chosen, strict=True)}


def terms(case: Case) -> Iterator[Term]:
    """Every licence that some branch of the case names."""
    for work in case.works:
        if work.under is not None:
            yield from (term for branch in branches(work.under) for term in branch)


def _own(case: Case, work: Work) -> bool:
    parties = {party.name for party in case.parties}
    return len(parties) <= 1 and (work.author in parties if work.author is not None else bool(work.makings))
