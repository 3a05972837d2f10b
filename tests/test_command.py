# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The command line: what it prints where, and how it ends."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from licet.engine.case import Case
from licet.engine.finding import Decision, Finding
from licet.repl import main as main_module
from licet.repl.main import run
from licet.repl.progress import Progress

from .command_line import licet

CASE = "- name: {}\n  given: {{works: {{text: {{kind: content, under: CC0-1.0}}}}}}\n"
LICET = [sys.executable, "-c", "from licet.repl.main import main; main()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}

Decided = Callable[[str], None]


@pytest.fixture
def decided(monkeypatch: pytest.MonkeyPatch) -> Decided:
    """Make every case be decided with one prohibition of a given standing, or clear."""

    def arrange(verdict: str) -> None:
        prohibition = Finding("prohibition", "not-granted", ("text",), "No clause grants this.", verdict)
        findings = () if verdict == "clear" else (prohibition,)

        def decide(cases: Iterable[Case]) -> Iterator[Decision]:
            return (Decision(case, findings) for case in cases)

        monkeypatch.setattr("licet.engine.decide.decide", decide)

    return arrange


@pytest.fixture
def case_file(tmp_path: Path) -> str:
    file = tmp_path / "good.yaml"
    file.write_text(CASE.format("A work may be read"))
    return str(file)


@pytest.mark.parametrize(
    ("verdict", "level", "code"),
    [
        ("clear", "possible", 0),
        ("possible", "likely", 0),
        ("possible", "possible", 1),
        ("unknown", "settled", 0),
        ("unknown", "likely", 1),
        ("likely", "likely", 1),
        ("likely", "settled", 0),
        ("settled", "settled", 1),
    ],
)
def test_the_exit_code_says_whether_something_stands_in_the_way(
    decided: Decided, case_file: str, verdict: str, level: str, code: int
) -> None:
    decided(verdict)
    assert run(["check", case_file, "--fail-on", level]) == code


@pytest.mark.parametrize(("verdict", "code"), [("possible", 0), ("unknown", 1), ("likely", 1)])
def test_the_level_is_likely_unless_said_otherwise(decided: Decided, case_file: str, verdict: str, code: int) -> None:
    decided(verdict)
    assert run(["check", case_file]) == code


def test_a_bad_file_is_told_with_its_line_and_the_others_are_decided(
    decided: Decided, case_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided("settled")
    (tmp_path / "bad.yaml").write_text("- name: x\n  given: [\n")
    (tmp_path / "later.yaml").write_text(CASE.format("A later work"))
    assert run(["check", str(tmp_path)]) == 2
    shown = capsys.readouterr()
    assert "A work may be read" in shown.out and "A later work" in shown.out
    assert shown.err.startswith(f"{tmp_path}/bad.yaml:")
    assert "bad.yaml" not in shown.out


def test_standard_input_is_read(decided: Decided, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    decided("clear")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CASE.format("From a pipe").encode())))
    assert run(["check", "-"]) == 0
    assert "From a pipe" in capsys.readouterr().out


def test_json_tells_problems_too(decided: Decided, case_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    decided("likely")
    assert run(["check", case_file, "missing.yaml", "--format", "json"]) == 2
    document = json.loads(capsys.readouterr().out)
    assert [case["verdict"] for case in document["cases"]] == ["likely"]
    assert [problem["file"] for problem in document["problems"]] == ["missing.yaml"]


def test_markdown_and_the_summary_alone(decided: Decided, case_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    decided("settled")
    run(["check", case_file, "--format", "markdown"])
    assert capsys.readouterr().out.startswith("## licet")
    run(["check", case_file, "--quiet"])
    assert "What stands in the way" not in capsys.readouterr().out


def test_an_unmet_expectation_is_told_and_changes_nothing(
    decided: Decided, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decided("clear")
    file = tmp_path / "case.yaml"
    file.write_text(CASE.format("A work may not be read") + "  expect: {prohibition: [{work: text}]}\n")
    assert run(["check", str(file)]) == 0
    shown = capsys.readouterr().out
    assert "Expectations not met" in shown and "1 expectation is not met." in shown


def test_colours_are_for_terminals_and_who_asks(decided: Decided, case_file: str, capsys: pytest.CaptureFixture[str]) -> None:
    decided("settled")
    run(["check", case_file])
    assert "\x1b[" not in capsys.readouterr().out
    run(["check", case_file, "--color"])
    assert "\x1b[31m" in capsys.readouterr().out


@pytest.mark.parametrize(("environment", "colored"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_on_a_terminal_the_environment_decides_on_colours(case_file: str, environment: dict[str, str], colored: bool) -> None:
    ours, theirs = pty.openpty()
    basis = {key: value for key, value in ENVIRONMENT.items() if key != "NO_COLOR"} | {"TERM": "xterm"}
    subprocess.run([*LICET, "check", case_file], stdout=theirs, env=basis | environment, timeout=60, check=False)
    os.close(theirs)
    shown = os.read(ours, 65536)
    os.close(ours)
    assert b"A work may be read" in shown
    assert (b"\x1b[" in shown) == colored


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek", "x"], "No such command 'chek'. Did you mean 'check'?"),
        (["cases.yaml"], "Did you mean 'licet check cases.yaml'?"),
        (["check", "--fromat", "json", "x"], "--format"),
        (["check", "--format", "jsn", "x"], "'text', 'json', 'markdown'"),
        (["check"], "Missing argument 'PATH...'"),
        (["schema", "findings"], "'scenario', 'finding'"),
    ],
)
def test_misspelt_words_are_answered_with_the_right_ones(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in main_module.COMMANDS)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("licet")


@pytest.mark.parametrize("name", ["finding", "review", "choose", "fix", "scenario", "brief"])
def test_schemas_are_published(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", name]) == 0
    assert json.loads(capsys.readouterr().out)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_nobody_reading_the_output_is_no_failure_to_tell(tmp_path: Path) -> None:
    file = tmp_path / "many.yaml"
    file.write_text("".join(CASE.format(f"Case {number}") for number in range(500)))
    process = subprocess.Popen(
        [*LICET, "check", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, text=True
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 141


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Jobs in the background ignore interruptions, and what they start does too: a handler of our own ends that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_ends_the_run_in_silence() -> None:
    process = subprocess.Popen(
        [*LICET, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert process.stdin is not None
    process.stdin.write(b"# nothing yet\n" * 20_000)  # more than a pipe holds: once it is written, licet is reading
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b"" and err.strip() == b""


def test_a_defect_is_not_taken_for_a_finding(
    monkeypatch: pytest.MonkeyPatch, case_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def decide(cases: Iterable[Case]) -> Iterator[Decision]:
        raise RuntimeError("a defect")

    monkeypatch.setattr("licet.engine.decide.decide", decide)
    assert run(["check", case_file]) == 70
    assert "defect of licet" in capsys.readouterr().err


def test_a_name_the_terminal_cannot_encode_ends_nothing(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(CASE.format("法律"), encoding="utf-8")
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "latin-1"}
    done = subprocess.run([*LICET, "check", str(file)], capture_output=True, env=environment, timeout=60, check=False)
    assert done.returncode == 0 and rb"\u6cd5" in done.stdout


LINKED = """\
- name: A proprietary service with a GPL library linked in may not be handed over
  given:
    works:
      library: {{kind: software, under: GPL-3.0-only}}
      service: {{kind: software, under: LicenseRef-P, links-dynamically: library}}
    parties: {{acme: {{}}}}
    acts: [{{party: acme, does: distribute, work: service, form: binary}}]
    readings: {readings}
  expect: {{verdict: {verdict}}}
"""


@pytest.fixture
def linked_file(tmp_path: Path) -> Callable[..., str]:
    """Write a case whose verdict turns on the reading, with readings and a verdict that it expects; return the file."""

    def write(readings: str = "{}", verdict: str = "likely") -> str:
        file = tmp_path / "linked.yaml"
        file.write_text(LINKED.format(readings=readings, verdict=verdict))
        return str(file)

    return write


@pytest.mark.parametrize(
    ("stated", "level", "code"),
    [(("{}", "likely"), "likely", 1), (("{}", "likely"), "settled", 0), (("{linking: two-works}", "clear"), "likely", 0)],
)
def test_where_readings_are_compared_the_case_as_it_stands_decides(
    linked_file: Callable[..., str], stated: tuple[str, str], level: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    file = linked_file(*stated)
    assert run(["check", file, "--fail-on", level]) == code
    alone = capsys.readouterr().out
    assert run(["check", file, "--fail-on", level, "--readings", "all"]) == code
    shown = capsys.readouterr().out
    assert shown[: shown.index("\n\nWhat changes")] == alone[: alone.index("\n\n===")]
    assert ("fsf" in shown[shown.index("What changes") :]) == (stated[0] == "{}")


@pytest.mark.parametrize(("reading", "code"), [("fsf", 1), ("eu-interop", 0), ("memorisation", 0), ("JP", 0)])
def test_one_reading_decides_where_it_is_asked_for(
    linked_file: Callable[..., str], reading: str, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", linked_file(), "--readings", reading, "--fail-on", "settled"]) == code
    shown = capsys.readouterr().out
    assert f"under the reading {reading}" in shown
    assert "Expectations not met" not in shown  # they are about the case as it stands


def test_a_case_settles_what_it_settles_before_the_reading_asked_for(linked_file: Callable[..., str]) -> None:
    assert run(["check", linked_file("{linking: two-works}"), "--readings", "fsf"]) == 0
    assert run(["check", linked_file("{theory: eu-interop}"), "--readings", "fsf"]) == 0


def test_readings_compared_are_in_the_json(linked_file: Callable[..., str], capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", linked_file(verdict="clear"), "--readings", "all", "--format", "json"])
    (case,) = json.loads(capsys.readouterr().out)["cases"]
    assert (case["verdict"], case["profiles"]["fsf"]["verdict"], case["profiles"]["us-mainstream"]["verdict"]) == (
        "likely",
        "settled",
        "clear",
    )
    assert case["changes"] and case["unmet"]


@pytest.mark.parametrize(("name", "meant"), [("fsff", "did you mean fsf?"), ("jp", "did you mean JP?"), ("", "expected all")])
def test_an_unknown_reading_is_a_usage_error(case_file: str, name: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", case_file, "--readings", name]) == 2
    shown = capsys.readouterr()
    assert meant in shown.err and not shown.out


def test_help_imports_neither_solver_nor_parser() -> None:
    code = "import sys; from licet.repl.main import run; run(['--help']); print(sorted({'clingo', 'yaml'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False
    )
    assert done.stdout.endswith("[]\n")


def test_the_example_of_the_readme_is_real(tmp_path: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    case, output = (re.findall(rf"```{kind}\n(.*?)```", readme, re.DOTALL)[0] for kind in ("yaml", "text"))
    (tmp_path / "case.yaml").write_text(case, encoding="utf-8")
    done = licet("check", "case.yaml", where=tmp_path)
    assert done.stdout == output
    assert done.returncode == 1


def test_the_answers_of_the_readme_are_real(tmp_path: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for name, case in re.findall(r"`(\w+\.yaml)`:\n\n```yaml\n(.*?)```", readme, re.DOTALL):
        (tmp_path / name).write_text(case, encoding="utf-8")
    answers = re.findall(r"\n`licet ((?!check)[^`]+)` [^`]*?:\n\n```text\n(.*?)```", readme, re.DOTALL)
    assert len(answers) == 9
    for command, output in answers:
        assert licet(*command.split(), where=tmp_path).stdout == output


def test_the_desk_of_the_readme_is_real() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    lines, output = re.findall(r"```\n(licet> .*?)```.*?```text\n(.*?)```", readme, re.DOTALL)[0]
    done = licet(typed=lines.replace("licet> ", ""))
    assert done.stderr == "" and done.stdout.endswith(output)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "told"), [(Terminal, True), (io.StringIO, False)])
def test_progress_is_told_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], told: bool) -> None:
    monkeypatch.setattr("licet.repl.progress.PATIENCE", 0.01)
    monkeypatch.setattr("licet.repl.progress.PAUSE", 0.01)
    monkeypatch.setattr(sys, "stderr", terminal := stream())
    with Progress() as progress:
        for _ in progress.watch("ab", "Deciding case", 2):
            time.sleep(0.2)
            with progress.hidden():
                assert not told or terminal.getvalue().endswith("\r\x1b[K")
    assert ("\rDeciding case 2 of 2\x1b[K" in terminal.getvalue()) == told
    assert terminal.getvalue().endswith("\r\x1b[K") == told


def test_a_short_run_tells_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress() as progress:
        assert list(progress.watch("ab", "Deciding case", 2)) == ["a", "b"]
    assert terminal.getvalue() == ""


def test_a_question_can_be_settled_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "weights.yaml"
    case.write_text(
        "name: Weights tuned from GPL weights under MIT\n"
        "given:\n"
        "  works: {a: {kind: model, under: GPL-3.0-only, modified: no}, b: {kind: model, under: MIT, fine-tunes: a}}\n"
        "  parties: {p: }\n"
        "  acts: [{party: p, does: distribute, work: b, form: weights, user-product: no}]\n",
        encoding="utf-8",
    )
    assert run(["check", str(case)]) == 1
    assert run(["check", str(case), "--reading", "weights=unprotected"]) == 0
    capsys.readouterr()
    assert run(["check", str(case), "--reading", "wights=unprotected"]) == 2
    assert run(["check", str(case), "--reading", "weights=no"]) == 2
    told = capsys.readouterr().err
    assert "did you mean weights?" in told
    assert "one of protected, unprotected" in told


def test_open_questions_are_told_with_their_authority(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["questions", "linking"]) == 0
    told = capsys.readouterr().out
    assert "GNU GPL FAQ, #GPLStaticVsDynamic" in told
    assert "the usual" in told
    assert run(["questions", "--format", "json"]) == 0
    assert {"word", "sentence", "answers"} == set(json.loads(capsys.readouterr().out)[0])
    assert run(["questions", "linkng"]) == 2
    assert "did you mean linking" in capsys.readouterr().err
