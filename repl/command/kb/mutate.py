# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb mutate``: put faults into rules and clauses, and tell which no case notices."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from itertools import groupby
from random import Random
from typing import TYPE_CHECKING, Any

import click

from ...explaining import show, show_object
from ...mutating import Choice, decided, read_cases, with_choice
from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from licet.engine.workbench.faults.mutation import Mutation
    from licet.engine.workbench.trials.hearing import Trial

_UNITS = {"s": 1, "m": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class Goal:
    """What a user wants of a run: so many mutants, or so many seconds, drawn by which lot; what shares shall be noticed."""

    budget: int | None = None
    seconds: int | None = None
    seed: int = 0
    at_least_rules: float = 90.0
    at_least_clauses: float = 80.0

    @property
    def wanted(self) -> dict[str, float]:
        """The share that shall be noticed of each part, in percent."""
        return {"rules": self.at_least_rules, "clauses": self.at_least_clauses}

    def drawn(self, every: Sequence[Mutation]) -> list[Mutation]:
        """The mutants to try, those of one statement together; for a time, statements in the order of the lot."""
        lot = Random(self.seed)
        if self.budget is not None and self.budget < len(every):
            return [every[place] for place in sorted(lot.sample(range(len(every)), self.budget))]
        groups = [list(group) for _, group in groupby(every, key=lambda each: each.statement)]
        if self.seconds is not None:
            lot.shuffle(groups)
        return [each for group in groups for each in group]


def with_goal(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a goal, which it gets as one value."""
    share = click.FloatRange(0, 100)
    rules, clauses = Goal().at_least_rules, Goal().at_least_clauses
    options = (
        click.option("--budget", metavar="N|TIME", callback=_budget, help="Try so many mutants by lot, or for so long (20m)."),
        click.option("--seed", type=int, default=Goal().seed, show_default=True, help="What the lot depends on."),
        click.option("--at-least-rules", type=share, default=rules, show_default=True, help="Percent that shall be noticed."),
        click.option("--at-least-clauses", type=share, default=clauses, show_default=True, help="The same for clauses."),
    )

    @wraps(function)
    def aiming(**values: Any) -> Any:
        values["budget"], values["seconds"] = values["budget"]
        own = {field.name: values.pop(field.name) for field in fields(Goal)}
        return function(goal=Goal(**own), **values)

    for option in reversed(options):
        aiming = option(aiming)
    return aiming


def _budget(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[int | None, int | None]:
    """A number of mutants, or a time in seconds, as ``300``, ``90s`` or ``20m``."""
    if value is None:
        return None, None
    match = re.fullmatch(r"(\d+)([smh]?)", value)
    if not match:
        raise click.BadParameter(f"`{value}` is neither a number of mutants nor a time; write 300, 90s, 20m or 1h")
    number = int(match[1])
    return (None, number * _UNITS[match[2]]) if match[2] else (number, None)


@click.command("mutate")
@with_choice
@with_goal
@click.option("-q", "--quiet", "brief", is_flag=True, help="Only the figures (text).")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(paths: tuple[str, ...], choice: Choice, goal: Goal, brief: bool, shape: str) -> None:
    """Put faults into rules and clauses, one at a time, and tell which of them no case in CASES notices.

    CASES are files or folders; scenarios/ if none is named. A fault is noticed when an expectation that holds without it fails
    with it. Each that is not is told with the nearest case and what that would have to expect. kb/survivors.yaml gives reasons
    for those that nobody needs to notice, which are counted apart. A mutant is tried on the 400 cases that are likeliest to
    notice it (100, where that is unlikely of all), and else survives; --thorough tries all.

    What was tried is remembered, and looked up where nothing has changed that it depends on.

    Exit codes: 0 as many are noticed as shall be, 1 fewer are, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report import mutants  # noqa: PLC0415
    from licet.engine.workbench.outcome import reasons  # noqa: PLC0415
    from licet.engine.workbench.outcome.tally import tally  # noqa: PLC0415
    from licet.engine.workbench.trials import campaign  # noqa: PLC0415

    how = choice.means()
    try:
        excuses = reasons.excuses()
        with Progress() as progress:
            statements = choice.statements()
            whole = decided(read_cases(paths) if statements else [], how, progress)
            every = campaign.mutations(statements, how.folder)
            drawn = goal.drawn(every)
            coming = progress.watch(campaign.Campaign(whole, how).run(drawn), "Trying mutant", len(drawn))
            trials = list(_until(coming, goal.seconds))
        reasons.check(
            excuses, every if choice.complete else None, [each.mutation for each in trials if each.killer is not None]
        )
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    told = tally(trials, excuses, whole, len(every), goal.wanted)
    if shape == "json":
        show_object(mutants.structured(told))
    else:
        show(mutants.lines(told, look_of(), brief))
    raise click.exceptions.Exit(0 if told.passes else 1)


def _until(coming: Iterable[Trial], seconds: int | None) -> Iterator[Trial]:
    """What comes until the time is over."""
    begin = time.monotonic()
    for trial in coming:
        yield trial
        if seconds is not None and time.monotonic() - begin > seconds:
            return
