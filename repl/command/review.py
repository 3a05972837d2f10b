# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet review``: a product against the use restrictions of its licences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from licet.engine.report.outcome import LEVELS, fails

from ..own_licenses import with_licenses
from ..progress import Progress
from ..reporter import FORMATS, look_of

if TYPE_CHECKING:
    from licet.engine.advice.review.values import Review
    from licet.engine.case import Case


@click.command("review")
@with_licenses
@click.argument("paths", nargs=-1, required=True, metavar="CASE...")
@click.option("--party", metavar="NAME", help="Tell of what this party does, and of nothing else.")
@click.option("--work", metavar="NAME", help="Tell of what is done with this work, and of what is in it.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form.")
@click.option(
    "--fail-on",
    "level",
    type=click.Choice(LEVELS),
    default="likely",
    show_default=True,
    help="The least standing of what is exposed that makes the exit code 1; an unknown fact counts as likely.",
)
@click.pass_context
def command(
    ctx: click.Context, /, paths: tuple[str, ...], party: str | None, work: str | None, shape: str, level: str
) -> None:
    """Hold the product of each CASE against the use restrictions of its licences.

    CASE is a YAML file, FILE:LINE, a folder, or - for standard input; each case gets a review. First it is established which text
    came with each work; then each purpose that is told is held against each restriction; then come the duties towards users,
    notices, patents, and what to ask of whom, what exposes most first.

    Exit codes: 0 nothing is exposed, 1 something is at or above the level of --fail-on, 2 input or usage error.
    """
    with Progress() as progress:
        reviews = _reviews(_cases(paths), party, work, progress)
        verdicts = []
        for review in reviews:
            verdicts.append(review.verdict)
            from licet.engine.report.reviews import lines
            with progress.hidden():
                for line in lines(review, look_of()):
                    click.echo(line, color=True)
    ctx.exit(int(any(fails(verdict, level) for verdict in verdicts)))


def _cases(paths: Iterable[str]) -> list[Case]:
    from licet.engine.reader import read
    from licet.engine.source import sources
    return [case for source in sources(tuple(paths)) for case in read(source.text, source.file)]


def _reviews(cases: list[Case], party: str | None, work: str | None, progress: Progress) -> Iterator[Review]:
    from licet.engine.advice.review.review import reviewed
    return progress.watch((reviewed(case, party, work) for case in cases), "Reviewing case", len(cases))
