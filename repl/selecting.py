# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The option ``-k``: cases chosen by words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click


def with_expression(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option. What cannot be read ends the command."""
    option = click.option(
        "-k",
        "expression",
        default="",
        metavar="EXPRESSION",
        callback=_readable,
        help="Only cases whose path and sentence have these words; with and, or, not, parentheses.",
    )
    return option(function)


def _readable(_context: click.Context, _option: click.Parameter, text: str) -> str:
    from licet.engine.workbench.cases.selection import SelectionError, chooses  # noqa: PLC0415 - only this option asks for it

    try:
        if text.strip():
            chooses(text)
    except SelectionError as error:
        raise click.BadParameter(str(error)) from error
    return text.strip()
