# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A case under every profile: what it settles itself goes first, and a profile only ever narrows what is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.engine.case import Act, Case, Making, Party, Work
from licet.engine.comparison import Comparison, identity
from licet.engine.decide import decide
from licet.engine.finding import Cite, Decision, Finding
from licet.engine.glossary import glossary
from licet.engine.knowledge import grounded
from licet.engine.profiles import UnknownProfileError, answers, compare, jurisdictions, theories
from licet.engine.reader import read

from .strategies import DECIDING, cases, several_cases

SCENARIOS = Path(__file__).parent.parent / "scenarios"


def linked(name: str = "linked", **readings: str) -> Case:
    """A proprietary service into which a GPL library is linked, delivered to others."""
    library = Work("library", "software", "GPL-3.0-only")
    service = Work("service", "software", "LicenseRef-P", makings=(Making("links-dynamically", "library"),))
    act = Act("acme", "distribute", "service", {"form": "binary"})
    return Case(name, (library, service), (Party("acme"),), (act,), readings)


def identities(decision: Decision) -> set[object]:
    return {identity(finding) for finding in decision.findings}


def said(comparison: Comparison) -> dict[str, set[Finding]]:
    """What is found under each reading, in whatever order."""
    decisions = {"": comparison.decision, **comparison.profiles}
    return {name: set(decision.findings) for name, decision in decisions.items()}


def settled(decision: Decision) -> set[object]:
    return {identity(finding) for finding in decision.findings if finding.standing == "settled"}


@DECIDING
@given(several_cases())
def test_profiles_change_nothing_as_the_case_stands_and_only_narrow_what_is_open(batch: Sequence[Case]) -> None:
    for comparison, stands in zip(compare(batch), decide(batch), strict=True):
        assert stands == comparison.decision
        for decision in comparison.profiles.values():
            if decision.elections == stands.elections:
                assert settled(stands) <= settled(decision)
            if not stands.elections:  # no profile may make another licence the better choice
                assert {identity(finding) for finding in decision.findings if finding.kind != "question"} <= identities(stands)


@DECIDING
@given(several_cases(), st.randoms(use_true_random=False))
def test_the_order_of_profiles_changes_nothing(batch: Sequence[Case], random: Random) -> None:
    names = [*theories(), *jurisdictions()]
    for one, other in zip(compare(batch, names), compare(batch, random.sample(names, len(names))), strict=True):
        assert said(one) == said(other)
        assert [(row.told.topic, row.standing, row.under) for row in one.rows] == [
            (row.told.topic, row.standing, row.under) for row in other.rows
        ]


@DECIDING
@given(several_cases(), st.sampled_from(["theory", "jurisdiction"]), st.data())
def test_stating_the_answers_of_a_profile_is_the_same_as_naming_it(
    batch: Sequence[Case], sort: str, data: st.DataObject
) -> None:
    name = data.draw(st.sampled_from([*(theories() if sort == "theory" else jurisdictions())]))
    named = decide([replace(case, readings={sort: name}) for case in batch])
    for comparison, decision in zip(compare(batch, [name]), named, strict=True):
        assert set(comparison.profiles[name].findings) == set(decision.findings)


@DECIDING
@given(cases("one"), cases("other"))
def test_a_case_is_compared_the_same_alone_and_with_another(one: Case, other: Case) -> None:
    assert list(map(said, compare([one, other]))) == list(map(said, [*compare([one]), *compare([other])]))


def test_theories_disagree_on_linking_and_the_verdict_turns_on_it() -> None:
    (comparison,) = compare([linked()])
    verdicts = {name: decision.verdict for name, decision in comparison.profiles.items()}
    assert comparison.decision.verdict == "likely"
    assert (verdicts["fsf"], verdicts["eu-interop"], verdicts["memorisation"]) == ("settled", "clear", "likely")
    assert comparison.verdict_changes
    (conflict,) = [row for row in comparison.changes if row.told.kind == "conflict"]
    assert conflict.standing == "likely"
    assert (conflict.under["fsf"], conflict.under["eu-interop"]) == ("settled", None)


def test_a_profile_that_answers_nothing_open_shares_the_decision() -> None:
    (comparison,) = compare([linked()])
    assert comparison.profiles["memorisation"] is comparison.decision
    assert comparison.profiles["eu-interop"] is comparison.profiles["us-mainstream"]


@pytest.mark.parametrize(
    ("readings", "verdict"),
    [({"linking": "two-works"}, "clear"), ({"theory": "eu-interop"}, "clear"), ({"theory": "fsf"}, "settled")],
)
def test_what_a_case_settles_itself_goes_before_every_profile(readings: dict[str, str], verdict: str) -> None:
    (comparison,) = compare([linked(**readings)])
    assert {decision.verdict for decision in (comparison.decision, *comparison.profiles.values())} == {verdict}
    assert not comparison.changes and not comparison.verdict_changes


def test_the_theory_of_a_case_is_completed_by_the_profile_and_not_replaced() -> None:
    trained = Work("trained", "model", "MIT", makings=(Making("trains-on", "corpus"),))
    works = (Work("corpus", "dataset", "CC-BY-NC-4.0"), trained)
    case = Case("trained", works, (Party("acme"),), (Act("acme", "distribute", "trained", {"commercially": True}),))
    assert "memorization" not in theories()["eu-interop"]
    (held,) = compare([replace(case, readings={"theory": "eu-interop"})])
    readings = held.profiles["memorisation"].case.readings
    assert (readings["theory"], readings["memorization"]) == ("eu-interop", "contains")


def test_the_order_of_cases_is_kept_across_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("decide", "profiles"):
        monkeypatch.setattr(f"licet.engine.{module}.BATCH", 4)
    names = [str(number) for number in range(10)]
    compared = list(compare([linked(name) if int(name) % 2 else linked(name, linking="two-works") for name in names]))
    assert [comparison.decision.case.name for comparison in compared] == names
    assert {comparison.profiles["fsf"].verdict for comparison in compared[1::2]} == {"settled"}
    assert {comparison.profiles["fsf"].verdict for comparison in compared[::2]} == {"clear"}


def test_no_scenario_is_decided_otherwise_where_profiles_are_compared() -> None:
    file = SCENARIOS / "services.yaml"
    several = read(file.read_text(encoding="utf-8"), file.name)
    compared = list(compare(several))
    assert [comparison.decision for comparison in compared] == list(decide(several))
    assert any(comparison.verdict_changes for comparison in compared)
    for comparison in compared:
        assert len(comparison.changes) + sum(row.alike for row in comparison.rows) == len(comparison.rows)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("fsff", "did you mean fsf?"),
        ("us_mainstream", "did you mean us-mainstream?"),
        ("de", "did you mean DE?"),
        ("ALL", "all?"),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(name: str, meant: str) -> None:
    with pytest.raises(UnknownProfileError, match="no theory or jurisdiction is called") as raised:
        answers(name)
    assert meant in str(raised.value)
    assert "conservative" in str(raised.value) and "DE" in str(raised.value)


def test_profiles_answer_questions_that_there_are_with_one_of_their_answers() -> None:
    questions = glossary()["question"]
    for name in (*theories(), *jurisdictions()):
        assert answers(name)
        for question, answer in answers(name).items():
            assert answer in questions[question].answers, (name, question, answer)


@pytest.mark.parametrize("predicate", ["holds_by", "prevails"])
def test_no_profile_gives_two_answers_to_a_question(predicate: str) -> None:
    control = grounded((), ())  # its atoms live no longer than it does
    atoms = [atom.symbol for atom in control.symbolic_atoms.by_signature(predicate, 3)]
    assert atoms
    given_by = Counter((str(symbol.arguments[0]), str(symbol.arguments[2])) for symbol in atoms)
    assert not [pair for pair, count in given_by.items() if count > 1]


def finding(topic: str, standing: str, section: str = "1") -> Finding:
    return Finding("obligation", topic, ("work",), topic, standing, cites=(Cite("MIT", section),))


def test_findings_that_differ_in_standing_and_section_alone_are_one_row_with_the_surest_standing() -> None:
    case = Case("case", ())
    decision = Decision(case, (finding("a", "possible"), finding("a", "likely", "2"), finding("b", "settled")))
    other = Decision(case, (finding("a", "settled", "3"), finding("b", "settled"), finding("c", "settled")))
    rows = {row.told.topic: (row.standing, row.under["x"], row.alike) for row in Comparison(decision, {"x": other}).rows}
    assert rows == {"a": ("likely", "settled", False), "b": ("settled", "settled", True), "c": (None, "settled", False)}
