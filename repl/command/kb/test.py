# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb test``: the expectations of cases, each that is not met with what was found instead and why."""

from __future__ import annotations

from pathlib import Path

import click

from ...checkout import scenarios, warn_of_another
from ...own_licenses import with_licenses
from ...selecting import with_expression
from ...trials import close, show_json, tell
from ...trying import Wish, run


@click.command("test")
@with_licenses
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@with_expression
@click.option("-x", "stop", is_flag=True, help="Stop at the first case that fails.")
@click.option("--watch", is_flag=True, help="Run again what an edit of a case, a licence or a rule can affect; Ctrl-C ends it.")
@click.option("--junit", metavar="FILE", type=click.Path(dir_okay=False, writable=True), help="Also write JUnit XML.")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
@click.option(
    "--explain", type=click.IntRange(min=0), default=5, show_default=True, metavar="N", help="How many failed cases to explain."
)
@click.option("--full", is_flag=True, help="Show explanations whole.")
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], watch: bool, junit: str | None, shape: str, **options: object
) -> None:
    """Run the expectations of the cases in each PATH.

    PATH is a YAML file, a folder that is searched for them, or - for standard input; without one the folder scenarios.

    Exit codes: 0 every expectation is met, 1 some are not, 2 input or usage error (what could be read is run all the same).
    """
    warn_of_another()
    wish = Wish(paths or scenarios(), **options)  # type: ignore[arg-type]
    if watch:
        if junit or shape != "text" or "-" in wish.paths:
            raise click.UsageError("--watch goes with files and text only: not with --junit, --format json or standard input")
        from ...watching import watched  # noqa: PLC0415 - only this option asks for it

        ctx.exit(watched(wish))
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors

    try:
        done = run(wish, lambda told: tell(told, wish.full) if shape == "text" else None)
    except InputError as error:
        click.echo(str(error), err=True)
        ctx.exit(2)
    if junit:
        from licet.engine.report.junit import junit as xml  # noqa: PLC0415 - only this option asks for it

        Path(junit).write_text(xml(done.told, done.problems, done.seconds), encoding="utf-8")
    close(done) if shape == "text" else show_json(done)
    ctx.exit(done.exit_code)
