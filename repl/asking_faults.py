# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Faults put into the goal programs, one at a time, each in a process of its own that asks the questions again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TYPE_CHECKING

from .asking import unfit

if TYPE_CHECKING:
    from licet.engine.workbench.faults.mutation import Mutation

PATIENCE = 300
"""Seconds that the questions get with one fault; if they take longer, it is noticed."""


def tried(mutations: Sequence[Mutation], folder: Path, jobs: int) -> Iterator[tuple[Mutation, str | None]]:
    """Try faults.

    Args:
        mutations: faults in goal programs
        folder: where the questions are, those to a command in the file of its name
        jobs: how many processes at a time
    Returns:
        each with the question that notices it, if any does, as it comes
    """
    with ThreadPoolExecutor(jobs) as threads:
        running = {threads.submit(_noticing, mutation, folder): mutation for mutation in mutations}
        for done in as_completed(running):
            yield running[done], done.result()


def _noticing(mutation: Mutation, folder: Path) -> str | None:
    """What notices a fault."""
    from licet.engine.elsewhere import apart  # noqa: PLC0415 - only these runs ask for it
    from licet.engine.workbench.answers.faulty import asked_by, knowledge_base_with  # noqa: PLC0415

    file = folder / f"{asked_by(mutation.statement.file)}.yaml"
    if not file.exists():
        return None
    with knowledge_base_with(mutation) as knowledge_base, apart(knowledge_base) as pool:
        running = pool.submit(unfit, (str(file.absolute()),))
        try:
            return running.result(PATIENCE)
        except TimeoutError:
            for process in list(pool._processes.values()):
                process.kill()
            return "it never ends"
        except BrokenProcessPool:
            return "it breaks off"
