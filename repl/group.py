# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A command that has commands: a table of them, each imported when it runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

BROKEN_PIPE = 141
"""The exit code when nobody reads the output any more."""


class Commands(click.Group):
    """A group that imports a command only when it is asked for, and knows the nearest one when there is none.

    Args:
        table: each command with its one line of help
        package: where the module of the same name is
        guess: the command that takes files, if a file in place of a command is to be taken for a slip
    """

    def __init__(self, *, table: Mapping[str, str], package: str, guess: str | None = None, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._table, self._package, self._guess = table, package, guess

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(self._table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, or nothing if there is none of that name."""
        if cmd_name not in self._table:
            return None
        command: click.Command = import_module(f"{self._package}.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the first argument names.

        Raises:
            click.UsageError: if there is none; says what may have been meant.
        """
        name = args[0]
        if name in self._table or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

        if self._guess and (name.endswith((".yaml", ".yml")) or os.path.exists(name)):
            hint = f" Did you mean '{ctx.command_path} {self._guess} {name}'?"
        else:
            hint = "".join(f" Did you mean '{match}'?" for match in get_close_matches(name, self._table, n=1))
        ctx.fail(f"No such command '{name}'.{hint}")

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; stop in silence when nobody reads the output any more."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            silence()
            ctx.exit(BROKEN_PIPE)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, so that help imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._table.items()))


def silence() -> None:
    """Send what is still buffered for standard output nowhere, or the interpreter would complain of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
