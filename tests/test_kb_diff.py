# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb diff``: what changed, because of which edit, against a revision of a repository made for the test."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from licet.engine.finding import Cite, Finding
from licet.engine.workbench.diff.blame import SINGLY, Inquest
from licet.engine.workbench.diff.blocks import blocks
from licet.engine.workbench.diff.changes import Change
from licet.engine.workbench.diff.edits import Edit as EditOf
from licet.engine.workbench.diff.edits import edits_between
from licet.engine.workbench.diff.states import State
from licet.repl.main import run

from .test_kb_test import PASSES, knowledge_base

STAYS = """
- name: A program under MIT may be handed out with the notice
  given:
    works:
      tool: {kind: software, under: MIT}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: tool, form: binary}]
"""
HOUSE = STAYS.replace("handed out with the notice", "used in the house without").replace("does: distribute", "does: use")
KEEPS = "% [licence] The covered part keeps its agreement"
MIT = "must(distribute, covered, (retain_notices; license_copy))"

Edit = Callable[[str, str, str], None]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=licet contributors", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with a small knowledge base and three cases, all of it committed."""
    folder = tmp_path_factory.mktemp("repository")
    knowledge_base(folder / "kb")
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "tuned.yaml").write_text(PASSES + STAYS + HOUSE, encoding="utf-8")
    git(folder, "init", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--message=Begin")
    git(folder, "tag", "first")
    return folder


@pytest.fixture
def edit(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Puts one text in the place of another in a file of the knowledge base, until the end of the test."""
    monkeypatch.chdir(repository)

    def replace(path: str, old: str, new: str) -> None:
        file = repository / "kb" / path
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    yield replace
    git(repository, "checkout", "--", ".")
    git(repository, "clean", "--force", "-d", "--quiet")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> Mapping[str, Any]:
    """The report as an object; the exit code is that of the report."""
    code = run(["kb", "diff", *arguments, "--format", "json"])
    report: Mapping[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (1 if report["groups"] or report["undecided"] else 0)
    return report


def ways(group: Mapping[str, Any]) -> dict[str, list[tuple[str, str, str]]]:
    """By the name of the case what came, went or changed, with kind and topic."""
    return {
        case["name"]: [
            (found["change"], (found["after"] or found["before"])["kind"], (found["after"] or found["before"])["topic"])
            for found in case["findings"]
        ]
        for case in group["cases"]
    }


def test_without_an_edit_nothing_is_decided(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "diff", "HEAD"]) == 0
    assert "The knowledge base is that of HEAD" in capsys.readouterr().out


def test_a_dropped_literal_is_found_with_what_it_changes(
    edit: Edit, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("rules/obligation.lp", "triggered(Act, License, Trigger, Work),\n", "\n")
    edit("rules/use.lp", "% [", "% [planted] Nothing uses this.\nidle(Work) :- kind(Work, program_of_nobody).\n\n% [")
    report = told(capsys, "HEAD")
    (group,) = report["groups"]
    responsible, idle = report["edits"]
    assert (responsible["file"], responsible["source"]) == ("kb/rules/obligation.lp", "licence")
    assert responsible["sentence"] == "The act brings about a duty that nothing conditions."
    text = (repository / responsible["file"]).read_text(encoding="utf-8")
    assert text.splitlines()[responsible["line_after"] - 1] == "due(Act, Party, Work, License, Section, Duty) :-"
    assert (group["edits"], group["how"]) == ([responsible["number"]], "alone")
    assert (report["idle"], idle["sentence"]) == ([idle["number"]], "Nothing uses this.")
    found = ways(group)
    assert found == {
        "A program under MIT may be used in the house without": [
            ("came", "obligation", "license-copy"),
            ("came", "obligation", "retain-notices"),
        ]
    }


def test_text_tells_rule_place_number_and_cases(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("rules/label.lp", KEEPS, f"{KEEPS[:2]}[licence] The covered part kept its agreement")
    edit("licenses/llama3.1.lp", 'clause("llama3.1", "1.b.i", must(distribute, covered, keep_terms)).\n', "")
    assert run(["kb", "diff", "first"]) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("kb/licenses/llama3.1.lp:44 of first [llama3.1 1.b.i]")
    assert '- clause("llama3.1", "1.b.i", must(distribute, covered, keep_terms)).' in said
    assert "=> 2 findings in 1 case: 2 went, 1 verdict changed." in said
    assert "scenarios/tuned.yaml:2: A tuned model cannot go out under MIT alone ~ verdict: settled → unknown" in said
    assert "- conflict, settled: acme distributes tuned:" in said
    assert "Edits that change nothing in these cases kb/rules/label.lp:" in said
    assert "2 edits since first; of 3 cases 3 can be concerned: 2 findings in 1 case changed." in said


def test_an_edit_of_a_licence_concerns_the_cases_that_load_it(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("licenses/llama3.1.lp", 'clause("llama3.1", "1.b.i", must(distribute, covered, keep_terms)).\n', "")
    assert told(capsys, "HEAD")["concerned"] == 1
    edit("licenses/Zlib.lp", "distribute", "host")
    report = told(capsys, "HEAD")
    assert report["concerned"] == 1
    assert len(report["idle"]) == 1


def test_two_edits_that_need_each_other_are_responsible_together(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("rules/obligation.lp", "Party, Form), not mark(Duty).", "Party, Form), not mark(Duty), not planted(Work).")
    edit("rules/use.lp", "% [", '% [planted] What is only here for a test.\nplanted(Work) :- labelled(Work, 0, "MIT").\n\n% [')
    report = told(capsys, "HEAD")
    (group,) = report["groups"]
    assert (group["how"], len(group["edits"])) == ("together", 2)
    changed = ways(group)["A program under MIT may be handed out with the notice"]
    assert ("went", "obligation", "license-copy") in changed


def test_two_edits_each_of_which_is_enough_are_both_responsible(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("rules/obligation.lp", "Party, Form), not mark(Duty).", "Party, Form), not mark(Duty), Duty != license_copy.")
    edit("licenses/MIT.lp", MIT, "must(distribute, covered, retain_notices)")
    groups = {group["how"]: group for group in told(capsys, "HEAD")["groups"]}
    assert ways(groups["each"])["A program under MIT may be handed out with the notice"] == [
        ("went", "obligation", "license-copy")
    ]
    assert len(groups["each"]["edits"]) == 2
    assert len(groups["alone"]["edits"]) == 1, "the rule alone, for the other licence"


def test_wording_is_kept_apart_from_law(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("vocabulary.lp", "% Give every recipient a copy of the licence text.", "% Hand everybody the licence text.")
    (group,) = told(capsys, "HEAD")["groups"]
    found = [found for case in group["cases"] for found in case["findings"]]
    assert found and all((each["change"], each["aspects"]) == ("changed", ["wording"]) for each in found)


def test_a_licence_that_comes_is_one_edit(edit: Edit, capsys: pytest.CaptureFixture[str], repository: Path) -> None:
    text = (repository / "kb" / "licenses" / "Zlib.lp").read_text(encoding="utf-8")
    git(repository, "rm", "--quiet", "--cached", "kb/licenses/Zlib.lp")
    git(repository, "commit", "--quiet", "--message=Drop")
    git(repository, "reset", "--quiet", "--hard")
    edit("licenses/Zlib.lp", "", text)
    (repository / "scenarios" / "zlib.jsonl").write_text(
        '{"name": "Zlib", "given": {"works": {"tool": {"kind": "software", "under": "Zlib"}}}}\n', encoding="utf-8"
    )
    report = told(capsys, "HEAD", "scenarios/zlib.jsonl")
    git(repository, "reset", "--quiet", "--hard", "first")
    (group,) = report["groups"]
    assert report["cases"] == report["concerned"] == 4
    assert report["edits"][0]["sentence"] == "The licence Zlib is now known."
    assert ways(group)["Zlib"][0][:2] == ("went", "notice")


def test_markdown_folds_cases_and_shows_the_statement(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    edit("licenses/MIT.lp", MIT, "must(distribute, covered, retain_notices)")
    assert run(["kb", "diff", "HEAD", "--format", "markdown"]) == 1
    said = capsys.readouterr().out
    assert '```diff\n- clause("MIT"' in said
    assert "<details><summary>Cases</summary>" in said


def test_a_file_that_cannot_be_read_is_an_error_and_the_others_are_decided(
    edit: Edit, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("licenses/MIT.lp", MIT, "must(distribute, covered, retain_notices)")
    (repository / "scenarios" / "broken.yaml").write_text("- name\n", encoding="utf-8")
    assert run(["kb", "diff", "HEAD"]) == 2
    captured = capsys.readouterr()
    assert "scenarios/broken.yaml:1" in captured.err
    assert "went" in captured.out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(["kb", "diff", *arguments]) == 2
    return " ".join(capsys.readouterr().err.split())


def test_an_unknown_revision_is_told_with_the_nearest(edit: Edit, capsys: pytest.CaptureFixture[str]) -> None:
    assert "git knows no revision `frist` here; did you mean first?" in refused(capsys, "frist")
    assert "git knows no revision `-x`" in refused(capsys, "--", "-x")


def test_a_knowledge_base_that_cannot_be_decided_on_is_told_by_its_side(
    edit: Edit, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("rules/use.lp", "% [", "broken(X) :- not case(X).\n% [")
    said = refused(capsys, "HEAD")
    assert "the knowledge base as it is cannot be decided on by this engine: kb/rules/use.lp:" in said
    assert "unsafe variables" in said
    git(repository, "commit", "--quiet", "--all", "--message=Break")
    edit("rules/use.lp", "broken(X) :- not case(X).\n", "")
    said = refused(capsys, "HEAD")
    git(repository, "reset", "--quiet", "--hard", "first")
    assert "the knowledge base of HEAD cannot be decided on by this engine: kb/rules/use.lp:" in said


def test_outside_of_a_checkout_and_without_git_the_command_says_so(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    knowledge_base(tmp_path / "kb")
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "a.yaml").write_text(STAYS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert "is not in a git checkout" in refused(capsys, "HEAD")
    git(tmp_path, "init")
    git(tmp_path, "commit", "--allow-empty", "--message=Nothing")
    assert "HEAD has no folder kb that git knows" in refused(capsys, "HEAD")
    monkeypatch.chdir(repository)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git cannot be run" in refused(capsys, "HEAD")


def test_blocks_put_together_are_the_file_and_statements_keep_their_comments() -> None:
    text = "% header\n\n% [a] One.\np(1). p(2).\n% two\np(3) :-\n    p(1).\np(4).\n\n% end\n"
    found = blocks(text)
    assert "".join(block.text for block in found) == text
    assert [block.code for block in found] == ["", "p(1). p(2).", "p(3) :-\n    p(1).", "p(4).", ""]
    assert [block.comment for block in found][1:3] == ["[a] One.", "two"]
    assert [block.line for block in found][1:4] == [4, 6, 8]
    assert [block.text for block in blocks("broken(")] == ["broken("]


def test_each_edit_can_be_taken_back_by_itself(tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    texts = (
        "% One.\np(1).\n\n% Two.\nq(1) :- p(1), r.\n\ngone(1).\n",
        "% One.\np(1).\n\n% Two.\nq(1) :- p(1).\n\nnew(1).\nlast(1).\n",
    )
    for folder, text in zip((before, after), texts, strict=True):
        (folder / "rules").mkdir(parents=True)
        (folder / "rules" / "a.lp").write_text(text, encoding="utf-8")
    edits = edits_between(before, after)
    changed = next(edit for edit in edits.edits if edit.sentence == "Two.")
    edits.write(tmp_path / "one", [changed])
    assert (tmp_path / "one" / "rules" / "a.lp").read_text(encoding="utf-8") == texts[1].replace(
        "p(1).\n\nnew", "p(1), r.\n\nnew"
    )
    edits.write(tmp_path / "none")
    edits.write(tmp_path / "all", edits.edits)
    assert [(tmp_path / name / "rules" / "a.lp").read_text(encoding="utf-8") for name in ("all", "none")] == list(texts)


def test_in_what_a_finding_changes() -> None:
    before = Finding("obligation", "license-copy", ("a",), "…", "settled", cites=(Cite("MIT", "1"),))
    after = Finding("obligation", "license-copy", ("a",), "…", "likely", cites=(Cite("MIT", "2"),), conditions=(("x",),))
    assert Change(before, after).aspects == ("standing", "clauses", "conditions")
    assert (Change(None, after).way, Change(before, None).way, Change(before, after).way) == ("came", "went", "changed")


def blamed(count: int, follows: Callable[[set[int]], bool]) -> tuple[list[tuple[str, list[int]]], int]:
    """Who is found responsible, of so many edits, for what follows where some are made, and how often was decided."""
    edits = [EditOf(number, "rules/a.lp", None, None) for number in range(count)]
    asked = []

    def decide(back: Collection[EditOf], cases: Sequence[int]) -> Mapping[int, State]:
        asked.append(back)
        made = set(range(count)) - {edit.number for edit in back}
        return {case: State("settled" if follows(made) else "clear") for case in cases}

    inquest = Inquest(edits, {0: State("settled")}, decide, lambda edit, case: True)
    return [(blame.how, [edit.number for edit in blame.edits]) for blame in inquest.blames([(0, "verdict")])], len(asked)


def test_who_is_responsible_among_few_and_many() -> None:
    for count in (SINGLY, 4 * SINGLY):
        assert blamed(count, lambda made: 7 in made)[0] == [("alone", [7])]
        assert blamed(count, lambda made: {7, 13} <= made)[0] == [("together", [7, 13])]
        assert blamed(count, lambda made: bool({7, 13} & made))[0] == [("each", [7, 13])]
        assert blamed(count, lambda made: len(made) > 1)[0] == [("unknown", list(range(count)))]
    assert blamed(1, lambda made: True) == ([("alone", [0])], 0)
    assert blamed(4 * SINGLY, lambda made: {7, 50} <= made)[1] < 2 * SINGLY, "many edits are halved"
