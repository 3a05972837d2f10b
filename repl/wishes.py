# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The options that say what somebody wants of plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from .naming import offers

if TYPE_CHECKING:
    from licet.engine.advice.fix import Wishes

HEAVIEST = 1_000_000


def with_wishes(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options for plans, which it gets together as ``wishes``."""

    @wraps(function)
    def wishing(**given: Any) -> Any:
        told = {name: given.pop(name) for name in ("readings", "weights", "without", "offer", "available", "kinds")}
        return function(wishes=wishes(told), **given)

    for option in reversed(_options()):
        wishing = option(wishing)
    return wishing


def wishes(told: Mapping[str, Any]) -> Wishes:
    """What the options come to.

    Raises:
        click.UsageError: a kind of measure, or its weight, cannot be understood
    """
    from licet.engine.advice.fix import Wishes  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.advice.measures import efforts  # noqa: PLC0415

    weights = _weighed(efforts(), told["weights"])
    for kind in told["without"]:
        weights.pop(_known(kind, weights))
    return Wishes(told["readings"], weights, told["offer"], told["available"] or ("MIT",), told["kinds"])


def _options() -> Sequence[Callable[[Any], Any]]:
    readings = click.Choice(("majority", "all"))
    return (
        click.option("--readings", type=readings, default="majority", show_default=True, help="What plans must hold under."),
        click.option(
            "--effort", "weights", multiple=True, metavar="KIND=N", help="Weigh a kind of measure otherwise; may be repeated."
        ),
        click.option("--without", multiple=True, metavar="KIND", help="Leave a kind of measure out; may be repeated."),
        click.option(
            "--offer",
            multiple=True,
            metavar="LICENSE",
            callback=offers,
            help="Under what works may be offered; may be repeated.",
        ),
        click.option(
            "--replace-with",
            "available",
            multiple=True,
            metavar="LICENSE",
            callback=offers,
            help="Under what other works are found (MIT).",
        ),
        click.option("--kinds", type=click.IntRange(1, 20), default=3, show_default=True, help="How many sorts of plan."),
        click.option("--efforts", is_flag=True, is_eager=True, expose_value=False, callback=_list, help="List the measures."),
    )


def _weighed(efforts: Mapping[str, int], weights: Sequence[str]) -> dict[str, int]:
    told = dict(efforts)
    for weight in weights:
        kind, _, number = weight.partition("=")
        if not number.isdecimal() or not 0 < int(number) <= HEAVIEST:
            raise click.UsageError(f"--effort takes KIND=N with a number from 1 to {HEAVIEST}, as replace=3, not {weight}")
        told[_known(kind, told)] = int(number)
    return told


def _known(kind: str, known: Mapping[str, int]) -> str:
    from licet.engine.problem import hint  # noqa: PLC0415 - only a mistake pays for it

    if kind not in known:
        raise click.UsageError(f"there is no kind of measure called {kind}{hint(kind, known)}; --efforts lists them")
    return kind


def _list(_context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted:
        return
    from licet.engine.advice.measures import efforts  # noqa: PLC0415 - only the list asks for it
    from licet.engine.sentence import phrase  # noqa: PLC0415

    for kind, effort in sorted(efforts().items(), key=lambda pair: (pair[1], pair[0])):
        click.echo(f"{effort:>3}  {kind:<18}{phrase('measure', kind, {'first': 'A', 'second': 'B'})}")
    raise click.exceptions.Exit(0)
