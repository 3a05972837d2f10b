# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Reasons for and against licences, and constraints on them, in words."""

from __future__ import annotations

from collections.abc import Sequence

from clingo import Symbol, SymbolType

from ...finding import Cite, Finding
from ...glossary import glossary
from ...sentence import hyphenated, phrase
from .answer import Constraint, Reason
from .later import OWN_TERMS
from .request import Request


def sentence(sort: str, reason: Reason) -> str:
    """A reason as a sentence.

    Args:
        sort: concern or merit
        reason: one of that sort
    """
    first = {"first": _words(reason.word.arguments[0])} if reason.word.arguments else {}
    return phrase(sort, hyphenated(reason.word), first)


def _words(symbol: Symbol) -> str:
    if symbol.type is SymbolType.String:
        return symbol.string
    limit = glossary()["limit"].get(hyphenated(symbol))
    return limit.sentence if limit else hyphenated(symbol)


def goal_sentence(goal: str) -> str:
    """What a goal wants."""
    return phrase("goal", goal, {})


def constraint_sentence(constraint: Constraint, request: Request) -> str:
    """What somebody or something wants of the licence."""
    if constraint.goal is not None:
        uses = f" ({', '.join(request.goals.bar)})" if constraint.goal == "restrict-uses" and request.goals.bar else ""
        return f"{constraint.goal} is required{uses}: {goal_sentence(constraint.goal)}"
    if constraint.license is None:
        return "Some texts cannot be put on such a work at all."
    return f"{', '.join(constraint.works)} came under {constraint.license}."


def demand(finding: Finding, own: str = "the licence chosen") -> str:
    """What a finding says, whatever the licence is that was tried."""
    return finding.sentence.replace(OWN_TERMS, own)


def cited(cites: Sequence[Cite]) -> str:
    """Sections in brackets; the licence once where all are of one."""
    if not cites:
        return ""
    if len({cite.license for cite in cites}) == 1 and len(cites) > 1:
        return f"[{cites[0].license} {', '.join(cite.section for cite in cites)}]"
    return f"[{'; '.join(map(str, cites))}]"
