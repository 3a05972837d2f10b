# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb portrait``: all that follows from a licence for what is usually done, written down as cases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ...checkout import scenarios
from ...naming import license_ids
from ...progress import Progress

if TYPE_CHECKING:
    from licet.engine.clauses import LicenseFile

FOLDER = "portraits"


@click.command("portrait")
@click.argument("names", metavar="[LICENSE]...", nargs=-1, callback=license_ids)
@click.option("--check", is_flag=True, help="Write nothing; tell which portraits are out of date.")
def command(names: tuple[str, ...], check: bool) -> None:
    """Write down as cases all that follows from LICENSEs, all if none is named, for what is usually done.

    A portrait is a file in scenarios/portraits/ that expects everything found in one case for each sort of licensee, and
    nothing else. Look at what changes in it after an edit (`git diff`): each line is a conclusion that has to be right by the
    text.

    Exit codes: 0 done, or nothing is out of date; 1 something is; 2 input or usage error.
    """
    from licet.engine.report.words import count  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.portrait.drawing import portrait  # noqa: PLC0415

    folder = Path(scenarios()[0]) / FOLDER
    changed = 0
    with Progress() as progress:
        for file in progress.watch(_files(names), "portraits"):
            for name, text in portrait(file).items():
                changed += _differs(folder / name, text, check)
    if not check:
        click.echo(f"{count(changed, 'portrait', 'portraits')} written" if changed else "nothing has changed")
    raise click.exceptions.Exit(1 if check and changed else 0)


def _differs(path: Path, text: str, check: bool) -> bool:
    """Whether a file does not hold a text; it does then, unless that is only to be checked."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    if check:
        click.echo(f"{path} is out of date" if path.is_file() else f"{path} is missing")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return True


def _files(names: tuple[str, ...]) -> list[LicenseFile]:
    from licet.engine.catalog import licenses  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.clauses import license_file  # noqa: PLC0415

    return [
        file for file in map(license_file, names or licenses()) if file.kind in ("software", "model", "data", "content", "any")
    ]
