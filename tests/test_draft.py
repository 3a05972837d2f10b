# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A licence from a brief: every line holds when it is tried, follows real clauses, and what cannot be had is told shortest."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
import yaml
from clingo import Function, String

from licet.engine.advice.draft.brief import Right, Settlement, lines
from licet.engine.advice.draft.court import judged
from licet.engine.advice.draft.files import licence, scenarios
from licet.engine.advice.draft.outcome import Try
from licet.engine.advice.draft.program import demands
from licet.engine.advice.draft.reading import KINDS
from licet.engine.advice.draft.terms import KEPT, Terms, facts
from licet.engine.advice.draft.values import Draft
from licet.engine.attached import attached, doers
from licet.engine.case import Work
from licet.engine.catalog import licenses
from licet.engine.clauses import Clause, license_file
from licet.engine.election import uniform
from licet.engine.finding import STANDINGS, Cite, Decision
from licet.engine.glossary import KNOWLEDGE_BASE, glossary
from licet.engine.interpret import interpret
from licet.engine.problem import InputError
from licet.engine.reader import read
from licet.engine.report import draft_markdown, drafts
from licet.engine.report.draft_object import draft_object
from licet.engine.report.look import Look
from licet.engine.schema.brief import brief_schema
from licet.engine.solve import solve
from licet.engine.traits import traits
from licet.engine.variant import numbered, stated
from licet.engine.vetting import faults
from licet.engine.workbench.lint.base import Base, File
from licet.engine.workbench.lint.checks import CHECKS, lint

from .briefs import ALL, BRIEFS, PLAIN, brief_of, draft_of, places, text_of, told

SCHEMA = json.loads((KNOWLEDGE_BASE.parent / "engine" / "schema" / "draft.json").read_text(encoding="utf-8"))
GOOD = ("vision", "permissive", "share-alike")
LICET = [sys.executable, "-c", "from licet.repl.main import main; main()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "80"}


def outcomes(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """What each trial comes to: verdict and findings, by what is done."""
    return {
        each.told: (each.decision.verdict, *sorted(f"{found.kind} {found.topic}" for found in each.decision.findings))
        for each in draft.tries
    }


@pytest.mark.parametrize("name", GOOD)
def test_every_line_of_a_good_brief_holds_when_it_is_tried(name: str) -> None:
    draft = draft_of(text_of(name))
    assert draft.tries and all(each.met for each in draft.tries) and not draft.clashes
    assert all(each.has == each.wanted for each in draft.access)


@pytest.mark.parametrize("name", GOOD)
def test_every_section_names_clauses_that_stand_in_licences_and_say_the_same(name: str) -> None:
    draft = draft_of(text_of(name))
    for section in draft.terms.sections:
        assert section.models.whole or section.models.partly or section.new
        names = said_by(section.clauses)
        for cite in section.models.whole:
            assert names <= said_by(clauses_at(cite)), cite
        for cite in section.models.partly:
            assert names & said_by(clauses_at(cite)), cite


def clauses_at(cite: Cite) -> list[Clause]:
    """The clauses of a section of a licence."""
    return [clause for clause in license_file(cite.license).clauses if clause.section == cite.section]


def said_by(clauses: Iterable[Clause]) -> set[str]:
    """What terms are about: the duty, the use, what may not be improved and what is excepted; else what they are called."""
    told: set[str] = set()
    for term in (clause.term for clause in clauses):
        match term.name:
            case "must":
                told.add(term.arguments[2].name)
            case "bars":
                told.add(f"bars {term.arguments[0].name}")
            case "must_not":
                told.update(map(str, term.arguments))
            case name:
                told.add(name)
    return told


def test_a_clause_that_says_some_of_a_section_is_not_named_as_one_that_says_it() -> None:
    """CogVideoX 2 para. 1 keeps recipients under its terms, and has no use restriction passed on."""
    sections = {section.number: section for section in draft_of(text_of("vision")).terms.sections}
    assert [str(cite) for cite in sections["4.5"].models.whole] == ["bilibili-model-ula-2025-09-09 3.4 a)"]
    assert not sections["5.2"].models.whole
    assert {"nvidia-ai-foundation-models-community 2.2", "exaone-1.2-nc 3.1"} == {
        str(cite) for cite in sections["5.2"].models.partly
    }


def test_what_no_licence_says_is_called_new_and_what_some_licence_says_is_not() -> None:
    sections = {str(section.clauses[0].term): section for section in draft_of(text_of("permissive")).terms.sections}
    said = {str(clause.term) for name in licenses() for clause in license_file(name).clauses}
    for section in draft_of(text_of("vision")).terms.sections:
        assert not any(str(term) in said for term in section.new)
    assert not sections["may(use,covered)"].new
    odd = PLAIN.replace("bars: [military]", "bars: [{use: spam, unless: consent}]")
    (section,) = (each for each in draft_of(odd).terms.sections if each.chapter == "uses")
    assert [str(term) for term in section.new] == ["bars(spam,unless(consent))"] and not section.models.whole


SIMILAR = (
    "regards(distills(outputs),derivative,if(performs_similarly))",
    "regards(distills(logits),derivative,if(performs_similarly))",
)
ANYHOW = ("regards(distills(outputs),derivative)", "regards(distills(logits),derivative)")
NAMES = ("must(distribute,covered,no_endorsement)", "must(host,covered,no_endorsement)")
DEEPFAKE = ("bars(deepfake,unless(consent))", "bars(deepfake,if(deceives))")


@pytest.mark.parametrize(
    ("change", "gone", "come", "trials"),
    [
        (("  - military\n", ""), {"bars(military)"}, set(), {"military"}),
        (("unless: consent", "if: deceives"), {DEEPFAKE[0]}, {DEEPFAKE[1]}, {"deepfake"}),
        (("names: kept", "names: free"), {*NAMES}, set(), set()),
        (("suits: any-suit-ends", "suits: patents-end"), {"ends_on(any_ip_suit)"}, {"ends_patents_on(patent_suit)"}, set()),
        (("teaching: similar", "teaching: derivative"), {*SIMILAR}, {*ANYHOW}, {"teaches"}),
        (("  - mark-changes\n", ""), {"must(share,derivative,mark_changes)"}, set(), set()),
    ],
)
def test_a_line_that_is_changed_changes_its_clause_and_no_other(
    change: tuple[str, str], gone: set[str], come: set[str], trials: set[str]
) -> None:
    text = text_of("vision")
    assert change[0] in text
    before, after = draft_of(text), draft_of(text.replace(*change))
    assert (told(before) - told(after), told(after) - told(before)) == (gone, come)
    first, second = outcomes(before), outcomes(after)
    moved = {doing for doing in first.keys() & second.keys() if first[doing][0] != second[doing][0]}
    other = {doing for doing in first.keys() ^ second.keys() | moved if not any(word in doing for word in trials)}
    assert not other


def test_a_group_that_loses_a_right_loses_it_alone() -> None:
    text = text_of("vision")
    rights = "within: research, may: [use, modify, distribute, distribute-changed]"
    assert rights in text
    less = text.replace(rights, "within: research, may: [use]")
    before, after = ({(each.group, each.right): each.has for each in draft_of(each).access} for each in (text, less))
    changed = {key for key, has in before.items() if after.get(key) != has}
    assert changed == {("research", "modify"), ("research", "distribute"), ("research", "distribute-changed")}


@pytest.mark.parametrize(
    ("tier", "fits", "fits_not"),
    [
        ("{within: noncommercial, may: [use]}", {"commercially": False}, {"commercially": True}),
        ("{within: nonprofit, may: [use]}", {"nonprofit": True}, {"nonprofit": False}),
        ("{below: {yearly-revenue: {USD: 5}}, may: [use]}", {"yearly-revenue": {"USD": 5}}, {"yearly-revenue": {"USD": 6}}),
        ("{approved: yes, within: research, may: [use]}", {"registered": True, "research": True}, {"registered": False}),
        ("{approved: yes, below: {staff: 9}, within: internal, may: [use]}", {"internal": True, "staff": 9}, {"staff": 10}),
        ("{approved: yes, below: {staff: 9}, may: [use]}", {"registered": True, "staff": 9}, {"registered": False}),
        ("{below: {staff: 9}, within: education, may: [use]}", {"education": True, "staff": 9}, {"education": False}),
    ],
)
def test_groups_are_told_apart_by_what_they_require(tier: str, fits: dict[str, object], fits_not: dict[str, object]) -> None:
    draft = draft_of(PLAIN.replace(f"{{may: {ALL}}}", tier))
    assert not draft.clashes and not any("not_granted" in term for term in told(draft))
    cases = {case["name"]: case["given"] for case in scenarios(draft)}
    for group, wanted in (("a member of everyone uses the work", fits), ("somebody of no group uses the work", fits_not)):
        given = cases[f"Under New-1.0 {group}"]
        said = {**given["parties"]["you"], **given["acts"][0]}  # type: ignore[index]
        assert wanted.items() <= said.items()
    assert {each.group: each.has for each in draft.access if each.right == "use"} == {"everyone": True, None: False}


UNTRIED = {"agreement", "suits", "breach"}
"""Matters on which no finding of the rules turns."""


def _rounds() -> Iterator[tuple[str, dict[str, str]]]:
    """Answers to all matters at once, so that each answer comes up; those that would be at odds come up apart."""
    answers = {matter: list(entry.answers) for matter, entry in glossary()["matter"].items()}
    models = {matter: told for matter, told in answers.items() if matter != "learning"}
    for turn in range(max(map(len, models.values()))):
        yield "model", {matter: told[turn % len(told)] for matter, told in models.items()} | {"teaching": "separate"}
    yield from (("model", {"teaching": answer}) for answer in ("derivative", "similar"))
    yield from (("data", {"learning": answer}) for answer in answers["learning"])


@pytest.mark.parametrize(("kind", "answers"), [*_rounds()])
def test_every_answer_to_every_matter_is_kept_by_its_terms(kind: str, answers: dict[str, str]) -> None:
    draft = draft_of(PLAIN.replace("model", kind) + yaml.safe_dump({"terms": answers}))
    assert not draft.clashes
    tried = {each.line for each in draft.tries}
    for line in lines(draft.brief):
        if isinstance(line.said, Settlement):
            assert (line.number in tried) == (line.said.matter not in UNTRIED), line.said
    assert not answers.keys() & {gap.matter for gap in draft.gaps}


def test_a_term_that_is_left_out_is_noticed_by_the_trial_of_its_line() -> None:
    """A draft without the clauses of a line does not keep it: no trial passes whatever the terms say.

    A text that is silent on hosting lets it follow from use, so the line that lets somebody host is kept by silence as well.
    """
    draft = draft_of(text_of("vision"))
    hosting = {line.number for line in lines(draft.brief) if isinstance(line.said, Right) and line.said.word == "host"}
    for number in sorted(({each.line for each in draft.tries} & _served(draft.terms)) - hosting - {KEPT}):
        tries = [each for each in draft.tries if each.line == number]
        lesser = _only(draft.terms, {line.number for line in lines(draft.brief)} - {number}, draft.brief.license)
        again = judged([each.case for each in tries], lesser)
        assert not all(each.outcome.met(decision) for each, decision in zip(tries, again, strict=True)), number


def _served(terms: Terms) -> set[int]:
    return {line for wanted in terms.serving.values() for line in wanted}


def _only(terms: Terms, kept: Iterable[int], name: str) -> Terms:
    """Terms without the clauses that none of these lines wants."""
    left = {KEPT, *kept}
    serving = {key: wanted for key, wanted in terms.serving.items() if wanted & left}
    return Terms(replace(terms.brief, license=name), terms.sections, serving, ())


def test_every_duty_that_can_be_asked_for_arises() -> None:
    quoting = {duty for duty in demands() if "{first}" in glossary()["duty"][duty].sentence}
    asked = [{"duty": duty, "text": "Acme"} if duty in quoting else duty for duty in sorted(demands())]
    draft = draft_of(PLAIN.replace("asks: [license-copy]", yaml.safe_dump({"asks": asked})))
    assert not draft.clashes and not draft.idle
    assert {each.outcome.topic for each in draft.tries if each.outcome.kind == "obligation"} == demands()


def test_who_may_only_hand_over_changed_versions_may_not_hand_over_the_work_itself() -> None:
    draft = draft_of(PLAIN.replace(ALL, "[use, modify, distribute-changed]"))
    assert not draft.clashes
    assert {each.right: each.has for each in draft.access}["distribute"] is False


@pytest.mark.parametrize("approved", ["", "partners: {approved: yes, may: [use]}, "])
def test_what_keeps_hosting_back_gives_nobody_a_right_whom_the_licensor_did_not_approve(approved: str) -> None:
    draft = draft_of(
        PLAIN.replace("{everyone:", f"{{{approved}everyone:").replace(f"may: {ALL}", "within: research, may: [use]")
    )
    hosting = [term for term in told(draft) if term.startswith("may(host")]
    assert hosting and all("registered" in term for term in hosting) and not draft.clashes
    assert not any(each.has for each in draft.access if each.right == "host")


def test_what_is_said_of_another_kind_of_work_says_nothing() -> None:
    draft = draft_of(
        PLAIN.replace("model", "data").replace("[license-copy]", "[disclose-machine-made]")
        + "terms: {outputs: free, teaching: separate}"
    )
    assert not draft.clashes
    by_number = {line.number: line.place.path for line in lines(draft.brief)}
    assert {by_number[number] for number in draft.idle} == {"asks[0]", "terms.outputs", "terms.teaching"}


def test_what_nobody_can_meet_is_said_to_say_nothing() -> None:
    draft = draft_of(PLAIN.replace(ALL, "[use]"))
    (number,) = draft.idle
    assert str(lines(draft.brief)[number - 1].place.path) == "asks[0]"


def test_contradictions_are_explained_by_the_lines_that_make_them() -> None:
    draft = draft_of(text_of("impossible"))
    found = {frozenset(places(draft, clash.lines)): places(draft, clash.against) for clash in draft.clashes}
    assert found == {
        frozenset({"tiers.everyone.may[0]", "aims[0]"}): {"bars[0]"},
        frozenset({"terms.improving"}): {"terms.teaching"},
        frozenset({"aims[0]"}): set(),
        frozenset({"kept"}): {"terms.hosting", "tiers.research.may[1]"},
    }


def test_no_smaller_set_of_lines_makes_the_contradiction() -> None:
    draft = draft_of(text_of("impossible"))
    numbers = sorted(_served(draft.terms) - {KEPT})
    subsets = [frozenset(each) for size in range(len(numbers) + 1) for each in combinations(numbers, size)]
    for clash in draft.clashes:
        shown, against = clash.tries[0], frozenset(clash.against)
        met = dict(zip(subsets, _tried(shown, draft.terms, subsets), strict=True))
        assert not any(kept for subset, kept in met.items() if subset >= against)
        for line in against:
            assert any(kept for subset, kept in met.items() if subset >= against - {line}), line


def _tried(shown: Try, terms: Terms, subsets: Sequence[frozenset[int]]) -> list[bool]:
    """Whether a trial ends as it has to with each set of lines alone: each makes a licence of its own, decided together."""
    names = [f"{terms.brief.license}.{index}" for index in range(len(subsets))]
    cases = [
        replace(shown.case, works=tuple(_under(work, terms.brief.license, name) for work in shown.case.works)) for name in names
    ]
    variants = numbered((case, next(uniform(case))) for case in cases)
    told, licenses = stated(variants)
    given = [fact for fact in told if fact.name not in ("unknown_license", "own_terms")]
    for name, subset in zip(names, subsets, strict=True):
        given += [Function("license", [String(name), Function(terms.brief.kind)]), *facts(_only(terms, subset, name))]
    answer = solve(given, licenses, {symbol: one.number for one in variants for symbol in one.names.all()}, why=())
    shown_with, acting = attached(answer.relations), doers(answer.relations)
    return [
        shown.outcome.met(
            Decision(
                one.case,
                interpret(answer.of(one.number), shown_with, acting, one.names),
                barred=answer.barred.get(one.number),
            )
        )
        for one in variants
    ]


def _under(work: Work, before: str, after: str) -> Work:
    return replace(work, under=after) if work.under == before else work


def test_open_source_is_for_anybody_and_any_purpose() -> None:
    aimed = PLAIN + "aims: [open-source]"
    assert {frozenset(places(draft_of(aimed), clash.against)) for clash in draft_of(aimed).clashes} == {frozenset({"bars[0]"})}
    assert not draft_of(aimed.replace("bars: [military]\n", "")).clashes
    limited = aimed.replace("bars: [military]\n", "").replace("{may:", "{within: research, may:")
    assert draft_of(limited).clashes[0].against == ()


def test_no_approved_licence_bars_a_use() -> None:
    barring = {name for name, told in traits().items() if "osi" in told["approved"] and told["restricts"]}
    assert not barring
    assert "open-source" in {caution.word for caution in draft_of(text_of("vision")).cautions}
    assert "open-source" not in {caution.word for caution in draft_of(text_of("permissive")).cautions}


def test_what_is_not_settled_is_told_with_what_follows() -> None:
    gaps = {gap.matter: [decision.verdict for _, decision in gap.tried] for gap in draft_of(PLAIN).gaps if not gap.own}
    assert gaps.keys() == glossary()["matter"].keys() - {"learning"}
    assert gaps["adapter-alone"] == ["clear"] and gaps["hosting"] == ["clear"]
    assert gaps["agreement"] == []
    everything = ", ".join(f"{matter}: {next(iter(glossary()['matter'][matter].answers))}" for matter in gaps)
    assert [gap.matter for gap in draft_of(f"{PLAIN}terms: {{{everything}}}").gaps] == ["law", "not-in"]
    assert draft_of(f"{PLAIN}terms: {{{everything}}}\nlaw: Peru\nnot-in: EU").gaps == ()


def test_what_no_licence_does_by_itself_follows_from_the_brief() -> None:
    bound = draft_of(PLAIN + "terms: {agreement: contract, recipients: restrictions, improving: any-model}").cautions
    bare = draft_of(PLAIN + "terms: {agreement: bare, recipients: own}").cautions
    assert {caution.word for caution in bound} == {"acceptance", "training", "open-source", "sources"}
    assert {caution.word for caution in bare} == {"weights", "recipients", "open-source", "sources"}
    assert all(question in glossary()["question"] for caution in (*bound, *bare) for question in caution.questions)


def test_the_nearest_licences_say_most_of_what_the_draft_says() -> None:
    near = draft_of(text_of("share-alike")).terms.near
    assert [each.likeness for each in near] == sorted((each.likeness for each in near), reverse=True)
    assert {"MG-BY-SA-2.0", "OpenMDW-1.0"} <= {each.license for each in near[:30]}
    copy = draft_of(text_of("permissive")).terms.near[0]
    assert copy.only_draft and all(clause.license == copy.license for clause in copy.only_theirs)


ODD = r"""
licence: Odd-1.0
title: 'Odd "License" \ %* #include "x". a :- b.'
kind: model
tiers: {'"). x(1': {may: [use, distribute]}}
asks: [{duty: display, text: 'By "Acme" \ %* #script'}]
law: 'Nowhere"). clause("MIT", "1", contract'
"""


@pytest.mark.parametrize("text", [*map(text_of, (*GOOD, "impossible")), ODD], ids=[*GOOD, "impossible", "odd"])
def test_the_licence_file_is_one_that_the_knowledge_base_takes(text: str) -> None:
    draft = draft_of(text)
    name, written = draft.brief.license, licence(draft.terms)
    assert faults(written, name) == ()
    named = ("parses", "spdx", "title", "header", "comment", "facts", "commented", "encoded", "explained", "ordered")
    checks = [check for check in CHECKS if check.name in named or check.run.__module__.endswith(".licences")]
    base = Base({f"licenses/{name}.lp": File(f"licenses/{name}.lp", written)})
    assert [finding.fault for finding in lint(base, checks)] == []


def test_the_files_that_are_written_give_the_same_decisions(tmp_path: Path) -> None:
    ended = licet("draft", str(BRIEFS / "vision.yaml"), "--write", str(tmp_path / "new"))
    assert ended.returncode == 0
    name = "Acme-Vision-1.0"
    cases = read((tmp_path / "new" / f"{name}.yaml").read_text(encoding="utf-8"), "cases.yaml")
    assert len(cases) == len({each.case.name for each in draft_of(text_of("vision")).tries})
    ended = licet("check", "--kb", str(tmp_path / "new"), "--format", "json", str(tmp_path / "new" / f"{name}.yaml"))
    assert ended.returncode == 1 and "not met" not in ended.stdout
    assert ended.stderr == ""
    again = licet("draft", str(BRIEFS / "vision.yaml"), "--write", str(tmp_path / "new"))
    assert again.returncode == 2 and "cannot be written" in again.stderr


def test_an_expectation_that_is_not_met_is_told_of_the_written_cases(tmp_path: Path) -> None:
    """The cases can fail: with another licence file the same cases do."""
    draft = draft_of(text_of("vision"))
    name = draft.brief.license
    kept = "\n".join(line for line in licence(draft.terms).splitlines() if "bars(military)" not in line)
    (tmp_path / f"{name}.lp").write_text(kept + "\n", encoding="utf-8")
    (tmp_path / "cases.yaml").write_text(yaml.safe_dump(scenarios(draft), sort_keys=False), encoding="utf-8")
    ended = licet("check", "--kb", str(tmp_path), str(tmp_path / "cases.yaml"))
    assert "2 expectations are not met." in ended.stdout


def licet(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*LICET, *arguments], env=ENVIRONMENT, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("kind: model", "kind: modle"), "brief.yaml:4: unknown kind `modle` (kind); did you mean model?"),
        (("licence: New-1.0", "licence: MIT"), "brief.yaml:2: there is a licence `MIT` already"),
        (("licence: New-1.0", "licence: a b"), "cannot be the id of a licence"),
        ((ALL, "[use, modfy]"), "brief.yaml:5: unknown right `modfy` (tiers.everyone.may[1]); did you mean modify?"),
        ((ALL, "[]"), "the list is empty"),
        (("[military]", "[militry]"), "brief.yaml:6: unknown use `militry` (bars[0]); did you mean military?"),
        (("[military]", "[{use: military, if: consent, unless: deceives}]"), "`if` and `unless` stand side by side"),
        (("[military]", "[{use: military, unless: consnt}]"), "did you mean consent?"),
        (("[license-copy]", "[display]"), "`display` needs a text"),
        (("[license-copy]", "[{duty: license-copy, text: x}]"), "`license-copy` quotes no text"),
        (("[license-copy]", "[license-whole]"), "unknown duty to ask for `license-whole`"),
        (("asks:", "ask:"), "did you mean asks?"),
        (
            ("asks: [license-copy]", "terms: {outputs: fre}"),
            "unknown answer to outputs `fre` (terms.outputs)",
        ),
        (("everyone: {may:", "everyone: {below: {staff: 3, monthly-users: 4}, may:"), "several sizes stand here"),
        (("everyone: {may:", "everyone: {within: reserch, may:"), "did you mean research?"),
    ],
)
def test_a_brief_that_cannot_be_read_is_told_with_its_line(change: tuple[str, str], problem: str) -> None:
    assert change[0] in PLAIN
    with pytest.raises(InputError, match=r"brief\.yaml") as caught:
        brief_of(PLAIN.replace(*change))
    assert problem in str(caught.value)


def test_the_schema_takes_what_the_reader_takes() -> None:
    validator = jsonschema.Draft202012Validator(brief_schema())
    for name in (*GOOD, "impossible"):
        validator.validate(yaml.safe_load(text_of(name)))
    for wrong in ("kind: car", "tiers: {}", "bars: [cooking]", "terms: {outputs: maybe}"):
        document = yaml.safe_load(text_of("vision")) | yaml.safe_load(wrong)
        assert not validator.is_valid(document), wrong


@pytest.mark.parametrize("name", [*GOOD, "impossible"])
@pytest.mark.parametrize("width", [40, 80])
def test_the_report_fits_the_terminal_and_says_all(name: str, width: int) -> None:
    draft = draft_of(text_of(name))
    shown = list(drafts.lines(draft, Look(width)))
    assert all(len(line) <= max(width, 70) for line in shown)
    joined = " ".join(" ".join(shown).split())
    for section in draft.terms.sections:
        assert f"{section.number} " in joined
    document = "\n".join(draft_markdown.document(draft))
    assert all(f"**{section.number}**" in document for section in draft.terms.sections)


def test_programs_get_the_draft_with_its_files() -> None:
    answer = json.loads(json.dumps(draft_object(draft_of(text_of("impossible")))))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert answer["holds"] is False and {each["right"] for each in answer["access"]} == set(glossary()["right"])
    assert answer["contradictions"][0]["ruled_out_by"] and answer["file"].startswith("% SPDX")
    assert draft_object(draft_of(text_of("vision")))["holds"] is True
    for name in (*GOOD, "impossible"):
        jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(draft_object(draft_of(text_of(name))))))


def test_the_schema_of_drafts_has_the_words_that_there_are() -> None:
    chapters = SCHEMA["$defs"]["section"]["properties"]["chapter"]["enum"]
    rights = SCHEMA["$defs"]["access"]["properties"]["right"]["enum"]
    assert (chapters, rights) == (list(glossary()["chapter"]), list(glossary()["right"]))
    assert set(SCHEMA["$defs"]["verdict"]["enum"]) == {"clear", *STANDINGS}
    assert set(SCHEMA["properties"]["kind"]["enum"]) == set(KINDS)


def test_the_term_sheet_of_the_readme_is_real() -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    _, _, after = readme.partition("## A licence of one's own\n")
    part = after.partition("\n## ")[0]
    (brief,) = re.findall(r"```yaml\n(.*?)```", part, re.DOTALL)
    *shown, clash = re.findall(r"```text\n(.*?)```", part, re.DOTALL)
    for text, parts in ((brief, shown), (brief.replace("hosting: apart", "hosting: counts"), [clash])):
        output = "\n".join(drafts.lines(draft_of(text), Look(80)))
        assert all(each.strip("\n") in output for each in parts)


def test_the_schemas_of_briefs_and_drafts_are_printed() -> None:
    assert json.loads(licet("schema", "draft").stdout) == SCHEMA
    assert json.loads(licet("schema", "brief").stdout) == brief_schema()


def test_the_command_ends_with_a_code_that_programs_can_use() -> None:
    assert licet("draft", str(BRIEFS / "impossible.yaml")).returncode == 1
    ended = licet("draft", str(KNOWLEDGE_BASE / "none.yaml"))
    assert ended.returncode == 2 and "there is no such file" in ended.stderr
