# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a stranger writes into a brief: works of every kind, payment, places, sizes, lines that stand together oddly."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.engine.advice.draft.brief import lines
from licet.engine.advice.draft.files import licence, scenarios
from licet.engine.advice.draft.folding import apart
from licet.engine.advice.draft.program import demands
from licet.engine.advice.draft.reading import KINDS
from licet.engine.advice.draft.values import Draft
from licet.engine.glossary import glossary
from licet.engine.problem import InputError
from licet.engine.report import draft_clashes, draft_words, drafts
from licet.engine.report.look import Look
from licet.engine.vetting import faults

from .briefs import ALL, PLAIN, brief_of, draft_of, places, text_of, told
from .strategies import DECIDING

OPEN = PLAIN.replace("bars: [military]\n", "").replace("asks: [license-copy]\n", "")


@pytest.mark.parametrize("kind", ["software", "data", "content"])
def test_what_is_said_of_outputs_of_what_has_none_is_idle(kind: str) -> None:
    draft = draft_of(PLAIN.replace("kind: model", f"kind: {kind}") + "terms: {outputs: research}")
    assert not draft.clashes and places(draft, draft.idle) == {"terms.outputs"}


def test_what_a_steward_says_of_his_licence_is_no_clause_that_a_draft_lacks() -> None:
    """The nearest licence has a published position: the text itself does not say it."""
    draft = draft_of(
        OPEN.replace("kind: model", "kind: software").replace(ALL, "[use, distribute-changed]")
        + "asks: [attribute]\nterms: {recipients: same, breach: cured}\nlaw: Germany"
    )
    near = draft.terms.near[0]
    assert near.only_theirs and all(clause.steward is None for clause in near.only_theirs)


@pytest.mark.parametrize("kind", ["data", "content", "software"])
def test_a_citation_of_what_has_no_outputs_is_owed_by_who_hands_it_over(kind: str) -> None:
    draft = draft_of(OPEN.replace("kind: model", f"kind: {kind}") + "asks: [cite]")
    assert "must(share,covered,cite)" in told(draft) and not draft.clashes and not draft.idle
    assert "must(publish,output,cite)" in told(draft_of(OPEN + "asks: [cite]"))
    assert faults(licence(draft.terms), "New-1.0") == ()


@pytest.mark.parametrize(
    ("below", "model"),
    [
        ("{staff: 99}", "PolyForm-Small-Business-1.0.0 Small Business"),
        ("{yearly-revenue: {EUR: 5}}", "PolyForm-Small-Business-1.0.0 Small Business"),
        ("{monthly-users: 1000}", "hyperclova-x-seed-2025 4(i)"),
    ],
)
def test_a_licence_that_grants_nothing_above_a_size_is_a_model_of_a_grant_below_one(below: str, model: str) -> None:
    draft = draft_of(OPEN.replace("{may:", f"{{below: {below}, may:"))
    (section,) = (each for each in draft.terms.sections if each.chapter == "grants")
    assert model in map(str, section.models.whole) and not section.new


def test_what_grants_nothing_to_the_large_in_commerce_alone_is_no_model_of_a_size() -> None:
    (section,) = draft_of(OPEN.replace("{may:", "{below: {yearly-revenue: {USD: 5}}, may:")).terms.sections
    assert not any(cite.license == "ltxv-owl-2025-05-05" for cite in section.models.whole + section.models.partly)


GROUPS = OPEN.replace(f"{{everyone: {{may: {ALL}}}}}", "{everyone: {within: research, may: [use]}, partners: {%s}}")
PARTNERS = GROUPS % "approved: yes, may: [use, modify, host]"


def test_whoever_registers_as_asked_would_have_what_only_the_approved_may_have() -> None:
    """To the clause language registering and being approved are one, so a text has to keep them apart."""
    draft = draft_of(PARTNERS + "asks: [register]")
    assert {each for clash in draft.clashes for each in places(draft, clash.lines)} == {"asks[0]"}
    against = {each for clash in draft.clashes for each in places(draft, clash.against)}
    assert against == {"tiers.partners.may[0]", "tiers.partners.may[1]", "tiers.partners.may[2]"}
    assert all("registered as asked" in each.told for clash in draft.clashes for each in clash.tries)
    assert {each.group for each in draft.access} == {"everyone", "partners", None}
    assert not draft_of(PARTNERS).clashes and not draft_of(OPEN + "asks: [register]").clashes
    assert "registering" in words_of(draft) - words_of(draft_of(PARTNERS))


def words_of(draft: Draft) -> set[str]:
    return {caution.word for caution in draft.cautions}


def test_who_pays_is_let_in_and_the_price_is_said_to_be_left_open() -> None:
    paid = draft_of(GROUPS % "pays: yes, may: [use, modify, host]")
    free = draft_of(PARTNERS)
    assert told(paid) == told(free) and not paid.clashes
    assert (words_of(paid) - words_of(free), words_of(free) - words_of(paid)) == ({"price"}, {"approval"})
    assert "price" in paid.unworded and "price" not in free.unworded
    (section,) = (each for each in paid.terms.sections if "partners" in draft_words.sentences(paid.brief, each)[0])
    assert "Who is let in pays; how much stands in no term." in draft_words.sentences(paid.brief, section)
    cites = {str(cite) for cite in section.models.whole}
    assert "nvidia-ai-foundation-models-community 1.1.2" in cites


def test_in_a_country_that_is_left_out_nobody_may_use_the_work() -> None:
    draft = draft_of(OPEN + "not-in: [EU, KR]")
    assert not draft.clashes and {'denies(takes_place_in("EU"))', 'denies(takes_place_in("KR"))'} <= told(draft)
    tried = {each.told: each.decision.verdict for each in draft.tries if each.outcome.topic == "outside-territory"}
    assert tried == {f"a member of everyone uses the work in {code}": "likely" for code in ("EU", "KR")}
    bound = draft_of(OPEN + "not-in: EU\nterms: {agreement: contract}")
    assert {each.decision.verdict for each in bound.tries if each.outcome.topic == "outside-territory"} == {"settled"}
    sections = [each for each in draft.terms.sections if "takes_place_in" in str(each.clauses[0].term)]
    assert all("tencent-hunyuan-large-community 2" in map(str, each.models.whole) for each in sections)


def test_trials_take_place_where_the_work_may_be_used() -> None:
    draft = draft_of(OPEN + "not-in: US")
    assert not draft.clashes and all(each.has for each in draft.access)


def test_what_is_left_out_of_a_country_is_not_open_source() -> None:
    draft = draft_of(OPEN + "not-in: KR\naims: [open-source]")
    assert [(places(draft, each.lines), places(draft, each.against)) for each in draft.clashes] == [({"aims[0]"}, {"not-in"})]
    assert "open-source" in words_of(draft)


def test_what_is_written_and_not_tried_is_told() -> None:
    draft = draft_of(text_of("vision"))
    assert places(draft, draft.untried) == {"terms.agreement", "terms.suits", "terms.breach", "law"}
    assert "4 lines are written and not tried" in draft_words.verdict(draft)
    tried = {each.line for each in draft.tries} | set(draft.idle)
    served = {line for wanted in draft.terms.serving.values() for line in wanted}
    assert set(draft.untried) == served - tried


def test_who_changes_the_work_needs_to_use_it() -> None:
    draft = draft_of(OPEN.replace(ALL, "[modify]"))
    (clash,) = (each for each in draft.clashes if places(draft, each.lines) == {"tiers.everyone.may[0]"})
    assert draft_clashes.missing(draft, clash) == ["who may modify needs use as well: add it to everyone"]
    assert not draft_of(OPEN.replace(ALL, "[use, modify]")).clashes


def test_who_may_use_the_work_as_everybody_may_change_it_as_one_of_the_approved() -> None:
    everybody = OPEN.replace(
        f"{{everyone: {{may: {ALL}}}}}", "{everyone: {may: [use]}, partners: {approved: yes, may: [modify]}}"
    )
    draft = draft_of(everybody)
    assert not draft.clashes
    assert {(each.group, each.right) for each in draft.access if each.has} == {
        ("everyone", "use"),
        ("partners", "use"),
        ("partners", "modify"),
    }


def test_hosting_that_counts_as_handing_over_needs_that_right() -> None:
    draft = draft_of(GROUPS % "approved: yes, may: [use, distribute], below: {staff: 5}" + "terms: {hosting: counts}")
    assert draft.clashes  # those who may hand over would host
    host = draft_of(
        OPEN.replace(
            f"{{everyone: {{may: {ALL}}}}}", "{a: {below: {staff: 5}, may: [use, distribute, host]}, b: {may: [host]}}"
        )
        + "terms: {hosting: counts}"
    )
    (clash,) = host.clashes
    assert draft_clashes.missing(host, clash) == ["who may host needs distribute as well: add it to b"]


def test_terms_on_data_without_an_agreement_reach_as_far_as_rights_in_data() -> None:
    """Directive 96/9/EC, art. 7, and no copyright in facts: a bare licence of data binds over less than of works."""
    data = OPEN.replace("kind: model", "kind: data")
    bare, bound = draft_of(data), draft_of(data + "terms: {agreement: contract}")
    assert "data" in words_of(bare) - words_of(bound) and "data" not in words_of(draft_of(OPEN))
    learning = draft_of(data + "terms: {learning: derivative}")
    told_of = {each.word: set(each.questions) for each in learning.cautions}
    assert told_of["learning"] == {"memorization", "training", "trained-database"}
    assert "learning" not in words_of(draft_of(data + "terms: {learning: separate}"))


def test_what_the_text_has_to_say_beside_its_terms_follows_from_the_brief() -> None:
    always = {"warranty", "patents", "duration", "transfer", "court"}
    assert set(draft_of(OPEN).unworded) == always
    said = (
        OPEN + "terms: {suits: patents-end, breach: cured, improving: competing-model, teaching: similar, agreement: contract}"
    )
    assert set(draft_of(said).unworded) == always | {"ended-patents", "cure", "competition", "similarity", "assent"}


def test_a_limit_says_what_it_is() -> None:
    draft = draft_of(GROUPS % "approved: yes, may: [use]")
    shown = " ".join(" ".join(drafts.lines(draft, Look(80))).split())
    assert "everyone: You may use the work itself for research. That is: research (academic, scientific, to evaluate)" in shown


def test_a_limit_that_no_licence_can_be_held_to_is_none() -> None:
    with pytest.raises(InputError, match="unknown limit `partial`"):
        brief_of(OPEN.replace("{may:", "{within: partial, may:"))


def test_what_turns_on_nothing_is_told_in_one_line() -> None:
    draft = draft_of(OPEN.replace(ALL, "[use]"))
    shown = list(drafts.lines(draft, Look(80)))
    (place,) = (index for index, line in enumerate(shown) if "turns on these" in line)
    assert {"recipients", "merging", "quantizing", "hosting"} <= {
        word.strip(" .,") for line in shown[place : place + 3] for word in line.split()
    }
    assert "settle by  merging" not in "\n".join(shown)


def test_a_long_section_is_broken_between_words() -> None:
    draft = draft_of(OPEN.replace(ALL, "[use]") + "bars: [hosting-as-a-service]")
    assert "What you cannot do" in " ".join(" ".join(drafts.lines(draft, Look(80))).split())


@st.composite
def briefs(draw: st.DrawFn) -> str:
    """Any brief, however odd: some groups, uses, duties and matters."""
    words = glossary()
    quoting = {duty for duty in demands() if "{first}" in words["duty"][duty].sentence}
    tiers = draw(
        st.lists(
            st.fixed_dictionaries(
                {"may": st.lists(st.sampled_from(list(words["right"])), min_size=1, unique=True)},
                optional={
                    "within": st.sampled_from(list(words["within"])),
                    "approved": st.just(True),
                    "pays": st.just(True),
                    "below": st.sampled_from([{"staff": 5}, {"yearly-revenue": {"USD": 9}}]),
                },
            ),
            min_size=1,
            max_size=3,
        )
    )
    asks = draw(st.lists(st.sampled_from(sorted(demands())), max_size=3, unique=True))
    terms = {matter: st.sampled_from(list(entry.answers)) for matter, entry in words["matter"].items()}
    return yaml.safe_dump(
        {
            "licence": "New-1.0",
            "title": "New",
            "kind": draw(st.sampled_from(sorted(KINDS))),
            "tiers": {f"t{place}": tier for place, tier in enumerate(tiers)},
            "bars": draw(st.lists(st.sampled_from(list(words["use"])), max_size=2, unique=True)),
            "asks": [{"duty": duty, "text": "T"} if duty in quoting else duty for duty in asks],
            "terms": draw(st.fixed_dictionaries({}, optional=terms)),
            "not-in": draw(st.lists(st.sampled_from(["EU", "US", "KR"]), max_size=2, unique=True)),
        }
    )


@settings(DECIDING, deadline=None)
@given(briefs())
def test_any_brief_is_drafted_written_and_told(text: str) -> None:
    draft = draft_of(text)
    assert faults(licence(draft.terms), "New-1.0") == () and scenarios(draft)
    assert all(each.has == each.wanted for each in draft.access) or draft.clashes
    assert all(clash.against or clash.lines for clash in draft.clashes)
    assert list(drafts.lines(draft, Look(80)))


def test_what_a_group_is_granted_is_what_the_parts_of_its_terms_grant() -> None:
    draft = draft_of(text_of("vision"))
    served = {term for _, term in draft.terms.serving}
    for section in draft.terms.sections:
        assert all((apart(clause.term) or {clause.term}) <= served for clause in section.clauses)
    assert {line.number for line in lines(draft.brief)} >= set(draft.untried)
