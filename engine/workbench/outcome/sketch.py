# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""For a mutant that no case notices, the case that would: the nearest there is, and what it should expect."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...case import Case
from ..faults.mutation import Mutation
from ..trials.base import Base
from ..trials.hearing import Trial

MOST = 4
"""Differences that are told of one case."""

_SYMBOL = re.compile(r'"(?:\\.|[^"\\])*"|\b[acpw]\d+(?:_\d+)?\b')


@dataclass(frozen=True, slots=True)
class Sketch:
    """The nearest case there is, None if the statement matters in none.

    ``conclusion`` is what the statement concludes there; ``changes`` how the decision of the case differs with the mutant,
    although no expectation of it says so; ``fires`` in how many cases the statement matters, ``changing`` in how many of those
    that were tried the decision differs; ``advice`` says what to do about it.
    """

    case: Case | None
    conclusion: str
    changes: tuple[str, ...]
    fires: int
    changing: int
    advice: str


def sketch(trial: Trial, whole: Base) -> Sketch:
    """The case that would notice a mutant, as far as it can be told.

    Args:
        trial: that of a mutant that no case noticed
        whole: the cases
    """
    statement = trial.mutation.statement.text
    fires = whole.firing.fires.get(statement, {})
    heads = whole.firing.heads.get(statement, {})
    changed = trial.changed
    if changed:
        number = min(changed, key=lambda case: (_reach(changed[case]), len(changed[case]), len(whole.cases[case].works), case))
        changes = changed[number][:MOST]
    else:
        number = min(heads or fires, key=lambda case: (len(whole.cases[case].works), case), default=-1)
        changes = ()
    case = whole.cases[number] if number >= 0 else None
    head = worded(heads.get(number, ""), whole)
    return Sketch(case, head, changes, len(fires), len(changed), _advice(trial.mutation, bool(changes), bool(fires)))


def _advice(mutation: Mutation, changes: bool, fires: bool) -> str:
    """What to do about a mutant that no case noticed, as a sentence or two."""
    if changes:
        return "Let the case expect what is so without the fault, or `found: no` of what the fault adds."
    if mutation.operator == "drop literal":
        literal = mutation.what.removeprefix("without ")
        failing = f"{literal[5:-1]} holds" if literal.startswith("`not ") else f"{literal.strip('`')} does not hold"
        return (
            f"Write a case in which {failing.strip('`')} and the rest of the body does, and expect `found: no` of what would "
            "follow from the head. If there can be none, the literal is superfluous: take it out."
        )
    if not fires:
        return "Write a case in which it fires, and expect what follows from its head. If there can be none, take it out."
    if mutation.operator in ("swap constant", "change trigger", "drop alternative"):
        return f"Write a case that needs it as it is ({mutation.what}), and expect what follows from it there."
    return "Write a case in which nothing else leads to what the head leads to, and expect that."


def _reach(lines: tuple[str, ...]) -> int:
    """Whether a difference can be said in an expectation at all; what only a report tells comes last."""
    return 0 if any(line[0] in "+-" or "standing" in line or "verdict" in line for line in lines) else 1


def worded(atom: str, whole: Base) -> str:
    """An atom with the names that its case uses."""
    names = whole.firing.names
    return _SYMBOL.sub(lambda found: names.get(found[0], found[0]), atom)
