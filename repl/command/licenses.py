# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet licenses``: which licences are known, what one of them says, and what tells two apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import click

from ..naming import license_id, traits
from ..own_licenses import with_licenses
from ..reporter import look_of

SHAPES = click.Choice(("text", "json"))
KINDS = ("software", "model", "data", "content", "any", "exception")
_ASPECTS = (
    ("--permits", "permits", "Grants this for any purpose: use, make, distribute, host, derivatives, commerce."),
    ("--within", "within", "Lets copies be handed over within this limit only: noncommercial, research …"),
    ("--forbids", "forbids", "Keeps this back: commerce, distribution, derivatives, training, further-restrictions."),
    ("--requires", "requires", "Asks for this duty, as license-whole or name-prefix."),
    ("--restricts", "restricts", "Bars this use, by itself or with a wider one, as medical-advice."),
    ("--approved", "approved", "Approved by: osi, fsf."),
)


def _filters(function: Any) -> Any:
    for option, aspect, help_text in reversed(_ASPECTS):
        function = click.option(option, aspect, callback=traits, metavar="WORD", multiple=True, help=help_text)(function)
    return function


@click.group("licenses", invoke_without_command=True)
@with_licenses
@click.option("--kind", type=click.Choice(KINDS), help="Written for this.")
@_filters
@click.option("--format", "shape", type=SHAPES, default="text", show_default=True, help="The form of the list.")
@click.pass_context
def command(ctx: click.Context, /, kind: str | None, shape: str, **wanted: tuple[str, ...]) -> None:
    """List the licences whose clauses are known; all filters must hold together."""
    if ctx.invoked_subcommand is not None:
        if kind or shape != "text" or any(wanted.values()):
            raise click.UsageError(
                f"the filters and --format of the list stand before `{ctx.invoked_subcommand}`; put its own after it"
            )
        return
    from licet.engine.clauses import license_file  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.sheet import approvals, listed  # noqa: PLC0415
    from licet.engine.traits import having  # noqa: PLC0415
    from licet.engine.traits import traits as known  # noqa: PLC0415

    pairs = [(aspect, word) for aspect, words in wanted.items() for word in words]
    files = [license_file(name) for name in having(pairs)]
    chosen = [file for file in files if kind in (None, file.kind)]
    if shape == "json":
        from licet.engine.report.objects import row_object  # noqa: PLC0415 - only where it is asked for

        _dump([row_object(file, approvals(known()[file.id])) for file in chosen])
    else:
        _print(listed(chosen, known(), look_of()))


@command.command("show")
@with_licenses
@click.argument("name", metavar="ID")
@click.option("--notes", is_flag=True, help="Tell with each clause how its sentence was read.")
@click.option("--format", "shape", type=SHAPES, default="text", show_default=True, help="The form of the sheet.")
@click.pass_context
def show(ctx: click.Context, name: str, notes: bool, shape: str) -> None:
    """Print what a licence says, clause by clause; of a family, what tells its texts from one another."""
    from licet.engine.catalog import identify  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.identity import Family, Known  # noqa: PLC0415

    match identify(name):
        case Family(tag, candidates):
            _family(tag, candidates, shape)
        case Known(found):
            _sheet(found, notes, shape)
        case _:
            license_id(ctx, ctx.command.params[0], name)


def _family(tag: str, candidates: tuple[str, ...], shape: str) -> None:
    from licet.engine.report.sheet import family  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.traits import apart  # noqa: PLC0415
    from licet.engine.traits import traits as known  # noqa: PLC0415

    told = apart(name for name in candidates if name in known())
    unknown = [name for name in candidates if name not in told]
    if shape == "json":
        words = {name: {aspect: sorted(said) for aspect, said in its.items()} for name, its in told.items()}
        _dump({"family": tag, "candidates": words, "unknown": unknown})
    else:
        _print(family(tag, told, unknown, look_of()))


def _sheet(name: str, notes: bool, shape: str) -> None:
    """Print the sheet of one licence."""
    from licet.engine.clauses import license_file  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.sheet import approvals, sheet  # noqa: PLC0415
    from licet.engine.traits import traits as known  # noqa: PLC0415

    file = license_file(name)
    marks = approvals(known()[name])
    if shape == "json":
        from licet.engine.report.objects import sheet_object  # noqa: PLC0415 - only where it is asked for

        _dump(sheet_object(file, marks))
    else:
        _print(sheet(file, marks, notes, look_of()))


@command.command("diff")
@with_licenses
@click.argument("first", metavar="ID", callback=license_id)
@click.argument("second", metavar="OTHER", callback=license_id)
@click.option("--format", "shape", type=SHAPES, default="text", show_default=True, help="The form of the report.")
def diff(first: str, second: str, shape: str) -> None:
    """Say in which clauses two licences differ, and what that changes for what is usually done."""
    from licet.engine.clauses import license_file  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.difference import difference  # noqa: PLC0415
    from licet.engine.report.sheet import contrasted  # noqa: PLC0415
    from licet.engine.situations import partings  # noqa: PLC0415

    told = difference(license_file(first), license_file(second))
    changes = tuple(partings(license_file(first), license_file(second)))
    if shape == "json":
        from licet.engine.report.objects import difference_object  # noqa: PLC0415 - only where it is asked for

        _dump(difference_object(told, changes))
    else:
        _print(contrasted(told, changes, look_of()))


@command.command("new")
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), default="software", show_default=True, help="What it is written for.")
def new(name: str, kind: str) -> None:
    """Print the beginning of a licence file: the questions that its text has to answer.

    Write it to a folder of your own as ID.lp, fill it in, and give the folder to --kb.
    """
    from licet.engine.vetting import ID, is_free  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.new.licence_file import asking, header  # noqa: PLC0415

    if not ID.fullmatch(name):
        raise click.BadParameter(f"`{name}` cannot be an id; letters, digits, dots, plus signs and hyphens can")
    if not is_free(name):
        raise click.BadParameter(f"`{name}` is taken; choose another id")
    click.echo(f"{header(name)}\n{asking(name, kind)}", nl=False)


def _dump(told: object) -> None:
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line, color=True)
