# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A run of ``licet kb test``: cases are read, chosen and tried; failures are told as they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

import click

from .progress import Progress

if TYPE_CHECKING:
    from licet.engine.case import Case
    from licet.engine.problem import Problem
    from licet.engine.report.trials import Told

Key = tuple[str, str]
"""What a case is known by from one run to the next: its file and its sentence."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be run, and how it is told.

    ``skip`` and ``soon`` are cases by their keys: those not to be run, and those to be run before the others.
    """

    paths: tuple[str, ...]
    expression: str = ""
    stop: bool = False
    explain: int = 0
    full: bool = False
    skip: frozenset[Key] = frozenset()
    soon: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Run:
    """What a run came to: the trials, what is wrong with files that could not be read, and the seconds it took."""

    told: tuple[Told, ...]
    problems: tuple[Problem, ...]
    seconds: float

    @property
    def outcomes(self) -> Counter[str]:
        """How many cases ended how."""
        return Counter(each.trial.outcome for each in self.told)

    @property
    def unexplained(self) -> int:
        """How many cases failed without being explained."""
        return sum(each.trial.outcome == "failed" and not each.reasons for each in self.told)

    @property
    def refused(self) -> int:
        """How many files could not be read."""
        return len({problem.place.file for problem in self.problems})

    @property
    def exit_code(self) -> int:
        """0 where all expectations are met, 1 where some are not, 2 where files could not be read."""
        return 2 if self.problems else int(self.outcomes["failed"] > 0)


def key(case: Case) -> Key:
    """What a case is known by."""
    return case.place.file if case.place else "", case.name


def run(wish: Wish, tell: Callable[[Told], None]) -> Run:
    """Run the expectations of cases.

    Args:
        wish: what is to be run
        tell: what is done with each trial as it comes
    Raises:
        click.UsageError: no case is chosen
        InputError: the knowledge base cannot be decided on
    """
    begun = perf_counter()
    problems: list[Problem] = []
    told: list[Told] = []
    with Progress() as progress:
        from licet.engine.workbench.cases.soundness import sound  # noqa: PLC0415 - not needed for help and usage errors

        cases = chosen(wish, read_cases(wish.paths, progress, problems))
        if not cases and not problems:
            raise click.UsageError(f"no case fits `{wish.expression}`" if wish.expression else "there is no case to run")
        for each in sound(_told(wish, cases, progress)):
            told.append(each)
            with progress.hidden():
                tell(each)
            if wish.stop and each.trial.outcome == "failed":
                break
    return Run(tuple(told), tuple(problems), perf_counter() - begun)


def read_cases(paths: tuple[str, ...], progress: Progress, problems: list[Problem]) -> Iterator[Case]:
    """The cases of all files that can be read.

    Args:
        paths: files, folders, - for standard input
        progress: told how far one has come
        problems: takes up what is wrong with others, which is told on standard error at once
    """
    from licet.engine.problem import InputError  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.reader import read  # noqa: PLC0415
    from licet.engine.source import sources  # noqa: PLC0415

    for source in progress.watch(sources(paths), "Reading file"):
        try:
            yield from read(source.text, source.file)
        except InputError as error:
            problems.extend(error.problems)
            with progress.hidden():
                click.echo(str(error), err=True)


def chosen(wish: Wish, cases: Iterator[Case]) -> list[Case]:
    """The cases that are wished for, in the order in which they are run."""
    from licet.engine.workbench.cases.selection import chooses  # noqa: PLC0415 - not needed for help and usage errors

    fits = chooses(wish.expression) if wish.expression else lambda text: True
    taken = [case for case in cases if key(case) not in wish.skip and fits(" ".join(key(case)))]
    return sorted(taken, key=lambda case: key(case) not in wish.soon)


def _told(wish: Wish, cases: list[Case], progress: Progress) -> Iterator[Told]:
    """Try cases, and explain the first that fail."""
    from licet.engine.report.trials import Told  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.workbench.cases.reasoned import reasoned  # noqa: PLC0415
    from licet.engine.workbench.cases.trial import tried  # noqa: PLC0415

    explained = 0
    for trial in progress.watch(tried(cases), "Running case", len(cases)):
        wanted = trial.outcome == "failed" and explained < wish.explain
        explained += wanted
        yield Told(trial, tuple(reasoned(trial))) if wanted else Told(trial)
