# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Reports tell every finding, in the order in which people read, and let nothing in a case steer what shows them."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from licet.engine import finding as finding_module
from licet.engine.case import Act, Case
from licet.engine.finding import KINDS, STANDINGS, Cite, Decision, Finding
from licet.engine.report import markdown, structured, text
from licet.engine.report.layout import cells, wrap
from licet.engine.report.look import Look
from licet.engine.report.outcome import LEVELS, Outcome, Refusal, fails
from licet.engine.report.outline import outline

SCHEMA = json.loads((Path(finding_module.__file__).parent / "schema" / "finding.json").read_text(encoding="utf-8"))
HOSTILE = "\x1b[31mred\u202etxet\n| a <b>@someone #12 `x` [l](u)"


def as_text(*items: Outcome | Refusal, **look: object) -> str:
    return "".join(text.report(items, "likely", Look(**look)))  # type: ignore[arg-type]


def flat(report: str) -> str:
    """The report with every run of white space as one space, so that wrapped sentences can be found."""
    return " ".join(report.split())


@pytest.mark.parametrize(
    ("verdict", "settled", "likely", "possible"),
    [
        ("clear", False, False, False),
        ("settled", True, True, True),
        ("likely", False, True, True),
        ("unknown", False, True, True),
        ("possible", False, False, True),
    ],
)
def test_an_unknown_fact_fails_where_a_likely_finding_does(verdict: str, settled: bool, likely: bool, possible: bool) -> None:
    assert [fails(verdict, level) for level in LEVELS] == [settled, likely, possible]


def test_text_tells_relations_then_what_is_wrong_then_duties_then_questions(decision: Decision) -> None:
    report = as_text(Outcome(decision, ("cases.yaml:9: a prohibition was expected",)), permissions=True)
    order = [
        decision.case.name,
        "cases/llama.yaml:3",
        "=> not allowed (settled)",
        "How the works relate",
        "What stands in the way",
        "Obligations",
        "Permissions",
        "Open questions",
        "Notices",
        "Licence chosen",
        "Expectations not met",
    ]
    positions = [report.index(words) for words in order]
    assert positions == sorted(positions)


def test_text_tells_every_sentence_clause_remedy_condition_and_fact(decision: Decision) -> None:
    report = flat(as_text(Outcome(decision), permissions=True, width=1000))
    for finding in decision.findings:
        assert finding.sentence in report
        assert all(words in report for words in (*finding.remedies, *finding.rests_on))
        assert all(answer in report for answers in finding.conditions for answer in answers)
        if finding.kind != "question":
            assert all(str(cite) in report for cite in finding.cites)


def test_wrongs_are_told_surest_first(decision: Decision) -> None:
    report = as_text(Outcome(decision))
    heads = re.findall(r"^ +\d+\. ([a-z ]+?)(?: medical-advice)?, (\w+):", report, re.MULTILINE)
    assert heads == [
        ("conflict", "settled"),
        ("prohibition", "likely"),
        ("restricted use", "unknown"),
        ("prohibition", "possible"),
    ]


def test_what_is_said_of_two_acts_or_by_two_clauses_is_told_once(decision: Decision) -> None:
    conflict, _, restricted, _ = outline(decision).wrongs
    assert conflict.subjects == ("acme distributes tuned (with base)", "acme hosts tuned (with base)")
    assert [cite.license for cite in restricted.cites] == ["bigcode-openrail-m", "creativeml-openrail-m"]


def test_findings_with_different_remedies_are_told_apart(decision: Decision) -> None:
    first, second = decision.of_kind("conflict")
    other = replace(decision, findings=(first, replace(second, remedies=("Host nothing.",))))
    assert len(outline(other).wrongs) == 2


def test_acts_with_the_same_duties_share_a_group(decision: Decision) -> None:
    duties = [duty for duty in decision.of_kind("obligation") if duty.topic != "license-whole"]
    (group,) = outline(replace(decision, findings=tuple(duties))).obligations
    assert group.doings == ("acme distributes tuned", "acme hosts tuned")
    assert len(outline(decision).obligations) == 2


def test_a_breach_of_promise_is_told_apart_from_infringement(decision: Decision) -> None:
    (breach,) = [line for line in as_text(Outcome(decision)).splitlines() if "breach" in line]
    assert "not an infringement" in breach


def test_the_branch_chosen_is_told_with_the_work(decision: Decision) -> None:
    for report in (as_text(Outcome(decision)), "".join(markdown.report([Outcome(decision)], "likely"))):
        assert "- engine: MIT, out of MIT OR Apache-2.0" in report


def test_what_holds_for_two_reasons_is_told_once_with_the_smallest_sets(decision: Decision) -> None:
    duty = next(duty for duty in decision.of_kind("obligation") if duty.topic == "license-whole")
    again = (replace(duty, conditions=(conditions,)) for conditions in (("b", "c"), ("a", "b"), ("b",)))
    (group,) = outline(replace(decision, findings=(*again,))).obligations
    (block,) = group.blocks
    assert (block.standing, block.conditions) == ("likely", (("b",),))


def test_duties_of_a_minority_reading_are_told_in_short(decision: Decision) -> None:
    duty = next(duty for duty in decision.of_kind("obligation") if duty.topic == "license-whole")
    report = as_text(Outcome(replace(decision, findings=(replace(duty, standing="possible"),))))
    assert "possible, if" in report and "CC-BY-SA-4.0 [tuned]: license-whole (3(b)(1))" in report
    assert duty.sentence not in report


def test_duties_stand_under_the_act_of_the_case_not_under_a_part_of_the_work(decision: Decision) -> None:
    case = replace(decision.case, acts=(Act("acme", "distribute", "image"),))
    duty = Finding("obligation", "attribute", ("base",), "Name the creator.", party="acme", act="distribute")
    report = as_text(Outcome(Decision(case, (duty,))))
    assert "acme distributes image:\n    - Name the creator. [base]" in report


def test_permissions_are_told_on_request_only(decision: Decision) -> None:
    assert "Permissions" not in as_text(Outcome(decision))
    assert "Permissions" not in "".join(markdown.report([Outcome(decision)], "likely"))
    assert "Permissions" in "".join(markdown.report([Outcome(decision)], "likely", permissions=True))


def test_the_summary_names_cases_that_are_not_clear_and_counts_the_rest(decision: Decision, clear: Decision) -> None:
    report = as_text(Outcome(decision, ("unmet",)), Outcome(clear), Refusal("bad.yaml:1: broken", "bad.yaml", 1), brief=True)
    assert "How the works relate" not in report
    assert decision.case.name in flat(report)
    assert clear.case.name not in report
    for sentence in ("2 cases: 1 clear, 1 not allowed (settled).", "1 case fails", "1 expectation is not met", "1 problem"):
        assert sentence in flat(report)


def test_the_summary_tells_the_surest_first(decision: Decision) -> None:
    wrong = decision.of_kind("prohibition")
    cases = [Outcome(replace(decision, findings=(finding,))) for finding in (*wrong, *decision.of_kind("conflict"))]
    summary = as_text(*cases, brief=True)
    assert re.findall(r"^(settled|likely|possible) ", summary, re.MULTILINE) == ["settled", "settled", "likely", "possible"]
    table = "".join(markdown.report(cases, "likely", brief=True))
    assert re.findall(r"^\| (settled|likely|possible)", table, re.MULTILINE) == ["settled", "settled", "likely", "possible"]


@pytest.mark.parametrize("width", [40, 59, 80, 120])
def test_no_line_is_wider_than_the_terminal(decision: Decision, width: int) -> None:
    wide = replace(decision.case, name="法律 " * 60 + "x" * 300)
    report = as_text(Outcome(replace(decision, case=wide), ("y" * 200,)), width=width, permissions=True)
    assert max(cells(line) for line in report.splitlines()) == width


def test_colour_adds_nothing_but_colour(decision: Decision, clear: Decision) -> None:
    items = (Outcome(decision), Outcome(clear))
    painted = as_text(*items, paint=lambda piece, role: f"<{role}>{piece}</>")
    assert "<wrong>" in painted and "<good>" in painted
    assert re.sub(r"<[a-z]+>|</>", "", painted) == as_text(*items)


def test_a_name_cannot_steer_the_terminal(decision: Decision) -> None:
    report = as_text(Outcome(replace(decision, case=replace(decision.case, name=HOSTILE))))
    assert "\x1b" not in report and "\u202e" not in report
    assert "\\x1b[31mred\\u202etxet\\n|" in report


def test_a_name_cannot_steer_markdown(decision: Decision) -> None:
    hostile = Finding("conflict", "two-copylefts", (HOSTILE,), HOSTILE, party=HOSTILE, act="host", cites=(Cite(HOSTILE, "1"),))
    duty = replace(hostile, kind="obligation", topic="attribute")
    case = Case(HOSTILE, ())
    report = "".join(markdown.report([Outcome(Decision(case, (hostile, duty)), (HOSTILE,))], "likely"))
    assert not re.search(r"@someone|#12|(?<!\\)`|<b>|(?<!\\)\[l", report)
    rows = [line for line in report.splitlines() if line.startswith("|")]
    columns = [len(re.findall(r"(?<!\\)\|", row)) for row in rows]
    assert columns == [4, 4, 4]


def test_markdown_starts_with_the_summary_and_folds_duties(decision: Decision, clear: Decision) -> None:
    report = "".join(markdown.report([Outcome(decision), Outcome(clear)], "likely"))
    assert report.startswith("## licet\n\n2 cases: 1 clear")
    assert report.index("What stands in the way") < report.index("<details><summary>Obligations (7)</summary>")
    assert report.count("<details>") == report.count("</details>") == 1
    assert clear.case.name not in "".join(markdown.report([Outcome(decision), Outcome(clear)], "likely", brief=True))


def test_json_is_what_the_schema_says(decision: Decision, clear: Decision) -> None:
    refusal = Refusal("bad.yaml:1: broken", "bad.yaml", 1)
    items = [Outcome(decision, ("unmet",)), refusal, Outcome(clear), Outcome(Decision(Case(HOSTILE, ()), ()))]
    document = json.loads("".join(structured.report(items)))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(document)
    first = document["cases"][0]
    assert (first["name"], first["file"], first["line"]) == (decision.case.name, "cases/llama.yaml", 3)
    assert (first["verdict"], first["elections"], first["unmet"]) == ("settled", {"engine": "MIT"}, ["unmet"])
    assert len(first["findings"]) == len(decision.findings)
    assert document["problems"] == [{"message": "bad.yaml:1: broken", "file": "bad.yaml", "line": 1}]


def test_json_of_nothing_is_valid() -> None:
    document = json.loads("".join(structured.report([])))
    Draft202012Validator(SCHEMA).validate(document)
    assert document == {"version": 1, "cases": [], "problems": []}


def test_json_is_written_while_cases_come_in(decision: Decision) -> None:
    def items():  # type: ignore[no-untyped-def]
        yield Outcome(decision)
        raise RuntimeError("nobody may wait for this one")

    chunks = structured.report(items())
    assert next(chunks) and decision.case.name in next(chunks)


def test_the_schema_knows_the_kinds_the_standings_and_every_field() -> None:
    definition = SCHEMA["$defs"]["finding"]["properties"]
    assert definition["kind"]["enum"] == list(KINDS)
    assert definition["standing"]["enum"] == list(STANDINGS)
    assert list(definition) == [field.name for field in fields(Finding)]
    assert list(SCHEMA["$defs"]["cite"]["properties"]) == [field.name for field in fields(Cite)]
    assert set(SCHEMA["$defs"]["case"]["properties"]["verdict"]["enum"]) == {"clear", *STANDINGS}


def test_the_schema_refuses_what_is_misspelt(clear: Decision) -> None:
    document = json.loads("".join(structured.report([Outcome(clear)])))
    document["cases"][0]["verdict"] = "fine"
    assert not Draft202012Validator(SCHEMA).is_valid(document)


@given(st.text(max_size=200), st.integers(min_value=8, max_value=60))
def test_wrapping_keeps_every_character_and_the_width(words: str, width: int) -> None:
    lines = wrap(words, width, "- ", 2)
    assert lines[0].startswith("- ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert all(cells(line) <= max(width, 10) for line in lines)
    kept = "".join(line[2:] for line in lines).replace(" ", "")
    assert kept == "".join(wrap(words, 10_000)).replace(" ", "")
