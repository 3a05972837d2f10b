# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet compat``: whether a work under one licence may go into one under another, for a pair or for all of them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import click

from ..naming import expression, expressions
from ..own_licenses import with_licenses
from ..progress import Progress
from ..reporter import look_of
from .licenses import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from licet.engine.compatibility import Pair


def _one_of(sort: str) -> Any:
    """A choice of the words of a sort."""
    from licet.engine.words import sentences  # noqa: PLC0415 - read only when the command is asked for

    return click.Choice(tuple(sentences(sort)))


@click.command("compat")
@with_licenses
@click.argument("inbound", required=False, callback=expression)
@click.argument("outbound", required=False, callback=expression)
@click.option("--by", "verb", type=_one_of("making"), default="modifies", show_default=True, help="How the whole is made.")
@click.option("--act", type=_one_of("act"), default="distribute", show_default=True, help="What is done with the whole.")
@click.option("--matrix", is_flag=True, help="Decide every pair instead: rows outbound, columns inbound.")
@click.option("--kind", type=click.Choice(KINDS[:5]), multiple=True, help="Of the matrix: only licences written for this.")
@click.option(
    "--only",
    metavar="ID",
    multiple=True,
    callback=expressions,
    help="Of the matrix: only this one; may be repeated.",
)
@click.option("--format", "shape", type=click.Choice(("text", "json", "csv")), help="By default text, csv for a matrix.")
@click.pass_context
def command(ctx: click.Context, /, inbound: str | None, outbound: str | None, **options: Any) -> None:
    """Say whether a work under INBOUND may go into a work under OUTBOUND and be offered under OUTBOUND.

    OUTBOUND may be `LicenseRef-Proprietary` or the like: terms of your own, for a work of your own.

    The answer is decided as a case: by somebody whom no clause on size, place or purpose keeps out.

    Exit codes: 0 yes, 1 no or it depends, 2 usage error; for a matrix 0.
    """
    verb, act, shape = options["verb"], options["act"], options["shape"]
    if options["matrix"]:
        if inbound is not None:
            raise click.UsageError("a matrix takes no licences as arguments; choose them with --only or --kind")
        _matrix(options["only"] or _licenses(options["kind"]), verb, act, shape or "csv")
        return
    if options["only"] or options["kind"] or shape == "csv":
        raise click.UsageError("--only, --kind and CSV belong to a --matrix")
    if inbound is None or outbound is None:
        raise click.UsageError("name the inbound and the outbound licence, or ask for a --matrix")
    from licet.engine.compatibility import pairs  # noqa: PLC0415 - not needed for help and usage errors

    (pair,) = pairs([(inbound, outbound)], verb, act)
    if shape == "json":
        from licet.engine.report.objects import pair_object  # noqa: PLC0415 - only where it is asked for

        click.echo(json.dumps(pair_object(pair), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(_lines(pair)), color=True)
    ctx.exit(0 if pair.cell == "yes" else 1)


def _licenses(kinds: tuple[str, ...]) -> tuple[str, ...]:
    from licet.engine.catalog import is_exception, licenses  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.clauses import license_file  # noqa: PLC0415
    from licet.engine.terms import RESERVED  # noqa: PLC0415

    known = (name for name in licenses() if not is_exception(name) and name != RESERVED)
    return tuple(name for name in known if not kinds or license_file(name).kind in kinds)


def _matrix(names: tuple[str, ...], verb: str, act: str, shape: str) -> None:
    """Print the cells of every pair: rows outbound, columns inbound."""
    from licet.engine.compatibility import pairs  # noqa: PLC0415 - not needed for help and usage errors

    asked = [(inbound, outbound) for outbound in names for inbound in names]
    with Progress() as progress:
        found = progress.watch(pairs(asked, verb, act), "Deciding pair", len(asked))
        cells = {(pair.inbound, pair.outbound): pair.cell for pair in found}
    rows = {outbound: {inbound: cells[inbound, outbound] for inbound in names} for outbound in names}
    if shape == "json":
        click.echo(json.dumps({"by": verb, "act": act, "outbound": rows}, indent=1, ensure_ascii=False))
        return
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(["outbound \\ inbound", *names])
    table.writerows([outbound, *row.values()] for outbound, row in rows.items())
    click.echo(written.getvalue(), nl=False)


def _lines(pair: Pair) -> Iterator[str]:
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - only text asks for it
    from licet.engine.report.look import ROLE_OF  # noqa: PLC0415

    look = look_of()
    verdict = pair.decision.verdict
    standing = "" if verdict == "clear" else f" ({verdict})"
    yield look.paint(f"{pair.inbound} in {pair.outbound}: {pair.cell}{standing}", ROLE_OF[verdict])
    told = dict.fromkeys(
        (found.sentence, found.standing, found.conditions, found.remedies, found.cites) for found in pair.wrongs
    )
    for sentence, grade, conditions, remedies, cites in told:
        yield ""
        yield from wrap(f"{sentence} [{'; '.join(map(str, cites))}]", look.width, "  ", 2)
        rows = [("standing", grade, "plain")] if grade != verdict else []
        rows += [("if", " and ".join(answers), "plain") for answers in conditions]
        rows += [("fix" if not index else "or", remedy, "fix") for index, remedy in enumerate(remedies)]
        yield from look.labelled(rows, 4)
    for found in pair.decision.of_kind("notice"):
        yield from wrap(found.sentence, look.width, "  ", 2)
