# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The commands that explain: what they print, how they take a case and a finding, and how they end."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from licet.repl.main import run

CASES = """
- name: A tuned model goes out under MIT
  given:
    works:
      base: {kind: model, under: llama3.1}
      tuned: {kind: model, by: acme, under: MIT, fine-tunes: base}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: tuned, form: weights}]
- name: A tuned model stays in the house
  given:
    works:
      base: {kind: model, under: llama3.1}
      tuned: {kind: model, by: acme, under: MIT, fine-tunes: base}
    parties: {acme: {}}
    acts: [{party: acme, does: use, work: tuned}]
"""


@pytest.fixture
def cases(tmp_path: Path) -> str:
    file = tmp_path / "cases.yaml"
    file.write_text(CASES, encoding="utf-8")
    return str(file)


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that ends well prints."""
    code = run(list(arguments))
    captured = capsys.readouterr()
    assert code in (0, 1), captured.err
    return captured.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that cannot be carried out says."""
    assert run(list(arguments)) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


@pytest.mark.parametrize("command", ["why", "rests-on", "flip"])
def test_without_a_finding_the_findings_are_listed_with_their_numbers(
    command: str, cases: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = printed(capsys, command, f"{cases}:2")
    assert listed.startswith("  1. conflict, settled: acme distributes tuned:")
    assert re.search(r"^ +\d+\. permission", listed, re.MULTILINE)


@pytest.mark.parametrize("wanted", [("1",), ("label-replaces-agreement",), ("conflict", "MIT alone")])
def test_a_finding_is_named_by_number_or_words(wanted: tuple[str, ...], cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(printed(capsys, "why", f"{cases}:2", *wanted).split())
    assert told.startswith("acme distributes tuned: ")
    assert "llama3.1 1.b.i" in told and "kb/rules/label.lp:" in told and "tuned fine-tunes base (case)" in told


def test_words_that_fit_several_findings_or_none_are_refused_with_what_there_is(
    cases: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "several findings fit `obligation`" in refused(capsys, "why", f"{cases}:2", "obligation")
    assert "no finding fits `nonsense`" in refused(capsys, "why", f"{cases}:2", "nonsense")
    assert "no finding fits `99`" in refused(capsys, "why", f"{cases}:2", "99")


def test_a_case_is_named_by_its_line_or_by_words(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "conflict" in printed(capsys, "why", f"{cases}:5")
    assert "conflict" not in printed(capsys, "why", f"{cases}:9")
    assert "conflict" not in printed(capsys, "why", cases, "--case", "stays in the HOUSE")
    error = refused(capsys, "why", cases)
    assert "name one by its line" in error and f"{cases}:2: A tuned model goes out under MIT" in error
    assert "holds no such case" in refused(capsys, "why", cases, "--case", "nothing of this kind")
    assert "there is no such file" in refused(capsys, "why", f"{cases}.gone:1", "1")


def test_a_reason_as_json_names_its_steps_by_number(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "why", f"{cases}:2", "1", "--format", "json"))
    assert told["finding"]["topic"] == "label-replaces-agreement"
    steps = told["steps"]
    assert [step["id"] for step in steps] == list(range(len(steps)))
    assert steps[0]["kind"] == "finding"
    named = {number for step in steps for number in (*step["premises"], *step["background"])}
    assert named == set(range(1, len(steps)))
    assert {step["kind"] for step in steps if not step["premises"] and not step["background"]} <= {"fact", "clause", "question"}


def test_a_reason_as_a_diagram_draws_every_step_and_arrow_once(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, *rest = printed(capsys, "why", f"{cases}:2", "1", "--format", "mermaid").splitlines()
    assert first == "flowchart BT"
    drawn = [line.split()[0].partition("[")[0].partition("(")[0].partition("{")[0] for line in rest if "-->" not in line]
    arrows = [tuple(line.split(" --> ")) for line in rest if "-->" in line]
    assert len(set(drawn)) == len(drawn) and len(set(arrows)) == len(arrows)
    assert {end.strip() for arrow in arrows for end in arrow} == set(drawn)


def test_a_name_cannot_become_markup_of_a_diagram(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        CASES.split("- name: A tuned model stays", maxsplit=1)[0]
        .replace("tuned:", "'x\"]; click s0':")
        .replace("work: tuned", "work: 'x\"]; click s0'"),
        encoding="utf-8",
    )
    told = printed(capsys, "why", str(file), "1", "--format", "mermaid")
    assert "x#34;]#59; click s0" in told and 'x"]; click' not in told


def test_a_checklist_asks_for_evidence(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "rests-on", f"{cases}:2", "1")
    assert "[ ] tuned fine-tunes base" in told and "training configuration and log" in told
    tasks = printed(capsys, "rests-on", f"{cases}:2", "1", "--format", "markdown")
    assert tasks.count("- [ ] ") == told.count("[ ] ")
    (basis,) = json.loads(printed(capsys, "rests-on", f"{cases}:2", "1", "--format", "json"))["sets"]
    assert len(basis) == told.count("[ ] ") and all(fact["evidence"] for fact in basis)


def test_a_flip_tells_the_change_and_whether_it_clears_the_way(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(printed(capsys, "flip", f"{cases}:2", "1").split())
    assert (
        "acme uses tuned, instead of: acme distributes tuned then: not cleared: it depends on facts the case does not give"
        in told
    )
    flips = json.loads(printed(capsys, "flip", f"{cases}:2", "1", "--format", "json"))["flips"]
    changes = [change for flip in flips for change in flip["changes"]]
    assert {"from": "acme distributes tuned", "to": "acme uses tuned"} in changes


def test_what_is_absent_can_be_turned_on(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = " ".join(printed(capsys, "flip", f"{cases}:9", "--on", "label-replaces-agreement", "under", "MIT").split())
    assert "acme distributes tuned, instead of: acme uses tuned" in told
    why = " ".join(printed(capsys, "why-not", f"{cases}:9", "label-replaces-agreement", "under", "MIT").split())
    assert why.startswith("Not found: conflict: ") and "(the case could say otherwise)" in why
    attempts = json.loads(printed(capsys, "why-not", f"{cases}:9", "label-replaces-agreement", "MIT", "--format", "json"))[
        "attempts"
    ]
    assert attempts and all(attempt["lacking"] and attempt["rule"] for attempt in attempts)


def test_the_end_of_a_comparison_tells_whether_anything_differs(cases: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", f"{cases}:2", f"{cases}:2"]) == 0
    assert "every finding stands the same" in capsys.readouterr().out
    assert run(["compare", f"{cases}:2", f"{cases}:9"]) == 1
    told = " ".join(capsys.readouterr().out.split())
    assert "- acme distributes tuned" in told and "+ acme uses tuned" in told
    assert "- conflict, settled: acme distributes tuned:" in told and "because no longer acme distributes tuned" in told
