# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases decided with ``kb/goals/restrictions.lp`` on top of the rules: which sentence of which licence binds what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clingo import Function, Symbol

from ...case import Case
from ...choice import elect
from ...decide import considered
from ...finding import Decision
from ...solve import Found, solve
from ...variant import Variant, numbered, stated

GOAL = "goals/restrictions.lp"

UNTOLD = Function("untold")
"""A purpose beside those that are told, of which no licence has a word."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A case decided, with what the goal found: what it reviewed, what texts say, who does which act."""

    variant: Variant
    decision: Decision
    found: Sequence[Found]
    facts: Sequence[Symbol]
    sentences: Sequence[Symbol]
    doers: Sequence[Symbol]


def examined(cases: Sequence[Case], why: bool = True) -> tuple[Examined, ...]:
    """Decides cases in one grounding.

    Args:
        cases: cases that were read and checked
        why: whether to look for what turns on which open question
    """
    elected = elect(cases)
    variants = numbered((one.case, one.election) for one in elected)
    facts, licenses = stated(variants)
    untold = [Function("purpose", [act, UNTOLD]) for variant in variants for act in variant.names.acts]
    owners = {symbol: variant.number for variant in variants for symbol in variant.names.all()}
    answer = solve([*facts, *untold], licenses, owners, None if why else (), GOAL)
    return tuple(
        Examined(
            variant,
            one.decision,
            (*one.found, *answer.reviewed.get(variant.number, ())),
            facts,
            answer.relations.get("sentence", ()),
            answer.relations.get("doer", ()),
        )
        for one, variant in zip(considered(elected, variants, answer), variants, strict=True)
    )
