# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Questions to commands have the answers that they are to have, and what an answer lacks is told where it lacks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from licet.engine.document import documents
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.problem import InputError
from licet.engine.workbench.answers.matching import differences
from licet.engine.workbench.answers.question import Question, read_questions
from licet.repl.asking import lacking

from .command_line import licet

FILES = sorted((Path(__file__).parent / "answers").glob("*.yaml"))
QUESTIONS = [question for file in FILES for question in read_questions(file.read_text(encoding="utf-8"), str(file))]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_answer_is_as_expected(question: Question) -> None:
    assert list(lacking(question)) == []


def told(pattern: str, answer: object) -> list[str]:
    (node,) = documents(pattern, "f.yaml")
    return list(map(str, differences(node, answer)))


@pytest.mark.parametrize(
    ("pattern", "answer"),
    [
        ("{a: 1, b: true}", {"a": 1, "b": True, "c": 0}),
        ("{a: }", {"b": 1}),
        ("{a: null}", {"a": None}),
        ("[x]", ["y", "x"]),
        ("[x, y, nothing else]", ["y", "x"]),
        ("[]", []),
        ("[nothing else]", []),
        ("[{a: 1}, {a: 2, found: no}]", [{"a": 1, "b": 2}, {"a": 3}]),
        ("[{a: [1]}, nothing else]", [{"a": [1, 2]}, {"a": [3, 1]}]),
    ],
)
def test_what_fits_lacks_nothing(pattern: str, answer: object) -> None:
    assert told(pattern, answer) == []


@pytest.mark.parametrize(
    ("pattern", "answer", "lacks"),
    [
        ("{a: 1}", {"a": 2}, "1: a: expected 1, answered 2"),
        ("{a: true}", {"a": 1}, "1: a: expected true, answered 1"),
        ("{a: 1}", [], "1: the answer: expected {a: 1}, answered []"),
        ("a:\n  b: [x]", {"a": {"b": []}}, "2: a.b: expected x, answered []"),
        ("[]", ["x"], "1: [0]: expected nothing else, answered x"),
        ("[x, nothing else]", ["x", "y"], "1: [1]: expected nothing else, answered y"),
        ("- {a: 1}\n- {a: 2, found: no}", [{"a": 1}, {"a": 2}], '2: [1]: expected nothing like {a: 2}, answered {"a": 2}'),
        ("[{a: 1, b: 2}]", [{"a": 3, "b": 3}, {"a": 1, "b": 3}], "1: [1].b: expected 2, answered 3"),
        ("{a: {}}", {"a": []}, "1: a: expected {}, answered []"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(pattern: str, answer: object, lacks: str) -> None:
    assert told(pattern, answer) == [lacks]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("name: A", "needs the key `ask`"),
        ("{name: A, ask: 'fix \"x'}", "cannot be taken apart"),
        ("{name: A, ask: fix x, ends: 5}", "no exit code"),
        ("{name: A, ask: fix x, expct: {}}", "did you mean expect?"),
    ],
)
def test_a_question_that_cannot_be_read_is_told_with_its_place(text: str, wrong: str) -> None:
    with pytest.raises(InputError, match=r"f\.yaml:1") as error:
        read_questions(text, "f.yaml")
    assert wrong in str(error.value)


def test_the_command_tells_what_an_answer_lacks_and_ends_with_it(tmp_path: Path) -> None:
    case = "name: A text is kept\ngiven: {works: {text: {kind: content, under: CC0-1.0}}}\n"
    (tmp_path / "case.yaml").write_text(case, encoding="utf-8")
    asked = "- {name: It is clear, ask: fix case.yaml, expect: {verdict: clear, plans: []}}\n"
    (tmp_path / "asked.yaml").write_text(asked, encoding="utf-8")
    ended = licet("kb", "ask", str(tmp_path / "asked.yaml"))
    assert (ended.returncode, ended.stdout) == (0, "1 question: 1 answered as expected.\n")
    (tmp_path / "asked.yaml").write_text(
        asked.replace("clear,", "settled,") + "- {name: B, ask: fix none.yaml}\n", encoding="utf-8"
    )
    ended = licet("kb", "ask", str(tmp_path / "asked.yaml"))
    assert ended.returncode == 1
    assert "1: verdict: expected settled, answered clear" in ended.stdout
    assert "it ends with 2, not with 0" in ended.stdout and "none.yaml" in ended.stdout
    assert "2 questions: 0 answered as expected, 2 not." in ended.stdout


def test_a_fault_in_a_goal_program_is_noticed_or_told(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        (FILES[0].parent.parent / "fix" / "cases.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    pattern = "{plans: [{measures: [{kind: relabel}]}]}"
    asked = f"- {{name: It is relabelled, ask: 'fix case.yaml --case \"GPL-3.0 library\"', expect: {pattern}}}\n"
    (tmp_path / "fix.yaml").write_text(asked, encoding="utf-8")
    goals = (KNOWLEDGE_BASE / "goals" / "fix.lp").read_text(encoding="utf-8").splitlines()
    noticed, missed = (
        next(n for n, line in enumerate(goals, 1) if line.startswith(text)) for text in ("handed(Work)", "effort(adapt")
    )
    places = [option for line in (noticed, missed) for option in ("--only", f"kb/goals/fix.lp:{line}")]
    ended = licet("kb", "goals", str(tmp_path), "--drops", *places)
    assert ended.returncode == 1 and "goals: 50.0 % noticed (1 of 2)." in ended.stdout
    assert f"kb/goals/fix.lp:{missed}: drop" in ended.stdout and f":{noticed}:" not in ended.stdout
