# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet fix``: the least change that clears a case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..choosing import the_case
from ..explaining import show, show_object, with_case
from ..own_licenses import with_licenses
from ..reporter import FORMATS, look_of
from ..wishes import with_wishes

if TYPE_CHECKING:
    from licet.engine.advice.fix import Advice, Wishes


@click.command("fix")
@with_licenses
@with_case
@with_wishes
@click.option("--write", nargs=2, metavar="N FILE", help="Write the case that plan N makes; - is standard output.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form.")
def command(path: str, words: str | None, wishes: Wishes, write: tuple[str, str] | None, shape: str) -> None:
    """Tell the least that has to be changed for nothing to stand in the way of a CASE, and the next best of other sorts.

    CASE is a YAML file, FILE:LINE where it has several cases, or - for standard input. Every plan was decided again as a case
    of its own. A plan that holds under all readings leaves nothing open; one under the majority reading may leave what only a
    minority holds.

    Exit codes: 0 nothing stands in the way or a plan clears it, 1 nothing clears it, 2 input or usage error.
    """
    advice = _advice(path, words, wishes)
    if write is not None:
        _write(advice, *write)
    if shape != "text" or write is None or write[1] != "-":
        _show(advice, wishes.readings, shape)
    raise click.exceptions.Exit(0 if advice.cleared(wishes.readings) else 1)


def _show(advice: Advice, readings: str, shape: str) -> None:
    from licet.engine.report.plan_markdown import markdown  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.plan_objects import plan_object  # noqa: PLC0415
    from licet.engine.report.plans import lines  # noqa: PLC0415

    if shape == "json":
        show_object(plan_object(advice, readings))
    elif shape == "markdown":
        click.echo("\n".join(markdown(advice, readings)))
    else:
        show(lines(advice, readings, look_of()))


def _advice(path: str, words: str | None, wishes: Wishes) -> Advice:
    from licet.engine.advice.fix import fixed  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.expression import ExpressionError  # noqa: PLC0415
    from licet.engine.problem import InputError  # noqa: PLC0415

    try:
        return fixed(the_case(path, words).case, wishes)
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    except ExpressionError as error:
        raise click.UsageError(str(error)) from error


def _write(advice: Advice, number: str, file: str) -> None:
    import yaml  # noqa: PLC0415 - only who writes needs it

    from licet.engine.written import plain  # noqa: PLC0415

    if not number.isdecimal() or not 1 <= int(number) <= len(advice.ways):
        raise click.UsageError(f"there is no plan {number}; there are {len(advice.ways)}")
    text = yaml.safe_dump(plain(advice.ways[int(number) - 1].case), sort_keys=False, allow_unicode=True, width=100)
    if file == "-":
        sys.stdout.write(text)
        return
    try:
        with Path(file).open("x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise click.UsageError(f"{file} cannot be written: {error.strerror}") from error
