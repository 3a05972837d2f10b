# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Mutants that no case noticed, in words and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..case import Case
from ..workbench.outcome.reasons import DROPPED
from ..workbench.outcome.sketch import Sketch
from ..workbench.outcome.tally import Survivor, Tally
from .layout import wrap
from .look import Look
from .words import count

_HANG = 2
_TEXT = 4


def lines(told: Tally, look: Look, brief: bool = False) -> Iterator[str]:
    """What came of a run, for a terminal.

    Args:
        told: what came of it
        look: width and colours
        brief: whether only the figures are wanted
    """
    if not brief:
        for survivor in told.survivors:
            if survivor.excuse is None:
                yield from _survivor(survivor, look)
                yield ""
    yield from _figures(told, look)


def _survivor(survivor: Survivor, look: Look) -> Iterator[str]:
    mutation, sketch = survivor.trial.mutation, survivor.sketch
    yield look.paint(f"{mutation.statement.place}: {mutation.operator}", "heading")
    yield from (look.paint(line, "plain") for line in wrap(mutation.statement.text, look.width, "  - ", _TEXT))
    yield from (look.paint(line, "wrong") for line in wrap(mutation.mutant or DROPPED, look.width, "  + ", _TEXT))
    rows = [("nearest", _named(sketch.case), "plain")] if sketch.case else []
    rows.append(("fires", _firing(survivor), "plain"))
    if sketch.conclusion:
        rows.append(("there", sketch.conclusion, "plain"))
    rows += [("changes" if place == 0 else "", line, "doubt") for place, line in enumerate(sketch.changes)]
    rows.append(("kill it", sketch.advice, "fix"))
    yield from look.labelled(rows, _HANG)


def _firing(survivor: Survivor) -> str:
    sketch, trial = survivor.sketch, survivor.trial
    where = f"in {count(sketch.fires, 'case', 'cases')}" if sketch.fires else "in no case"
    tried = f"{len(trial.tried)} of {trial.foreseen} tried" if trial.foreseen else "it can change none"
    changing = f"; {sketch.changing} decided otherwise" if sketch.changing else ""
    return f"{where}; {tried}{changing}"


def _named(case: Case) -> str:
    place = f"{case.place.file}:{case.place.line}: " if case.place else ""
    return f"{place}{case.name}"


def _figures(told: Tally, look: Look) -> Iterator[str]:
    for name, share in told.shares.items():
        left = share.tried - share.noticed - share.excused
        said = (
            f"{name}: {share.percent:.1f} % noticed ({share.noticed} of {share.tried - share.excused}; "
            f"{share.wanted:g} % wanted); {count(left, 'survivor', 'survivors')}"
        )
        reason = f", and {share.excused} left for a reason" if share.excused else ""
        yield from (look.paint(line, "good" if share.passes else "wrong") for line in wrap(said + reason, look.width, "", 2))
    tried = sum(share.tried for share in told.shares.values())
    yield from wrap(
        "No mutant to try." if not tried else f"{tried} of {count(told.known, 'mutant', 'mutants')} tried.", look.width, "", 2
    )


def structured(told: Tally) -> Mapping[str, object]:
    """What came of a run, for programs."""
    return {
        "known": told.known,
        "passes": told.passes,
        "shares": {
            name: {
                "tried": share.tried,
                "noticed": share.noticed,
                "excused": share.excused,
                "percent": round(share.percent, 2),
                "wanted": share.wanted,
            }
            for name, share in told.shares.items()
        },
        "survivors": [_object(survivor) for survivor in told.survivors],
    }


def _object(survivor: Survivor) -> Mapping[str, object]:
    mutation, trial = survivor.trial.mutation, survivor.trial
    return {
        "place": mutation.statement.place,
        "operator": mutation.operator,
        "what": mutation.what,
        "rule": mutation.statement.text,
        "mutant": mutation.mutant or DROPPED,
        "tried": len(trial.tried),
        "foreseen": trial.foreseen,
        "reason": survivor.excuse.reason if survivor.excuse else None,
        **_sketched(survivor.sketch),
    }


def _sketched(sketch: Sketch) -> Mapping[str, object]:
    place = sketch.case.place if sketch.case else None
    return {
        "fires": sketch.fires,
        "changing": sketch.changing,
        "nearest": None if sketch.case is None else sketch.case.name,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "conclusion": sketch.conclusion,
        "changes": sketch.changes,
        "advice": sketch.advice,
    }
