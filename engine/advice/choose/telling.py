# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Reasons for and against licences, and constraints on them, in words."""

from __future__ import annotations

from collections.abc import Sequence

from clingo import Symbol, SymbolType

from ...finding import Cite
from ...glossary import glossary
from ...sentence import hyphenated, phrase
from ...terms import RESERVED
from .answer import Constraint, Reason
from .request import OWN_TERMS, Request


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
    return f"{came(constraint.works, constraint.license)}."


def came(works: Sequence[str], license_id: str) -> str:
    """Under which licence works came, or that they came with none."""
    terms = "with no licence" if license_id == RESERVED else f"under {license_id}"
    return f"{', '.join(works) or 'Something in it'} came {terms}"


MOST = 4
"""Sections that are cited together."""


def cited(cites: Sequence[Cite]) -> str:
    """Sections in brackets, the name of a licence once for all of its own; of many the first ones."""
    sections: dict[str, list[str]] = {}
    for cite in cites[:MOST]:
        sections.setdefault(cite.license, []).append(str(cite).removeprefix(cite.license).strip())
    told = "; ".join(f"{name} {', '.join(found)}".strip() for name, found in sections.items())
    more = f" and {len(cites) - MOST} more" if len(cites) > MOST else ""
    return f"[{told}{more}]" if told else ""


def own(text: str) -> str:
    """A text in which terms of one's own are called so."""
    return text.replace(OWN_TERMS, "terms of your own")
