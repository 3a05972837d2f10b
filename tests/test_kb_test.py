# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb test``: which cases run, what a failure tells, the forms, the exit codes, and what an edit runs again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep
from xml.etree import ElementTree

import pytest

from licet.engine.case import Case, Place
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.problem import Problem
from licet.engine.reader import read
from licet.engine.report.junit import junit
from licet.engine.workbench.cases.loading import affected, loaded
from licet.engine.workbench.cases.selection import SelectionError, chooses
from licet.engine.workbench.cases.stamps import edited_between
from licet.repl.main import run
from licet.repl.trying import Wish
from licet.repl.watching import Known, Seen, concerned

GIVEN = """
  given:
    works:
      base: {kind: model, under: llama3.1}
      tuned: {kind: model, by: acme, under: MIT, fine-tunes: base}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: tuned, form: weights}]
"""
PASSES = f"""
- name: A tuned model cannot go out under MIT alone{GIVEN}
  expect: {{verdict: settled, conflict: [{{work: tuned}}]}}
"""
FAILS = f"""
- name: A tuned model may go out under MIT{GIVEN}
  expect:
    verdict: clear
    conflict: []
    obligation:
      - {{work: tuned, duty: name-prefix, standing: likely}}
"""
STRANGE = (
    FAILS
    + """
      - {work: tuned, duty: provide-source}
"""
)
SILENT = f"""
- name: Nobody expects anything{GIVEN}
"""


@pytest.fixture
def cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one case that passes, one that fails and one that expects nothing."""
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "good.yaml").write_text(PASSES + SILENT, encoding="utf-8")
    (folder / "wrong.yaml").write_text(FAILS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def ran(capsys: pytest.CaptureFixture[str], code: int, *arguments: str) -> str:
    """What a run that ends with a code prints; spaces as one."""
    assert run(["kb", "test", *arguments]) == code
    return " ".join(capsys.readouterr().out.split())


def test_without_a_path_the_folder_scenarios_is_run(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ran(capsys, 1, "--explain", "0")
    assert "3 cases: 1 passed, 1 failed, 1 skipped (nothing is expected);" in told
    assert told.endswith(" s.")


def test_where_there_is_no_folder_scenarios_the_command_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["kb", "test"]) == 2
    assert "no folder scenarios here" in capsys.readouterr().err


def test_what_passes_says_nothing(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, 0, "scenarios/good.yaml").startswith("2 cases: 1 passed, 1 skipped")


def test_a_failure_tells_place_difference_and_reason(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "wrong.yaml").write_text(STRANGE, encoding="utf-8")
    told = ran(capsys, 1, "scenarios/wrong.yaml", "--full")
    assert told.startswith("FAILED scenarios/wrong.yaml:2: A tuned model may go out under MIT")
    assert "scenarios/wrong.yaml:11: expected the verdict clear it is settled" in told
    assert "scenarios/wrong.yaml:12: expected no conflict found conflict, settled: acme distributes tuned:" in told
    assert "as expected: work tuned, duty name-prefix ! standing: expected likely, found settled" in told
    assert "! duty: expected provide-source, found" in told
    assert "Nothing that the case says, or could say instead, leads to such a finding." in told
    assert "by: The covered part keeps its agreement" in told
    assert "[licence; kb/rules/label.lp:" in told


def test_explanations_are_cut_unless_all_is_asked_for(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    short, full = (ran(capsys, 1, "scenarios/wrong.yaml", *more) for more in ((), ("--full",)))
    assert "more lines; `licet kb test --full` shows all" in short
    assert "more lines" not in full
    assert len(short) < len(full)


def test_what_is_not_explained_is_said(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = ran(capsys, 1, "--explain", "0")
    assert "Why it is" not in told
    assert "1 failed case is not explained: `--explain 1` explains all" in told


def test_a_missing_finding_is_explained_by_what_stops_its_rules(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "kept.yaml").write_text(
        PASSES.replace("under: MIT, ", "under: llama3.1, ").replace("alone", "unless kept").replace("settled", "clear"),
        encoding="utf-8",
    )
    told = ran(capsys, 1, "scenarios/kept.yaml", "--full")
    assert "expected a finding of kind conflict with work tuned found none of this kind Why it is not found: Not found:" in told
    assert "It takes more than the case says:" in told


def planted(tmp_path: Path, path: str, old: str, new: str) -> str:
    """What a run prints on a knowledge base with a fault; spaces as one."""
    base = knowledge_base(tmp_path / "kb")
    text = (base / path).read_text(encoding="utf-8")
    assert old in text
    (base / path).write_text(text.replace(old, new, 1), encoding="utf-8")
    arguments = ("scenarios/house.yaml", "--full")
    done = subprocess.run(command(*arguments), env=environment(base), capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    return " ".join(done.stdout.split())


@pytest.fixture
def house(cases: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Two cases that hold: what is handed out comes with the licence, what stays in the house does not."""
    given = "{works: {tool: {kind: software, under: MIT}}, parties: {acme: {}}, acts: [{party: acme, does: %s, work: tool}]}"
    (cases / "house.yaml").write_text(
        f"- {{name: Handed out, given: {given % 'distribute'},\n"
        "   expect: {obligation: [{duty: license-copy, clause: MIT para. 2}]}}\n"
        f"- {{name: In the house, given: {given % 'use'}, expect: {{obligation: []}}}}\n",
        encoding="utf-8",
    )
    ran(capsys, 0, "scenarios/house.yaml")
    return cases


def test_a_rule_with_a_dropped_literal_is_noticed_and_stands_in_the_reason(house: Path, tmp_path: Path) -> None:
    told = planted(tmp_path, "rules/obligation.lp", "triggered(Act, License, Trigger, Work),\n", "\n")
    assert "FAILED scenarios/house.yaml:3: In the house" in told
    assert "expected no obligation found obligation, settled: acme uses tool:" in told
    assert "by: The act brings about a duty that nothing conditions. [licence; kb/rules/obligation.lp:" in told
    assert "2 cases: 1 passed, 1 failed" in told


def test_a_clause_with_a_wrong_trigger_is_noticed_and_what_stops_it_is_told(house: Path, tmp_path: Path) -> None:
    told = planted(tmp_path, "licenses/MIT.lp", "must(distribute, covered,", "must(host, covered,")
    assert "FAILED scenarios/house.yaml:1: Handed out" in told
    assert "expected a finding of kind obligation with duty license-copy, clause MIT para. 2 found none of this kind" in told
    assert "Why it is not found:" in told
    assert "when acme distributes tool, that is not to host in the sense of MIT" in told
    assert "2 cases: 1 passed, 1 failed" in told


def test_a_clause_that_lost_a_duty_is_noticed_and_what_is_left_of_the_section_is_told(house: Path, tmp_path: Path) -> None:
    told = planted(tmp_path, "licenses/MIT.lp", "(retain_notices; license_copy)", "retain_notices")
    assert "Nothing that the case says, or could say instead, leads to such a finding." in told
    assert "MIT para. 2 says: If you hand over copies of the work" in told
    assert "kb/licenses/MIT.lp:23" in told


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_run(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "broken.yaml").write_text("- name: x\n  given: {works: {a: {kind: modle}}}\n", encoding="utf-8")
    assert run(["kb", "test", "-k", "not wrong"]) == 2
    captured = capsys.readouterr()
    assert "scenarios/broken.yaml:2:" in captured.err
    assert "did you mean model?" in captured.err
    assert "2 cases: 1 passed, 1 skipped (nothing is expected), 1 file could not be read" in " ".join(captured.out.split())


def test_cases_are_chosen_by_words(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, 0, "-k", "ALONE or nobody").startswith("2 cases: 1 passed, 1 skipped")
    assert ran(capsys, 0, "-k", "good and not nobody").startswith("1 case: 1 passed;")
    assert run(["kb", "test", "-k", "nothing-like-it"]) == 2
    assert "no case fits `nothing-like-it`" in capsys.readouterr().err
    assert run(["kb", "test", "-k", "good and"]) == 2
    assert "a word is missing at its end" in capsys.readouterr().err


def test_the_first_failure_can_end_the_run(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "also.yaml").write_text(FAILS, encoding="utf-8")
    assert "2 failed" in ran(capsys, 1, "--explain", "0")
    assert "1 case: 0 passed, 1 failed" in ran(capsys, 1, "--explain", "0", "-x")


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [
        ("one", {"one", "one two"}),
        ("one and two", {"one two"}),
        ("one and not two", {"one"}),
        ("not (one or two)", {"three"}),
        ("one or two and three", {"one", "one two"}),
        ('"ONE two"', {"one two"}),
        ("thr", {"three"}),
    ],
)
def test_an_expression_is_read_as_pytest_reads_it(expression: str, chosen: set[str]) -> None:
    assert {text for text in ("one", "one two", "three") if chooses(expression)(text)} == chosen


@pytest.mark.parametrize("expression", ["and", "one two", "(one", "one)", "not", '"one', "()", "one or or two", "(" * 90])
def test_an_expression_that_cannot_be_read_is_refused(expression: str) -> None:
    with pytest.raises(SelectionError):
        chooses(expression)


def test_junit_has_suite_cases_failures_skipped_and_errors(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (cases / "broken.yaml").write_text("- name\n", encoding="utf-8")
    (cases / "odd.yaml").write_text(SILENT.replace("Nobody expects anything", "'A <b> & \"c\" case'"), encoding="utf-8")
    ran(capsys, 2, "--junit", "out.xml")
    suite = ElementTree.parse("out.xml").getroot().find("testsuite")
    assert suite is not None
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "5",
        "failures": "1",
        "errors": "1",
        "skipped": "2",
    }
    told = {case.get("name"): case for case in suite.findall("testcase")}
    failed = told["A tuned model may go out under MIT"]
    assert failed.get("classname") == failed.get("file") == str(Path("scenarios/wrong.yaml"))
    assert failed.get("line") == "2"
    assert float(failed.get("time") or "x") > 0
    failure = failed.find("failure")
    assert failure is not None and failure.text is not None
    assert "expected the verdict clear; it is settled" in (failure.get("message") or "")
    assert "Why it is found:" in failure.text
    assert told["Nobody expects anything"].find("skipped") is not None
    assert told["A tuned model cannot go out under MIT alone"].find("failure") is None
    assert told["the file can be read"].find("error") is not None
    assert 'A <b> & "c" case' in told


def test_junit_holds_no_character_that_xml_forbids() -> None:
    text = junit((), (Problem(Place("odd\x07.yaml", 1), "half \ud800 a character \x00"),), 0)
    (case,) = ElementTree.fromstring(text.encode()).iter("testcase")
    assert case.get("classname") == "odd\ufffd.yaml"


def test_json_tells_what_differs_and_why(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "test", "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["summary"] | {"seconds": 0} == {"cases": 3, "passed": 1, "failed": 1, "skipped": 1, "refused": 0, "seconds": 0}
    (failed,) = (case for case in told["cases"] if case["outcome"] == "failed")
    verdict, conflict, named = failed["failures"]
    assert (verdict["line"], verdict["expected"]) == (11, {"verdict": "clear"})
    assert conflict["unwanted"] and conflict["reasons"][0]["steps"][0]["kind"] == "finding"
    assert named["nearest"][0]["differs"] == {"standing": {"expected": "likely", "found": "settled"}}


def test_a_rule_that_cannot_be_parsed_is_told_with_its_line(cases: Path, tmp_path: Path) -> None:
    base = knowledge_base(tmp_path / "kb")
    file = base / "rules" / "use.lp"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, "broken(X) :-"]), encoding="utf-8")
    done = subprocess.run(command("scenarios/good.yaml"), env=environment(base), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"kb/rules/use.lp:{len(lines) + 1}" in done.stderr or f"kb/rules/use.lp:{len(lines) + 2}" in done.stderr
    assert "Traceback" not in done.stderr
    file.write_text("\n".join([*lines, "unsafe(X) :- not case(X)."]), encoding="utf-8")
    done = subprocess.run(command("scenarios/good.yaml"), env=environment(base), capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"kb/rules/use.lp:{len(lines) + 1}: unsafe variables in" in done.stderr


def case_of(text: str) -> Case:
    (case,) = read(text, "scenarios/good.yaml")
    return case


def test_what_an_edit_can_affect() -> None:
    loads = loaded(case_of(PASSES))
    assert loads == {"licenses/llama3.1.lp", "licenses/MIT.lp"}
    assert affected(loads, ["licenses/MIT.lp"])
    assert not affected(loads, ["licenses/Zlib.lp"])
    assert affected(loads, ["rules/reach.lp"])
    assert affected((), ["vocabulary.lp"])


def test_an_edit_runs_what_it_can_affect_again() -> None:
    good, wrong, other = ("a.yaml", "good"), ("b.yaml", "wrong"), ("b.yaml", "other")
    known = Known(
        {
            good: Seen(False, frozenset({"licenses/MIT.lp"})),
            wrong: Seen(True, frozenset({"licenses/Zlib.lp"})),
            other: Seen(False, frozenset({"licenses/MIT.lp"})),
        }
    )
    wish = Wish(("a.yaml", "b.yaml"))
    assert known.exit_code == 1
    assert concerned(wish, known, {"licenses/0BSD.lp": "law"}) is None
    rules = concerned(wish, known, {"rules/reach.lp": "law"})
    assert rules is not None and (rules.paths, rules.soon, rules.skip) == (wish.paths, {wrong}, frozenset())
    licence = concerned(wish, known, {"licenses/Zlib.lp": "law"})
    assert licence is not None and (licence.paths, licence.skip) == (("b.yaml",), {good, other})
    assert concerned(wish, known, {"licenses/new.lp": "catalogue"}) == rules


def test_a_licence_that_comes_changes_what_names_mean() -> None:
    before = {"licenses/MIT.lp": ("law", 1, 1), "a.yaml": ("case", 1, 1)}
    after = {"licenses/MIT.lp": ("law", 2, 1), "licenses/new.lp": ("law", 1, 1), "a.yaml": ("case", 1, 2)}
    assert edited_between(before, after) == {"licenses/MIT.lp": "law", "licenses/new.lp": "catalogue", "a.yaml": "case"}  # type: ignore[arg-type]


def knowledge_base(folder: Path) -> Path:
    """A copy of the knowledge base with few licences."""
    few = {"llama3.1.lp", "MIT.lp", "Zlib.lp"}
    for file in KNOWLEDGE_BASE.rglob("*.lp"):
        path = file.relative_to(KNOWLEDGE_BASE)
        if path.parent.name != "licenses" or path.name in few:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(file.read_bytes())
    return folder


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from licet.repl.main import main; main()", "kb", "test", *arguments]


def environment(base: Path) -> dict[str, str]:
    return os.environ | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "LICET_KNOWLEDGE_BASE": str(base),
        "PYTHONUNBUFFERED": "1",
    }


class Watched:
    """A run that watches, as a user sees it."""

    def __init__(self, output: Path, process: subprocess.Popen[str]) -> None:
        self._output, self.process = output, process

    def until(self, words: str, times: int = 1) -> str:
        """What was printed once some words were, so many times."""
        begun = monotonic()
        while (said := " ".join(self._output.read_text(encoding="utf-8").split())).count(words) < times:
            assert monotonic() - begun < 60, said
            assert self.process.poll() is None, said
            sleep(0.1)
        return said


@pytest.fixture
def watched(cases: Path, tmp_path: Path) -> Iterator[Watched]:
    """A run that watches the cases and a knowledge base of its own."""
    base = knowledge_base(tmp_path / "kb")
    output = tmp_path / "output"
    with output.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            command("--watch", "--explain", "0"), env=environment(base), stdout=stream, stderr=stream, text=True, cwd=tmp_path
        )
        yield Watched(output, process)
        process.kill()
        process.wait()


def test_a_watched_run_follows_edits_until_it_is_interrupted(watched: Watched, tmp_path: Path) -> None:
    watched.until("3 cases: 1 passed, 1 failed, 1 skipped")
    (tmp_path / "scenarios" / "wrong.yaml").write_text(PASSES.replace("cannot", "can not"), encoding="utf-8")
    said = watched.until("1 case: 1 passed;")
    assert "Edited: scenarios/wrong.yaml" in said
    licence = tmp_path / "kb" / "licenses" / "llama3.1.lp"
    licence.write_text(
        "\n".join(line for line in licence.read_text(encoding="utf-8").splitlines() if "keep_terms" not in line),
        encoding="utf-8",
    )
    said = watched.until("2 failed")
    assert "Edited: licenses/llama3.1.lp" in said
    watched.until("Waiting for edits", 3)
    watched.process.send_signal(signal.SIGINT)
    assert watched.process.wait(30) == 1


def test_a_run_that_watches_takes_files_and_text_only(cases: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for other in (("--junit", "out.xml"), ("--format", "json"), ("-",)):
        assert run(["kb", "test", "--watch", *other]) == 2
        assert "--watch goes with files and text only" in capsys.readouterr().err
