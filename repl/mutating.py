# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the commands that try mutants share: the cases, the statements, with what it is done."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .progress import Progress

if TYPE_CHECKING:
    from licet.engine.case import Case
    from licet.engine.workbench.faults.law import Statement
    from licet.engine.workbench.trials.base import Base
    from licet.engine.workbench.trials.campaign import Means

SCENARIOS = "scenarios"
"""Where the cases are, seen from the folder that holds the knowledge base."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a user chose: of which files and lines, changed since when, of which part; how thoroughly, with how many processes,
    and where results are kept."""

    only: tuple[str, ...] = ()
    since: str | None = None
    part: str | None = None
    thorough: bool = False
    jobs: int | None = None
    cache: Path | None = None

    @property
    def complete(self) -> bool:
        """Whether every statement is wanted."""
        return not self.only and self.since is None and self.part is None

    def means(self) -> Means:
        """With what a run is done."""
        from platformdirs import user_cache_path  # noqa: PLC0415 - not needed for help and usage errors

        from licet.engine.workbench.trials.campaign import LIMIT, UNLIKELY, Means  # noqa: PLC0415

        limits = (None, None) if self.thorough else (LIMIT, UNLIKELY)
        return Means(self.cache or user_cache_path("licet"), self.jobs or os.cpu_count() or 1, *limits)

    def statements(self) -> tuple[Statement, ...]:
        """The statements that are wanted.

        Raises:
            InputError: there is no such place, or no such revision
        """
        from licet.engine.workbench.faults import scope  # noqa: PLC0415 - not needed for help and usage errors
        from licet.engine.workbench.trials.campaign import statements_of  # noqa: PLC0415

        found = statements_of(self.part != "clauses", self.part != "rules")
        if self.only:
            found = tuple(dict.fromkeys(each for wanted in self.only for each in scope.only(found, wanted)))
        return scope.since(found, self.since) if self.since is not None else found


def with_choice(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the argument CASES and the options of a choice, which it gets as one value."""
    folder = click.Path(file_okay=False, path_type=Path)
    options = (
        click.argument("paths", nargs=-1, metavar="[CASES]..."),
        click.option("--only", metavar="PATH[:LINE]", multiple=True, help="Only statements of this file, folder or line."),
        click.option("--since", metavar="REV", help="Only statements on lines changed since a git revision."),
        click.option("--rules", "part", flag_value="rules", help="Only rules, and facts that rules read."),
        click.option("--clauses", "part", flag_value="clauses", help="Only clauses of licences."),
        click.option("--thorough", is_flag=True, help="Try every case that something could change in."),
        click.option("--jobs", type=click.IntRange(1), help="Processes at a time; by default one for each core."),
        click.option("--cache", type=folder, metavar="DIR", help="Where results are kept; by default in the user's cache."),
    )

    @wraps(function)
    def chosen(**values: Any) -> Any:
        own = {field.name: values.pop(field.name) for field in fields(Choice)}
        return function(choice=Choice(**own), **values)

    for option in reversed(options):
        chosen = option(chosen)
    return chosen


def read_cases(paths: Sequence[str]) -> list[Case]:
    """The cases that a user names; those of the project, if he names none.

    Raises:
        InputError: they cannot be read
    """
    from licet.engine.glossary import KNOWLEDGE_BASE  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.reader import read  # noqa: PLC0415
    from licet.engine.source import sources  # noqa: PLC0415

    beside = KNOWLEDGE_BASE.resolve().parent / SCENARIOS
    usual = os.path.relpath(beside) if beside.is_dir() else SCENARIOS
    return [case for source in sources(tuple(paths) or (usual,)) for case in read(source.text, source.file)]


def decided(cases: Sequence[Case], how: Means, progress: Progress) -> Base:
    """The cases decided on the knowledge base as it is. Those that fail already are told of: no mutant can be seen in them."""
    from licet.engine.workbench.trials import campaign  # noqa: PLC0415 - not needed for help and usage errors

    whole = campaign.decided(
        cases, how, lambda parts, total: progress.watch(parts, "Deciding the cases as they are: batch", total)
    )
    failing = [case for case, holds in zip(whole.cases, whole.holds, strict=True) if not holds and case.expectations]
    if failing:
        with progress.hidden():
            click.echo(f"{len(failing)} of the cases fail already, and so notice nothing; `licet kb test` tells why", err=True)
    return whole
