# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The option ``--kb``: licence files of one's own, checked and then known like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def with_licenses(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option. What is wrong with the files is told, and ends the command."""
    option = click.option(
        "--kb",
        "folders",
        multiple=True,
        metavar="FOLDER",
        type=click.Path(file_okay=False),
        is_eager=True,
        expose_value=False,
        callback=_include,
        envvar="LICET_KB",
        help="Also know the licence files of this folder; LICET_KB may name one.",
    )
    return option(function)


def _include(context: click.Context, _option: click.Parameter, folders: tuple[str, ...]) -> None:
    if not folders or context.resilient_parsing:
        return
    from licet.engine.catalog import include  # noqa: PLC0415 - only those who bring licences pay for it
    from licet.engine.problem import InputError  # noqa: PLC0415
    from licet.engine.vetting import vet  # noqa: PLC0415

    try:
        for folder in folders:
            include(vet(folder))
    except InputError as error:
        click.echo(str(error), err=True)
        context.exit(2)
