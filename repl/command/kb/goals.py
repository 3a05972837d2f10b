# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb goals``: put faults into the goal programs, and tell which no question notices."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ...checkout import answers
from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licet.engine.workbench.faults.mutation import Mutation


@dataclass(frozen=True, slots=True)
class Faults:
    """Which faults are put in: in which files and lines, whether only whole statements are left out, so many by which lot."""

    only: tuple[str, ...]
    drops: bool
    budget: int | None
    seed: int

    def drawn(self) -> Sequence[Mutation]:
        """The faults.

        Raises:
            InputError: there is no such file or line
        """
        from random import Random  # noqa: PLC0415 - not needed for help and usage errors

        from licet.engine.workbench.answers.faulty import goal_statements  # noqa: PLC0415
        from licet.engine.workbench.faults import scope  # noqa: PLC0415
        from licet.engine.workbench.trials.campaign import drops, mutated  # noqa: PLC0415

        found = goal_statements()
        if self.only:
            found = tuple(dict.fromkeys(each for wanted in self.only for each in scope.only(found, wanted)))
        every = drops(found) if self.drops else [mutation for each in found for mutation in mutated(each)]
        few = self.budget is not None and self.budget < len(every)
        return Random(self.seed).sample(every, self.budget or 0) if few else every


@click.command("goals")
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--only", metavar="PATH[:LINE]", multiple=True, help="Only statements of this file or line.")
@click.option("--drops", is_flag=True, help="Only leave whole statements out: what is covered.")
@click.option("--budget", metavar="N", type=click.IntRange(1), help="Try so many by lot.")
@click.option("--seed", type=int, default=0, show_default=True, help="What the lot depends on.")
@click.option("--jobs", type=click.IntRange(1), help="Processes at a time; by default one for each core.")
@click.option(
    "--at-least", type=click.FloatRange(0, 100), default=90.0, show_default=True, help="Percent that shall be noticed."
)
def command(folder: Path | None, jobs: int | None, at_least: float, **faults: Any) -> None:
    """Put faults into kb/goals, one at a time, and tell which of them no question in FOLDER notices.

    FOLDER holds the questions to each command in a file of its name, as tests/answers, which is taken if none is named.
    kb/survivors.yaml gives reasons for faults that nobody needs to notice, which are counted apart.

    Exit codes: 0 as many are noticed as shall be, 1 fewer are, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.outcome.reasons import excuse_of, excuses  # noqa: PLC0415

    from ...asking_faults import tried  # noqa: PLC0415

    try:
        mutations, known = Faults(**faults).drawn(), excuses()
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    noticed = excused = 0
    with Progress() as progress:
        coming = tried(mutations, folder or Path(answers()[0]), jobs or os.cpu_count() or 1)
        for mutation, question in progress.watch(coming, "Trying fault", len(mutations)):
            noticed += question is not None
            left = question is None and excuse_of(mutation, known) is not None
            excused += left
            if question is None and not left:
                with progress.hidden():
                    _survived(mutation)
    percent = _close(noticed, excused, len(mutations))
    raise click.exceptions.Exit(int(percent < at_least))


def _survived(mutation: Mutation) -> None:
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - only survivors pay for it

    look = look_of()
    click.echo(look.paint(f"{mutation.statement.place}: {mutation.operator}", "heading"), color=True)
    for mark, text in (("-", mutation.statement.text), ("+", mutation.mutant or "dropped")):
        for line in wrap(text, look.width, f"  {mark} ", 4):
            click.echo(line)


def _close(noticed: int, excused: int, total: int) -> float:
    """Tells the share, and returns it in percent."""
    counted = total - excused
    percent = 100 * noticed / counted if counted else 100.0
    reason = f", and {excused} left for a reason" if excused else ""
    click.echo(f"goals: {percent:.1f} % noticed ({noticed} of {counted}){reason}.")
    return percent
