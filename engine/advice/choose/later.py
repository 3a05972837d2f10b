# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What an offer leaves open later, each question decided as a case of its own by the ordinary rules.

Terms of one's own beside the public licence can be sold only if nothing that the work is made of bars it; and what outsiders contribute comes in
under the licence that the work is offered under, unless they agree to something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...case import Case, Making, Work
from ...decide import decide
from ...finding import WRONG, Decision, Finding
from .answer import Later, Option
from .request import Request
from .trial import Trials, Watch, _same, _wrongs

OWN_TERMS = "LicenseRef-Own-Terms"
CONTRIBUTIONS = "what others contribute"
OPENER = "MIT"
"""A text that asks for hardly anything: who may put the work under it may put it under most."""

QUESTIONS = {"sell": OWN_TERMS, "reopen": OPENER}


def trade_later(request: Request, trials: Trials) -> Later:
    """Whether the work, as it is made, can be sold under terms of one's own."""
    (decision,) = decide([_sold(request, OWN_TERMS)], why=False)
    return Later("sell", _new(decision, (), request.readings))


def with_future(request: Request, options: Sequence[Option], watch: Watch) -> tuple[Option, ...]:
    """The options with what outside contributions would rule out."""
    cases = [_sold(request, under) for under in QUESTIONS.values()]
    cases += [_contributed(_sold(request, under), request, option.label) for option in options for under in QUESTIONS.values()]
    before, after = {}, []
    decisions = list(watch(decide(cases, why=False), "Looking ahead", len(cases)))
    count = len(QUESTIONS)
    before = dict(zip(QUESTIONS, decisions[:count], strict=True))
    after = decisions[count:]
    found = []
    for place, option in enumerate(options):
        own = zip(QUESTIONS, after[place * count : (place + 1) * count], strict=True)
        later = tuple(Later(question, _new(then, before[question].findings, request.readings)) for question, then in own)
        found.append(replace(option, later=later))
    return tuple(found)


def _new(decision: Decision, before: Sequence[Finding], readings: str) -> tuple[Finding, ...]:
    """What is in the way and was not before."""
    known = {_same(finding) for finding in before if finding.kind in WRONG}
    return tuple(finding for finding in _wrongs(decision, readings) if _same(finding) not in known)


def _sold(request: Request, under: str) -> Case:
    """The case in which the work is handed over for money under these terms."""
    case = request.under(under)
    attributes = {"label-carries-restrictions": True}
    works = tuple(
        replace(work, attributes={**work.attributes, **attributes}) if work.name == request.work.name else work for work in case.works
    )
    acts = tuple(replace(act, attributes={**act.attributes, "commercially": True}) for act in case.acts)
    return replace(case, works=works, acts=acts)


def _contributed(case: Case, request: Request, label: str) -> Case:
    """The case in which others changed the work, and their changes came under a licence."""
    part = Work(CONTRIBUTIONS, request.work.kind, label)
    works = tuple(
        replace(work, makings=(*work.makings, Making("modifies", CONTRIBUTIONS))) if work.name == request.work.name else work
        for work in case.works
    )
    return replace(case, works=(*works, part))
