# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Faults put into real rules and licences: cases notice them, what no case tests is told, what was tried is remembered."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from licet.engine.case import Case
from licet.engine.choice import elect
from licet.engine.consequence import satisfiable
from licet.engine.facts import Names
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.knowledge import grounded
from licet.engine.problem import InputError
from licet.engine.reader import read
from licet.engine.report import coverage as coverage_report
from licet.engine.report import mutants as mutants_report
from licet.engine.report.look import Look
from licet.engine.variant import Variant, stated
from licet.engine.workbench.faults import scope
from licet.engine.workbench.faults.law import Statement, laws, parsed, sayings, statements, written
from licet.engine.workbench.faults.mutation import Mutation
from licet.engine.workbench.faults.operators import faults
from licet.engine.workbench.faults.triggers import slips
from licet.engine.workbench.outcome import reasons
from licet.engine.workbench.outcome.coverage import coverage
from licet.engine.workbench.outcome.reasons import DROPPED, excuse_of, excuses
from licet.engine.workbench.outcome.sketch import sketch
from licet.engine.workbench.outcome.tally import tally
from licet.engine.workbench.trials import campaign
from licet.engine.workbench.trials.base import Base, Batch, base, batches
from licet.engine.workbench.trials.bench import bundled, trials
from licet.engine.workbench.trials.campaign import Campaign, Means, drops, mutated
from licet.engine.workbench.trials.court import Court
from licet.engine.workbench.trials.effect import differences
from licet.engine.workbench.trials.foreseen import NEW, Foresight
from licet.engine.workbench.trials.hearing import NOBODY, Task, Trial
from licet.engine.workbench.trials.memory import Memory
from licet.repl.main import run

SCENARIOS = Path(__file__).parent.parent / "scenarios"

HOSTED = """
- name: A changed AGPL program that is hosted has its source offered to its users
  given:
    works:
      engine: {kind: software, under: AGPL-3.0-only}
      fork: {kind: software, under: AGPL-3.0-only, modifies: engine}
    parties: {acme: {}}
    acts: [{party: acme, does: host, work: fork}]
  expect:
    obligation:
      - {duty: offer-source-to-users, work: fork, act: host, clause: AGPL-3.0-only 13}

- name: One's own work needs no licence from anybody
  given:
    works: {app: {kind: software, by: acme}}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: app, form: binary, commercially: true, user-product: no}]
  expect:
    verdict: clear
    notice: []

- name: A model tuned from Llama 3.1 bears its name
  given:
    works:
      base: {kind: model, under: llama3.1}
      tuned: {kind: model, under: llama3.1, fine-tunes: base}
    parties: {acme: {monthly-users: 1000}}
    acts: [{party: acme, does: distribute, work: tuned, form: weights}]
  expect:
    obligation:
      - {duty: name-prefix, work: tuned, standing: settled}
"""

SYNTHETIC = Path("rules/none.lp")


def statement(text: str) -> Statement:
    """A rule that stands in no file."""
    rule = written(parsed(text))
    return Statement(SYNTHETIC, 1, 1, 0, len(text), rule, "rule" if parsed(text).body else "fact")


def found(where: tuple[Statement, ...], text: str) -> Statement:
    """The one statement with some text in it."""
    (only,) = (each for each in where if text in each.text)
    return only


def mutants(text: str) -> dict[str, str]:
    """The mutants of a rule with the operators that made them."""
    return {each.mutant: each.operator for each in faults(statement(text))}


@pytest.fixture(scope="module")
def whole() -> Base:
    (batch,) = batches(read(HOSTED, "cases.yaml"))
    return base(batch)


@pytest.fixture(scope="module")
def court(whole: Base) -> Court:
    return Court(whole)


def tried(court: Court, mutation: Mutation) -> Trial:
    (trial,) = (trial for _, ended in court.trials([Task((mutation,), None)]) for trial in ended)
    return trial


# ---- The faults


def test_literals_are_dropped_and_negated_where_that_is_safe() -> None:
    assert mutants("head(X) :- one(X, Y), not two(X), three(X).") == {
        "": "drop",
        "head(X) :- one(X, Y), three(X).": "drop literal",
        "head(X) :- not two(X), three(X).": "drop literal",
        "head(X) :- one(X, Y), not two(X).": "drop literal",
        "head(X) :- not one(X, _), not two(X), three(X).": "negate literal",
        "head(X) :- one(X, Y), two(X), three(X).": "negate literal",
        "head(X) :- one(X, Y), not two(X), not three(X).": "negate literal",
    }


def test_what_clingo_would_refuse_is_no_mutant() -> None:
    assert mutants("head(X) :- only(X).") == {"": "drop"}


@pytest.mark.parametrize(("before", "after"), [(">", ">="), (">=", ">"), ("<", "<="), ("<=", "<"), ("=", "!="), ("!=", "=")])
def test_comparisons_are_changed(before: str, after: str) -> None:
    text = "head(X) :- one(X), two(Y), X {} Y."
    assert mutants(text.format(before))[text.format(after)] == "change comparison"


def test_an_alternative_is_dropped_from_a_pool() -> None:
    narrowed = {text for text, operator in mutants("head(X) :- one(X, (yes; no)).").items() if operator == "drop alternative"}
    assert narrowed == {"head(X) :- one(X, yes).", "head(X) :- one(X, no)."}


def test_a_constant_becomes_another_of_its_sort_that_is_not_beside_it() -> None:
    rule = found(laws(), "reaches(Party, License, Work, derivative) :- classed(License, Work, Making, Source, derivative)")
    swapped = [each for each in faults(rule) if each.operator == "swap constant"]
    assert swapped and all(each.mutant != rule.text for each in swapped)
    pool = found(laws(), "from_weights((")
    for each in faults(pool):
        if each.operator == "swap constant":
            words = each.mutant.removeprefix("from_weights((").removesuffix(")).").split("; ")
            assert len(set(words)) == len(words)


def test_the_same_faults_are_made_in_every_run() -> None:
    rule = laws()[40]
    assert [each.key for each in faults(rule)] == [each.key for each in faults(rule)]


def test_a_clause_loses_its_condition_and_gets_another_trigger() -> None:
    clause = replace(statement("clause(lic, 1, must(distribute, derivative, mark_changes, if(modified)))."), sort="clause")
    made = {each.operator: each.mutant for each in slips(clause)}
    assert made["drop condition"] == "clause(lic, 1, must(distribute, derivative, mark_changes))."
    assert made["turn condition"] == "clause(lic, 1, must(distribute, derivative, mark_changes, unless(modified)))."
    assert "mark_changes" in made["change trigger"] and made["change trigger"] != clause.text


def test_a_fault_leaves_every_other_line_where_it_is() -> None:
    for each in (laws()[0], laws()[100], sayings()[500]):
        for mutation in mutated(each):
            before, after = each.file.read_text(encoding="utf-8").split("\n"), mutation.applied().split("\n")
            assert len(before) == len(after)
            outside = [place for place in range(len(before)) if not each.line <= place + 1 <= each.last]
            assert [before[place] for place in outside] == [after[place] for place in outside]


def test_what_decides_nothing_is_no_law() -> None:
    texts = [each.text for each in laws()]
    assert not any(text.startswith(("authority(", "confidence(", "question(", "complaint(", "use(")) for text in texts)
    assert any(text.startswith("majority(") for text in texts) and any(text.startswith("of_act(") for text in texts)
    assert not any(each.text.startswith("license(") for each in sayings())


# ---- Before cases


def test_a_rule_with_a_dropped_literal_is_noticed_by_its_case(court: Court, whole: Base) -> None:
    rule = found(laws(), "bare(Work, Case), not composed(Work), stranger(Work, Case)")
    (fault,) = (each for each in faults(rule) if each.what == "without `stranger(Work,Case)`")
    trial = tried(court, fault)
    assert trial.killer is not None and whole.cases[trial.killer].name == "One's own work needs no licence from anybody"
    assert "expected no notice" in trial.told


def test_a_clause_with_a_wrong_trigger_is_noticed_by_its_case(court: Court, whole: Base) -> None:
    clause = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, offer_source_to_users))')
    (wrong,) = (each for each in slips(clause) if each.what.endswith("for `host`"))
    trial = tried(court, wrong)
    assert trial.killer is not None and whole.cases[trial.killer].name.startswith("A changed AGPL program")
    assert "expected a finding of kind obligation" in trial.told


def test_what_no_case_tests_survives_and_is_told_with_a_sketch(court: Court, whole: Base) -> None:
    clause = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, license_whole))')
    trial = tried(court, drops([clause])[0])
    assert trial.killer is None
    told = sketch(trial, whole)
    assert told.case is not None and told.case.name.startswith("A changed AGPL program")
    assert any(line.startswith("- obligation: {duty: license-whole, work: fork") for line in told.changes)
    counted = tally([trial], {}, whole, 1, {"rules": 90, "clauses": 80})
    assert not counted.passes and counted.shares["clauses"].percent == 0
    text = "\n".join(mutants_report.lines(counted, Look(80)))
    assert "AGPL-3.0-only.lp:103: drop" in text and "duty: license-whole" in text and "0.0 % noticed" in text


def test_licences_that_meet_in_no_case_are_mutated_together(court: Court, whole: Base) -> None:
    hosted = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, offer_source_to_users))')
    named = found(statements(KNOWLEDGE_BASE / "licenses" / "llama3.1.lp"), "name_prefix(")
    tasks = [Task(tuple(slips(each))[:2], None) for each in (hosted, named)]
    together = list(court.trials(tasks))
    assert len(together[0][0]) == 2
    alone = {trial.mutation: trial for task in tasks for _, ended in court.trials([task]) for trial in ended}
    assert {trial.mutation: trial for _, ended in together for trial in ended} == alone
    assert {trial.killer for trial in alone.values()} == {0, 2}
    assert [len(bundle) for bundle in bundled([*tasks, *tasks, Task(tuple(drops([laws()[0]])), None)])] == [1, 2, 2]


def test_a_mutant_that_lets_the_engine_fail_is_noticed(court: Court) -> None:
    fault = Mutation(found(laws(), "performs(Act, Party, Does, Work) :- act("), "no rule at all", "drop", "broken")
    trial = court.trial(fault, [0, 2])
    assert trial.killer == 0 and "cannot be decided" in trial.told


def test_what_a_mutant_changes_is_foreseen_for_the_case_it_is_about(whole: Base) -> None:
    rule = found(laws(), "performs(Act, Party, Does, Work) :- act(")
    (acts,) = Foresight(whole).cases([Mutation(rule, rule.text.replace("act(", "made("), "swap constant", "no act")])
    assert set(acts) == {0, 1, 2}
    named = found(laws(), "needed(Work, without_licence) :- bare(Work, Case), not composed(Work)")
    (fault,) = (each for each in faults(named) if each.what == "without `stranger(Work,Case)`")
    assert Foresight(whole).cases([fault]) == [{1: NEW}]
    assert set(whole.firing.names.values()) >= {"engine", "fork", "host fork", "acme"}


def test_whoever_notices_was_foreseen(court: Court, whole: Base) -> None:
    """No case notices a mutant that was not among those in which something may be concluded otherwise."""
    foresight = Foresight(whole)
    everyone = range(len(whole.cases))
    for rule in laws()[125:600:240]:
        group = tuple(faults(rule))[:4]
        for mutation, foreseen in zip(group, foresight.cases(group), strict=True):
            trial = court.trial(mutation, everyone)
            assert trial.killer is None or trial.killer in foreseen, (mutation.statement.place, mutation.what)


def test_what_differs_is_told_as_one_would_expect_it() -> None:
    duty = {"kind": "obligation", "duty": "license-copy", "work": "tuned", "standing": "settled"}
    assert differences((duty,), ()) == ("- obligation: {duty: license-copy, work: tuned, standing: settled}",)
    assert differences((), (duty,)) == ("+ obligation: {duty: license-copy, work: tuned, standing: settled}",)
    changed = differences((duty,), ({**duty, "standing": "likely"},))
    assert changed == ("~ obligation: {duty: license-copy, work: tuned}: standing settled → likely",)
    assert differences((duty,), (duty,)) == ()


# ---- Coverage


def test_coverage_tells_what_a_case_depends_on_what_fires_and_what_does_not(court: Court, whole: Base) -> None:
    file = KNOWLEDGE_BASE / "licenses" / "AGPL-3.0-only.lp"
    own = [each for each in statements(file) if '"13"' in each.text]
    covered = coverage([tried(court, mutation) for mutation in drops(own)], {}, whole)
    standings = {each.statement.text.split('"13", ')[1]: coverage_report.standing(each) for each in covered}
    assert standings == {
        "must(host, modified, offer_source_to_users)).": "ok",
        "must(host, modified, license_whole)).": "FIRES",
        'joins("GPL-3.0-only")).': "FIRES",  # a rule wants absent what follows from it
    }
    wider = found(laws(), "narrower(fraud, unlawful_use)")
    (never,) = coverage([tried(court, mutation) for mutation in drops([wider])], {}, whole)
    assert coverage_report.standing(never) == "NEVER"
    listing = list(coverage_report.listing(file, covered))
    assert any(line.startswith("   ok     1 | clause(") for line in listing)
    assert len(listing) == len(file.read_text(encoding="utf-8").splitlines())
    text = "\n".join(coverage_report.lines((never, *covered), Look(80)))
    assert "clauses: 1 of 3 covered (33.3 %)" in text and "fires in no case" in text
    assert "fires in 1 case; none needs it" in text


# ---- Which, why not, and what is known


def test_statements_are_chosen_by_file_line_and_licence() -> None:
    every = (*laws(), *sayings())
    rules = scope.only(every, "kb/rules/reach.lp")
    assert rules == scope.only(every, "rules/reach.lp") == scope.only(every, str(KNOWLEDGE_BASE / "rules" / "reach.lp"))
    (one,) = scope.only(every, f"rules/reach.lp:{rules[3].last}")
    assert one == rules[3]
    assert {each.file.stem for each in scope.only(every, "MIT")} == {"MIT"}
    with pytest.raises(InputError, match=r"did you mean rules/reach.lp"):
        scope.only(every, "kb/rules/raech.lp")
    with pytest.raises(InputError, match="nearest is at line"):
        scope.only(every, "rules/reach.lp:1")


def test_statements_are_chosen_by_what_changed_since_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=someone", "-c", "user.email=someone@example.org")
        subprocess.run(("git", *identity, *arguments), cwd=tmp_path, check=True, capture_output=True)

    file = tmp_path / "kb" / "rules" / "some.lp"
    file.parent.mkdir(parents=True)
    file.write_text("one(1).\ntwo(2).\nthree(3).\n", encoding="utf-8")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "begin")
    file.write_text("one(1).\ntwo(\n  2).\nthree(3).\n", encoding="utf-8")
    monkeypatch.setattr(scope, "KNOWLEDGE_BASE", tmp_path / "kb")
    assert [each.text for each in scope.since(statements(file), "HEAD")] == ["two(2)."]
    with pytest.raises(InputError, match="git says"):
        scope.since(statements(file), "nowhere")


def told_in(file: Path, *entries: str) -> Path:
    file.write_text("".join(f"- {entry}\n" for entry in entries), encoding="utf-8")
    return file


def entry(mutation: Mutation, **told: str) -> str:
    where = {"file": scope.relative(mutation.statement.file), "rule": " ".join(mutation.statement.text.split())}
    return json.dumps({**where, "reason": "It says the same.", **told})


def test_reasons_are_read_and_must_be_about_something(tmp_path: Path) -> None:
    fault = drops([laws()[0]])[0]
    kept = told_in(tmp_path / "survivors.yaml", entry(fault, mutant=DROPPED))
    told = excuses(kept)
    found = excuse_of(fault, told)
    assert found is not None and found.reason == "It says the same."
    reasons.check(told, [fault], [])
    with pytest.raises(InputError, match="no such mutant"):
        reasons.check(told, [], [])
    with pytest.raises(InputError, match="a case notices"):
        reasons.check(told, [fault], [fault])
    told_in(kept, *[entry(fault, mutant=DROPPED)] * 2)
    with pytest.raises(InputError, match="has a reason at line 1"):
        excuses(kept)
    told_in(kept, entry(fault))
    with pytest.raises(InputError, match="neither what the statement is changed into"):
        excuses(kept)


def test_a_reason_with_stars_is_about_all_mutants_that_fit_and_no_other(tmp_path: Path) -> None:
    first, second = (
        found(sayings(), 'clause("MIT", "para. 2"'),
        found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, license_whole))'),
    )
    general = entry(drops([first])[0], file="licenses/*", rule='clause("MIT", *).', fault="drop*")
    told = excuses(told_in(tmp_path / "survivors.yaml", general))
    assert [excuse_of(drops([each])[0], told) is not None for each in (first, second)] == [True, False]
    assert not any(excuse_of(each, told) for each in mutated(first) if not each.what.startswith("drop"))
    reasons.check(told, drops([first, second]), drops([first]))
    with pytest.raises(InputError, match="no such mutant"):
        reasons.check(told, drops([second]), [])


def test_the_reasons_of_the_project_are_about_statements_there_are() -> None:
    every = drops([*laws(), *sayings()])
    texts = [replace(excuse, mutant="*", fault="*") for excuse in excuses() if not excuse.file.startswith("goals/")]
    assert [each.place for each in texts if not any(map(each.fits, every))] == []


def test_a_survivor_with_a_reason_is_counted_apart(court: Court, whole: Base, tmp_path: Path) -> None:
    clause = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, license_whole))')
    trial = tried(court, drops([clause])[0])
    told = excuses(told_in(tmp_path / "survivors.yaml", entry(trial.mutation, mutant=DROPPED)))
    counted = tally([trial], told, whole, 1, {"rules": 90, "clauses": 80})
    assert counted.passes and counted.shares["clauses"].excused == 1


def test_what_may_hold_in_a_case_counts_whether_or_not_it_is_shown() -> None:
    text = (SCENARIOS / "boundary.yaml").read_text(encoding="utf-8")
    cases = read(text, "boundary.yaml")[:12]
    possible = base(Batch(cases, tuple(range(len(cases))))).firing.possible
    for name in ("reading", "viewed", "classed"):
        told = {atom for (predicate, _), atoms in possible.items() if predicate == name for atom in atoms}
        assert told == held_one_by_one(cases, name)


def held_one_by_one(cases: Sequence[Case], predicate: str) -> set[str]:
    """Atoms of a predicate that hold in some answer set, each asked for by itself."""
    elected = zip(elect(cases), range(len(cases)), strict=True)
    control = grounded(*stated([Variant(one.case, one.election, Names(number)) for one, number in elected]))
    atoms = [atom for atom in control.symbolic_atoms if atom.symbol.name == predicate]
    return {str(atom.symbol) for atom in atoms if satisfiable(control, [atom.literal])}


def test_mutants_that_one_checkout_remembers_do_not_stand_for_those_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(campaign, "_MANY", 0)
    for checkout in (tmp_path / "one", tmp_path / "other"):
        own = tuple(replace(each, file=checkout / each.file.name) for each in laws()[:2])
        monkeypatch.setattr(campaign, "KNOWLEDGE_BASE", checkout)
        monkeypatch.setattr(campaign, "statements_of", lambda *_, own=own: own)
        assert {each.statement for each in campaign.mutations(own, tmp_path)} == set(own)


def test_what_is_remembered_is_forgotten_with_the_case_it_was_tried_on(tmp_path: Path) -> None:
    fault = drops([laws()[0]])[0]
    memory = Memory(tmp_path, ["first", "second"], "world")
    memory.keep(Trial(fault, 1, "it fails", {0: ("- verdict",)}, 2), ["One", "Two"])
    assert memory.tried(fault.key) == {0: ("", ("- verdict",)), 1: ("it fails", ())}
    assert memory.noticed_by(fault.key) == "Two"
    memory.save()
    assert Memory(tmp_path, ["first", "changed"], "other").tried(fault.key) == {0: ("", ("- verdict",))}


def test_a_second_run_tries_nothing_and_a_hanging_mutant_is_ended(
    whole: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = found(laws(), "bare(Work, Case), not composed(Work), stranger(Work, Case)")
    endless = Mutation(rule, "needed(f(X), Y) :- needed(X, Y). needed(a, b).", "drop literal", "endless")
    wanted = [endless, *drops([rule])]
    told = {
        trial.mutation.what: trial for found in trials(whole, [Task((each,), None) for each in wanted], 1, 4) for trial in found
    }
    assert told["endless"].killer == NOBODY and "never ends" in told["endless"].told
    assert told["dropped"].killer is None
    again = Campaign(whole, Means(tmp_path, 1))
    for trial in told.values():
        again._memory.keep(trial, [case.name for case in whole.cases])
    monkeypatch.setattr("licet.engine.workbench.trials.campaign.trials", lambda *_: pytest.fail("something was tried again"))
    assert [(trial.mutation, trial.killer) for trial in again.run(wanted)] == [(endless, NOBODY), (wanted[1], None)]


def test_an_edit_of_a_file_of_cases_lets_that_file_alone_be_decided_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided: list[str] = []

    def bases(parts: list[Batch], _: int) -> list[Base]:
        decided.extend(case.name for part in parts for case in part.cases)
        return [base(part) for part in parts]

    monkeypatch.setattr(campaign, "bases", bases)
    texts = HOSTED.split("\n- ")[1:3]
    one, other = (read(f"- {text}", f"{place}/cases.yaml") for place, text in enumerate(texts))
    means = Means(tmp_path)
    first = campaign.decided((*one, *other), means)
    assert [case.name for case in first.cases] == decided
    decided.clear()
    again = campaign.decided((*one, *(replace(case, name="Another sentence") for case in other)), means)
    assert decided == ["Another sentence"]
    assert again.decided == first.decided and again.firing.fires == first.firing.fires
    assert set(first.firing.owners.values()) == {0, 1}


def test_an_edit_of_a_case_lets_the_mutants_it_noticed_be_tried_again(whole: Base, court: Court, tmp_path: Path) -> None:
    clause = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, offer_source_to_users))')
    fault = drops([clause])[0]
    first = Campaign(whole, Means(tmp_path, 1))
    first._memory.keep(tried(court, fault), [case.name for case in whole.cases])
    assert first._known(fault) is not None
    edited = replace(whole, keys=["edited", *whole.keys[1:]])
    again = Campaign(edited, Means(tmp_path, 1))
    first._memory.save()
    assert again._known(fault) is None
    assert again._task((fault,)).first[fault.key] == (0,)


# ---- The commands


def test_the_commands_tell_shares_survivors_and_coverage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases, listings = tmp_path / "cases.yaml", tmp_path / "listings"
    cases.write_text(HOSTED, encoding="utf-8")
    means = (str(cases), "--jobs", "1", "--cache", str(tmp_path / "cache"))
    clause = found(sayings(), 'clause("AGPL-3.0-only", "13", must(host, modified, offer_source_to_users))')
    here = f"AGPL-3.0-only:{clause.line}"

    assert run(["kb", "mutate", *means, "--only", here, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["shares"]["clauses"]["tried"] == told["known"] == len(list(slips(clause)))
    assert {survivor["what"] for survivor in told["survivors"]} == {"`derivative` for `modified`"}
    assert run(["kb", "mutate", *means, "--only", here, "--at-least-clauses", "60", "-q"]) == 0
    assert "clauses: 66.7 % noticed (2 of 3; 60 % wanted); 1 survivor" in capsys.readouterr().out
    assert run(["kb", "mutate", *means, "--only", here, "--budget", "1", "--seed", "3", "-q", "--at-least-clauses", "0"]) == 0
    assert "1 of 3 mutants tried." in capsys.readouterr().out

    assert run(["kb", "cover", *means, "--only", here, "--listing", str(listings)]) == 0
    assert "clauses: 1 of 1 covered (100.0 %)" in capsys.readouterr().out
    assert "   ok     1 | clause(" in (listings / "licenses" / "AGPL-3.0-only.lp.txt").read_text(encoding="utf-8")
    assert run(["kb", "cover", *means, "--only", here, "--listing", "-"]) == 0
    assert "   ok     1 | clause(" in capsys.readouterr().out


def test_the_commands_tell_what_is_wrong_with_what_they_are_given(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "mutate", "--only", "kb/rules/raech.lp"]) == 2
    assert "did you mean rules/reach.lp?" in capsys.readouterr().err
    assert run(["kb", "mutate", "--budget", "soon"]) == 2
    assert "write 300, 90s, 20m or 1h" in capsys.readouterr().err
    assert run(["kb", "cover", "--only", "MIT", str(tmp_path / "none.yaml")]) == 2
    assert "there is no such file or folder" in capsys.readouterr().err
