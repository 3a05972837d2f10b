# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Every case in scenarios/ holds: one test for each, named by its file and its sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.engine.case import Case
from licet.engine.decide import decide
from licet.engine.expectation import unmet
from licet.engine.reader import read

SCENARIOS = Path(__file__).parent.parent / "scenarios"


def _cases() -> list[tuple[Path, Case]]:
    files = sorted(SCENARIOS.rglob("*.yaml"))
    return [(file, case) for file in files for case in read(file.read_text(encoding="utf-8"), str(file.relative_to(SCENARIOS)))]


CASES = _cases()
DECISIONS = dict(zip((case.name for _, case in CASES), decide(case for _, case in CASES), strict=True))


@pytest.mark.parametrize(("file", "case"), CASES, ids=[f"{file.stem}: {case.name}" for file, case in CASES])
def test_case_holds(file: Path, case: Case) -> None:
    failures = [str(failure) for failure in unmet(DECISIONS[case.name])]
    assert not failures, "\n".join(failures)


def test_names_are_sentences_of_their_own() -> None:
    names = [case.name for _, case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 40


def test_every_case_expects_something() -> None:
    assert [case.name for _, case in CASES if not case.expectations] == []
