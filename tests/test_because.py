# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Why, why not, what it rests on, what would flip it: every answer is checked by deciding again, in a program of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from clingo import Control, Function, Symbol

from licet.engine.because.change import Change
from licet.engine.because.explanation import Explanation
from licet.engine.because.shift import differences
from licet.engine.because.step import shared
from licet.engine.conditions import Answers
from licet.engine.consequence import satisfiable
from licet.engine.decide import consider
from licet.engine.facts import word
from licet.engine.finding import Finding
from licet.engine.glossary import glossary
from licet.engine.knowledge import load
from licet.engine.reader import read
from licet.engine.report.look import Look
from licet.engine.report.tree import tree

from .samples import SCENARIOS, cases_of, some_cases

SOLVER_WORDS = re.compile(r"\b[acpw]\d+_\d+\b|\bc\d+\b|[{}]|\b(?:not|fact|told)\(|_")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Explains some cases of the scenarios, each once for all tests that ask for one."""
    if "explanation" in metafunc.fixturenames:
        taken = some_cases(metafunc.config.getoption("samples"))
        metafunc.parametrize("explanation", taken, indirect=True, scope="module", ids=[case.name for case in taken])


@pytest.fixture(scope="module")
def explanation(request: pytest.FixtureRequest) -> Explanation:
    return Explanation(consider(request.param))


@pytest.fixture(scope="module")
def court(explanation: Explanation) -> Court:
    return Court(explanation.facts)


def explained(file: str, words: str) -> Explanation:
    """The case of a scenario whose name has these words."""
    return Explanation(consider(next(case for case in cases_of(SCENARIOS / file) if words in case.name)))


def found(explanation: Explanation, topic: str, **keys: str) -> Finding:
    """The first finding with this topic."""
    for finding in explanation.decision.findings:
        if finding.topic == topic and all(getattr(finding, key) == value for key, value in keys.items()):
            return finding
    raise LookupError(topic)


def few(findings: Iterable[Finding], samples: int) -> Iterator[Finding]:
    """Of a sample of cases the first finding of each kind; of all cases all findings."""
    kinds = set()
    for finding in findings:
        if samples == 0 or finding.kind not in kinds:
            yield finding
        kinds.add(finding.kind)


def chosen(answers: Answers) -> list[Symbol]:
    """Answers to open questions as the atoms that stand for them."""
    name = {True: "reading", False: "fact"}
    return [Function(name[question.law], [question.subject, word(question.topic), answer]) for question, answer in answers]


class Court:
    """Decides again, in a program of its own that knows the rules alone, which facts of those it may be given lead to what."""

    def __init__(self, facts: Iterable[Symbol]) -> None:
        self._control = Control(["--warn=none"])
        load(self._control, ())
        with self._control.backend() as backend:
            self._facts = {fact: backend.add_atom(fact) for fact in facts}
            for atom in self._facts.values():
                backend.add_external(atom)
        self._control.ground([("base", [])])

    def certain(self, facts: Iterable[Symbol], term: Symbol, answers: Iterable[Symbol] = (), holds: bool = True) -> bool:
        """Whether these facts and no others come to a term (or do not) under the chosen answers."""
        given = set(facts)
        for fact, atom in self._facts.items():
            self._control.assign_external(atom, fact in given)
        atom = self._control.symbolic_atoms[term]
        if atom is None:
            return not holds
        goal = atom.literal if holds else -atom.literal
        assumed = list(self._others(answers))
        return satisfiable(self._control, [goal, *assumed]) and not satisfiable(self._control, [-goal, *assumed])

    def _others(self, answers: Iterable[Symbol]) -> Iterator[int]:
        """Assumptions that leave only the chosen answers, where their questions are open."""
        atoms = self._control.symbolic_atoms
        for answer in answers:
            asked = atoms[Function({"fact": "open_fact", "reading": "open_law"}[answer.name], answer.arguments[:2])]
            for atom in atoms.by_signature(answer.name, 3):
                if asked and atom.symbol.arguments[:2] == answer.arguments[:2] and atom.symbol != answer:
                    with self._control.backend() as backend:
                        switch = backend.add_atom()
                        backend.add_rule([switch], [], choice=True)
                        backend.add_rule([], [switch, atom.literal, asked.literal])
                    yield switch


def test_every_reason_ends_in_facts_clauses_and_questions_and_says_so_in_words(explanation: Explanation, court: Court) -> None:
    for finding in explanation.decision.findings:
        for step in explanation.why(finding):
            if not step.premises and not step.background:
                assert step.kind in ("fact", "clause", "question") or court.certain((), step.atom, holds=step.holds), (
                    step.sentence
                )
            assert step.sentence and not SOLVER_WORDS.search(_without_names(step.sentence, explanation)), step.sentence
            if step.kind in ("conclusion", "clause") and step.holds:
                assert step.source and step.rule and re.search(r"[\w+.-]+\.lp:\d+$", step.place), step.sentence


def _without_names(sentence: str, explanation: Explanation) -> str:
    """A sentence without the names and licences that the case writes as it likes."""
    names = {*explanation.names.names.values(), *(work.under or "" for work in explanation.decision.case.works)}
    for name in sorted(names - {""}, key=len, reverse=True):
        sentence = sentence.replace(name, "…")
    return re.sub(r"“[^”]*”", "…", sentence)


def test_what_a_reason_ends_in_alone_gives_the_finding_again(explanation: Explanation, court: Court, samples: int) -> None:
    for finding in few(explanation.decision.findings, samples):
        step = explanation.why(finding)
        facts = [leaf.atom for leaf in step.leaves if leaf.kind != "question"]
        answers = [leaf.atom for leaf in step.leaves if leaf.kind == "question"]
        assert court.certain(facts, step.atom, answers), finding.sentence


def test_of_the_facts_that_carry_a_finding_none_can_be_spared(explanation: Explanation, court: Court, samples: int) -> None:
    for finding in few(explanation.decision.findings, samples):
        if finding.term is None or finding.kind == "question":
            continue
        answers = chosen(explanation.conditions(finding))
        bases = explanation.rests_on(finding)
        assert bases
        for basis in bases:
            other = {fact for each in explanation.stated if each not in basis for fact in each.symbols}
            kept = [fact for fact in explanation.facts if fact not in other]
            assert court.certain(kept, finding.term, answers), finding.sentence
            for statement in basis:
                fewer = [fact for fact in kept if fact not in statement.symbols]
                assert not court.certain(fewer, finding.term, answers), (finding.sentence, statement.sentence)
                assert statement.evidence


def test_a_change_turns_a_finding_off_or_on(explanation: Explanation, samples: int) -> None:
    told = [
        each.term
        for each in few(explanation.decision.findings, samples)
        if each.term and each.kind not in ("question", "notice")
    ]
    asked = {term: False for term in told} | dict.fromkeys(explanation.absent[: None if samples == 0 else 3], True)
    flips = [(term, on, flip) for term, on in asked.items() for flip in explanation.flips(term)]
    court = Court({*explanation.facts, *(fact for _, _, flip in flips for fact in _changed(explanation, flip.changes))})
    for term, on, flip in flips:
        answers = chosen((*flip.supposed, *flip.conditions))
        changed = _changed(explanation, flip.changes)
        assert court.certain(changed, term, answers, on), explanation.sentence(term)
        if not on and flip.standing is None:
            assert court.certain(changed, term, chosen(flip.conditions), holds=False), explanation.sentence(term)


def test_what_is_absent_lacks_something_in_each_rule_that_could_lead_to_it(explanation: Explanation, samples: int) -> None:
    for term in explanation.absent[: None if samples == 0 else 5]:
        attempts = explanation.why_not(term)
        assert attempts and all(attempt.lacking for attempt in attempts), explanation.sentence(term)


def _changed(explanation: Explanation, changes: Iterable[Change]) -> list[Symbol]:
    """The facts of a case after a change."""
    gone = {symbol for change in changes if change.old for symbol in change.old.symbols}
    come = {symbol for change in changes if change.new for symbol in change.new.symbols}
    return [*(fact for fact in explanation.facts if fact not in gone), *come]


def test_a_reason_is_told_once_and_what_several_rest_on_is_numbered() -> None:
    explanation = explained("llama.yaml", "Llama 3 bans training another language model on its outputs")
    root = explanation.why(found(explanation, "improves-other-model"))
    told = list(root.told)
    assert len(told) == len(set(told))
    numbers = shared(root)
    assert numbers and list(numbers.values()) == list(range(1, len(numbers) + 1))
    assert all(step.premises for step in numbers)
    text = "\n".join(tree(root, Look(100)))
    for step, number in numbers.items():
        assert text.count(f"[{number}]") >= 2, step.sentence


def test_the_clause_that_makes_a_finding_is_among_its_reasons() -> None:
    explanation = explained("llama.yaml", "Llama 3 bans training another language model on its outputs")
    leaves = explanation.why(found(explanation, "improves-other-model")).leaves
    assert {leaf.source for leaf in leaves if leaf.kind == "clause"} == {"llama3 preamble para. 7", "llama3 1.b.v"}
    assert {leaf.sentence for leaf in leaves if leaf.kind == "fact"} >= {"student trains on texts", "texts is output of llama"}


def test_an_open_question_is_a_leaf_and_tells_what_it_arises_from() -> None:
    explanation = explained("llama.yaml", "Whether a student of Llama 2 is a language model has to be asked")
    (question,) = [
        leaf for leaf in explanation.why(found(explanation, "improves-other-model")).leaves if leaf.kind == "question"
    ]
    assert question.sentence == "student is a language model"
    assert not question.premises and question.background


def test_why_a_question_is_asked_leads_to_the_clause_that_asks() -> None:
    explanation = explained("llama.yaml", "Whether a student of Llama 2 is a language model has to be asked")
    root = explanation.why(found(explanation, "language-model", kind="question"))
    assert root.sentence.startswith("it has to be known: Is student a language model?")
    assert "llama2 1.b.v" in {leaf.source for leaf in root.leaves}


def test_an_aggregate_rests_on_what_keeps_the_works_apart() -> None:
    text = """
- name: A program starts a GPL program as a process of its own and exchanges files of a public format with it
  given:
    works:
      engine: {kind: software, under: GPL-3.0-only, modified: no}
      app: {kind: software, by: acme, under: MIT, runs: {work: engine, payload: public-format, together: yes}}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: app, form: binary}]
"""
    explanation = Explanation(consider(read(text, "case.yaml")[0]))
    (basis,) = explanation.rests_on(found(explanation, "part", kind="aggregate"))
    assert {statement.sentence for statement in basis} == {
        "engine is under GPL-3.0-only",
        "app runs engine",
        "app and engine exchange a public format",
    }


def test_a_finding_that_follows_in_two_ways_rests_on_either_set() -> None:
    text = """
- name: A program has GPL code from two libraries in it
  given:
    works:
      one: {kind: software, under: GPL-3.0-only}
      two: {kind: software, under: GPL-3.0-only}
      app: {kind: software, by: acme, under: MIT, copies: [one, two]}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: app, form: source}]
"""
    explanation = Explanation(consider(read(text, "case.yaml")[0]))
    finding = found(explanation, "label-breaks-copyleft")
    sets = [{statement.sentence for statement in basis} for basis in explanation.rests_on(finding)]
    assert len(sets) == 2
    assert all(("app copies one" in told) != ("app copies two" in told) for told in sets)
    changes = {change for flip in explanation.flips(finding.term) for change in flip.changes}
    told = {change.new.sentence for change in changes if change.new}
    assert told == {"app is under GPL-3.0-only", "acme uses app", "acme hosts app"}, (
        "leaving one library out would not be enough"
    )


def test_what_changes_between_two_cases_is_told_with_the_difference_that_does_it() -> None:
    before = explained("llama.yaml", "Llama 3 bans training another language model on its outputs")
    after = explained("llama.yaml", "Llama 3.1 lets its outputs train another model")
    told = differences(before, after)
    assert (told.gone, told.come) == (("llama is under llama3",), ("llama is under llama3.1",))
    shifts = {(shift.finding.kind, shift.finding.topic): shift for shift in told.shifts}
    ban = shifts["prohibition", "improves-other-model"]
    assert (ban.before, ban.after, ban.gone, ban.come) == ("settled", None, ("llama is under llama3",), ())
    name = shifts["obligation", "name-prefix"]
    assert (name.before, name.after, name.come) == (None, "settled", ("llama is under llama3.1",))


def test_two_cases_that_say_the_same_do_not_differ() -> None:
    one, other = (explained("llama.yaml", "Llama 3 bans training another language model") for _ in range(2))
    told = differences(one, other)
    assert not told.gone and not told.come and not told.shifts


def test_why_not_tells_the_fact_that_is_lacking_and_the_clause_that_stands_against() -> None:
    explanation = explained("llama.yaml", "Llama 2 outputs may train a model that is no language model")
    term = next(term for term in explanation.absent if "other models of this sort" in explanation.sentence(term))
    (attempt,) = explanation.why_not(term)
    assert attempt.rule and attempt.place.startswith("kb/rules/use.lp:")
    (lacking,) = attempt.lacking
    assert (lacking.kind, lacking.sentence) == ("absence", "it is not so that student is a language model")
    assert {(leaf.kind, leaf.holds, leaf.sentence) for leaf in lacking.leaves} >= {
        ("fact", False, "it is not so that student is a language model"),
        ("fact", True, "student is not a language model"),
    }
    (flip, *_) = explanation.flips(term)
    assert [change.new.sentence for change in flip.changes if change.new] == ["student is a language model"]


def test_one_change_is_told_where_one_is_enough() -> None:
    text = """
- name: A model trained on NonCommercial data may be sold
  given:
    works:
      corpus: {kind: dataset, under: CC-BY-NC-4.0}
      essays: {kind: dataset, under: CC-BY-SA-4.0}
      model: {kind: model, under: LicenseRef-Own, trains-on: [corpus, essays]}
    parties: {acme: {}}
    acts: [{party: acme, does: distribute, work: model, form: weights, commercially: yes}]
"""
    explanation = Explanation(consider(read(text, "case.yaml")[0]))
    finding = found(explanation, "noncommercial-only", work="model", act="distribute")
    assert finding.standing == "possible" and finding.term is not None
    changes = [flip.changes for flip in explanation.flips(finding.term) if flip.changes]
    assert {len(told) for told in changes} == {1}
    told = {(change.old and change.old.sentence, change.new and change.new.sentence) for (change,) in changes}
    assert ("model trains on corpus", None) in told
    assert ("what is done with model is commercial", "what is done with model is not commercial") in told
    assert not any(old == "model trains on essays" for old, _ in told)


def test_an_answer_that_the_case_states_against_what_is_usual_does_not_disturb_the_others() -> None:
    text = """
- name: A tuned model goes out under MIT beside a program that shares data structures with another
  given:
    works:
      base: {kind: model, under: llama3.1}
      tuned: {kind: model, by: acme, under: MIT, fine-tunes: base}
      engine: {kind: software, under: GPL-3.0-only, modified: no}
      app: {kind: software, by: acme, under: MIT, runs: {work: engine, payload: internal-structures, together: no}}
    parties: {acme: {}}
    acts:
      - {party: acme, does: distribute, work: tuned, form: weights}
      - {party: acme, does: distribute, work: app, form: source}
"""
    explanation = Explanation(consider(read(text, "case.yaml")[0]))
    finding = found(explanation, "label-replaces-agreement")
    assert finding.term is not None
    assert {len(flip.changes) for flip in explanation.flips(finding.term)} == {1}
    assert all(explanation.why_not(term) for term in explanation.absent)


def test_evidence_is_known_for_whatever_a_case_can_state() -> None:
    words = {word for sort in ("making", "attribute", "circumstance", "act") for word in glossary()[sort]}
    assert sorted(words - glossary()["evidence"].keys()) == []
    assert all(entry.sentence.endswith(".") for entry in glossary()["evidence"].values())
