# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Each check of the knowledge base finds the fault that it is for, on its line, and says what belongs there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from licet.engine.workbench.lint import base as files
from licet.engine.workbench.lint.base import Base, Fault
from licet.engine.workbench.lint.checks import CHECKS, Check, lint, sections
from licet.engine.workbench.lint.header import MARKS
from licet.engine.workbench.lint.occurrence import occurs
from licet.engine.workbench.lint.sections import listed, path
from licet.repl.main import run

READ = files.read
SPDX = "% SPDX-FileCopyrightText: licet contributors\n% SPDX-License-Identifier: Apache-2.0\n\n"
MIT, GPL = "licenses/MIT.lp", "licenses/GPL-3.0-only.lp"


@cache
def real() -> Base:
    """The rules as they are, and two licences."""
    whole = files.read()
    return Base({name: file for name, file in whole.files.items() if not file.is_licence or name in (MIT, GPL)})


def check(name: str) -> Check:
    return next(known for known in CHECKS if known.name == name)


class Plant(NamedTuple):
    """A fault: the check that has to find it, what takes the place of what, what is said of it, and on which line it shows."""

    check: str
    file: str
    old: str
    new: str
    said: str
    shows: str = ""


def planted(*plants: Plant) -> Base:
    texts: dict[str, str] = {}
    for plant in plants:
        text = texts.get(plant.file, real().files[plant.file].text)
        assert text.count(plant.old) == 1, plant
        texts[plant.file] = text.replace(plant.old, plant.new)
    return real().having(texts)


def found(plant: Plant, base: Base) -> list[Fault]:
    """What the check says of the line of the fault."""
    text = base.files[plant.file].text
    line = text.count("\n", 0, text.index(plant.shows or plant.new)) + 1
    faults = [finding.fault for finding in lint(base, [check(plant.check)])]
    return [fault for fault in faults if (fault.file, fault.line) == (plant.file, line)]


def said(faults: list[Fault]) -> str:
    return "\n".join(f"{fault.message}; expected {fault.expected}" for fault in faults)


HEADER = "%  reads    told/3, needed/2, purpose/2"
GIVEN = "rules/given.lp"
FACT = "known(Subject, Fact, Answer) :- told(Subject, Fact, Answer)."
ABOVE = f"% [case] What the case says is so.\n{FACT}"
ALONE = (
    Plant("parses", GIVEN, FACT, "known(Subject Fact).", "syntax error"),
    Plant("spdx", "show.lp", MARKS[1], "% Free.", "SPDX", "% SPDX-FileCopyrightText"),
    Plant("title", GIVEN, "%# Which facts follow from what a case gives?", "%# What is given", "not the question"),
    Plant("title", GPL, "%# GPL-3.0-only — ", "%# GPL-3 — ", "does not name the licence"),
    Plant("title", "show.lp", "%# What the engine reads back\n", "", "0 titles", "% SPDX-FileCopyrightText"),
    Plant("header", GPL, "%  left out  ", "%  omitted   ", "does not say `left out`", "% SPDX-FileCopyrightText"),
    Plant("header", GIVEN, "%  derives  known/3", "%  makes    known/3", "does not say `derives`", "% SPDX-FileCopyrightText"),
    Plant("reads", GIVEN, HEADER, "%  reads    told/3, purpose/2", "does not name `needed/2`"),
    Plant("reads", GIVEN, HEADER, f"{HEADER}, speaks/2", "names `speaks/2`, which the file does not read"),
    Plant("reads", GIVEN, HEADER, f"{HEADER}, whatever", "holds `whatever`"),
    Plant("derives", GIVEN, "%  derives  known/3", "%  derives  known/3, known/4", "names `known/4`"),
    Plant("derives", "rules/denial.lp", "finding(prohibition)", "finding(conflict)", "names `finding(conflict)`"),
    Plant("source", GIVEN, ABOVE, FACT, "no source stands above `known("),
    Plant("source", GIVEN, ABOVE, f"% What the case says is so.\n{FACT}", "no source stands above", FACT),
    Plant("sentence", GIVEN, "% [case] What the case says is so.", "% [case]", "is no sentence", "% [case]\n"),
    Plant("sentence", GIVEN, "% [case] What the case says is so.", "% [] What the case says is so.", "names no source"),
    Plant("sentence", GIVEN, "% [case] What the case says is so.", "% [case] what the case says", "is no sentence"),
    Plant("comment", "uses.lp", "% Spying on states, organizations or persons.\n", "\n", "no comment", "use(espionage"),
    Plant("doc-of-nothing", "conclusions.lp", "%*! composed(Work)", "%*! composite(Work)", "reads `composite/1`"),
    Plant("doc-of-nothing", "conclusions.lp", "%*! composed(Work)", "%*! composed(Work, Case)", "expected composed/1"),
    Plant(
        "doc-arguments",
        "conclusions.lp",
        "{Work} is made from other works",
        "{Whole} is made from other works",
        "`Whole`",
        "%*! composed(",
    ),
    Plant(
        "doc-arguments",
        "conclusions.lp",
        "%*! way(Work, Making, Source)",
        "%*! way(Work, making, Source)",
        "`making` does not name",
    ),
    Plant(
        "doc-once", "unsaid.lp", "%*! remote(Making)", "%*! runtime(Making)\n    So.\n*%\n\n%*! remote(Making)", "has another"
    ),
    Plant(
        "doc-contrary",
        "conclusions.lp",
        "    Not: {Work} is not made from any other work\n",
        "",
        "say the contrary",
        "%*! composed(",
    ),
    Plant("defined", "predicates.lp", "#defined established/2.", "", "`#defined established/2.`", "%*! established("),
    Plant("defined", "predicates.lp", "#defined established/2.", "#defined established/3.", "`established/3` is declared"),
    Plant(
        "declared",
        GIVEN,
        "told(Subject, intent, other)",
        "told(Subject, intent, othre)",
        "`othre` is no declared word; expected other",
    ),
    Plant("word-in-place", GIVEN, "told(Subject, intent, other)", "told(Subject, military, other)", "for the Fact"),
    Plant("word-in-place", GIVEN, "told(Subject, intent, other)", "told(Subject, intent, weights)", "no answer to `intent`"),
    Plant(
        "word-in-place",
        "rules/denial.lp",
        "ground_of(Denial, above_threshold) :-",
        "ground_of(Denial, distribute) :-",
        "for the Ground",
    ),
    Plant(
        "quoted",
        "rules/permission.lp",
        'License != "all-rights-reserved".',
        'says("MIT", _, _), says(mit, _, _).',
        "`mit` stands",
    ),
    Plant("quoted", GIVEN, "told(Subject, intent, other)", 'told(Subject, "intent", other)', "expected intent"),
    Plant("variable", GIVEN, "place(Act, _), not touches", "place(Act, X), not touches", "`X` is no word"),
    Plant("variable", GIVEN, FACT, "known(Subject', Fact, Answer) :- told(Subject', Fact, Answer).", "beside no `Subject`"),
    Plant(
        "variable-kind",
        GIVEN,
        "author(Work, Party), not told(Act, end_user",
        "author(Party, Work), not told(Act, end_user",
        "for work",
    ),
    Plant("safe", GIVEN, FACT, "known(Subject, Fact, Answer) :- told(Subject, Fact, _).", "nothing gives `Answer` a value"),
    Plant(
        "undefined",
        GIVEN,
        FACT,
        "known(Subject, Fact, Answer) :- tolled(Subject, Fact, Answer).",
        "nothing concludes `tolled/3`",
    ),
    Plant(
        "undefined", GIVEN, FACT, "known(Subject, Fact, Answer) :- told(Subject, Fact, Answer), way(Subject).", "expected way/3"
    ),
    Plant("unused", GIVEN, FACT, f"{FACT}\nheard(Subject) :- told(Subject, _, _).", "nobody reads `heard/1`", "heard("),
    Plant("include", GIVEN, ABOVE, '#include "/etc/passwd".', "`#include`"),
    Plant("script", GIVEN, ABOVE, "#script (lua) #end.", "a script"),
    Plant("show", GIVEN, ABOVE, "#show known/3.", "outside show.lp"),
    Plant("constraint", GIVEN, ABOVE, ":- told(Subject, Fact, yes), told(Subject, Fact, no).", "integrity constraint"),
    Plant(
        "aggregate",
        GIVEN,
        FACT,
        "known(Subject, Fact, yes) :- told(Subject, Fact, _), #count { Answer : told(Subject, Fact, Answer) } = 1.",
        "#count",
    ),
    Plant(
        "aggregate",
        GIVEN,
        FACT,
        "known(Subject, Fact, Answer) :- told(Subject, Fact, Answer), not not place(Subject, _).",
        "not not",
    ),
    Plant(
        "aggregate",
        GIVEN,
        FACT,
        "{ known(Subject, Fact, Answer) } :- told(Subject, Fact, Answer).",
        "more than a single premise",
    ),
    Plant("directive", GIVEN, ABOVE, "#minimize { 1, Subject : told(Subject, _, _) }.", "no place here"),
    Plant("directive", GIVEN, ABOVE, "#external told(a, b, c).", "no place here"),
    Plant("directive", GIVEN, ABOVE, "#program other.", "no place here"),
    Plant("clause", MIT, 'clause("MIT", "para. 1", may(', 'clause("MIT", "para. 1", mya(', "did you mean"),
    Plant("clause", MIT, 'license("MIT", software)', 'license("MIT-0", software)', "is not the licence"),
    Plant(
        "clause-comment",
        GPL,
        "% 5(c). ",
        "% 5(b). ",
        "does not begin with the section, `5(c)`",
        'clause("GPL-3.0-only", "5(c)"',
    ),
    Plant("encoded", GPL, "7, 8, 10, 13", "7, 10, 13", "`8` is not listed as encoded", 'clause("GPL-3.0-only", "8", ends_on'),
    Plant("explained", GPL, "7, 8, 10, 13", "7, 7(z), 8, 10, 13", "`7(z)` is listed as encoded, and no clause", "%  encoded"),
    Plant("order", GPL, "7, 8, 10, 13", "7, 10, 8, 13", "`10` stands after", 'clause("GPL-3.0-only", "10", bars'),
)
"""Faults that one check finds on one line."""


@pytest.mark.parametrize("plant", ALONE, ids=lambda plant: f"{plant.check}: {plant.said or plant.new}"[:60])
def test_a_planted_fault_is_found_where_it_is(plant: Plant) -> None:
    assert plant.said in said(found(plant, planted(plant)))


def test_a_check_is_proved_by_a_planted_fault() -> None:
    elsewhere = {"documented", "never-fires", "never-there"}
    assert {known.name for known in CHECKS} == {plant.check for plant in ALONE} | elsewhere


def test_a_predicate_that_crosses_a_file_without_a_doc_block_is_found() -> None:
    block = real().files["conclusions.lp"].text
    begin = block.index("%*! composed(Work)")
    end = block.index("*%", begin) + 2
    base = real().having({"conclusions.lp": block[:begin] + block[end:]})
    (finding,) = lint(base, [check("documented")])
    assert finding.fault.message == "`composed/1` goes from file to file and has no doc block"
    assert finding.fault.file == "rules/making.lp"
    assert "composed(Work) :-" in base.files["rules/making.lp"].lines[finding.fault.line - 1]


NEVER = (
    Plant(
        "never-fires",
        GIVEN,
        "told(Subject, intent, other)",
        "told(Subject, intent, othre)",
        "makes `told(Subject,intent,othre)`",
    ),
    Plant(
        "never-fires",
        "rules/denial.lp",
        ":- component(Denial, over(_, _, _)).",
        ":- component(Denial, ovre(_, _, _)).",
        "ovre(_,_,_)",
    ),
    Plant(
        "never-fires",
        "rules/making.lp",
        "Source), method, experts)",
        "Source), method, expert)",
        "given the premises before it",
    ),
    Plant(
        "never-fires",
        "doctrine/retrieval.lp",
        ":- seen(License, Work, embeds, _)",
        ":- seen(Work, License, embeds, _)",
        "`belongs(Work,Case)` hold, given",
    ),
    Plant(
        "never-there",
        "rules/licenses.lp",
        "not lifted(Exception, Base, Section, Term)",
        "not lifted(Exception, Base, Section, terms)",
        "always",
    ),
)
"""Faults that are found by deriving all that could be."""


def test_rules_that_never_fire_are_found_by_their_words_and_not_others() -> None:
    base = files.read().having({name: planted(*NEVER).files[name].text for name in {plant.file for plant in NEVER}})
    for plant in NEVER:
        assert plant.said in said(found(plant, base)), plant
    told = {(finding.fault.file, finding.fault.line) for finding in lint(base, [check("never-fires"), check("never-there")])}
    lines = {
        (plant.file, base.files[plant.file].text.count("\n", 0, base.files[plant.file].text.index(plant.new)) + 1)
        for plant in NEVER
    }
    assert told - lines == {("rules/denial.lp", 27)}  # which wants absent what the second fault keeps from being there


def test_a_line_of_a_rule_that_is_included_is_not_read() -> None:
    base = planted(Plant("include", GIVEN, ABOVE, '#include "/etc/passwd".', ""))
    assert base.files[GIVEN].broken == ()
    hidden = planted(Plant("include", GIVEN, ABOVE, '%* %* *% " *%\n% #include "x".\n', ""))
    assert [*lint(hidden, [check("include")])] == []


def test_a_licence_may_cite_what_is_listed_in_any_of_the_usual_ways() -> None:
    cited = [
        path(section) for section in ("1 item 6", "1 item 8", "2", "2.b.i", "7(c)", "Att. A (b)", "AUP 1.a", "Harm, or abuse")
    ]
    entries = listed(
        '1 items 6 and 8, 2 (with 3), 7(b) to 7(f), Attachment A (a) to (c), of the policy 1 to 3, "Harm, or abuse"', cited
    )
    assert [section for section in cited if not any(entry.covers(section) for entry in entries)] == []
    wrong = ("1 item 7", "4.b", "7(g)", "7", "Att. A (d)", "Att. B (b)", "AUP 4")
    assert [section for section in wrong if any(entry.covers(path(section)) for entry in entries)] == []


TEXT = """
A licence of four paragraphs, whose preamble says why.

1. Grants. You may use it.

2. Conditions. You
   (a) keep notices;
   (b) give a copy of this licence as section 3 says; and
   (c) do no evil.

   (i) Evil is what the licensor calls so.

3. Termination
   This ends on breach.

   - First, upon notice.
   - Then at once.
"""


@pytest.mark.parametrize(
    "section", ["1", "2(b)", "2(c)(i)", "3", "Termination", "para. 4", "3 item 2", "preamble", "2 last para."]
)
def test_a_section_that_a_text_has_is_found(section: str) -> None:
    assert occurs(section, [TEXT])


@pytest.mark.parametrize("section", ["4", "2(d)", "1(a)", "2(c)(ii)", "3(b)", "Indemnity", "para. 9", "3 item 7"])
def test_a_section_that_a_text_lacks_is_not_found(section: str) -> None:
    assert not occurs(section, [TEXT])


def test_a_clause_that_cites_a_section_which_its_text_lacks_is_found(tmp_path: Path) -> None:
    own = f'{SPDX}%# own — Own\n%\n%  text      x\n%  encoded   2(b), 2(d)\n%  left out  3\n\nlicense("own", any).\n\n'
    facts = '% 2(b). So.\nclause("own", "2(b)", contract).\n% 2(d). So.\nclause("own", "2(d)", waives).\n'
    (tmp_path / "own.txt").write_text(TEXT, encoding="utf-8")
    base = real().having({"licenses/own.lp": own + facts})
    (finding,) = lint(base, [sections(tmp_path)])
    assert (finding.check, finding.fault.file, finding.fault.line) == ("section", "licenses/own.lp", 15)
    assert "`2(d)`" in finding.fault.message
    assert [*lint(base, [sections(None)])] == []


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small knowledge base of one's own, which the command takes for the real one."""
    for name, file in real().files.items():
        target = tmp_path / "kb" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(file.text, encoding="utf-8")
    own = READ(tmp_path / "kb")
    monkeypatch.setattr(files, "read", lambda: own)
    monkeypatch.delenv("LICET_SOURCES", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    yield tmp_path / "kb"


@pytest.fixture
def faulty(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same with two faults."""
    for name, old in ((GIVEN, "% [case] What the case says is so."), (GPL, "% 5(c). ")):
        text = (copied / name).read_text(encoding="utf-8")
        (copied / name).write_text(text.replace(old, "% "), encoding="utf-8")
    own = READ(copied)
    monkeypatch.setattr(files, "read", lambda: own)
    return copied


SOME = ("--check", "source", "--check", "clause-comment")


def test_the_command_tells_file_line_and_check(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "lint", *SOME]) == 1
    out = capsys.readouterr().out
    assert f"kb/{GIVEN}:10  source\n  No source stands above `known(" in out
    assert f"kb/{GPL}:51  clause-comment\n" in out
    assert out.endswith("2 findings in 2 files.\n")
    assert max(map(len, out.splitlines())) <= 80


def test_only_what_is_wrong_in_the_files_named_is_told(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "lint", *SOME, str(faulty / "rules")]) == 1
    assert run(["kb", "lint", *SOME, "kb/doctrine", "show.lp"]) == 0
    out = capsys.readouterr().out
    assert out.count("finding in 1 file.") == 1
    assert out.endswith("Nothing found.\n")


def test_a_machine_reads_the_same(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "lint", *SOME, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [(each["file"], each["line"], each["check"]) for each in told["findings"]] == [
        (f"kb/{GIVEN}", 10, "source"),
        (f"kb/{GPL}", 51, "clause-comment"),
    ]
    assert told["findings"][0]["expected"] == "`% [source] A sentence.`"
    assert told["skipped"] == []


def test_the_command_says_what_it_does_not_check(copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "lint", "--check", "section"]) == 0
    assert "LICET_SOURCES" in capsys.readouterr().out
    assert run(["kb", "lint", "--check", "section", "--texts", str(tmp_path)]) == 0
    assert "the sections of GPL-3.0-only, MIT." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rules/reech.lp"], "did you mean rules/reach.lp?"),
        (["/etc"], "no file or folder of the knowledge base"),
        (["--check", "sauce"], "did you mean source?"),
        (["--texts", "/nowhere"], "does not exist"),
    ],
)
def test_a_slip_on_the_command_line_is_told(capsys: pytest.CaptureFixture[str], arguments: list[str], told: str) -> None:
    assert run(["kb", "lint", *arguments]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_the_list_tells_every_check_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "lint", "--list"]) == 0
    out = capsys.readouterr().out
    for known in (*CHECKS, sections(None)):
        assert known.name in out.splitlines()
        assert known.sentence.endswith(".")
        assert known.sentence[0].isupper() or known.sentence[0] == "`"
