# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What clears a case, in words for any form: what is in the way, what to find out, what is owed."""

from __future__ import annotations

from collections.abc import Sequence

from ..advice.cleared import CLEARED, wrongs
from ..advice.fix import Advice, Way
from ..advice.telling import sentence
from ..facts import Names
from ..finding import Decision, Finding
from .words import VERDICTS, count

SHOWN = 6
"""Duties, or things in the way, that are told."""


def in_the_way(advice: Advice, readings: str) -> list[str]:
    """What stands in the way of the case as it is, with its sections, each once."""
    return list(dict.fromkeys(f"{finding.standing}: {obstacle(finding)}" for finding in wrongs(advice.before, readings)))


def obstacle(finding: Finding) -> str:
    """A finding with the work that it is about, and its sections."""
    clauses = f" [{'; '.join(map(str, finding.cites))}]" if finding.cites else ""
    return f"{finding.work}: {finding.sentence}{clauses}"


def to_find_out(advice: Advice, readings: str) -> list[str]:
    """The questions to answer first, where it is not known whether anything is in the way."""
    if not any(finding.standing == "unknown" for finding in wrongs(advice.before, readings)):
        return []
    asked = advice.before.of_kind("question")
    return list(dict.fromkeys(f"{one.sentence} ({one.detail})" if one.detail else one.sentence for one in asked))


def under(readings: str) -> str:
    """The readings under which plans hold."""
    return "every reading of the law" if readings == "all" else "the reading that most follow"


def steps(way: Way, names: Names) -> list[str]:
    """The measures of a way, one after the other in one sentence."""
    first, *others = (sentence(measure, names).removesuffix(".") for measure in way.plan)
    told = [first, *(f"and {other[0].lower()}{other[1:]}" for other in others)]
    return [*(f"{each}," for each in told[:-1]), f"{told[-1]}."]


def comes_to(way: Way, advice: Advice) -> str:
    """What a way takes, what it leaves, and what is owed then."""
    verdict = way.decision.verdict
    left = "" if verdict == "clear" else f"; what is left: {VERDICTS[verdict]}"
    return f"effort {way.effort}{left}; {_duties(way.decision, advice.before)}"


def _duties(after: Decision, before: Decision) -> str:
    """How many duties there are then, and which are new."""
    held, new = owed(after), sorted(set(owed(after)) - set(owed(before)))
    if not held:
        return "then no obligations"
    told = f"then {count(len(held), 'obligation', 'obligations')}"
    return f"{told}, new: {some(new)}" if new else f"{told}, none of them new"


def owed(decision: Decision) -> list[str]:
    """The duties of a case that are owed on the reading that most follow, in an order of their own, each once."""
    duties = (finding for finding in decision.of_kind("obligation") if finding.standing in ("settled", "likely"))
    return sorted({f"{finding.work}: {finding.sentence.rstrip('.')}" for finding in duties})


def some(told: Sequence[str]) -> str:
    """The first of several things, and how many more there are."""
    more = f"; and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return "; ".join(told[:SHOWN]) + more


def nothing_to_do(advice: Advice, readings: str) -> list[str]:
    """What is to be said where the case holds as it is: what it still owes, and that few see it otherwise."""
    duties = owed(advice.before)
    told = [f"Nothing has to be changed under {under(readings)}."]
    if duties:
        told.append(f"To comply: {some(duties)}. `licet check` tells the clauses.")
    if advice.before.verdict not in CLEARED["all"]:
        told.append("Some read the law otherwise; --readings all looks for what holds under every reading.")
    return told


def stuck(advice: Advice, readings: str) -> str:
    """What is to be said before what nothing avoids, or where nothing in particular is to blame."""
    if not advice.stuck:
        whose = "every reading of the law" if readings == "all" else "whatever the facts turn out to be"
        return f"No plan holds under {whose}: answer the open questions first, or accept a narrower promise."
    told = "This cannot be avoided" if len(advice.stuck) == 1 else "These cannot be avoided together"
    return f"{told} by anything that can be done here:"
