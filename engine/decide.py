# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The line through the system: cases go in, decisions come out.

Cases share one grounding, batch by batch; a case whose licence expressions leave a choice goes in once for each way of
choosing, and the way in which least stands in the way is the decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from clingo import Symbol

from .attached import attached
from .case import Case
from .conditions import owner
from .election import Election, elections, elective, terms
from .expression import branches
from .facts import Names, case_facts
from .finding import STANDINGS, WRONG, Decision, Finding
from .interpret import interpret
from .solve import solve
from .terms import files, license_facts

BATCH = 60
"""Cases that share a grounding: from 30 to 300 the cost of a case is about the same."""

CHOICES = 64
"""Ways of choosing between branches that are looked at for one case."""


@dataclass(frozen=True, slots=True)
class _Variant:
    """A case with a branch taken of each licence expression that leaves a choice."""

    case: Case
    election: Election
    names: Names


def decide(cases: Iterable[Case]) -> Iterator[Decision]:
    """Decides cases in their order.

    Args:
        cases: cases that were read and checked
    Returns:
        one decision for each case; a batch is decided when its first decision is asked for
    """
    remaining = iter(cases)
    while batch := tuple(islice(remaining, BATCH)):
        yield from _decide(batch)


def prepare(cases: Sequence[Case]) -> tuple[list[Symbol], list[str]]:
    """The facts of one batch of cases and the ids of the licence files they need: what a solver starts from."""
    return _stated(list(_variants(cases)))


def _stated(variants: Sequence[_Variant]) -> tuple[list[Symbol], list[str]]:
    named = list(dict.fromkeys(term for variant in variants for term in terms(variant.case)))
    stated = dict.fromkeys(fact for variant in variants for fact in case_facts(variant.case, variant.names, variant.election))
    return [*stated, *license_facts(named)], list(dict.fromkeys(files(named)))


def _decide(cases: Sequence[Case]) -> Iterator[Decision]:
    variants = list(_variants(cases))
    facts, licenses = _stated(variants)
    owners = {symbol: index for index, variant in enumerate(variants) for symbol in _symbols(variant)}
    answer = solve(facts, licenses, owners)
    found: dict[int, list[Symbol]] = {}
    for finding in answer.standings:
        found.setdefault(owner(finding, owners), []).append(finding)
    extra = attached(answer)
    candidates: dict[int, list[tuple[_Variant, tuple[Finding, ...]]]] = {}
    for index, variant in enumerate(variants):
        findings = interpret(answer, extra, variant.names, found.get(index, ()))
        candidates.setdefault(id(variant.case), []).append((variant, findings))
    for case in cases:
        variant, findings = min(candidates[id(case)], key=lambda candidate: _weight(candidate[1]))
        yield Decision(case, findings, _elections(variant))


def _variants(cases: Sequence[Case]) -> Iterator[_Variant]:
    count = 0
    for case in cases:
        for election in islice(elections(case), CHOICES):
            yield _Variant(case, election, Names(count))
            count += 1


def _symbols(variant: _Variant) -> Iterator[Symbol]:
    yield variant.names.case
    yield from variant.names.names
    yield from variant.names.acts


def _weight(findings: Sequence[Finding]) -> tuple[int, ...]:
    """What stands in the way, surest first, and then the number of duties: the least is best."""
    standings = [finding.standing for finding in findings if finding.kind in WRONG]
    duties = sum(finding.kind == "obligation" for finding in findings)
    return *(standings.count(standing) for standing in STANDINGS), duties


def _elections(variant: _Variant) -> dict[str, str]:
    chosen = {work.name: variant.election[work.name] for work in elective(variant.case) if len(branches(work.under or "")) > 1}
    return {name: " AND ".join(map(str, branch)) for name, branch in chosen.items()}
