# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb diff``: what edits of the knowledge base mean for cases, by the edit that is responsible."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from ...checkout import knowledge_base, scenarios
from ...explaining import show, show_object
from ...progress import Progress
from ...reporter import FORMATS, look_of
from ...selecting import with_expression
from ...trying import Wish, chosen, read_cases

if TYPE_CHECKING:
    from licet.engine.case import Case
    from licet.engine.problem import Problem
    from licet.engine.workbench.diff.comparing import Outcome


@click.command("diff")
@click.argument("revision", metavar="REV")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@with_expression
@click.option("--format", "shape", type=click.Choice(FORMATS), default="text", show_default=True, help="The form.")
@click.option("--full", is_flag=True, help="Tell every case and finding (text).")
def command(revision: str, paths: tuple[str, ...], expression: str, shape: str, full: bool) -> None:
    """Tell what follows otherwise from cases than with the knowledge base of the git revision REV.

    The cases are those in the folder scenarios, and in each PATH: a YAML file, a file of JSON lines (*.jsonl), or a folder
    that is searched for YAML. Engine and cases are those of today. Findings that came, went or changed are grouped by the edit
    that is responsible: the one without which they would not have.

    Exit codes: 0 nothing follows otherwise, 1 something does, 2 input or usage error.
    """
    problems: list[Problem] = []
    with Progress() as progress:
        wish = Wish((*scenarios(), *paths) if not paths or Path("scenarios").is_dir() else paths, expression)
        cases = chosen(wish, read_cases(wish.paths, progress, problems))
        if not cases and not problems:
            raise click.UsageError(f"no case fits `{expression}`")
        commit, outcome = _compared(revision, cases, progress)
    from licet.engine.report import change_forms, changes  # noqa: PLC0415 - not needed for help and usage errors

    if shape == "json":
        show_object(change_forms.structured(outcome, revision, commit, len(cases)))
    elif shape == "markdown":
        show(change_forms.markdown(outcome, revision, len(cases)))
    else:
        show(changes.lines(outcome, revision, len(cases), look_of(), full))
    raise click.exceptions.Exit(2 if problems else int(outcome.changed))


def _compared(revision: str, cases: list[Case], progress: Progress) -> tuple[str, Outcome]:
    """The commit, and what follows from the cases; what is wrong with git or a knowledge base ends the command."""
    from licet.engine.workbench.diff.comparing import SideError, compare  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.diff.revision import RevisionError, export  # noqa: PLC0415

    with TemporaryDirectory(prefix="licet-") as folder:
        before, after = Path(folder, "before"), Path(folder, "after")
        before.mkdir()
        try:
            commit = export(knowledge_base(), revision, before)
            copytree(knowledge_base(), after)  # as it is now, whatever is edited meanwhile
            return commit, compare(before, after, cases, progress.watch)
        except RevisionError as error:
            raise click.UsageError(str(error)) from error
        except SideError as error:
            whose = f"of {revision}" if error.side == "before" else "as it is"
            raise click.UsageError(f"the knowledge base {whose} cannot be decided on by this engine: {error.reason}") from error
