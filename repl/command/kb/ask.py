# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb ask``: questions to commands, and whether their answers are the ones expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...checkout import answers
from ...progress import Progress
from ...reporter import look_of

if TYPE_CHECKING:
    from licet.engine.workbench.answers.question import Question


@click.command("ask")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def command(paths: tuple[str, ...]) -> None:
    """Ask the questions in each PATH, and hold what is answered against what is expected.

    PATH is a YAML file of questions or a folder of them, tests/answers if none is named. A question is a sentence, the command
    line that asks it, and what the answer in JSON has to hold.

    Exit codes: 0 every answer is as expected, 1 some are not, 2 input or usage error.
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.words import count  # noqa: PLC0415

    from ...asking import lacking, read  # noqa: PLC0415

    try:
        questions = read(paths or answers())
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error
    failed = 0
    with Progress() as progress:
        for question in progress.watch(questions, "Asking question", len(questions)):
            unmet = list(lacking(question))
            failed += bool(unmet)
            with progress.hidden():
                _tell(question, unmet)
    met = f"{len(questions) - failed} answered as expected"
    click.echo(f"{count(len(questions), 'question', 'questions')}: {met}" + f", {failed} not" * bool(failed) + ".")
    raise click.exceptions.Exit(int(failed > 0))


def _tell(question: Question, unmet: list[str]) -> None:
    if unmet:
        place = f"{question.place.file}:{question.place.line}"
        click.echo(look_of().paint(f"FAILED {place}: {question.name}", "wrong"), color=True)
    for line in unmet:
        click.echo(f"  {line}")
