# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Why a finding is absent: the rules that could lead to it, and what each lacks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..because.step import Attempt
from .layout import wrap
from .look import Look
from .reasons import structured as steps
from .tree import tree


def lines(finding: str, attempts: Sequence[Attempt], look: Look) -> Iterator[str]:
    """The obstacles for a terminal.

    Args:
        finding: the line that tells what is absent
        attempts: the rules that could lead to it, those first that lack least
        look: width and colours
    """
    yield from (look.paint(line, "heading") for line in wrap(f"Not found: {finding}", look.width))
    for number, attempt in enumerate(attempts, 1):
        yield ""
        said = f"{attempt.rule} [{attempt.source}; {attempt.place}]"
        yield from (look.paint(line, "name") for line in wrap(said, look.width, f"{number}. ", 3))
        yield "   It takes more than the case says:" if len(attempts) > 1 or attempt.lacking else ""
        for step in attempt.lacking:
            yield from tree(step, look, 2)


def structured(attempt: Attempt) -> Mapping[str, object]:
    """An attempt for programs: each thing that it lacks as a list of steps that name each other by number."""
    return {
        "rule": attempt.rule,
        "source": attempt.source,
        "place": attempt.place,
        "lacking": [steps(step) for step in attempt.lacking],
    }
