# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Deciding: names are only names, batches change nothing, order changes nothing, standings mean what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from licet.engine.case import Act, Case, Making, Party, Purpose, Work
from licet.engine.decide import decide
from licet.engine.finding import Decision, Finding

from .strategies import DECIDING, several_cases

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


@DECIDING
@given(several_cases(), st.data())
def test_a_case_is_decided_alone_as_in_a_batch(batch: Sequence[Case], data: st.DataObject) -> None:
    alone = data.draw(st.integers(0, len(batch) - 1))
    assert list(decide(batch))[alone] == decided(batch[alone])


@DECIDING
@given(several_cases(), st.randoms(use_true_random=False))
def test_the_order_of_works_and_acts_changes_nothing(batch: Sequence[Case], random: Random) -> None:
    shuffled = [
        replace(
            case, works=tuple(random.sample(case.works, len(case.works))), acts=tuple(random.sample(case.acts, len(case.acts)))
        )
        for case in batch
    ]
    assert [set(decision.findings) for decision in decide(shuffled)] == [set(decision.findings) for decision in decide(batch)]


@DECIDING
@given(several_cases())
def test_only_what_is_not_settled_turns_on_conditions(batch: Sequence[Case]) -> None:
    for decision in decide(batch):
        for finding in decision.findings:
            if finding.standing == "settled":
                assert finding.conditions == ()


@DECIDING
@given(several_cases())
def test_settling_a_question_as_it_is_usually_answered_keeps_what_is_settled(batch: Sequence[Case]) -> None:
    readings = {"linking": "one-work", "weights": "protected", "memorization": "independent"}
    usual = [replace(case, readings=readings) for case in batch]
    for before, after in zip(decide(batch), decide(usual), strict=True):
        assert _settled(before) <= _settled(after)


def _settled(decision: Decision) -> set[tuple[object, ...]]:
    return {
        (finding.kind, finding.topic, finding.works, finding.party, finding.act, finding.detail)
        for finding in decision.findings
        if finding.standing == "settled"
    }


@DECIDING
@given(several_cases())
def test_nothing_unknown_is_ever_clear(batch: Sequence[Case]) -> None:
    """Whoever uses a work of others under no known terms is never told that the case is clear."""
    act, work = Act("acme", "use", "stray"), Work("stray", "software", "no-such-licence")
    strays = [replace(case, works=(*case.works, work), acts=(*case.acts, act)) for case in batch]
    assert all(decision.verdict != "clear" for decision in decide(strays))


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
