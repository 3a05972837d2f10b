# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet compare``: what follows otherwise from one case than from another, and why."""

from __future__ import annotations

import click

from ..explaining import explained, show, show_object
from ..own_licenses import with_licenses
from ..reporter import look_of


@click.command("compare")
@with_licenses
@click.argument("before")
@click.argument("after")
@click.option("--permissions", is_flag=True, help="Tell what is permitted, too (text).")
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(before: str, after: str, permissions: bool, shape: str) -> None:
    """Tell which findings come, go or change their standing from the case BEFORE to the case AFTER, and why.

    Each is a YAML file, or FILE:LINE where it has several cases.

    Exit codes: 0 nothing stands otherwise, 1 something does, 2 input or usage error.
    """
    from licet.engine.because.shift import differences  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report import shifts  # noqa: PLC0415

    told = differences(explained(before), explained(after))
    if shape == "json":
        show_object(shifts.structured(told))
    else:
        show(shifts.lines(told, look_of(), permissions))
    raise click.exceptions.Exit(1 if told.shifts else 0)
