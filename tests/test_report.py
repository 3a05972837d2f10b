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
from licet.engine.case import Act, Case, Place
from licet.engine.comparison import Comparison
from licet.engine.finding import KINDS, STANDINGS, Cite, Decision, Finding
from licet.engine.report import markdown, structured, text
from licet.engine.report.contrast import contrast
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
    assert list(definition) == [field.name for field in fields(Finding) if field.name != "term"]
    assert list(SCHEMA["$defs"]["cite"]["properties"]) == [field.name for field in fields(Cite)]
    assert set(SCHEMA["$defs"]["verdict"]["enum"]) == {"clear", *STANDINGS}
    assert SCHEMA["$defs"]["standing"]["enum"] == [*STANDINGS, None]


def test_the_schema_refuses_what_is_misspelt(clear: Decision) -> None:
    document = json.loads("".join(structured.report([Outcome(clear)])))
    document["cases"][0]["verdict"] = "fine"
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def compared(*readings: tuple[str, str | None], name: str = "service") -> Outcome:
    """A case with a conflict that is likely as it stands, compared with readings under which it stands otherwise."""

    def decided(standing: str | None) -> Decision:
        act = {"party": "acme", "act": "host", "cites": (Cite("GPL-3.0-only", "5(c)"),)}
        conflict = Finding("conflict", "label-breaks-copyleft", (name, "library"), "No.", standing or "settled", **act)  # type: ignore[arg-type]
        duties = (replace(conflict, kind="obligation", topic=topic) for topic in ("license-whole", "provide-source"))
        grant = Finding("permission", "permission", (name,), "MIT grants this.", standing or "possible")
        same = Finding("notice", "contradicts", (name,), "Both cannot be followed.")
        return Decision(Case("Hosted", (), place=Place("x.yaml", 1)), (*((conflict, *duties) if standing else ()), grant, same))

    return Outcome(
        decided("likely"), comparison=Comparison(decided("likely"), {name: decided(under) for name, under in readings})
    )


READINGS = (("strict", "settled"), ("lenient", None), ("silent", "likely"), ("severe", "settled"), ("doubting", "possible"))
CHANGES = """\
What changes with the reading (-: not found)
  A  as it stands, silent
  B  doubting
  C  lenient
  D  severe, strict
                                             A        B        C        D
  verdict                                    likely   possible clear    settled
  acme hosts service (with library)
    conflict: label-breaks-copyleft          likely   possible -        settled
      (GPL-3.0-only)
    obligation: license-whole,               likely   possible -        settled
      provide-source (GPL-3.0-only)
  1 other finding stands the same under every theory.
"""


def test_readings_that_give_the_same_share_a_column_and_what_changes_alike_a_row() -> None:
    assert CHANGES in as_text(compared(*READINGS))


@pytest.mark.parametrize("width", [40, 50, 60, 80, 120])
@pytest.mark.parametrize("number", [1, 3, 9, 30])
def test_a_comparison_fits_every_terminal_and_says_the_same(width: int, number: int) -> None:
    many = tuple((f"reading-{index}", (*STANDINGS, None)[index % 5]) for index in range(number))
    report = as_text(compared(*many), width=width)
    changes = report[report.index("What changes") : report.index("====")]
    assert max(map(cells, changes.splitlines())) <= width
    assert all(name in changes for name, _ in many)
    shown = contrast(compared(*many).comparison)  # type: ignore[arg-type]
    for column in shown.columns:
        assert f"  {column.head}  {column.readings[0]}" in changes
    verdicts = [column.verdict for column in shown.columns]
    words = [*verdicts, *(cell for _, lines in shown.groups for line in lines for cell in line.cells)]
    assert re.findall(r"\b(?:clear|settled|likely|unknown|possible)\b", changes) == [word for word in words if word != "-"]


@pytest.mark.parametrize("permissions", [True, False])
def test_permissions_that_change_are_told_on_request_only(permissions: bool) -> None:
    item = compared(("other", "settled"))
    for report in (as_text(item, permissions=permissions), "".join(markdown.report([item], "likely", permissions))):
        assert ("permission" in report[report.index("What changes") :]) == permissions


def test_columns_are_the_same_in_whatever_order_profiles_come() -> None:
    assert as_text(compared(*READINGS)) == as_text(compared(*reversed(READINGS)))


def test_where_nothing_changes_one_sentence_says_so() -> None:
    item = compared(("one", "likely"), ("other", "likely"))
    for report in (as_text(item), "".join(markdown.report([item], "likely"))):
        assert "Nothing: 4 findings stand the same under every theory." in report
        assert "as it stands" not in report


def test_the_end_counts_verdicts_that_turn_on_the_reading() -> None:
    assert "1 verdict turns on the reading." in as_text(compared(*READINGS), compared(("silent", "likely")))
    assert "0 verdicts turn on the reading." in as_text(compared(("silent", "likely")), brief=True)
    assert "on the reading." not in as_text(replace(compared(*READINGS), comparison=None))


def test_a_comparison_in_colour_adds_nothing_but_colour() -> None:
    painted = as_text(compared(*READINGS), paint=lambda piece, role: f"<{role}>{piece}</>")
    assert "<doubt> possible</>" in painted or "<doubt> possible" in painted
    assert re.sub(r"<[a-z]+>|</>", "", painted) == as_text(compared(*READINGS))


def test_a_comparison_in_markdown_is_a_table_that_no_name_can_break() -> None:
    report = "".join(markdown.report([compared(*READINGS, name=HOSTILE)], "likely"))
    rows = [line for line in report[report.index("What changes") :].splitlines() if line.startswith("|")]
    assert [len(re.findall(r"(?<!\\)\|", row)) for row in rows] == [6] * 5
    assert rows[0] == "| under | as it stands, silent | doubting | lenient | severe, strict |"
    assert rows[2] == "| **verdict** | **likely** | **possible** | **clear** | **settled** |"
    assert rows[3].endswith("conflict: label-breaks-copyleft (GPL-3.0-only) | likely | possible | - | settled |")
    assert not re.search(r"@someone|#12|(?<!\\)`|<b>|(?<!\\)\[l", report)


def test_json_carries_every_profile_and_what_changes() -> None:
    document = json.loads("".join(structured.report([compared(*READINGS), Outcome(compared().decision, reading="strict")])))
    Draft202012Validator(SCHEMA).validate(document)
    first, second = document["cases"]
    assert {name: profile["verdict"] for name, profile in first["profiles"].items()} == {
        "strict": "settled",
        "lenient": "clear",
        "silent": "likely",
        "severe": "settled",
        "doubting": "possible",
    }
    assert [len(first["profiles"][name]["findings"]) for name in ("strict", "lenient")] == [5, 2]
    assert [change["topic"] for change in first["changes"]] == [
        "label-breaks-copyleft",
        "license-whole",
        "provide-source",
        "permission",
    ]
    assert first["changes"][0]["standing"] == "likely" and first["changes"][0]["under"] == dict(READINGS)
    assert (first["unchanged"], second["reading"]) == (1, "strict")
    assert "profiles" not in second and "reading" not in first


@pytest.mark.parametrize("key", ["profiles", "changes", "unchanged"])
def test_the_schema_wants_profiles_and_changes_together(key: str) -> None:
    document = json.loads("".join(structured.report([compared(*READINGS)])))
    del document["cases"][0][key]
    assert not Draft202012Validator(SCHEMA).is_valid(document)


def test_a_report_under_one_reading_names_it() -> None:
    item = Outcome(compared().decision, reading="eu-interop")
    for report in (as_text(item), "".join(markdown.report([item], "likely"))):
        assert "x.yaml:1, under the reading eu-interop\n" in report


@given(st.text(max_size=200), st.integers(min_value=8, max_value=60))
def test_wrapping_keeps_every_character_and_the_width(words: str, width: int) -> None:
    lines = wrap(words, width, "- ", 2)
    assert lines[0].startswith("- ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert all(cells(line) <= max(width, 10) for line in lines)
    kept = "".join(line[2:] for line in lines).replace(" ", "")
    assert kept == "".join(wrap(words, 10_000)).replace(" ", "")
