# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The cases of the scenarios, for tests that need real ones: all of them, or a few from everywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from licet.engine.case import Case
from licet.engine.reader import read

SCENARIOS = Path(__file__).parent.parent / "scenarios"


@cache
def cases_of(file: Path) -> tuple[Case, ...]:
    """The cases of a file."""
    return read(file.read_text(encoding="utf-8"), str(file.relative_to(SCENARIOS)))


def every_case() -> tuple[Case, ...]:
    """All cases, the portraits of the licences among them."""
    return tuple(case for file in sorted(SCENARIOS.rglob("*.yaml")) for case in cases_of(file))


def some_cases(number: int) -> tuple[Case, ...]:
    """As many cases as asked for, from files far apart and from other places in each; the same ones each time; 0 for all."""
    if number == 0:
        return every_case()
    files = sorted(SCENARIOS.glob("*.yaml"))
    several = [cases_of(files[turn * len(files) // number]) for turn in range(number)]
    return tuple(cases[7 * turn % len(cases)] for turn, cases in enumerate(several))
