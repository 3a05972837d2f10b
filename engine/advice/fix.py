# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The least change that clears a case: plans, each decided again as a case of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clingo import Function, Symbol

from ..case import Case
from ..catalog import identify, opened
from ..decide import Considered, consider, decide
from ..expression import Term, branches
from ..facts import Names
from ..finding import WRONG, Decision, Finding
from ..identity import Known
from ..terms import files, license_facts, offers, terms_of
from ..variant import Variant, stated
from .cleared import CLEARED
from .measures import efforts, measures
from .rewritten import rewritten
from .search import Plan, Search

KINDS = 3
"""Different sets of kinds of measures that are looked for."""


@dataclass(frozen=True)
class Wishes:
    """What somebody wants of plans.

    ``readings`` is majority or all: those that a plan has to hold under. ``weights`` is what each kind of measure takes; kinds
    that are not in it are out of the question. ``offer`` and ``available`` are licences, besides those of the case, under which
    works may be offered, and under which others may be found in the place of one.
    """

    readings: str = "majority"
    weights: Mapping[str, int] = field(default_factory=efforts)
    offer: tuple[str, ...] = ()
    available: tuple[str, ...] = ("MIT",)
    kinds: int = KINDS


@dataclass(frozen=True)
class Way:
    """A plan with what it comes to: the case that it makes, and what follows from that."""

    plan: Plan
    case: Case
    decision: Decision

    @property
    def effort(self) -> int:
        """What its measures take together."""
        return sum(measure.effort for measure in self.plan)

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of its measures."""
        return frozenset(measure.kind for measure in self.plan)


@dataclass(frozen=True)
class Advice:
    """What clears a case: ways, cheapest first; none where nothing has to be done. ``stuck`` are findings that nothing avoids.

    ``names`` are those of the case, for the words of measures.
    """

    before: Decision
    names: Names
    ways: tuple[Way, ...]
    stuck: tuple[Finding, ...] = ()

    def cleared(self, readings: str) -> bool:
        """Whether nothing has to be done under the readings, or something can be."""
        return bool(self.ways) or self.before.verdict in CLEARED[readings]


def fixed(case: Case, wishes: Wishes) -> Advice:
    """What clears a case, each way decided again as a case of its own.

    Raises:
        ExpressionError: a licence that is wished for cannot be read
    """
    considered = consider(case, why=WRONG)
    before, names, cleared = considered.decision, Names(0), CLEARED[wishes.readings]
    search = _search(considered, Variant(case, considered.election, names), wishes)
    plans = tuple(search.plans(wishes.kinds))
    cases = [_after(case, names, plan) for plan in plans]
    decided = zip(plans, cases, decide(cases, why=()), strict=True)
    ways = tuple(Way(plan, changed, decision) for plan, changed, decision in decided if decision.verdict in cleared)
    held = before.verdict in cleared
    return Advice(before, names, () if held else ways, () if held or ways else search.unavoidable(names))


def _search(considered: Considered, variant: Variant, wishes: Wishes) -> Search:
    """The search for what clears a case."""
    facts, licenses = stated([variant])
    told = _terms((*wishes.offer, *wishes.available))
    return Search(
        [*facts, *license_facts(told)],
        dict.fromkeys([*licenses, *files(told)]),
        measures(facts, _needed(considered), _offerable(variant.case, wishes.offer), wishes.available, wishes.weights),
        variant.names.case,
        wishes.readings == "majority",
    )


def _after(case: Case, names: Names, plan: Plan) -> Case:
    """The case as it is once a plan is carried out."""
    removed = {fact for measure in plan for fact in measure.removes}
    added = {fact for measure in plan for fact in measure.adds}
    return rewritten(case, names, removed, added)


def _terms(licenses: Iterable[str]) -> tuple[Term, ...]:
    return tuple(dict.fromkeys(term for name in licenses for branch in branches(name) for term in branch))


def _offerable(case: Case, wished: Iterable[str]) -> tuple[str, ...]:
    """Licences under which a work may be offered: those of the case, what these open their material to, those wished for."""
    named = [offer for term in terms_of([case]) for offer in offers((term,))]
    known = [identity.id for term in terms_of([case]) if isinstance(identity := identify(term.license), Known)]
    return tuple(dict.fromkeys([*named, *(other for license_id in known for other in opened(license_id)), *wished]))


def _needed(considered: Considered) -> list[Symbol]:
    """What has to be known in a case, and is not."""
    asked = (
        (question.subject, Function(question.topic.replace("-", "_"))) for question in considered.questions if not question.law
    )
    return [Function("needed", pair) for pair in asked]
