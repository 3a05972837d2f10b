# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Deciding: names are only names, batches change nothing, order changes nothing, standings mean what they say."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.engine.case import Act, Case, Making, Party, Purpose, Work
from licet.engine.decide import decide
from licet.engine.finding import Decision, Finding

from .strategies import cases

HOSTILE = ('"). evil(X) :- (', "#script(python) pass #end.", "a\nb", 'say "hi"', "\\", "%", "'; drop", "№ ∀ 🦙", "w0_0", "not")


def decided(case: Case) -> Decision:
    """The decision of one case alone."""
    return next(iter(decide([case])))


def _linked(work: str, library: str, party: str, under: str = "GPL-3.0-only") -> Case:
    works = (Work(library, "software", under), Work(work, "software", "MIT", makings=(Making("links-statically", library),)))
    return Case("case", works, (Party(party),), (Act(party, "distribute", work, {"form": "binary"}),))


def _renamed(finding: Finding, names: dict[str, str]) -> Finding:
    def again(text: str) -> str:
        for old, new in names.items():
            text = text.replace(old, new)
        return text

    return replace(
        finding,
        works=tuple(names.get(work, work) for work in finding.works),
        party=names.get(finding.party or "", finding.party),
        sentence=again(finding.sentence),
        remedies=tuple(map(again, finding.remedies)),
        conditions=tuple(tuple(map(again, phrases)) for phrases in finding.conditions),
        rests_on=tuple(map(again, finding.rests_on)),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_a_name(name: str) -> None:
    plain = decided(_linked("WORK", "library", "acme"))
    hostile = decided(_linked(name, "library", "acme"))
    assert {_renamed(finding, {"WORK": name}) for finding in plain.findings} == set(hostile.findings)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_party_is_only_a_name(text: str) -> None:
    decision = decided(_linked("work", "library", text))
    assert decision.of_kind("conflict")[0].party == text


def test_a_hostile_licence_name_is_an_unknown_licence() -> None:
    case = _linked("work", "library", "acme", under="LicenseRef-evil.X")
    assert "unknown-license" in {finding.topic for finding in decided(case).of_kind("notice")}


@given(st.lists(cases(), min_size=2, max_size=4))
def test_a_case_is_decided_alone_as_in_a_batch(batch: list[Case]) -> None:
    assert [decision.findings for decision in decide(batch)] == [decided(case).findings for case in batch]


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_works_and_acts_changes_nothing(case: Case, random: object) -> None:
    works, acts = list(case.works), list(case.acts)
    random.shuffle(works)  # type: ignore[attr-defined]
    random.shuffle(acts)  # type: ignore[attr-defined]
    shuffled = replace(case, works=tuple(works), acts=tuple(acts))
    assert set(decided(shuffled).findings) == set(decided(case).findings)


@given(cases())
def test_only_what_is_not_settled_turns_on_conditions(case: Case) -> None:
    for finding in decided(case).findings:
        if finding.standing == "settled":
            assert finding.conditions == ()


@given(cases())
def test_settling_a_question_as_it_is_usually_answered_keeps_what_is_settled(case: Case) -> None:
    settled = {_key(finding) for finding in decided(case).findings if finding.standing == "settled"}
    usual = replace(case, readings={"linking": "one-work", "weights": "protected", "memorization": "independent"})
    assert settled <= {_key(finding) for finding in decided(usual).findings if finding.standing == "settled"}


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.topic, finding.works, finding.party, finding.act, finding.detail


@given(cases())
def test_nothing_unknown_is_ever_clear(case: Case) -> None:
    """Whoever uses a work of others under no known terms is never told that the case is clear."""
    act = Act("acme", "use", "stray")
    stray = replace(case, works=(*case.works, Work("stray", "software", "no-such-licence")), acts=(*case.acts, act))
    assert decided(stray).verdict != "clear"


def test_the_branch_that_clears_is_elected() -> None:
    case = _linked("work", "library", "acme", under="GPL-2.0-only OR MIT")
    decision = decided(replace(case, works=(case.works[0], replace(case.works[1], under="LicenseRef-Own"))))
    assert decision.elections == {"library": "MIT"}
    assert decision.verdict == "clear"


def test_a_purpose_is_barred_for_the_act_that_serves_it_only() -> None:
    works = (Work("model", "model", "bigscience-openrail-m"),)
    acts = (
        Act("acme", "host", "model", {"commercially": True}, (Purpose("medical-advice"),)),
        Act("acme", "use", "model", {"commercially": True}),
    )
    restricted = decided(Case("case", works, (Party("acme"),), acts)).of_kind("restricted-use")
    assert [(finding.act, finding.topic) for finding in restricted] == [("host", "medical-advice")]
