# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb mutate``: put faults into rules and clauses, and tell which no case notices."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...explaining import show, show_object
from ...mutating import decided, means, read_cases, select, with_means
from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from licet.engine.workbench.court import Trial
    from licet.engine.workbench.mutation import Mutation

RULES_AT_LEAST = 90.0
CLAUSES_AT_LEAST = 80.0


@dataclass(frozen=True, slots=True)
class Budget:
    """How many mutants are tried, or for how many seconds; None: no bound."""

    mutants: int | None = None
    seconds: float | None = None


def budget(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Budget:
    """A number of mutants, or a time, as ``300``, ``90s`` or ``20m``."""
    if value is None:
        return Budget()
    match = re.fullmatch(r"(\d+)([smh]?)", value)
    if not match:
        raise click.BadParameter(f"`{value}` is neither a number of mutants nor a time, as 300, 90s, 20m or 1h")
    seconds = {"s": 1, "m": 60, "h": 3600}.get(match[2])
    return Budget(seconds=int(match[1]) * seconds) if seconds else Budget(int(match[1]))


@click.command("mutate")
@with_means
@click.option("--budget", metavar="N|TIME", callback=budget, help="Try so many mutants, or for so long (90s, 20m), by lot.")
@click.option("--seed", type=int, default=0, show_default=True, help="What the lot depends on.")
@click.option(
    "--at-least-rules", type=float, default=RULES_AT_LEAST, show_default=True, help="Share to be noticed, in percent."
)
@click.option("--at-least-clauses", type=float, default=CLAUSES_AT_LEAST, show_default=True, help="The same for clauses.")
@click.option("-q", "--quiet", "brief", is_flag=True, help="Only the figures (text).")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(
    paths: tuple[str, ...],
    only: tuple[str, ...],
    since: str | None,
    part: str | None,
    thorough: bool,
    jobs: int | None,
    cache: Path | None,
    budget: Budget,
    seed: int,
    at_least_rules: float,
    at_least_clauses: float,
    brief: bool,
    shape: str,
) -> None:
    """Put faults into rules and clauses, one at a time, and tell which of them no case in CASES notices.

    CASES are files or folders; scenarios/ if none is named. A fault is noticed when an expectation that holds without it fails
    with it. Each that is not is told with the nearest case and what that would have to expect; kb/survivors.yaml gives reasons
    for those that nobody needs to notice. A mutant is tried on the 48 likeliest cases; --thorough tries all.

    Results are kept, and looked up where nothing has changed that they depend on.

    Exit codes: 0 as many are noticed as shall be, 1 fewer are, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report import mutants  # noqa: PLC0415
    from licet.engine.workbench import campaign, reasons  # noqa: PLC0415
    from licet.engine.workbench.tally import tally  # noqa: PLC0415

    how = means(thorough, jobs, cache)
    try:
        excuses = reasons.excuses()
        with Progress() as progress:
            statements = select(only, since, part)
            whole = decided(read_cases(paths), how, progress)
            every = campaign.mutations(statements, how.folder)
            drawn = _drawn(every, budget, seed)
            coming = progress.watch(campaign.Campaign(whole, how).run(drawn), "Trying mutant", len(drawn))
            trials = list(_until(coming, budget.seconds))
        complete = not only and since is None and part is None
        reasons.check(excuses, every if complete else None, [trial.mutation for trial in trials if trial.killer is not None])
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    told = tally(trials, excuses, whole, len(every), {"rules": at_least_rules, "clauses": at_least_clauses})
    if shape == "json":
        show_object(mutants.structured(told))
    else:
        show(mutants.lines(told, look_of(), brief))
    raise click.exceptions.Exit(0 if told.passes else 1)


def _drawn(every: Sequence[Mutation], budget: Budget, seed: int) -> list[Mutation]:
    """The mutants to try, by lot: as many as the budget allows, statement by statement; in the order of the lot for a time."""
    from random import Random  # noqa: PLC0415 - not needed for help and usage errors

    lot = Random(seed)
    if budget.mutants is not None and budget.mutants < len(every):
        return [every[place] for place in sorted(lot.sample(range(len(every)), budget.mutants))]
    return lot.sample(every, len(every)) if budget.seconds is not None else list(every)


def _until(coming: Iterable[Trial], seconds: float | None) -> Iterator[Trial]:
    """What comes until the time is over."""
    begin = time.monotonic()
    for trial in coming:
        yield trial
        if seconds is not None and time.monotonic() - begin > seconds:
            return
