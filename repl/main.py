# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The command ``licet``: the table of its commands, and what the ways a run can end are as exit codes."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper

import click

from .group import BROKEN_PIPE, Commands, silence

COMMANDS = {
    "check": "Decide cases and report what follows.",
    "choose": "Tell which licences a work can be offered under, and which serve your goals best.",
    "compare": "Tell what follows otherwise from one case than from another.",
    "compat": "Say whether a work under one licence may go into one under another.",
    "draft": "Compose terms for a new licence from a brief, and try them.",
    "fix": "Tell by what least change nothing would stand in the way any more.",
    "flip": "Tell by what least change of a case a finding would come or go.",
    "kb": "Edit the knowledge base by test: test, lint, cover, mutate, compare, write, browse.",
    "licenses": "List licences, show what one says, tell two apart.",
    "questions": "Tell what the law leaves open, and who answers it how.",
    "rests-on": "Tell which facts carry a finding, with the evidence to keep.",
    "review": "Hold a product against the use restrictions of its licences, and tell what to ask of whom.",
    "schema": "Print the JSON Schema of a format.",
    "why": "Tell why a finding holds, down to facts, clauses and open questions.",
    "why-not": "Tell why something is not found, and what it lacks.",
}
"""Each command with its one line of help."""

INTERRUPTED = 130
FAILED = 70


def _version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import

    try:
        click.echo(f"licet {version('licet')}")
    except PackageNotFoundError:
        click.echo("licet, not installed: run from a checkout")
    ctx.exit()


@click.command(
    cls=Commands,
    table=COMMANDS,
    package="licet.repl.command",
    guess="check",
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 nothing stands in the way, 1 something does, 2 input or usage error. Not legal advice.",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version and exit."
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """What do the licences of software, models, data and their outputs allow, oblige and forbid?

    Without a command the desk opens: a case is built and asked in sentences, from the keyboard or from a pipe.
    """
    if ctx.invoked_subcommand is None:
        ctx.exit(import_module("licet.repl.desk.opening").open_desk())


def main() -> None:
    """Run ``licet`` with the arguments of the process, and end the process."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """Run ``licet``.

    Args:
        arguments: the command line without the program's name; those of the process if None.

    Returns:
        The exit code. Beyond those of the help text: 70 licet itself failed, 130 interrupted, 141 nobody read the output.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show must not end the run
    try:
        code = cli.main(arguments, prog_name="licet", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        silence()
        return BROKEN_PIPE
    except Exception:
        from traceback import print_exc  # noqa: PLC0415 - only a defect pays for it

        print_exc()
        click.echo("licet failed; this is a defect of licet, not of the input. Please report it.", err=True)
        return FAILED
