# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb cover``: tell which rules and clauses no case tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...explaining import show, show_object
from ...mutating import Choice, decided, read_cases, with_choice
from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from licet.engine.workbench.outcome.coverage import Covered

STANDARD_OUTPUT = "-"


@click.command("cover")
@with_choice
@click.option("--listing", metavar="DIR|-", help="Write each file with its coverage beside the text into DIR; - prints it.")
@click.option("-q", "--quiet", "brief", is_flag=True, help="Only the figures (text).")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(paths: tuple[str, ...], choice: Choice, listing: str | None, brief: bool, shape: str) -> None:
    """Tell which rules, facts that rules read, and clauses of licences no case in CASES depends on.

    CASES are files or folders; scenarios/ if none is named. A statement is covered when some case holds with it and fails
    without it; that it fires is not enough. kb/survivors.yaml gives reasons for those that no case can cover.

    A statement that fires in many cases is tried on the 400 likeliest of them; --thorough tries all.

    Exit codes: 0 everything is covered, 1 something is not, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report import coverage as report  # noqa: PLC0415
    from licet.engine.workbench.outcome import reasons  # noqa: PLC0415
    from licet.engine.workbench.outcome.coverage import coverage  # noqa: PLC0415
    from licet.engine.workbench.trials import campaign  # noqa: PLC0415

    try:
        excuses = reasons.excuses()
        with Progress() as progress:
            statements = choice.statements()
            whole = decided(read_cases(paths) if statements else [], choice.means(), progress)
            drops = campaign.drops(statements)
            coming = progress.watch(campaign.Campaign(whole, choice.means()).run(drops), "Trying statement", len(drops))
            covered = coverage(coming, excuses, whole)
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    if listing is not None:
        _list(covered, listing)
    if shape == "json":
        show_object(report.structured(covered))
    elif listing != STANDARD_OUTPUT:
        show(report.lines(covered, look_of(), brief))
    raise click.exceptions.Exit(0 if all(each.passes for each in covered) else 1)


def _list(covered: Sequence[Covered], where: str) -> None:
    """Print the files with their coverage, or write each into a folder."""
    from licet.engine.report.coverage import listing  # noqa: PLC0415 - only listings ask for it
    from licet.engine.workbench.faults.mutation import relative  # noqa: PLC0415
    from licet.engine.workbench.outcome.coverage import by_file  # noqa: PLC0415

    for file, own in by_file(covered).items():
        if where == STANDARD_OUTPUT:
            show(listing(file, own))
            continue
        target = Path(where) / f"{relative(file)}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("".join(f"{line}\n" for line in listing(file, own)), encoding="utf-8")
