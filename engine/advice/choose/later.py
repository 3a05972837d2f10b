# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What an offer leaves open later, each question decided as a case of its own by the ordinary rules.

What outsiders contribute comes in under the licence of the work, unless they agree to something else; so what
the owner could do alone he may need them for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...case import Case, Making, Work
from ...decide import decide
from ...finding import WRONG, Decision, Finding
from ..cleared import wrongs
from .answer import Later, Option, Trade
from .request import OWN_TERMS, Request
from .trial import Watch, same

CONTRIBUTIONS = "what others contribute"
OPENER = "MIT"
"""A text that asks for hardly anything: who may put the work under it may put it under most."""

QUESTIONS = {"sell": OWN_TERMS, "reopen": OPENER}
"""What one may want later, each with the terms that the work is then offered under."""


def with_future(request: Request, options: Sequence[Option], trade: Trade, watch: Watch) -> tuple[Option, ...]:
    """The options with what outside contributions would rule out; of what the parts bar already nothing more is said.

    Args:
        request: the work and its case
        options: those that lead
        trade: how the work can be sold under terms of one's own
        watch: is told how far this is
    """
    beside = trade.label or OWN_TERMS
    wanted = {question: beside.replace(OWN_TERMS, under) for question, under in QUESTIONS.items()}
    wanted = {question: label for question, label in wanted.items() if trade.label or question != "sell"}
    cases = [request.sold(label) for label in wanted.values()]
    contributed = [_contributed(case, request, option.label) for option in options for case in cases]
    decisions = list(watch(decide([*cases, *contributed], why=()), "Looking ahead", len(cases) + len(contributed)))
    before, after = decisions[: len(cases)], decisions[len(cases) :]
    open_now = [not wrongs(decision, request.readings) for decision in before]
    return tuple(
        replace(
            option,
            later=tuple(
                Later(question, _new(then, now.findings, request.readings))
                for question, now, then, free in zip(wanted, before, after[place * len(cases) :], open_now, strict=False)
                if free
            ),
        )
        for place, option in enumerate(options)
    )


def _new(decision: Decision, before: Sequence[Finding], readings: str) -> tuple[Finding, ...]:
    """What is in the way and was not before."""
    known = {same(finding) for finding in before if finding.kind in WRONG}
    return tuple(finding for finding in wrongs(decision, readings) if same(finding) not in known)


def _contributed(case: Case, request: Request, label: str) -> Case:
    """The case in which others changed the work, and their changes came under a licence."""
    part = Work(CONTRIBUTIONS, request.work.kind, label)
    works = tuple(
        replace(work, makings=(*work.makings, Making("modifies", CONTRIBUTIONS))) if work.name == request.work.name else work
        for work in case.works
    )
    return replace(case, works=(*works, part))
