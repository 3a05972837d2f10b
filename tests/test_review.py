# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Reviews: purposes against the restrictions that the texts hold, and nothing that the ordinary decision does not say."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml

from licet.engine.advice.review.examined import examined
from licet.engine.advice.review.judged import Judged
from licet.engine.advice.review.reading import cells
from licet.engine.advice.review.review import reviewed
from licet.engine.advice.review.values import RISKS, Cell, Review
from licet.engine.case import Act, Case, Party, Purpose, Work
from licet.engine.catalog import families, identify, is_exception, licenses
from licet.engine.clauses import license_file
from licet.engine.decide import decide
from licet.engine.facts import word
from licet.engine.finding import Decision
from licet.engine.glossary import KNOWLEDGE_BASE, glossary
from licet.engine.identity import Known
from licet.engine.reader import read
from licet.engine.report.look import Look
from licet.engine.report.review_markdown import lines as markdown
from licet.engine.report.reviews import lines
from licet.engine.workbench.lint.occurrence import occurs
from licet.engine.written import plain

from .command_line import licet

SCENARIOS = Path(__file__).parent.parent / "scenarios"
PRODUCTS = SCENARIOS / "review.yaml"
SCHEMA = json.loads((KNOWLEDGE_BASE.parent / "engine" / "schema" / "review.json").read_text(encoding="utf-8"))
NEAR = ("kin", "wider")
BREACH = "A breach ends the licence, or lets the licensor end it."


@cache
def product(words: str) -> Case:
    (found,) = (case for case in read(PRODUCTS.read_text(encoding="utf-8"), str(PRODUCTS)) if words in case.name)
    return found


def hosted(license_id: str, *purposes: Purpose, modified: bool = False) -> Case:
    """A small company hosts a model of others for gain."""
    model = Work("model", "model", license_id, attributes={"modified": modified, "multimodal": False})
    acme = Party(
        "acme", "US", {}, {"monthly-users": {"": 1000}, "yearly-revenue": {"USD": 1000}, "monthly-revenue": {"USD": 1}}
    )
    act = Act("acme", "host", "model", {"commercially": True}, tuple(purposes), ("US",))
    return Case(f"{license_id} for {[purpose.use for purpose in purposes]}", (model,), (acme,), (act,))


def tables(*cases: Case) -> list[Mapping[tuple[str, str, str], str]]:
    """The risk of each cell of cases, by purpose, section and the use that the sentence names."""
    return [{_key(cell): cell.risk for cell in cells(Judged(one), one)} for one in examined(cases, why=False)]


def _key(cell: Cell) -> tuple[str, str, str]:
    return cell.purpose, str(cell.restriction), cell.restriction.use


# What a sentence comes to, and words of the text that say so.
READ = [
    ("bigscience-bloom-rail-1.0", "medical-advice", {}, "Att. A 12", "barred", "medical advice and medical results"),
    ("bigscience-bloom-rail-1.0", "impersonation", {"consent": True}, "Att. A 7", "barred", "attempt to impersonate others;"),
    ("bigscience-openrail-m", "impersonation", {}, "Att. A (g)", "check", "others without their consent"),
    ("bigscience-openrail-m", "impersonation", {"consent": True}, "Att. A (g)", "clear", "others without their consent"),
    ("bigscience-openrail-m", "impersonation", {"consent": False}, "Att. A (g)", "barred", "others without their consent"),
    ("bigcode-openrail-m", "medical-advice", {}, "Att. A (m)", "check", "substitute for professional medical advice"),
    (
        "bigcode-openrail-m",
        "medical-advice",
        {"substitutes-professional": False},
        "Att. A (m)",
        "clear",
        "intended to be a substitute",
    ),
    ("bigcode-openrail-m", "impersonation", {"deceives": True}, "Att. A (h)", "barred", "for purposes of deception"),
    (
        "creativeml-openrail-m",
        "medical-advice",
        {"substitutes-professional": False},
        "Att. A item 10",
        "barred",
        "medical advice and",
    ),
    ("llama2", "impersonation", {"consent": True}, "AUP 3.d", "clear", "without consent, authorization, or legal right"),
    ("llama3.1", "deepfake", {"deceives": True}, "AUP 3", "barred", "intentionally deceive or mislead others"),
    ("llama3.1", "medical-advice", {}, "AUP 1.d", "grey", "unlicensed practice of any profession"),
    ("llama4", "military", {}, "AUP 3.a", "barred", "Military, warfare"),
    ("gemma", "unlicensed-profession", {}, "PUP item 2.2", "barred", "illegal or unlicensed practice of any vocation"),
    ("gemma", "medical-advice", {}, "PUP item 3.3", "grey", "sensitive areas (e.g. health"),
    ("gemma", "fraud", {}, "PUP item 2", "barred", "illegal"),
    ("gemma", "impersonation", {"deceives": False}, "PUP item 3.2", "clear", "impersonates an individual"),
]


def test_a_cell_is_what_the_text_says() -> None:
    found = tables(*(hosted(name, Purpose(use, said)) for name, use, said, *_ in READ))
    for told, (name, use, said, section, risk, _) in zip(found, READ, strict=True):
        there = [its for (_, place, _), its in told.items() if place == f"{name} {section}"]
        assert min(there, key=RISKS.index) == risk, (name, use, said)


@pytest.mark.parametrize(("license_id", "words"), sorted({(row[0], row[5]) for row in READ}))
def test_the_text_has_the_words(license_id: str, words: str) -> None:
    text = "".join(_texts(license_id))
    if not text:
        pytest.skip("the texts are not here; LICET_SOURCES names their folder")
    assert " ".join(words.lower().split()) in " ".join(text.lower().split())


def _texts(license_id: str) -> Iterator[str]:
    """The text of a licence, and of the policy that belongs to it."""
    folder = Path(os.environ.get("LICET_SOURCES", "")) / "licences" / "texts"
    policies = [file for file in folder.glob(f"{license_id}-*use-policy*.txt")]
    for file in (folder / f"{license_id}.txt", *folder.glob(f"{license_id}-terms-*.txt"), *policies):
        if os.environ.get("LICET_SOURCES") and file.exists():
            yield file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("license_id", "purposes", "fact", "moved"),
    [
        (
            "bigscience-openrail-m",
            ("impersonation", "undisclosed-bot", "medical-advice"),
            ("impersonation", "consent"),
            {
                ("impersonation", "bigscience-openrail-m Att. A (g)", "impersonation"): ("clear", "barred"),
                ("impersonation", "bigscience-openrail-m Att. A (g)", "deepfake"): ("clear", "grey"),
            },
        ),
        (
            "bigcode-openrail-m",
            ("medical-advice", "impersonation"),
            ("medical-advice", "substitutes-professional"),
            {("medical-advice", "bigcode-openrail-m Att. A (m)", "medical-advice"): ("barred", "clear")},
        ),
        (
            "bigscience-bloom-rail-1.0",
            ("undisclosed-bot", "medical-advice"),
            ("undisclosed-bot", "disclosed-as-machine-made"),
            {
                ("undisclosed-bot", "bigscience-bloom-rail-1.0 Att. A 5", "undisclosed-bot"): ("clear", "barred"),
                ("undisclosed-bot", "bigscience-bloom-rail-1.0 Att. A 5", "undisclosed-machine-generated"): ("clear", "grey"),
            },
        ),
        ("bigscience-bloom-rail-1.0", ("medical-advice", "impersonation"), ("impersonation", "consent"), {}),
    ],
)
def test_one_fact_moves_the_cells_that_turn_on_it_and_no_other(
    license_id: str, purposes: tuple[str, ...], fact: tuple[str, str], moved: Mapping[tuple[str, str, str], tuple[str, str]]
) -> None:
    def told(answer: bool) -> Case:
        return hosted(license_id, *(Purpose(use, {fact[1]: answer} if use == fact[0] else {}) for use in purposes))

    yes, no = tables(told(True), told(False))
    assert {key: (yes[key], no[key]) for key in yes if yes[key] != no[key]} == moved


def _restricting() -> list[str]:
    return [name for name in licenses() if any(license_file(name).saying("bars"))]


def test_cells_agree_with_the_decision_of_the_case_with_that_purpose_alone() -> None:
    uses = list(glossary()["use"])
    chosen = [name for number, name in enumerate(_restricting()) if license_file(name).kind == "model"][::6]
    sampled = {name: uses[number % 9 :: 9] for number, name in enumerate(chosen)}
    reviews = examined([hosted(name, *(Purpose(use) for use in told)) for name, told in sampled.items()], why=False)
    alone = iter(decide((hosted(name, Purpose(use)) for name, told in sampled.items() for use in told), why=()))
    seen = set()
    for name, one in zip(sampled, reviews, strict=True):
        found = cells(Judged(one), one)
        for use in sampled[name]:
            standing = _standing(next(alone), use)
            risks = {cell.risk for cell in found if cell.purpose == use and cell.reason not in (*NEAR, "policy")}
            worst = next((risk for risk in RISKS if risk in risks), "clear")
            expected = {"settled": "barred", "likely": "barred", "unknown": "check", "possible": "grey", None: "clear"}
            assert worst == expected[standing], (name, use)
            seen.add(worst)
    assert {"barred", "check", "clear"} <= seen


def _standing(decision: Decision, use: str) -> str | None:
    order = ("settled", "likely", "unknown", "possible")
    standings = {finding.standing for finding in decision.of_kind("restricted-use") if finding.topic == use}
    return next((standing for standing in order if standing in standings), None)


def test_every_restriction_stands_against_every_purpose_once() -> None:
    for words in ("BLOOM may give", "bot that is bound", "picture service"):
        review = reviewed(product(words))
        keys = [(cell.deed, cell.work, *_key(cell), cell.restriction.qualifier) for cell in review.cells]
        assert len(keys) == len(set(keys))
        for deed in {cell.deed for cell in review.cells}:
            rows = [
                {key[2:] for key in keys if key[0] == deed and key[2] == use}
                for use in {key[2] for key in keys if key[0] == deed}
            ]
            assert len({frozenset(row[1:] for row in column) for column in rows}) == 1


def test_a_review_decides_as_any_case_is_decided() -> None:
    cases = [case for file in ("review", "uses", "rail", "either-way", "identity", "services") for case in _some(file)]
    for ours, ordinary in zip(examined(cases), decide(cases), strict=True):
        assert ours.decision == ordinary


def _some(file: str) -> list[Case]:
    return list(read((SCENARIOS / f"{file}.yaml").read_text(encoding="utf-8"), file))[::4]


def test_what_is_clear_is_clear_in_the_decision_too_and_grey_is_never_clear() -> None:
    for case in _some("review") + _some("uses"):
        review = reviewed(case)
        if review.verdict == "clear":
            assert review.decision.verdict == "clear"
            assert not [cell for cell in review.cells if cell.risk != "clear"]


# ---- Which text


def test_rail_is_not_rail_m() -> None:
    names = ("bigscience-bloom-rail-1.0", "bigscience-openrail-m")
    bloom, later = tables(*(hosted(name, Purpose("impersonation", {"consent": True})) for name in names))
    assert "barred" in bloom.values()
    assert set(later.values()) == {"clear"}
    (text,) = reviewed(hosted("bigscience-bloom-rail-1.0", Purpose("impersonation"))).texts
    assert "RAIL License v1.0" in text.title
    assert text.doubt is None


def test_a_family_stops_and_tells_what_each_text_comes_to() -> None:
    case = product("tag openrail")
    review = reviewed(case)
    (text,) = review.texts
    assert text.stops and text.doubt == "family"
    assert {cell.risk for cell in review.cells} == {"check"}
    assert review.verdict == "unknown"
    known = [name for name in families()["openrail"] if isinstance(identify(name), Known)]
    assert [answer.license for answer in text.answers] == known
    under = [replace(case, works=(replace(case.works[0], under=name),)) for name in known]
    for answer, decision in zip(text.answers, decide(under, why=()), strict=True):
        for use in ("medical-advice", "impersonation", "unlawful-use"):
            risk = answer.worst(review.cells[0].deed, use)
            expected = {"settled": "barred", "likely": "barred", "unknown": "check", "possible": "grey", None: "clear"}
            assert risk == expected[_standing(decision, use)]
    worst = {
        use: {answer.worst(review.cells[0].deed, use) for answer in text.answers} for use in ("medical-advice", "unlawful-use")
    }
    assert worst == {"medical-advice": {"barred", "check", "clear"}, "unlawful-use": {"barred"}}


def test_the_family_of_the_readme_is_real() -> None:
    case = hosted("openrail", Purpose("medical-advice"), Purpose("impersonation", {"consent": True}))
    works = (replace(case.works[0], name="base"),)
    told = list(lines(reviewed(replace(case, works=works, acts=(replace(case.acts[0], work="base"),))), Look()))
    begin = told.index("Which texts bind")
    readme = (SCENARIOS.parent / "README.md").read_text(encoding="utf-8")
    assert "\n".join(told[begin : told.index("", begin)]) in readme


@pytest.mark.parametrize(
    ("license_id", "doubt", "meant"),
    [
        ("other", "unknown", []),
        ("bigscience-openrail", "unknown", ["bigscience-openrail-m"]),
        ("LicenseRef-Theirs", "own", []),
        ("h-research", "unknown", []),
        ("gemma", "revised", ["gemma", "gemma-terms-2024-04-01", "gemma-terms-2024-02-21"]),
        ("llama3.1", None, []),
        ("gpl", "family", ["GPL-2.0-only", "GPL-3.0-only"]),
    ],
)
def test_names_that_lead_to_no_one_text_are_told(license_id: str, doubt: str | None, meant: list[str]) -> None:
    review = reviewed(hosted(license_id, Purpose("medical-advice")))
    (text,) = review.texts
    assert text.doubt == doubt
    assert [answer.license for answer in text.answers][: len(meant)] == meant
    assert text.stops == (doubt not in (None, "revised"))
    if text.stops:
        assert review.verdict != "clear"
        assert any(matter.subject == "model" and matter.whom == ("engineers",) for matter in review.matters)


@pytest.mark.parametrize(("under", "doubt", "verdict"), [("NONE", None, "likely"), ("NOASSERTION", "none", "unknown")])
def test_no_licence_is_no_permission(under: str, doubt: str | None, verdict: str) -> None:
    review = reviewed(hosted(under, Purpose("medical-advice")))
    assert [text.doubt for text in review.texts] == [doubt]
    assert review.verdict == verdict


def test_of_works_without_restrictions_it_is_said_that_there_are_none() -> None:
    review = reviewed(product("under the MIT License"))
    assert review.verdict == "clear"
    assert not review.cells and not review.untouched
    assert "  No restriction on uses binds here: MIT." in list(lines(review, Look()))


def test_an_act_without_a_purpose_is_not_cleared() -> None:
    restricted, free = reviewed(hosted("bigcode-openrail-m")), reviewed(hosted("Apache-2.0"))
    assert [deed.work for deed in restricted.silent] == ["model"]
    assert restricted.verdict == "unknown" and restricted.decision.verdict == "clear"
    assert free.verdict == "clear" and not free.silent


# ---- What is owed, what ends, what to ask


def test_every_duty_is_of_one_group() -> None:
    (one,) = examined([hosted("MIT")])
    groups = [(duty.name, group.name) for duty, group in Judged(one).each("group", 2)]
    assert sorted(duty for duty, _ in groups) == sorted(word(duty).name for duty in glossary()["duty"])


def test_restrictions_are_to_be_passed_on_with_their_clause() -> None:
    review = reviewed(product("BLOOM may give"))
    owed = {(duty.group, duty.finding.topic, str(duty.finding.cites[0])) for duty in review.duties}
    assert ("downstream", "pass-restrictions", "bigscience-bloom-rail-1.0 4.1") in owed
    assert ("downstream", "require-users-comply", "bigscience-bloom-rail-1.0 5") in owed
    assert ("notices", "retain-notices", "bigscience-bloom-rail-1.0 4.4") in owed
    assert len(review.duties) == len(review.decision.of_kind("obligation"))


@pytest.mark.parametrize(
    ("license_id", "section", "extent", "ends"),
    [
        ("Apache-2.0", "3", "contributors", [("3", "A patent suit over the work ends the patent licences.")]),
        (
            "llama3.1",
            "1.a",
            "general",
            [
                ("5.c", "A suit over any intellectual property in the work ends the licence."),
                ("6", BREACH),
            ],
        ),
        ("CC-BY-4.0", "2(b)(2)", "excluded", None),
        ("MIT", "", "silent", []),
        ("gemma", "4.2", "reserved", None),
        ("seer-license", "1.c", "reserved", None),
        ("opt-175b-license", "1.c", "excluded", None),
        ("glm-4-9b-license", "2", "copyright", None),
        ("nvidia-open-model-license", "2.2", "general", None),
        ("minimax-01-model-license", "2.a", "general", None),
        ("NONE", "", "nothing", []),
        ("GPL-2.0-only", "7", "unhindered", [("4", BREACH)]),
        (
            "GPL-2.0-only WITH Classpath-exception-2.0",
            "7",
            "unhindered",
            [("4", BREACH)],
        ),
    ],
)
def test_what_a_licence_says_on_patents(license_id: str, section: str, extent: str, ends: list[tuple[str, str]] | None) -> None:
    (said,) = reviewed(hosted(license_id, Purpose("spam"))).patents
    named = license_id.replace("NONE", "all-rights-reserved")
    assert (said.license, said.section, said.extent) == (named, section, extent)
    assert ends is None or list(said.ends) == ends


@cache
def _table(file: str, name: str, arity: int) -> tuple[tuple[str, ...], ...]:
    """The facts of a table, strings and words as text."""
    from clingo import Control, SymbolType  # noqa: PLC0415 - a few tests read the tables themselves

    control = Control()
    control.load(str(KNOWLEDGE_BASE / file))
    control.ground([("base", [])])
    found = (atom.symbol.arguments for atom in control.symbolic_atoms.by_signature(name, arity))
    return tuple(tuple(each.string if each.type is SymbolType.String else each.name for each in told) for told in found)


def _patents() -> tuple[tuple[str, ...], ...]:
    return _table("patents.lp", "patents", 3)


ELSEWHERE = {"OFL-1.1", "grok2-community", "nvidia-open-model-agreement", "nvidia-source-code-license-nc", "yi-license-2.1"}
"""Texts that speak of patents, and not in what they grant: in notices to be kept, disclaimers, suits that end the licence."""
MARKS = {
    "general": "intellectual propert(y|ies) (or other )?rights|intellectual property or other rights|have made",
    "reserved": "not expressly granted|reserves all other rights|by implication|implication, equity|should be implied",
    "copyright": "copyright licen[cs]e|droit d'auteur|copyright grant",
}
"""Words by which such a text is known."""
NOT_BY_NAME = {"C-UDA-1.0", "O-UDA-1.0"}
"""Texts that promise not to sue for any claim."""


def test_what_each_text_says_on_patents_is_told_once() -> None:
    told = [name for name, _, _ in _patents()]
    assert len(told) == len(set(told))
    assert set(told) == {name for name in licenses() if not is_exception(name)}


def test_what_is_told_of_patents_is_in_the_text() -> None:
    for name, section, extent in _patents():
        assert bool(section) == (extent not in ("silent", "nothing"))
        texts = list(_texts(name))
        if not texts:
            continue
        words = " ".join("".join(texts).lower().split())
        assert occurs(section, texts) or not section, (name, section)
        assert ("patent" in words) or extent not in ("contributors", "licensor", "unhindered") or name in NOT_BY_NAME, name
        assert ("patent" not in words) or extent not in ("silent", "copyright") or name in ELSEWHERE, name
        assert re.search(MARKS.get(extent, ""), words), name


def test_what_a_suit_ends_was_licensed() -> None:
    extents = {name: extent for name, _, extent in _patents()}
    for name in licenses():
        if not is_exception(name) and any(license_file(name).saying("ends_patents_on")):
            assert extents[name] in ("contributors", "licensor"), name


def test_what_the_licensor_may_do_from_afar_is_in_the_text() -> None:
    told = _table("powers.lp", "power", 3)
    words = {
        "cut-off": "reserves the right to restrict (remotely or otherwise) usage of",
        "cut-off-believed": "reasonably believes are in violation",
        "update": "through electronic means",
        "change-outputs": "or modify the output of the model based on updates",
    }
    for name in licenses():
        texts = list(_texts(name))
        text = " ".join("".join(texts).lower().split())
        said = {power.replace("_", "-"): section for other, section, power in told if other == name}
        assert not said or all(occurs(section, texts) for section in said.values()), name
        assert not text or ("cut-off" in said or "cut-off-believed" in said) == (words["cut-off"] in text), name
        assert not text or {power for power in words if power != "cut-off" and words[power] in text} == {*said} - {"cut-off"}, (
            name
        )


@pytest.mark.parametrize(("license_id", "power"), [("gemma", "reasonably believes"), ("bigscience-openrail-m", "cut off")])
def test_what_may_be_cut_off_is_told_and_stands_in_the_way_of_nothing(license_id: str, power: str) -> None:
    review = reviewed(hosted(license_id, Purpose("undisclosed-bot", {"disclosed-as-machine-made": True, "deceives": False})))
    (said,) = review.patents
    assert any(power in sentence for _, sentence in said.ends)
    assert review.verdict == "clear"


# ---- Rules that a licence takes in


def _policies(license_id: str) -> Iterator[str]:
    """The rules that a licence has its users keep to."""
    for clause in license_file(license_id).saying("must"):
        for duty in clause.term.arguments:
            if duty.name == "comply_with_policy":
                yield duty.arguments[0].string


def test_rules_that_a_licence_takes_in_are_among_its_clauses_or_told_as_not_read() -> None:
    unread = set(_table("policies.lp", "unread_policy", 2))
    taken = {(name, policy) for name in licenses() for policy in _policies(name)}
    assert unread <= taken
    for name, policy in taken - unread:
        assert sum(1 for _ in license_file(name).saying("bars")) > 4, (name, policy)


@pytest.mark.parametrize(
    "license_id",
    ["stabilityai-community", "hai-def", "nvidia-open-model-license", "falcon-180b-tii-1.0", "chameleon-research-2024"],
)
def test_a_purpose_is_not_cleared_by_rules_that_were_not_read(license_id: str) -> None:
    review = reviewed(hosted(license_id, Purpose("surveillance")))
    cells = [cell for cell in review.cells if cell.reason == "policy"]
    assert {(cell.risk, cell.purpose) for cell in cells} == {("check", "surveillance")}
    assert review.verdict in ("unknown", "likely", "settled") and not review.unrestricted
    (matter,) = (matter for matter in review.matters if "not read" in matter.sentence)
    assert (matter.whom, matter.clauses) == (("counsel",), tuple(str(cell.restriction) for cell in cells))
    assert any(deed.work == "model" for deed in reviewed(hosted(license_id)).silent)


def test_rules_that_were_not_read_hide_no_clause_that_was() -> None:
    review = reviewed(hosted("stabilityai-community", Purpose("surveillance")))
    told = "\n".join(lines(review, Look()))
    assert "rules that are not known here" in told and "unlawful-use (stabilityai-community IV.b)" in told.replace(
        "\n              ", " "
    )
    table = "\n".join(markdown([review]))
    assert "| stabilityai-community IV.b: not known | to check |" in table and "anything" not in table


def test_rules_that_were_read_are_not_told_as_unread() -> None:
    review = reviewed(hosted("gemma", Purpose("surveillance", {"consent": True})))
    assert review.cells and not [cell for cell in review.cells if cell.reason == "policy"]


def test_no_licence_is_not_told_as_one_that_bars_nothing() -> None:
    assert reviewed(hosted("MIT", Purpose("military"))).unrestricted == ("MIT",)
    assert reviewed(hosted("NONE", Purpose("military"))).unrestricted == ()


def test_the_schema_has_the_words() -> None:
    def words(where: str, key: str) -> set[str]:
        return {word for word in SCHEMA["$defs"][where]["properties"][key]["enum"] if word}

    assert words("patents", "extent") == set(glossary()["extent"])
    assert words("cell", "reason") == set(glossary()["reason"])
    assert words("cell", "risk") == set(glossary()["risk"]) == set(RISKS)
    assert words("text", "doubt") == set(glossary()["doubt"])


def test_what_exposes_more_comes_first() -> None:
    gain = hosted("bigscience-bloom-rail-1.0", Purpose("medical-advice"), Purpose("undisclosed-bot"))
    idle = replace(gain.acts[0], does="use", attributes={"commercially": False})
    review = reviewed(replace(gain, acts=(idle, *gain.acts)))
    told = [(matter.standing, matter.subject) for matter in review.matters]
    assert told == [
        ("settled", "acme hosts model"),
        ("settled", "acme uses model"),
        ("unknown", "acme hosts model"),
        ("unknown", "acme uses model"),
    ]
    assert [matter.whom for matter in review.matters] == [("licensor",)] * 2 + [("engineers",)] * 2


def test_a_fact_to_be_found_out_comes_before_what_few_hold() -> None:
    review = reviewed(hosted("bigscience-bloom-rail-1.0", Purpose("insurance-decisions"), Purpose("undisclosed-bot")))
    told = [(matter.standing, matter.whom) for matter in review.matters]
    assert told == [("unknown", ("engineers",)), ("possible", ("counsel",))]


def test_what_is_not_granted_at_all_comes_before_what_is_barred() -> None:
    case = product("multimodal Llama 4")
    act = replace(case.acts[0], purposes=(*case.acts[0].purposes, Purpose("military")))
    first, second, *_ = reviewed(replace(case, acts=(act,))).matters
    assert first.sentence.startswith("llama4 grants nothing")
    assert second.sentence.startswith("Against these clauses: military")


def test_open_law_is_for_counsel() -> None:
    review = reviewed(product("taught with Llama 2"))
    assert [(matter.standing, matter.whom) for matter in review.matters] == [
        ("settled", ("licensor",)),
        ("possible", ("counsel",)),
    ]
    assert {each.standing for each in review.untouched} == {"possible"}


def test_the_order_of_the_file_changes_nothing() -> None:
    case = product("bot that is bound")
    turned = replace(case, works=case.works[::-1], acts=case.acts[::-1], parties=case.parties[::-1])
    assert list(lines(reviewed(case), Look())) == list(lines(reviewed(turned), Look()))


# ---- The words that come near each other


def _overlaps() -> list[tuple[str, str]]:
    (one,) = examined([hosted("MIT")])
    return [(use.name, other.name) for use, other in Judged(one).each("may_count_as", 2)]


def test_overlaps_are_between_uses_that_do_not_lie_within_each_other() -> None:
    (one,) = examined([hosted("MIT")])
    narrower = {(use.name, wider.name) for use, wider in Judged(one).each("narrower", 2)}
    uses = {word(use).name for use in glossary()["use"]}
    for use, other in _overlaps():
        assert {use, other} <= uses and use != other
        assert (use, other) not in narrower and (other, use) not in narrower
    assert len(_overlaps()) == len(set(_overlaps()))


def test_a_purpose_that_a_clause_only_comes_near_is_grey_and_a_wider_one_too() -> None:
    (found,) = tables(hosted("flux-non-commercial-2.1", Purpose("harm-to-minors")))
    assert {told for (_, _, barred), told in found.items() if barred == "child-sexual-abuse"} == {"grey"}
    near = reviewed(hosted("seer-license", Purpose("medical-advice")))
    for cell in near.cells:
        if cell.restriction.use == "unlicensed-profession":
            assert (cell.risk, cell.reason) == ("grey", "kin")


@pytest.mark.parametrize(
    ("license_id", "purpose", "section", "barred", "words"),
    [
        ("llama3.1", "high-stakes-automated", "AUP 1.c", "discrimination-essential-services", "employment benefits, credit"),
        ("gemma", "terrorism-extremism", "PUP item 2.5.3", "violence-incitement", "incites violence"),
        ("llama3.1", "weapons", "1.b.iv", "export-control-violation", "trade compliance laws"),
        ("llama3.1", "surveillance", "AUP 1.f", "third-party-rights", "third-party rights"),
        ("bigscience-openrail-m", "defamation", "Att. A (c)", "disinformation", "verifiably false information"),
    ],
)
def test_a_clause_that_names_what_a_purpose_may_be_found_to_be_is_not_out_of_its_way(
    license_id: str, purpose: str, section: str, barred: str, words: str
) -> None:
    (found,) = tables(hosted(license_id, Purpose(purpose)))
    assert found[purpose, f"{license_id} {section}", barred] == "grey"
    text = " ".join("".join(_texts(license_id)).lower().split())
    assert not text or words in text


def test_what_a_fact_may_clear_under_one_clause_is_asked_about_under_the_other() -> None:
    told = hosted("flux-1-dev-non-commercial", Purpose("deepfake", {}))
    near = [matter for matter in reviewed(told).matters if matter.standing == "possible" and "deepfake" in matter.sentence]
    assert [matter.clauses for matter in near] == [
        tuple(f"flux-1-dev-non-commercial 4.a({each})" for each in ("v", "vi", "vii"))
    ]
    (barred,) = (Purpose("deepfake", {"lawful-rights": False}),)
    sure = reviewed(hosted("flux-1-dev-non-commercial", barred)).matters
    assert not [matter for matter in sure if matter.standing == "possible" and "may it be found" in matter.sentence]


@pytest.mark.parametrize(
    ("license_id", "purpose", "fact", "moved"),
    [
        (
            "llama4",
            "undisclosed-bot",
            ("disclosed-as-machine-made", True),
            {"claim-human-made", "undisclosed-machine-generated"},
        ),
        ("flux-1-dev-non-commercial", "deepfake", ("consent", True), {"non-consensual-intimate-imagery"}),
        ("llama3.1", "surveillance", ("lawful-rights", True), {"third-party-rights", "sensitive-data-without-consent"}),
        ("llama3.1", "defamation", ("unlawful", False), {"unlawful-use"}),
        ("llama3.1", "surveillance", ("consent", False), set()),
    ],
)
def test_what_the_case_says_keeps_a_purpose_apart_from_what_it_may_be_found_to_be(
    license_id: str, purpose: str, fact: tuple[str, bool], moved: set[str]
) -> None:
    without, told = tables(hosted(license_id, Purpose(purpose)), hosted(license_id, Purpose(purpose, dict([fact]))))
    changed = {key[2]: (risk, told[key]) for key, risk in without.items() if risk != told[key]}
    assert changed == dict.fromkeys(moved, ("grey", "clear"))


# ---- The command


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with a case of each sort: barred, a family, and nothing that restricts."""
    file = tmp_path_factory.mktemp("cases") / "few.yaml"
    cases = [plain(product(words)) for words in ("BLOOM may give", "StarCoder", "tag openrail", "under the MIT License")]
    file.write_text(yaml.safe_dump(cases, sort_keys=False), encoding="utf-8")
    return str(file)


def test_the_command_reviews_each_case_and_tells_by_its_exit_code(few: str) -> None:
    done = licet("review", few, "--format", "json")
    told = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(told)
    assert [review["verdict"] for review in told["reviews"]] == ["settled", "unknown", "unknown", "clear"]
    assert done.returncode == 1
    assert licet("review", few, "--case", "MIT License").returncode == 0
    assert licet("review", few, "--case", "StarCoder").returncode == 1
    assert licet("review", few, "--case", "StarCoder", "--fail-on", "settled").returncode == 0


def test_text_fits_and_markdown_has_the_matrix(few: str) -> None:
    assert max(map(len, licet("review", few).stdout.splitlines())) <= 80
    shown = licet("review", few, "--case", "BLOOM may give", "--format", "markdown").stdout
    assert "| restriction | medical-advice | undisclosed-bot |" in shown
    assert "| bigscience-bloom-rail-1.0 Att. A 12: medical-advice | barred |  |" in shown


def test_one_party_or_work_can_be_asked_for_and_a_wrong_name_gets_the_nearest() -> None:
    words = ("--case", "bot that is bound")
    whole, part = (
        json.loads(licet("review", str(PRODUCTS), *words, *more, "--format", "json").stdout)["reviews"][0]
        for more in ((), ("--party", "customer"))
    )
    assert {cell["party"] for cell in part["cells"]} | {deed["party"] for deed in part["silent"]} == {"customer"}
    assert [cell for cell in whole["cells"] if cell["party"] == "customer"] == part["cells"]
    wrong = licet("review", str(PRODUCTS), *words, "--party", "custmer")
    assert wrong.returncode == 2 and "did you mean customer?" in wrong.stderr
    assert licet("review", str(PRODUCTS), "--work", "nothing-like-it").returncode == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("- name: x\n  given: {works: {a: {kind: modle}}}\n", "did you mean model?"),
        ("- name: x\n  given: {works: {a: {kind: model}}, purposes: [medicl-advice]}\n", "medical-advice"),
        ("", "-:1"),
    ],
)
def test_bad_input_is_told_with_its_line(given: str, said: str) -> None:
    done = licet("review", "-", typed=given)
    assert done.returncode == 2
    assert said in done.stderr and "Traceback" not in done.stderr


def test_a_review_of_a_work_keeps_the_making_of_what_is_in_it() -> None:
    case = product("taught with Llama 2")
    own, other = reviewed(case, work="own"), reviewed(case, work="llama")
    assert any("promise" in matter.sentence for matter in own.matters)
    assert not other.cells and not _subjects(other)


def _subjects(review: Review) -> set[str]:
    return {matter.subject for matter in review.matters}
