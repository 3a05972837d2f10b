# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet check``: read cases, decide them, report, and say by the exit code whether something stands in the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import click

from licet.engine.case import Case
from licet.engine.problem import InputError
from licet.engine.report.outcome import LEVELS, Outcome, Refusal, Tally, counted

from ..own_licenses import with_licenses
from ..progress import Progress
from ..readings import profile, settled_questions
from ..reporter import FORMATS, Wish, report


@click.command("check")
@with_licenses
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form of the report."
)
@click.option(
    "--fail-on",
    "level",
    type=click.Choice(LEVELS),
    default="likely",
    show_default=True,
    help="The least standing of a finding in the way that makes the exit code 1; an unknown fact counts as likely.",
)
@click.option(
    "--readings",
    metavar="all|NAME",
    callback=profile,
    help="Compare what follows under each theory (all), or decide under one theory or under the courts of a jurisdiction.",
)
@click.option(
    "--reading",
    "settled",
    metavar="QUESTION=ANSWER",
    multiple=True,
    callback=settled_questions,
    help="Settle an open question of law where a case does not; `licet questions` lists them.",
)
@click.option("--permissions", is_flag=True, help="Tell what is permitted, too (text, markdown).")
@click.option("-q", "--quiet", "brief", is_flag=True, help="Only the summary (text, markdown).")
@click.option("--color/--no-color", default=None, help="Colours, or none; by default on a terminal, unless NO_COLOR is set.")
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], readings: str | None, settled: dict[str, str], **options: Any
) -> None:
    """Decide the cases in each PATH and report what follows.

    PATH is a YAML file, a folder that is searched for them, or - for standard input.

    Exit codes: 0 nothing stands in the way, 1 something does at or above the level of --fail-on, 2 input or usage error
    (what could be read is decided all the same). With --readings all, the case as it stands decides.
    """
    wish = Wish(**options)
    tally = Tally(wish.level)
    with Progress() as progress:
        for chunk in report(counted(_decided(paths, readings, settled, progress), tally), wish):
            with progress.hidden():
                click.echo(chunk, nl=False, color=True)
    ctx.exit(tally.exit_code)


def _decided(
    paths: Iterable[str], readings: str | None, settled: dict[str, str], progress: Progress
) -> Iterator[Outcome | Refusal]:
    """Read every source, refuse what cannot be read, decide the rest in the order of the input."""
    cases: list[Case] = []
    try:
        for source in progress.watch(_read(paths), "Reading input"):
            if isinstance(source, InputError):
                yield from _refused(source, progress)
            else:
                cases.extend(replace(case, readings={**settled, **case.readings}) if settled else case for case in source)
        yield from progress.watch(_outcomes(cases, readings), "Deciding case", len(cases))
    except InputError as error:
        yield from _refused(error, progress)


def _outcomes(cases: Iterable[Case], readings: str | None) -> Iterator[Outcome]:
    """Decide cases as they stand, under one reading, or under all of them. Expectations are about the case as it stands."""
    from licet.engine.decide import decide  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.expectation import unmet  # noqa: PLC0415

    if readings is None:
        yield from (Outcome(decision, tuple(map(str, unmet(decision)))) for decision in decide(cases))
        return
    from licet.engine.profiles import ALL, compare  # noqa: PLC0415 - most runs ask for no profile

    if readings == ALL:
        for comparison in compare(cases):
            yield Outcome(comparison.decision, tuple(map(str, unmet(comparison.decision))), comparison=comparison)
        return
    for comparison in compare(cases, (readings,)):
        yield Outcome(comparison.profiles[readings], reading=readings)


def _read(paths: Iterable[str]) -> Iterator[tuple[Case, ...] | InputError]:
    """The cases of each source, or what is wrong with it."""
    from licet.engine.reader import read  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.source import sources  # noqa: PLC0415

    for source in sources(tuple(paths)):
        try:
            yield read(source.text, source.file)
        except InputError as error:
            yield error


def _refused(error: InputError, progress: Progress) -> Iterator[Refusal]:
    """Tell each problem on standard error at once, and pass it on."""
    for problem in error.problems:
        with progress.hidden():
            click.echo(str(problem), err=True)
        yield Refusal(str(problem), problem.place.file, problem.place.line)
