# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet questions``: what the law leaves open, who answers it how, and on what authority."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from ..reporter import look_of

if TYPE_CHECKING:
    from licet.engine.doctrine import Answer, Question


def _known(_context: click.Context, _argument: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of questions, or a usage error that names the nearest ones."""
    from licet.engine.glossary import glossary  # noqa: PLC0415 - slow to import
    from licet.engine.problem import nearest  # noqa: PLC0415

    known = glossary()["question"]
    asked = tuple(word.lower().replace("_", "-") for word in words)
    for word in asked:
        if word not in known:
            close = nearest(word, known, 3)
            hint = f"did you mean {' or '.join(close)}?" if close else f"one of {', '.join(known)}"
            raise click.BadParameter(f"there is no question `{word}`; {hint}")
    return asked


@click.command("questions")
@click.argument("words", nargs=-1, metavar="[WORD]...", callback=_known)
@click.option("--format", "shape", type=click.Choice(("text", "json")), default="text", show_default=True, help="The form.")
def command(words: tuple[str, ...], shape: str) -> None:
    """Tell what the law leaves open: the answers, who gives them, and the authority for each.

    A case settles a question under `readings`, by its word and the word of an answer.
    """
    from licet.engine.doctrine import questions  # noqa: PLC0415 - not needed for help and usage errors

    told = [questions()[word] for word in words or questions()]
    if shape == "json":
        click.echo(json.dumps([asdict(question) for question in told], indent=2, ensure_ascii=False))
        return
    for question in told:
        for line in _question(question, full=bool(words)):
            click.echo(line, color=True)


_SUPPORT = {
    "settled": "clear from its source",
    "majority": "held by most",
    "contested": "contested",
    "unknown": "no authority found",
}
"""How well an answer is supported, in words that are not those of standings."""


def _question(question: Question, full: bool) -> Iterator[str]:
    """A question with its answers; in full with all that supports them."""
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - only text asks for it

    look = look_of()
    yield look.paint(question.word, "name")
    yield from wrap(question.sentence.replace("{work}", "the work"), look.width, "  ", 2)
    for answer in question.answers:
        usual = ", the usual reading" if answer.usual else ""
        yield from wrap(f"{answer.word}: {answer.phrase} ({_SUPPORT[answer.confidence]}{usual})", look.width, "  - ", 4)
        if full:
            yield from look.labelled(_support(answer), 6, 15)
    yield ""


def _support(answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer.theories:
        yield "theories", ", ".join(answer.theories), "plain"
    if answer.jurisdictions:
        yield "jurisdictions", ", ".join(answer.jurisdictions), "plain"
    for authority in answer.authorities:
        dated = ", ".join(filter(None, (authority.date, authority.status.replace("-", " "))))
        yield "authority", f"{authority.source} ({dated})", "plain"
