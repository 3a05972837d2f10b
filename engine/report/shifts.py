# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What changes from one case to another, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..because.shift import Differences, Shift
from ..finding import WRONG
from .entry import headline
from .layout import wrap
from .look import Look
from .structured import finding
from .words import VERDICTS, count, kind_name


def lines(told: Differences, look: Look, permissions: bool = False) -> Iterator[str]:
    """The differences for a terminal: what the cases state, then what follows from it and why.

    Args:
        told: the differences
        look: width and colours
        permissions: whether permissions are told
    """
    yield f"before: {VERDICTS[told.verdicts[0]]}"
    yield f"after:  {VERDICTS[told.verdicts[1]]}"
    yield ""
    yield look.paint("What the cases state", "heading")
    for sentence in told.gone:
        yield from (look.paint(line, "wrong") for line in wrap(sentence, look.width, "  - ", 4))
    for sentence in told.come:
        yield from (look.paint(line, "good") for line in wrap(sentence, look.width, "  + ", 4))
    if not told.gone and not told.come:
        yield "  the same"
    shown = [shift for shift in told.shifts if permissions or shift.finding.kind != "permission"]
    yield ""
    yield look.paint("What follows from it", "heading")
    for shift in shown:
        yield from _shift(shift, look)
    if not told.shifts:
        yield "  nothing: every finding stands the same"
    elif len(shown) < len(told.shifts):
        hidden = len(told.shifts) - len(shown)
        yield f"  {count(hidden, 'permission changes', 'permissions change')}; --permissions tells"


def _shift(shift: Shift, look: Look) -> Iterator[str]:
    found = shift.finding
    sign = "-" if shift.after is None else "+" if shift.before is None else "~"
    standing = " → ".join(standing for standing in (shift.before, shift.after) if standing)
    worse = shift.after is not None and found.kind in WRONG
    role = "wrong" if worse and shift.before is None else "good" if sign == "-" and found.kind in WRONG else "plain"
    said = f"{kind_name(found.kind)}, {standing}: {headline(found)}"
    yield from (look.paint(line, role) for line in wrap(said, look.width, f"  {sign} ", 4))
    because = [*(f"no longer {sentence}" for sentence in shift.gone), *(f"now {sentence}" for sentence in shift.come)]
    if shift.before == shift.after and found.conditions:
        said = f"now if {'; or if '.join(' and '.join(answers) for answers in found.conditions)}"
        yield from wrap(said, look.width, "    ", 4)
    if because:
        yield from (look.paint(line, "faint") for line in wrap(f"because {'; '.join(because)}", look.width, "    ", 4))


def structured(told: Differences) -> Mapping[str, object]:
    """The differences for programs."""
    return {
        "verdicts": told.verdicts,
        "only_before": told.gone,
        "only_after": told.come,
        "findings": [
            {**finding(shift.finding), "before": shift.before, "after": shift.after, "because": [*shift.gone, *shift.come]}
            for shift in told.shifts
        ],
    }
