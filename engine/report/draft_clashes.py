# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What cannot be had together in a brief, in sentences."""

from __future__ import annotations

from ..advice.draft.brief import Right, lines
from ..advice.draft.outcome import Outcome, Try
from ..advice.draft.values import Clash, Draft
from ..finding import WRONG
from .draft_lines import capital, line_words
from .words import VERDICTS, count

TRIED = 1
"""Trials that are told of a contradiction."""


def clash(draft: Draft, found: Clash) -> str:
    """What is at odds, as the heading of a contradiction."""
    if not found.against:
        return "Nothing in the brief brings this about:"
    told = "; and ".join(line_words(draft.brief, number) for number in found.against)
    return f"{told}: {'these rule' if len(found.against) > 1 else 'this rules'} out"


def clashing(draft: Draft, found: Clash) -> list[str]:
    """The lines that cannot be had."""
    return [line_words(draft.brief, number) for number in found.lines]


def missing(draft: Draft, found: Clash) -> list[str]:
    """Rights that would be needed for what the lines of a contradiction let people do."""
    told: dict[tuple[str, str], str] = {}
    for each in found.short:
        (line,) = (line for line in lines(draft.brief) if line.number == each.line)
        assert isinstance(line.said, Right) and line.tier is not None, "what somebody is let do stands in a group"
        told[line.tier.name, each.right] = f"who may {line.said.word} needs {each.right} as well: add it to {line.tier.name}"
    return list(told.values())


def shown(found: Clash) -> list[str]:
    """The trials that show a contradiction: what was done, what it had to come to, and what it comes to."""
    told = list(dict.fromkeys(f"{capital(each.told)}. {_wanted(each.outcome)} {_result(each)}" for each in found.tries))
    rest = len(told) - TRIED
    return [*told[:TRIED], f"and {count(rest, 'trial', 'trials')} more"] if rest > 0 else told


def _wanted(outcome: Outcome) -> str:
    if outcome.sort in ("allowed", "barred"):
        return f"Wanted: {'allowed' if outcome.sort == 'allowed' else 'not allowed'}."
    return f"Wanted: {'a' if outcome.sort == 'found' else 'no'} finding of {outcome.kind}, {outcome.topic}."


def _result(each: Try) -> str:
    found = each.outcome.found(each.decision) or each.decision.of_kind(*WRONG)
    reasons = list(dict.fromkeys(f"{finding.sentence} [{', '.join(map(str, finding.cites))}]" for finding in found))
    return f"It is {VERDICTS[each.decision.verdict]}" + (f": {' '.join(reasons[:TRIED])}" if reasons else ".")
