# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""By what change a finding comes or goes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..because.change import Change
from ..because.counterfactual import Flip
from ..facts import Names
from ..sentence import answer_phrase
from .layout import wrap
from .look import ROLE_OF, Look
from .words import VERDICTS


def lines(finding: str, flips: Sequence[Flip], on: bool, names: Names, look: Look) -> Iterator[str]:
    """The changes for a terminal.

    Args:
        finding: the line that tells it
        flips: the changes, smallest first
        on: whether they turn it on
        names: what the symbols of the case stand for
        look: width and colours
    """
    yield from (look.paint(line, "heading") for line in wrap(finding, look.width))
    yield ""
    if not flips:
        yield "No change of what the case states turns it " + ("on." if on else "off.")
        return
    yield f"Each of these by itself turns it {'on' if on else 'off'}:"
    for flip in flips:
        yield from wrap("; and ".join(_words(flip, names)), look.width, "  - ", 4)
        still = f"the finding is still {flip.standing}; " if flip.standing and not on else ""
        after = wrap(f"then: {still}{VERDICTS[flip.verdict]}", look.width, "    ", 4)
        yield from (look.paint(line, ROLE_OF[flip.verdict]) for line in after)


def _words(flip: Flip, names: Names) -> Iterator[str]:
    yield from map(_changed, flip.changes)
    answers = " and ".join(answer_phrase(question, answer, names) for question, answer in flip.conditions)
    if answers:
        yield f"if {answers}" if flip.changes else f"it turns out that {answers}"


def _changed(change: Change) -> str:
    if change.old is None:
        return change.new.sentence if change.new else ""
    return f"{change.new.sentence}, instead of: {change.old.sentence}" if change.new else f"without this: {change.old.sentence}"


def structured(flip: Flip, names: Names) -> Mapping[str, object]:
    """A change for programs: statements taken back and made, answers that it takes, the verdict then."""
    return {
        "changes": [
            {"from": change.old.sentence if change.old else None, "to": change.new.sentence if change.new else None}
            for change in flip.changes
        ],
        "if": [answer_phrase(question, answer, names) for question, answer in flip.conditions],
        "standing": flip.standing,
        "verdict": flip.verdict,
    }
