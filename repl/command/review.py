# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet review``: a product against the use restrictions of its licences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from licet.engine.report.outcome import LEVELS, fails

from ..choosing import the_cases
from ..explaining import with_case
from ..own_licenses import with_licenses
from ..progress import Progress
from ..reporter import FORMATS, look_of

if TYPE_CHECKING:
    from licet.engine.advice.review.values import Review
    from licet.engine.case import Case


@click.command("review")
@with_licenses
@with_case
@click.option("--party", metavar="NAME", help="Tell of what this party does, and of nothing else.")
@click.option("--work", metavar="NAME", help="Tell of what is done with this work and of what is in it, and of nothing else.")
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
def command(ctx: click.Context, /, path: str, words: str | None, shape: str, level: str, **chosen: str | None) -> None:
    """Hold the product of each CASE against the use restrictions of its licences.

    CASE is a YAML file or a folder of them, FILE:LINE for one case of several, or - for standard input; each case gets a
    review. First it is told which text came with each work: a name that leads to none, or to several, stops there, with what
    each would come to. Then each purpose that the case tells is held against each restriction; then come the duties towards
    users, notices and credit, patents, and what to ask of whom, what exposes most first.

    Exit codes: 0 nothing is exposed, 1 something is at or above the level of --fail-on, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors

    try:
        reviews = _reviewed(the_cases(path, words), **chosen)
    except InputError as error:
        click.echo(str(error), err=True)
        ctx.exit(2)
    for line in _laid_out(reviews, shape):
        click.echo(line, color=True)
    ctx.exit(int(any(fails(review.verdict, level) for review in reviews)))


def _concerned(cases: Sequence[Case], party: str | None, work: str | None) -> Sequence[Case]:
    """The cases that have the party and the work; a usage error that names the nearest where none has."""
    told = (
        ("party", party, {name.name for case in cases for name in case.parties}),
        ("work", work, {name.name for case in cases for name in case.works}),
    )
    for what, name, known in told:
        if name is not None and name not in known:
            from licet.engine.problem import hint, listing  # noqa: PLC0415 - only a mistake pays for it

            near = hint(name, known) or f"; there is {listing(sorted(known))}"
            raise click.UsageError(f"no case has a {what} `{name}`{near}")
    return [
        case
        for case in cases
        if party in {None, *(each.name for each in case.parties)} and work in {None, *(each.name for each in case.works)}
    ]


def _reviewed(cases: Sequence[Case], party: str | None, work: str | None) -> Sequence[Review]:
    from licet.engine.advice.review.review import reviewed  # noqa: PLC0415 - not needed for help and usage errors

    concerned = _concerned(cases, party, work)
    with Progress() as progress:
        return list(progress.watch((reviewed(case, party, work) for case in concerned), "Reviewing case", len(concerned)))


def _laid_out(reviews: Sequence[Review], shape: str) -> Iterable[str]:
    if shape == "json":
        import json  # noqa: PLC0415 - only the form that is asked for is imported

        from licet.engine.report import review_objects  # noqa: PLC0415

        return [json.dumps(review_objects.structured(reviews), indent=1, ensure_ascii=False)]
    if shape == "markdown":
        from licet.engine.report import review_markdown  # noqa: PLC0415

        return review_markdown.lines(reviews)
    from licet.engine.report import reviews as text  # noqa: PLC0415

    return (line for review in reviews for line in text.lines(review, look_of()))
