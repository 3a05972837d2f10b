# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet draft``: terms for a new licence, from a brief."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..explaining import show, show_object
from ..own_licenses import with_licenses
from ..reporter import FORMATS, look_of

if TYPE_CHECKING:
    from licet.engine.advice.draft.values import Draft


@click.command("draft")
@with_licenses
@click.argument("path", metavar="BRIEF")
@click.option("--write", "folder", metavar="FOLDER", help="Write the licence file and the cases that try it into this folder.")
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form.")
def command(path: str, folder: str | None, shape: str) -> None:
    """Compose terms for a new licence from a BRIEF, and try every line of it as a case.

    BRIEF is a YAML file, or - for standard input: who may do what, what is barred, what is asked, how matters are settled. Each
    term names the clauses of known licences that it follows. What cannot be had together is told, and what is left open.

    Exit codes: 0 the terms do what the brief says, 1 it cannot be had as it stands, 2 input or usage error.
    """
    from licet.engine.report import drafts  # noqa: PLC0415 - not needed for help and usage errors

    draft = _draft(path)
    if folder is not None:
        _write(draft, Path(folder))
    if shape == "json":
        from licet.engine.report.draft_object import draft_object  # noqa: PLC0415 - only where it is asked for

        show_object(draft_object(draft))
    elif shape == "markdown":
        from licet.engine.report.draft_markdown import document  # noqa: PLC0415

        show(document(draft))
    else:
        show(drafts.lines(draft, look_of()))
    raise click.exceptions.Exit(1 if draft.clashes else 0)


def _draft(path: str) -> Draft:
    from licet.engine.advice.draft.drafting import drafted  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.advice.draft.reading import read_brief  # noqa: PLC0415
    from licet.engine.problem import InputError  # noqa: PLC0415
    from licet.engine.source import Source  # noqa: PLC0415

    try:
        return drafted(read_brief(Source(path).text, path))
    except InputError as error:
        click.echo(str(error), err=True)
        raise click.exceptions.Exit(2) from error


def _write(draft: Draft, folder: Path) -> None:
    """Write a licence file that ``--kb`` takes, and its cases beside it; nothing is written over."""
    import yaml  # noqa: PLC0415 - only who writes needs it

    from licet.engine.advice.draft.files import licence, scenarios  # noqa: PLC0415

    cases = yaml.safe_dump(scenarios(draft), sort_keys=False, allow_unicode=True, width=120)
    texts = {f"{draft.brief.license}.lp": licence(draft.terms), f"{draft.brief.license}.yaml": cases}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            with (folder / name).open("x", encoding="utf-8") as stream:
                stream.write(text)
    except OSError as error:
        raise click.UsageError(f"{error.filename or folder} cannot be written: {error.strerror}") from error
