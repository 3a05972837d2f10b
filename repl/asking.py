# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Questions asked as a user asks them, within this process, and what their answers lack."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from licet.engine.workbench.answers.question import Question

INPUT_ERROR = 2


def read(paths: tuple[str, ...]) -> list[Question]:
    """The questions of files and folders.

    Raises:
        InputError: one of them cannot be read
    """
    from licet.engine.source import sources  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.answers.question import read_questions  # noqa: PLC0415

    return [question for source in sources(paths) for question in read_questions(source.text, source.file)]


def lacking(question: Question) -> Iterator[str]:
    """What the answer to a question lacks, line by line; nothing where it is as expected."""
    from licet.engine.workbench.answers.matching import differences  # noqa: PLC0415 - not needed for help and usage errors

    code, said, wrong = _answer(question)
    if code != question.code:
        yield f"it ends with {code}, not with {question.code}"
    if code == INPUT_ERROR:
        yield from wrong.splitlines() if question.code != INPUT_ERROR else ()
    elif question.expected is not None:
        yield from map(str, differences(question.expected, json.loads(said)))


def unfit(paths: tuple[str, ...]) -> str | None:
    """The name of the first question that is not answered as expected."""
    return next((question.name for question in read(paths) if any(lacking(question))), None)


def _answer(question: Question) -> tuple[int, str, str]:
    """The exit code, and what is printed where."""
    from .main import run  # noqa: PLC0415 - the commands import this

    said, wrong = StringIO(), StringIO()
    with chdir(Path(question.place.file).parent), redirect_stdout(said), redirect_stderr(wrong):
        code = run([*question.command, "--format", "json"])
    return code, said.getvalue(), wrong.getvalue()
