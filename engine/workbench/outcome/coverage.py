# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which statements are covered: some case holds with them and fails without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...case import Case
from ..faults.law import Statement
from ..trials.base import Base
from ..trials.hearing import Trial
from .reasons import Excuse, Excuses, excuse_of


@dataclass(frozen=True, slots=True)
class Covered:
    """A statement: in how many cases it matters, and one that fails without it; else the reason why none needs to, if any."""

    statement: Statement
    fires: int
    case: Case | None
    excuse: Excuse | None

    @property
    def passes(self) -> bool:
        """Whether a case covers the statement, or none needs to."""
        return self.case is not None or self.excuse is not None


def coverage(trials: Iterable[Trial], excuses: Excuses, whole: Base) -> tuple[Covered, ...]:
    """What is covered.

    Args:
        trials: of the mutants that drop each statement
        excuses: reasons for those that nobody needs to notice
        whole: the cases
    Returns:
        a value for each statement, in the order of files and lines
    """
    told = sorted(trials, key=lambda trial: (str(trial.mutation.statement.file), trial.mutation.statement.begin))
    return tuple(
        Covered(
            trial.mutation.statement,
            len(whole.firing.fires.get(trial.mutation.statement.text, {})),
            whole.cases[trial.killer] if trial.killer is not None and trial.killer >= 0 else None,
            excuse_of(trial.mutation, excuses) if trial.killer is None else None,
        )
        for trial in told
    )


def by_file(covered: Iterable[Covered]) -> Mapping[Path, Sequence[Covered]]:
    """What is covered, file by file."""
    files: dict[Path, list[Covered]] = {}
    for each in covered:
        files.setdefault(each.statement.file, []).append(each)
    return files


def listed(file: Path, covered: Sequence[Covered]) -> Iterator[tuple[str, Covered | None]]:
    """The lines of a file, each with the statement that begins there.

    Args:
        file: a file of the knowledge base
        covered: its statements
    """
    begins = {each.statement.line: each for each in reversed(covered)}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        yield line, begins.get(number)
