# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The plugin for pytest: which files it takes for cases, what an item is called, and what a failure says."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from licet.engine.workbench.cases import trial
from licet.repl import pytest_plugin

from .test_kb_test import FAILS, PASSES, SILENT

pytest_plugins = ("pytester",)

PROJECT = Path(__file__).parent.parent
LOADED = ("-p", "no:licet", "-p", "licet.repl.pytest_plugin")
"""As conftest.py of the project loads it, whether licet is installed or not."""


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    """A project whose cases stand in a folder, one that passes, one that fails, one that expects nothing."""
    pytester.makeini("[pytest]\nlicet_scenarios = scenarios\n")
    pytester.mkdir("scenarios")
    (pytester.path / "scenarios" / "good.yaml").write_text(PASSES + SILENT, encoding="utf-8")
    (pytester.path / "scenarios" / "wrong.yaml").write_text(FAILS, encoding="utf-8")
    return pytester


def test_each_case_is_an_item_by_path_and_sentence(project: pytest.Pytester) -> None:
    result = project.runpytest(*LOADED, "--collect-only", "-q")
    assert [line for line in result.outlines if "::" in line] == [
        "scenarios/good.yaml::A tuned model cannot go out under MIT alone",
        "scenarios/good.yaml::Nobody expects anything",
        "scenarios/wrong.yaml::A tuned model may go out under MIT",
    ]


def test_cases_pass_fail_and_are_skipped(project: pytest.Pytester) -> None:
    result = project.runpytest(*LOADED, "-rs")
    result.assert_outcomes(passed=1, failed=1, skipped=1)
    result.stdout.fnmatch_lines(["*the case expects nothing*"])


def test_a_failure_is_told_as_kb_test_tells_it(project: pytest.Pytester) -> None:
    told = " ".join(project.runpytest(*LOADED).stdout.str().split())
    assert "FAILED scenarios/wrong.yaml:2: A tuned model may go out under MIT" in told
    assert "scenarios/wrong.yaml:11: expected the verdict clear it is settled" in told
    assert "! standing: expected likely, found settled" in told
    assert "Why it is found: acme distributes tuned" in told
    assert "Traceback" not in told and "UnmetError" not in told


def test_one_case_runs_by_its_name(project: pytest.Pytester) -> None:
    result = project.runpytest(*LOADED, "scenarios/good.yaml::A tuned model cannot go out under MIT alone")
    result.assert_outcomes(passed=1)


def test_what_is_deselected_is_not_decided(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    decided: list[str] = []
    decide = trial.decide

    def watched(cases: object) -> object:
        several = list(cases)  # type: ignore[call-overload]
        decided.extend(case.name for case in several)
        return decide(several)

    monkeypatch.setattr(trial, "decide", watched)
    project.runpytest(*LOADED, "-k", "alone").assert_outcomes(passed=1, deselected=2)
    assert decided == ["A tuned model cannot go out under MIT alone"]
    decided.clear()
    project.runpytest(*LOADED)
    assert len(decided) == len(set(decided)) == 3


def test_a_file_that_cannot_be_read_is_an_error_with_its_place(project: pytest.Pytester) -> None:
    (project.path / "scenarios" / "broken.yaml").write_text(
        "- name: x\n  given: {works: {a: {kind: modle}}}\n", encoding="utf-8"
    )
    result = project.runpytest(*LOADED, "--continue-on-collection-errors")
    result.assert_outcomes(passed=1, failed=1, skipped=1, errors=1)
    result.stdout.fnmatch_lines(["*scenarios/broken.yaml:2:*did you mean model?*"])


def test_files_elsewhere_are_left_alone_unless_they_are_named_and_hold_cases(project: pytest.Pytester) -> None:
    (project.path / "other.yaml").write_text(PASSES, encoding="utf-8")
    (project.path / "strange.yaml").write_text("stages: [test]\n", encoding="utf-8")
    project.runpytest(*LOADED).assert_outcomes(passed=1, failed=1, skipped=1)
    project.runpytest(*LOADED, "other.yaml").assert_outcomes(passed=1)
    project.runpytest(*LOADED, "strange.yaml").assert_outcomes()


def test_without_the_option_no_file_is_touched(pytester: pytest.Pytester) -> None:
    pytester.mkdir("scenarios")
    (pytester.path / "scenarios" / "good.yaml").write_text(PASSES, encoding="utf-8")
    pytester.runpytest(*LOADED).assert_outcomes()


def test_cases_of_the_same_name_are_told_apart(project: pytest.Pytester) -> None:
    (project.path / "scenarios" / "wrong.yaml").write_text(PASSES + PASSES, encoding="utf-8")
    listed = project.runpytest(*LOADED, "--collect-only", "-q", "scenarios/wrong.yaml").outlines
    assert len({line for line in listed if "::" in line}) == 2


def test_a_run_without_cases_imports_nothing_of_the_engine() -> None:
    heavy = ("clingo", "yaml", "licet.engine")
    code = f"import licet.repl.pytest_plugin, sys; print([name for name in {heavy} if name in sys.modules])"
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.check_output([sys.executable, "-c", code], env=environment, text=True) == "[]\n"


def test_an_installed_plugin_is_not_loaded_twice(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    ((name, module),) = settings["project"]["entry-points"]["pytest11"].items()
    assert import_module(module) is pytest_plugin
    installed = project.mkdir("installed") / "licet-0.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: licet\nVersion: 0\n", encoding="utf-8")
    (installed / "entry_points.txt").write_text(f"[pytest11]\n{name} = {module}\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(installed.parent), *sys.path]))
    project.runpytest_subprocess("-q", "-k", "alone").assert_outcomes(passed=1, deselected=2)
    (project.path / "conftest.py").write_text((PROJECT / "conftest.py").read_text(encoding="utf-8"), encoding="utf-8")
    options = settings["tool"]["pytest"]["ini_options"]["addopts"]
    project.runpytest_subprocess("-q", "-k", "alone", *options).assert_outcomes(passed=1, deselected=2)
