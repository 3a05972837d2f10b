# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet choose``: the licences that a work can be offered under, and which of them serve the goals best."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ..choosing import the_case
from ..explaining import show, show_object
from ..naming import offers
from ..own_licenses import with_licenses
from ..progress import Progress
from ..reporter import FORMATS, look_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from licet.engine.advice.choose.answer import Choice
    from licet.engine.advice.choose.request import Goals, Request


def _list(_context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from licet.engine.words import sentences  # noqa: PLC0415 - only the list asks for it

    for goal, sentence in sentences("goal").items():
        click.echo(f"{goal:<24}{sentence}")
    raise click.exceptions.Exit(0)


@click.command("choose")
@with_licenses
@click.argument("path", metavar="[CASE]", required=False)
@click.option("--case", "words", metavar="WORDS", help="Of a file with several cases: the one with these words in its name.")
@click.option(
    "--wish", multiple=True, metavar="GOAL", help="What the licence should serve, the weightiest first; may be repeated."
)
@click.option("--must", multiple=True, metavar="GOAL", help="What the licence has to serve; may be repeated.")
@click.option("--bar", multiple=True, metavar="USE", help="A use that is unwanted, as military; may be repeated.")
@click.option("--work", metavar="NAME", help="The work, where several are handed over.")
@click.option("--kind", metavar="KIND", help="Without a CASE: the kind of a work of your own, made of nothing else.")
@click.option("--offer", multiple=True, metavar="LICENSE", callback=offers, help="Think of this licence too; may be repeated.")
@click.option(
    "--readings", type=click.Choice(("majority", "all")), default="majority", show_default=True, help="What must be clear."
)
@click.option("--all", "every", is_flag=True, help="Tell the reasons of all that serve best.")
@click.option("--goals", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the goals.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form.")
def command(path: str | None, words: str | None, every: bool, shape: str, **told: Any) -> None:
    """Tell which licences a work can be offered under, and which of these serve your goals best.

    CASE is a YAML file of a case, which may have goals; FILE:LINE where it has several, or - for standard input. Every licence
    is tried in the case by the ordinary rules. Nothing is weighed: one licence is better than another where less speaks
    against it.

    Exit codes: 0 some licence will do, 1 none does, 2 input or usage error.
    """
    choice = _choice(_request(path, words, told))
    if shape == "json":
        from licet.engine.report.choice_objects import choice_object  # noqa: PLC0415 - only where it is asked for

        show_object(choice_object(choice))
    elif shape == "markdown":
        from licet.engine.report.choice_markdown import markdown  # noqa: PLC0415

        click.echo("\n".join(markdown(choice)))
    else:
        from licet.engine.report.choices import lines  # noqa: PLC0415

        show(lines(choice, look_of(), every))
    raise click.exceptions.Exit(0 if choice.solved else 1)


def _choice(request: Request) -> Choice:
    from licet.engine.advice.choose.chosen import chosen  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.expression import ExpressionError  # noqa: PLC0415

    try:
        with Progress() as progress:
            return chosen(request, progress.watch)
    except ExpressionError as error:
        raise click.UsageError(str(error)) from error


def _request(path: str | None, words: str | None, told: dict[str, Any]) -> Request:
    """What the user wants, of the file and of the options together."""
    from licet.engine.advice.choose.request import own_work, requested  # noqa: PLC0415 - not needed for help
    from licet.engine.problem import InputError  # noqa: PLC0415

    goals = _goals(told)
    try:
        if path is None:
            if goals.kind is None:
                raise click.UsageError("name a CASE, or with --kind the kind of a work of your own")
            case = own_work(f"A work of one's own: {goals.kind}", goals.kind)
        else:
            if goals.kind is not None:
                raise click.UsageError("--kind is for a work of your own, without a CASE")
            case, stated = _stated(path, words)
            goals = stated.joined(goals)
        return requested(case, goals, told["offer"], told["readings"])
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _stated(path: str, words: str | None) -> Any:
    """The case that a user names, with the goals that its file gives."""
    from licet.engine.advice.choose.shape import Stated, read_goals  # noqa: PLC0415 - not needed for help

    read: list[Stated] = []

    def reading(text: str, file: str) -> Sequence[Any]:
        read.extend(read_goals(text, file))
        return [stated.case for stated in read]

    return read[the_case(path, words, reading).index]


def _goals(told: dict[str, Any]) -> Goals:
    from licet.engine.advice.choose.request import Goals  # noqa: PLC0415 - not needed for help
    from licet.engine.words import sentences  # noqa: PLC0415

    for option, sort in (("wish", "goal"), ("must", "goal"), ("bar", "use")):
        for name in told[option]:
            _known(name, sort, sentences(sort))
    if told["kind"] is not None:
        _known(told["kind"], "kind", sentences("kind"))
    return Goals(told["wish"], told["must"], told["bar"], told["work"], told["kind"])


def _known(name: str, sort: str, known: dict[str, str]) -> None:
    from licet.engine.problem import hint, listing  # noqa: PLC0415 - only a mistake pays for it

    if name not in known:
        near = hint(name, known) or (f"; {listing(known)}" if listing(known) else "")
        raise click.UsageError(f"there is no {sort} called {name}{near}")
