# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The cases in scenarios/ as a whole. Each by itself is a test of its own, which the plugin of licet makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.engine.case import Case
from licet.engine.reader import read

SCENARIOS = Path(__file__).parent.parent / "scenarios"


def _cases() -> list[tuple[Path, Case]]:
    files = sorted(SCENARIOS.rglob("*.yaml"))
    return [(file, case) for file in files for case in read(file.read_text(encoding="utf-8"), str(file.relative_to(SCENARIOS)))]


CASES = _cases()


def test_every_case_is_a_test(pytestconfig: pytest.Config) -> None:
    assert SCENARIOS in pytestconfig.getini("licet_scenarios")
    assert SCENARIOS.name in pytestconfig.getini("testpaths")


def test_names_are_sentences_of_their_own() -> None:
    names = [case.name for _, case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 40


def test_every_case_expects_something() -> None:
    assert [case.name for _, case in CASES if not case.expectations] == []
