# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the commands that explain share: a case, one of its findings, and the form of the answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .choosing import the_case, the_finding
from .own_licenses import with_licenses

if TYPE_CHECKING:
    from licet.engine.because.explanation import Explanation
    from licet.engine.report.index import Numbered


def with_finding(*shapes: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command a CASE, the words of a FINDING, and the forms in which it can answer."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        choice = click.Choice(shapes)
        shape = click.option("--format", "shape", type=choice, default="text", show_default=True, help="The form.")
        finding = click.argument("finding", nargs=-1)
        return with_licenses(with_case(finding(shape(function))))

    return decorate


def with_case(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the argument CASE and the option ``--case``, which together name one case."""
    argument = click.argument("path", metavar="CASE")
    option = click.option(
        "--case", "words", metavar="WORDS", help="Of a file with several cases: the one with these words in its name."
    )
    return argument(option(function))


def explained(path: str, words: str | None = None) -> Explanation:
    """The case that a user names, decided and ready to be asked. What is wrong with the input ends the command."""
    from licet.engine.because.explanation import Explanation  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.decide import consider  # noqa: PLC0415
    from licet.engine.problem import InputError  # noqa: PLC0415

    try:
        return Explanation(consider(the_case(path, words).case))
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error


def chosen(numbered: Sequence[Numbered], finding: Sequence[str], found: Sequence[Numbered] = ()) -> Numbered:
    """The finding that a user names; without a name the findings are listed, which ends the command.

    Args:
        numbered: what there is to choose from
        finding: the name
        found: what there is, where one chooses among what there is not
    """
    if not finding:
        _list(numbered)
    return the_finding(numbered, " ".join(finding), found)


def _list(numbered: Sequence[Numbered]) -> NoReturn:
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - only lists ask for it

    from .reporter import look_of  # noqa: PLC0415

    for each in numbered:
        click.echo("\n".join(wrap(each.line, look_of().width, f"{each.number:>3}. ", 5)))
    raise click.exceptions.Exit(0)


def show(lines: Iterable[str]) -> None:
    """Print lines, with the colours that they have."""
    for line in lines:
        click.echo(line, color=True)


def show_object(value: Mapping[str, object]) -> None:
    """Print a value as JSON."""
    click.echo(json.dumps(value, indent=1, ensure_ascii=False))
