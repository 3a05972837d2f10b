# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What ``licet kb test`` prints: failures as they come, and what all came to."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from .reporter import look_of
from .trying import Run

if TYPE_CHECKING:
    from licet.engine.report.trials import Told


def tell(told: Told, full: bool) -> None:
    """Print why a trial failed; nothing of others.

    Args:
        told: the trial
        full: whether explanations are shown whole
    """
    if told.trial.outcome == "failed":
        from licet.engine.report.trials import failed  # noqa: PLC0415 - only failures pay for it

        for line in failed(told, look_of(), full):
            click.echo(line, color=True)


def close(done: Run) -> None:
    """Print what a run came to."""
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.trials import closing  # noqa: PLC0415

    look = look_of()
    role = "good" if done.exit_code == 0 else "wrong"
    for sentence in closing(done.outcomes, done.refused, done.unexplained, done.seconds):
        for line in wrap(sentence, look.width):
            click.echo(look.paint(line, role), color=True)


def show_json(done: Run) -> None:
    """Print a run as JSON."""
    from licet.engine.report.trial_objects import trial_object  # noqa: PLC0415 - not needed for help and usage errors

    counts = {outcome: done.outcomes[outcome] for outcome in ("passed", "failed", "skipped")}
    told = {
        "cases": [trial_object(each) for each in done.told],
        "problems": [{**asdict(problem.place), "message": str(problem)} for problem in done.problems],
        "summary": {"cases": len(done.told), **counts, "refused": done.refused, "seconds": round(done.seconds, 3)},
    }
    click.echo(json.dumps(told, ensure_ascii=False, indent=1))
