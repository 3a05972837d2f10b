# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet licenses``: which licences are known, what one of them says, and what tells two apart."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from ..library import with_licenses
from ..reporter import look_of

if TYPE_CHECKING:
    from licet.engine.clauses import LicenseFile
    from licet.engine.difference import Provision
    from licet.engine.finding import Finding

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
SHAPES = click.Choice(("text", "json"))


def _traits(_context: click.Context, option: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words asked for under an aspect, or a usage error that names the nearest one that some licence has."""
    if not words:
        return ()
    from licet.engine.problem import nearest  # noqa: PLC0415 - slow to import
    from licet.engine.traits import known  # noqa: PLC0415

    aspect = option.name or ""
    asked = tuple(word.lower().replace("_", "-") for word in words)
    for word in asked:
        if word not in known(aspect):
            close = nearest(word, known(aspect), 3)
            hint = f"did you mean {' or '.join(close)}?" if close else f"one of {', '.join(known(aspect))}"
            raise click.BadParameter(f"there is no licence that {aspect} `{word}`; {hint}")
    return asked


def license_id(_context: click.Context, _argument: click.Parameter, name: str) -> str:
    """The id of a licence whose clauses are known, or a usage error that says what the name stands for."""
    from licet.engine.catalog import identify  # noqa: PLC0415 - slow to import
    from licet.engine.identity import Family, Known, Unknown  # noqa: PLC0415

    match identify(name):
        case Known(found):
            return found
        case Family(_, candidates):
            raise click.BadParameter(f"`{name}` names a family of licences, not a text: {', '.join(candidates)}")
        case Unknown(_, nearest) if nearest:
            raise click.BadParameter(f"there is no licence `{name}`; did you mean {' or '.join(nearest)}?")
    raise click.BadParameter(f"the knowledge base holds no text of `{name}`")


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
        function = click.option(option, aspect, callback=_traits, metavar="WORD", multiple=True, help=help_text)(function)
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
        return
    from licet.engine.clauses import license_file  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.sheet import approvals, listed  # noqa: PLC0415
    from licet.engine.traits import having, traits  # noqa: PLC0415

    pairs = [(aspect, word) for aspect, words in wanted.items() for word in words]
    files = [license_file(name) for name in having(pairs)]
    chosen = [file for file in files if kind in (None, file.kind)]
    if shape == "json":
        rows = [
            {"id": file.id, "name": file.name, "kind": file.kind, "approved": approvals(traits()[file.id])} for file in chosen
        ]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _print(listed(chosen, dict(traits()), look_of()))


@command.command("show")
@with_licenses
@click.argument("name", metavar="ID", callback=license_id)
@click.option("--notes", is_flag=True, help="Tell with each clause how its sentence was read.")
@click.option("--format", "shape", type=SHAPES, default="text", show_default=True, help="The form of the sheet.")
def show(name: str, notes: bool, shape: str) -> None:
    """Print what a licence says, clause by clause."""
    from licet.engine.clauses import license_file  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.sheet import approvals, sheet  # noqa: PLC0415
    from licet.engine.traits import traits  # noqa: PLC0415

    file = license_file(name)
    marks = approvals(traits()[name]) if name in traits() else []
    if shape == "json":
        click.echo(json.dumps(_as_object(file, marks), indent=2, ensure_ascii=False))
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
        parts = {
            "first": first,
            "second": second,
            "only_first": list(map(_provision, told.only_first)),
            "only_second": list(map(_provision, told.only_second)),
            "changed": [[_provision(before), _provision(after)] for before, after in told.changed],
            "alike": told.alike,
            "situations": [
                {
                    "situation": change.told,
                    "only_first": [_found(finding) for finding in change.only_first],
                    "only_second": [_found(finding) for finding in change.only_second],
                }
                for change in changes
            ],
        }
        click.echo(json.dumps(parts, indent=2, ensure_ascii=False))
    else:
        _print(contrasted(told, changes, look_of()))


@command.command("new")
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), default="software", show_default=True, help="What it is written for.")
def new(name: str, kind: str) -> None:
    """Print the beginning of a licence file: the questions that its text has to answer.

    Write it to a folder of your own as ID.lp, fill it in, and give the folder to --kb.
    """
    from licet.engine.skeleton import skeleton  # noqa: PLC0415 - not needed for help and usage errors

    if not _ID.fullmatch(name):
        raise click.BadParameter(f"`{name}` cannot be an id; letters, digits, dots, plus signs and hyphens can")
    click.echo(skeleton(name, kind), nl=False)


def _as_object(file: LicenseFile, marks: Iterable[str]) -> dict[str, object]:
    from licet.engine.difference import provisions  # noqa: PLC0415 - only where it is asked for

    header = {"id": file.id, "name": file.name, "kind": file.kind, "approved": list(marks)}
    read = {"text": file.text, "encoded": file.encoded, "left_out": file.left_out}
    return {**header, **read, "clauses": [_provision(provision) for provision in provisions(file.clauses)]}


def _found(finding: Finding) -> dict[str, str | None]:
    return {"kind": finding.kind, "topic": finding.topic, "detail": finding.detail, "standing": finding.standing}


def _provision(provision: Provision) -> dict[str, object]:
    return {
        "section": provision.section,
        "says": provision.sentence,
        "terms": [str(clause.term) for clause in provision.clauses],
        "notes": list(dict.fromkeys(clause.sentence for clause in provision.clauses)),
    }


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line, color=True)
