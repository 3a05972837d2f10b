# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Portraits: all that follows from a licence is expected in them, edits of it are noticed, and files are kept in step."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.engine.catalog import file_of
from licet.engine.clauses import license_file
from licet.engine.decide import decide
from licet.engine.expectation import Unmet, unmet
from licet.engine.knowledge import edited
from licet.engine.reader import read
from licet.engine.workbench.portrait.drawing import portrait

from .command_line import licet


def missed(name: str, text: str) -> list[Unmet]:
    return [lack for decision in decide(read(text, f"{name}.yaml")) for lack in unmet(decision)]


@pytest.mark.parametrize("name", ["MIT", "gemma", "ODbL-1.0"])
def test_a_portrait_expects_what_is_found_and_nothing_else(name: str) -> None:
    drawn = portrait(license_file(name))
    for file, text in drawn.items():
        cases = read(text, file)
        assert all(case.expectations for case in cases) and missed(file, text) == []
    wanted = {expectation.kind for case in read(drawn[f"{name}.yaml"], name) for expectation in case.expectations}
    assert {"obligation", "permission", "complete"} <= wanted


@pytest.mark.parametrize(
    ("name", "clause", "edit"),
    [
        ("MIT", "license_copy", "mark_changes"),
        ("gemma", "require_users_comply", "mark_changes"),
        ("CC-BY-NC-4.0", "noncommercial", "research"),
    ],
)
def test_a_portrait_notices_an_edit_of_its_licence(name: str, clause: str, edit: str) -> None:
    text = portrait(license_file(name))[f"{name}.yaml"]
    file = file_of(name)
    before = file.read_text(encoding="utf-8")
    assert clause in before
    with edited({file: before.replace(clause, edit)}):
        assert missed(name, text)


def test_uses_that_a_licence_bars_have_a_portrait_of_their_own() -> None:
    drawn = portrait(license_file("bigscience-openrail-m"))
    (case,) = read(drawn["uses/bigscience-openrail-m.yaml"], "uses.yaml")
    told = {purpose.use for act in case.acts for purpose in act.purposes}
    assert "medical-advice" in told and "uses/MIT.yaml" not in portrait(license_file("MIT"))


def test_the_command_writes_what_differs_and_tells_what_is_out_of_date(tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    ended = licet("kb", "portrait", "MIT", "--check", where=tmp_path)
    assert ended.returncode == 1 and "MIT.yaml is missing" in ended.stdout
    assert "1 portrait written" in licet("kb", "portrait", "MIT", where=tmp_path).stdout
    assert licet("kb", "portrait", "MIT", where=tmp_path).stdout == "nothing has changed\n"
    file = tmp_path / "scenarios" / "portraits" / "MIT.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("license-copy", "mark-changes"), encoding="utf-8")
    ended = licet("kb", "portrait", "MIT", "--check", where=tmp_path)
    assert ended.returncode == 1 and "MIT.yaml is out of date" in ended.stdout
