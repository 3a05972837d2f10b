# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The line through the system: cases go in, decisions come out.

Cases share one grounding, batch by batch. Where licence expressions leave a choice, it is made first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from clingo import Symbol

from .attached import attached, doers
from .case import Case
from .choice import Elected, elect
from .election import Election, elective, uniform
from .expression import branches
from .finding import Decision
from .interpret import interpret
from .questions import OpenQuestion
from .solve import Answer, Found
from .variant import Variant, answered, numbered, open_law, stated

BATCH = 150
"""Cases that share a grounding: with fewer a case costs more, with more only memory grows."""


def decide(cases: Iterable[Case], why: Collection[str] | None = None) -> Iterator[Decision]:
    """Decides cases in their order.

    Args:
        cases: cases that were read and checked
        why: the kinds of findings for which is looked what they turn on; every kind if None
    Returns:
        one decision for each case; a batch is decided when its first decision is asked for
    """
    remaining = iter(cases)
    while batch := tuple(islice(remaining, BATCH)):
        yield from (considered.decision for considered in _decide(batch, why))


@dataclass(frozen=True, slots=True)
class Considered:
    """A decision with what it was made from: the branches taken, what the solver found, and the questions that are open."""

    decision: Decision
    election: Election
    found: Sequence[Found]
    questions: Sequence[OpenQuestion]


def consider(case: Case, why: Collection[str] | None = None) -> Considered:
    """Decides a case by itself; ``why`` is as in :func:`decide`."""
    (one,) = _decide((case,), why)
    return one


def prepare(cases: Sequence[Case]) -> tuple[list[Symbol], list[str]]:
    """The facts of one batch of cases and the ids of the licence files they need: what a solver starts from."""
    return stated(numbered((case, next(uniform(case))) for case in cases))


def _decide(cases: Sequence[Case], why: Collection[str] | None) -> Iterator[Considered]:
    elected = elect(cases)
    variants = numbered((one.case, one.election) for one in elected)
    return considered(elected, variants, answered(variants, why))


def considered(elected: Sequence[Elected], variants: Sequence[Variant], answer: Answer) -> Iterator[Considered]:
    """Reads what the solver says of cases.

    Args:
        elected: the cases with the branches taken
        variants: the same, numbered together
        answer: what the solver says of these
    """
    shown, acting = attached(answer.relations), doers(answer.relations)
    for one, variant in zip(elected, variants, strict=True):
        found = answer.of(variant.number)
        findings = interpret(found, shown, acting, variant.names)
        opened = one.opened | open_law(answer, variant)
        decision = Decision(one.case, findings, _elections(variant), opened, answer.barred.get(variant.number))
        yield Considered(decision, variant.election, found, answer.questions.get(variant.number, ()))


def _elections(variant: Variant) -> dict[str, str]:
    """The branch taken of each expression that has several, by the name of the work."""
    chosen = {work.name: variant.election[work.name] for work in elective(variant.case) if len(branches(work.under or "")) > 1}
    return {name: " AND ".join(map(str, branch)) for name, branch in chosen.items()}
