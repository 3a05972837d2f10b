# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose: what is told will do, nothing serves better, and what cannot be had together is minimal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
from clingo import Symbol

from licet.engine.advice.choose import programs
from licet.engine.advice.choose.answer import Choice, Option
from licet.engine.advice.choose.chosen import chosen
from licet.engine.advice.choose.contradiction import MOST, contradictions
from licet.engine.advice.choose.programs import Atoms, fact, templates
from licet.engine.advice.choose.request import OWN_TERMS, Goals, Request, own_work, requested
from licet.engine.advice.choose.shape import Stated, read_goals
from licet.engine.advice.choose.telling import cited
from licet.engine.advice.cleared import CLEARED
from licet.engine.catalog import licenses
from licet.engine.clauses import license_file
from licet.engine.decide import decide
from licet.engine.glossary import KNOWLEDGE_BASE, glossary
from licet.engine.problem import InputError
from licet.engine.report.choice_markdown import markdown
from licet.engine.report.choice_objects import choice_object
from licet.engine.report.choices import lines
from licet.engine.report.look import Look
from licet.engine.sentence import hyphenated

from .command_line import licet

FOLDER = Path(__file__).parent / "choose"
CASES = FOLDER / "startup.yaml"
OWN, LLAMA, SHARE_ALIKE, GPL, COPYLEFTS, APPROVED, LLAMA_APPROVED, PART, SOLD_PART, UNREAD, LIBRARY = range(11)
SCHEMA = json.loads((KNOWLEDGE_BASE.parent / "engine" / "schema" / "choose.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Answered:
    """An answer with what the rules said of every licence that was tried."""

    choice: Choice
    compared: Atoms


@cache
def stated() -> tuple[Stated, ...]:
    files = (CASES, FOLDER / "inbound.yaml")
    return tuple(one for file in files for one in read_goals(file.read_text(encoding="utf-8"), file.name))


@cache
def answered(index: int, readings: str = "majority") -> Answered:
    case, goals = stated()[index]
    return answer(requested(case, goals, readings=readings))


def answer(request: Request) -> Answered:
    heard: list[Atoms] = []
    original = programs.compared

    def listening(facts: Iterable[Symbol], ids: Iterable[str]) -> Atoms:
        heard.append(original(facts, ids))
        return heard[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(programs, "compared", listening)
        choice = chosen(request)
    return Answered(choice, heard[0])


def labels(options: Iterable[Option]) -> list[str]:
    return [option.label for option in options]


def everything(choice: Choice) -> set[str]:
    """All that serves best: what is told, and what serves alike."""
    return {name for option in choice.options for name in (option.label, *option.alike)}


def serving(choice: Choice, label: str) -> Option:
    """What is told of a licence or of those that serve as it does."""
    return next(option for option in choice.options if label in (option.label, *option.alike))


def against(compared: Atoms) -> dict[str, frozenset[str]]:
    """What counts against every licence that will do."""
    found: dict[str, set[str]] = {label.string: set() for (label,) in compared["compared"]}
    for label, goal, concern in compared["counts"]:
        if label.string in found:
            found[label.string].add(f"{goal} {concern}")
    return {label: frozenset(said) for label, said in found.items()}


@pytest.mark.parametrize(
    ("index", "readings"),
    [(OWN, "majority"), (LLAMA, "majority"), (SHARE_ALIKE, "majority"), (SHARE_ALIKE, "all"), (GPL, "all")],
)
def test_what_is_told_is_clear_as_an_ordinary_case(index: int, readings: str) -> None:
    choice = answered(index, readings).choice
    told = sorted(everything(choice))
    assert told or readings == "all"
    decisions = decide([choice.request.under(label) for label in told], why=())
    assert {decision.verdict for decision in decisions} <= set(CLEARED[readings])


@pytest.mark.parametrize("index", range(11))
def test_what_is_told_is_what_nothing_serves_better_and_all_of_it(index: int) -> None:
    choice, compared = answered(index).choice, answered(index).compared
    counts = against(compared)
    best = {label for label, said in counts.items() if not any(other < said for other in counts.values())}
    assert everything(choice) == best
    for option in choice.options:
        assert {counts[name] for name in option.alike} <= {counts[option.label]}
    for leader, names in choice.outdone.items():
        assert all(counts[leader] < counts[name] for name in names)
    assert {name for names in choice.outdone.values() for name in names} == set(counts) - best


@pytest.mark.parametrize("index", range(11))
def test_what_a_licence_has_less_against_it_is_graded_no_worse(index: int) -> None:
    compared = answered(index).compared
    grades = {(label.string, str(goal)): grade.number for label, goal, grade in compared["grade"]}
    goals = {goal for _, goal in grades}
    counts = against(compared)
    for one, other in combinations(sorted(counts), 2):
        for better, worse in ((one, other), (other, one)):
            if counts[better] <= counts[worse]:
                assert all(grades[better, goal] <= grades[worse, goal] for goal in goals), (better, worse)


@pytest.mark.parametrize("index", range(11))
def test_the_first_goal_that_parts_two_options_orders_them(index: int) -> None:
    choice, compared = answered(index).choice, answered(index).compared
    ranks = {(label.string, hyphenated(goal)): number.number for label, goal, number in compared["rank"]}
    order = [[ranks[option.label, goal] for goal in choice.request.goals.asked] for option in choice.options]
    assert order == sorted(order)
    for option in choice.options:
        assert all(ranks[option.label, goal] <= grade for goal, grade in option.grades.items())


@pytest.mark.parametrize("index", [COPYLEFTS, APPROVED, LLAMA_APPROVED])
def test_what_cannot_be_had_together_is_minimal_and_complete(index: int) -> None:
    choice, compared = answered(index).choice, answered(index).compared
    assert not choice.feasible and not choice.solved
    found = contradictions(compared["option"], compared["ruled_out"])
    assert {frozenset(kept) for kept in found} == _minimal(compared) or len(found) == MOST
    assert all(frozenset(kept) in _minimal(compared) for kept in found)
    assert [len(kept) for kept in choice.contradictions] == [len(kept) for kept in found]


def _minimal(compared: Atoms) -> set[frozenset[Symbol]]:
    """Every minimal set of constraints that rules out all, by trying every set."""
    options = {option for (option,) in compared["option"]}
    out: dict[Symbol, set[Symbol]] = {}
    for option, constraint in compared["ruled_out"]:
        out.setdefault(constraint, set()).add(option)
    full = [
        frozenset(kept)
        for size in range(len(out) + 1)
        for kept in combinations(sorted(out), size)
        if set().union(*(out[one] for one in kept)) == options
    ]
    return {kept for kept in full if not any(other < kept for other in full)}


def test_the_startup_with_a_model_of_its_own_has_the_whole_range() -> None:
    choice = answered(OWN).choice
    assert choice.feasible == choice.tried and choice.solved and choice.trade.label == OWN_TERMS
    assert choice.options[0].label == "Apache-2.0" and {"MIT", "BSD-3-Clause"} <= set(choice.options[0].alike)
    grades = {option.label: option.grades for option in choice.options}
    assert grades["Apache-2.0"] == {"adoption": 0, "commercial-options": 2}
    assert grades["CC-BY-NC-4.0"]["adoption"] == 2 and grades["Elastic-2.0"]["commercial-options"] == 1


def test_contributions_bind_the_owner_where_the_licence_does() -> None:
    later = {option.label: {look.question: look.bars for look in option.later} for option in answered(OWN).choice.options}
    assert later["Apache-2.0"] == {"sell": (), "reopen": ()}
    (bar,) = later["MG-BY-SA-2.0"]["sell"]
    assert {cite.license for cite in bar.cites} == {"MG-BY-SA-2.0"} and bar.topic == "label-breaks-copyleft"
    assert later["CC-BY-NC-4.0"]["sell"] and later["CC-BY-NC-4.0"]["reopen"]


def test_llama_has_to_stay_on_what_came_under_it() -> None:
    choice = answered(LLAMA).choice
    assert "llama3.1" in labels(choice.options)
    assert all(name == "llama3.1" or name.startswith("llama3.1 AND ") for name in everything(choice))
    assert choice.trade.label == f"llama3.1 AND {OWN_TERMS}"
    assert [constraint.license for constraint in choice.constraints] == ["llama3.1"]
    assert [str(cite) for cite in choice.constraints[0].examples[0].cites] == ["llama3.1 1.b.i"]


def test_what_another_one_licenses_is_not_yours_to_sell() -> None:
    merits = {option.label: {str(reason.word) for reason in option.merits} for option in answered(LLAMA).choice.options}
    assert "large_must_buy" not in merits["llama3.1"]
    assert "trade_kept(noncommercial)" in merits["llama3.1 AND CC-BY-NC-4.0"]


def test_share_alike_of_a_corpus_counts_only_where_every_reading_does() -> None:
    usual, every = answered(SHARE_ALIKE).choice, answered(SHARE_ALIKE, "all").choice
    assert usual.feasible == usual.tried and "CC-BY-SA-4.0 3(b)(1)" in "\n".join(lines(usual, Look(200)))
    assert everything(every) | set(every.outdone.get(every.options[0].label, ())) == {"CC-BY-SA-4.0", "GPL-3.0-only"}
    assert every.trade.label is None and every.trade.bars


def test_code_under_the_gpl_leaves_one_licence_and_nothing_to_sell() -> None:
    choice = answered(GPL).choice
    assert labels(choice.options) == ["GPL-3.0-only"] and choice.trade.label is None
    assert choice.options[0].grades["commercial-options"] == 2
    assert {str(cite) for finding in choice.trade.bars for cite in finding.cites} == {"GPL-3.0-only 5(c)"}


def test_nothing_helps_where_two_licences_each_demand_the_whole() -> None:
    choice = answered(COPYLEFTS).choice
    assert not choice.options and {finding.topic for finding in choice.constant} == {"two-copylefts"}
    assert [{each.license for each in kept} for kept in choice.contradictions] == [{"EPL-1.0", "GPL-2.0-only"}]
    shown = "\n".join(lines(choice, Look(100)))
    assert "cannot be had together" in shown and "EPL-1.0 3 para. 2 (a)" in shown


def test_goals_that_contradict_each_other_are_told_with_what_comes_nearest() -> None:
    choice = answered(APPROVED).choice
    together = [{each.goal for each in kept} for kept in choice.contradictions]
    assert {"osi-approved", "restrict-uses"} in together and {"hub-native", "restrict-uses"} in together and len(together) == 2
    lacking = {frozenset(goals) for goals in choice.missing.values()}
    assert lacking == {frozenset({"restrict-uses"}), frozenset({"osi-approved", "hub-native"})}
    case, goals = stated()[APPROVED]
    for dropped in lacking:
        must = tuple(goal for goal in goals.must if goal not in dropped)
        assert answer(requested(case, replace(goals, must=must))).choice.solved
    alone = answer(requested(case, replace(goals, must=("osi-approved", "restrict-uses")))).choice
    assert not alone.solved and len(alone.contradictions) == 1


def test_a_goal_and_a_licence_in_the_work_contradict_each_other() -> None:
    choice = answered(LLAMA_APPROVED).choice
    assert {(each.goal, each.license) for kept in choice.contradictions for each in kept} >= {
        ("osi-approved", None),
        (None, "llama3.1"),
    }
    assert choice.missing and all(goals == ["osi-approved"] for goals in choice.missing.values())


def test_one_fact_moves_what_turns_on_it() -> None:
    case, goals = stated()[LLAMA]
    free = replace(case, works=tuple(replace(work, under="MIT") if work.name == "base" else work for work in case.works))
    choice = answer(requested(free, goals)).choice
    assert everything(choice) == everything(answered(OWN).choice) and choice.trade.label == OWN_TERMS
    large = replace(case, parties=tuple(replace(party, figures={}) for party in case.parties))
    unknown = answer(requested(large, goals)).choice
    assert not unknown.solved and {finding.standing for finding in unknown.constant} == {"unknown"}
    assert everything(unknown) == everything(answered(LLAMA).choice)


@cache
def texts(kind: str, *offer: str) -> Mapping[str, Mapping[str, tuple[int, frozenset[str], frozenset[str]]]]:
    """By label and goal what a text comes to: the grade, what speaks against it, what for it."""
    goals = tuple(glossary()["goal"])
    compared = answer(requested(own_work("A work", kind), Goals(wish=goals), offer=offer)).compared
    told: dict[str, dict[str, tuple[int, frozenset[str], frozenset[str]]]] = {}
    for label, goal, grade in compared["grade"]:
        said = [
            frozenset(str(word) for found, aim, word in compared[name] if (found, aim) == (label, goal))
            for name in ("concern", "merit")
        ]
        told.setdefault(label.string, {})[hyphenated(goal)] = (grade.number, said[0], said[1])
    return told


def test_who_hosts_under_the_sspl_has_to_open_the_service_and_others_their_changes_only() -> None:
    told = texts("software", "Apache-2.0 WITH commons-clause")
    assert told["SSPL-1.0"]["commercial-options"][1] == {"sold"}
    assert "hosts_alike" in told["SSPL-1.0"]["share-alike"][2] and told["SSPL-1.0"]["share-alike"][0] == 0
    for name in ("AGPL-3.0-only", "OSL-3.0", "EUPL-1.2"):
        assert {"hosted_as_is", "sold"} <= told[name]["commercial-options"][1]
    assert "hosted" in told["GPL-3.0-only"]["commercial-options"][1]


def test_files_that_stay_open_share_in_part_and_a_label_that_stays_shares_nothing() -> None:
    told = texts("software", "Apache-2.0 WITH commons-clause")
    for name in ("MPL-2.0", "EPL-2.0", "CDDL-1.0", "LGPL-3.0-only"):
        assert told[name]["share-alike"][0] == 1 and "part_alike" in told[name]["share-alike"][1]
    for name in ("Elastic-2.0", "MS-PL", "PolyForm-Small-Business-1.0.0", "MIT"):
        assert told[name]["share-alike"][0] == 2 and "not_alike" in told[name]["share-alike"][1]
    assert "keeps_label" in told["MS-PL"]["adoption"][1] and "binds_part" in told["MPL-2.0"]["adoption"][1]


def test_of_several_limits_each_of_which_will_do_the_widest_counts() -> None:
    told = texts("software", "Apache-2.0 WITH commons-clause")
    assert told["FSL-1.1-MIT"]["adoption"][:2] == (1, {"binds_whole", "within(noncompeting)"})
    limits = {word for word in told["PolyForm-Noncommercial-1.0.0"]["adoption"][1] if word.startswith("within")}
    assert limits == {"within(noncommercial)"}
    assert told["FSL-1.1-MIT"]["no-competitor-training"] == (2, {"training_free"}, frozenset())


def test_what_a_date_sets_free_is_not_kept_for_sale_for_ever() -> None:
    told = texts("software", "Apache-2.0 WITH commons-clause")
    for name in ("BUSL-1.1", "FSL-1.1-MIT"):
        assert "freed_later" in told[name]["commercial-options"][1] and "freed_in_time" in told[name]["adoption"][2]
        assert told[name]["commercial-options"][0] == 1


def test_the_commons_clause_keeps_sale_and_hosting_and_the_patents_of_its_licence() -> None:
    told = texts("software", "Apache-2.0 WITH commons-clause")["Apache-2.0 WITH commons-clause"]
    assert told["commercial-options"] == (1, {"sold_within"}, {"sale_kept", "hosting_kept"})
    assert told["adoption"][1] == {"not_sold_alone", "hosting_bounded"} and "free_trade" not in told["adoption"][2]
    assert told["patent-protection"][0] == 0


@pytest.mark.parametrize(
    ("license_id", "limit"),
    [("flux-1-dev-non-commercial", "noncommercial"), ("stabilityai-svd", "noncommercial"), ("mrl-0.1", "research")],
)
def test_what_a_clause_denies_everybody_bounds_the_grant(license_id: str, limit: str) -> None:
    told = texts("model", "flux-1-dev-non-commercial", "stabilityai-svd", "mrl-0.1", "llama3.1", "llama4")[license_id]
    assert f"within({limit})" in told["adoption"][1] and told["adoption"][0] == 2 and "free_trade" not in told["adoption"][2]
    assert f"trade_kept({limit})" in told["commercial-options"][2]


def test_size_place_and_field_are_told_apart() -> None:
    told = texts("model", "flux-1-dev-non-commercial", "stabilityai-svd", "mrl-0.1", "llama3.1", "llama4")
    assert "excludes_large" in told["llama3.1"]["adoption"][1] and "excludes_places" not in told["llama3.1"]["adoption"][1]
    assert {"excludes_large", "excludes_places"} <= told["llama4"]["adoption"][1]
    assert "free_trade" not in told["llama3.1"]["adoption"][2]


def test_a_part_that_stays_bound_binds_those_who_take_the_work_up() -> None:
    choice = answered(PART).choice
    assert all(option.grades["adoption"] == option.grades["commercial-options"] == 2 for option in choice.options)
    free = serving(choice, "Apache-2.0")
    (within,) = (reason for reason in free.concerns if reason.goal == "adoption")
    assert str(within.word) == "within(noncommercial)" and [cite.license for cite in within.cites] == ["CC-BY-NC-4.0"]
    assert [(one.license, one.extent, one.works) for one in free.stays] == [("CC-BY-NC-4.0", "part", ("corpus",))]
    assert not free.merits and choice.trade.label is None


def test_free_data_in_its_place_lifts_all_of_that_and_nothing_else() -> None:
    case, goals = stated()[PART]
    free = replace(case, works=tuple(replace(work, under="CC-BY-4.0") if work.under else work for work in case.works))
    choice = answer(requested(free, goals)).choice
    option = serving(choice, "Apache-2.0")
    assert option.grades["adoption"] == 0 and choice.trade.label == OWN_TERMS
    assert [one.license for one in option.stays] == ["CC-BY-4.0"]


def leader(kind: str, goal: str) -> Option:
    return chosen(requested(own_work("a work", kind), Goals((goal,), (), (), None, kind))).options[0]


def test_of_texts_that_serve_alike_one_for_data_is_told_first_for_data() -> None:
    for goal, label in (("adoption", "CC0-1.0"), ("share-alike", "CDLA-Sharing-1.0")):
        option = leader("dataset", goal)
        assert option.label == label and not {"AGPL-3.0-only", "Apache-2.0"}.isdisjoint(option.alike)
    assert leader("software", "adoption").label == leader("model", "adoption").label == "Apache-2.0"


def test_of_texts_that_serve_alike_one_that_keeps_back_less_is_told_first() -> None:
    option = leader("model", "share-alike")
    assert option.label == "MG-BY-SA-2.0" and "MG-BY-NC-OS-1.0" in option.alike


def test_what_no_label_allows_cannot_be_sold_under_terms_of_ones_own() -> None:
    choice = answered(SOLD_PART).choice
    assert choice.constant and not choice.solved and choice.trade.label is None
    assert {str(cite) for finding in choice.trade.bars for cite in finding.cites} == {"CC-BY-NC-4.0 2(a)(1)(A)"}
    assert all(option.grades["commercial-options"] == 2 for option in choice.options)
    assert "something stands in the way of every way" in "\n".join(lines(choice, Look(200)))


def test_what_no_licence_mends_parts_none_of_them() -> None:
    choice = answered(UNREAD).choice
    assert {option.grades["adoption"] for option in choice.options} == {2} and choice.options[0].label == "Apache-2.0"
    assert all("part_unread" in {str(reason.word) for reason in option.concerns} for option in choice.options)
    assert "sale_unclear" in {str(reason.word) for reason in choice.options[0].concerns}
    shown = "\n".join(lines(choice, Look(200)))
    assert "it is open whether" in shown and shown.count("base came under openrail") == 1


def test_what_opens_to_the_label_gives_way_to_it() -> None:
    stays = {option.label: [one.license for one in option.stays] for option in answered(LIBRARY).choice.options}
    assert stays["GPL-3.0-only"] == [] and stays["Apache-2.0"] == ["LGPL-2.1-only"]
    assert next(option for option in answered(LIBRARY).choice.options if option.label == "Apache-2.0").grades["adoption"] == 1


def test_a_licence_whose_text_is_not_known_serves_nothing() -> None:
    case = own_work("A work", "software")
    request = requested(case, Goals(wish=("adoption",)), offer=("LicenseRef-House",))
    choice, compared = answer(request).choice, answer(request).compared
    grades = {label.string: grade.number for label, _, grade in compared["grade"]}
    assert grades["LicenseRef-House"] == 2 and "LicenseRef-House" not in everything(choice)


def test_a_use_that_is_unwanted_counts_if_the_text_bars_it_or_something_wider() -> None:
    case = own_work("A work", "model")
    compared = answer(requested(case, Goals(bar=("military", "medical-advice")))).compared
    said: dict[str, set[str]] = {label.string: set() for (label,) in compared["option"]}
    for label, _, concern in compared["concern"]:
        said[label.string].add(str(concern))
    assert "qualified(medical_advice)" in said["bigcode-openrail-m"] and "allowed(military)" in said["bigcode-openrail-m"]
    assert "allowed(medical_advice)" not in said["bigscience-openrail-m"]
    assert {"allowed(military)", "allowed(medical_advice)"} <= said["MIT"]
    assert not said["all-rights-reserved"]


def test_every_word_of_the_rules_has_a_sentence_and_every_sentence_a_rule() -> None:
    text = (KNOWLEDGE_BASE / "goals" / "choose.lp").read_text(encoding="utf-8")
    rules = "\n".join(line for line in text.splitlines() if not line.startswith("%"))
    for sort in ("goal", "concern", "merit"):
        for word in glossary()[sort]:
            assert re.search(rf"\b{word.replace('-', '_')}\b", rules), word


def test_what_is_said_of_texts_is_said_of_texts_that_are_known() -> None:
    named = set(re.findall(r'"([^"]+)"', re.sub(r"%.*", "", (KNOWLEDGE_BASE / "offering.lp").read_text(encoding="utf-8"))))
    assert set(templates()) <= set(licenses()) and named & set(templates()) == set(templates())
    assert not any(license_file(name).kind == "exception" for name in templates())


def test_sections_are_told_once_for_each_licence() -> None:
    cites = [cite for option in answered(GPL).choice.options for reason in option.merits for cite in reason.cites]
    assert cited(cites) == "[GPL-3.0-only 4, 6]" and cited(()) == ""


def test_the_same_is_told_in_every_form() -> None:
    choice = answered(LLAMA).choice
    shown, marked, value = "\n".join(lines(choice, Look(100), True)), "\n".join(markdown(choice)), choice_object(choice)
    for option in choice.options:
        assert option.label in shown and option.label.split(" AND ")[-1] in marked.replace("\\", "")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(value)))
    assert json.loads(json.dumps(value))["own_terms"]["under"] == f"llama3.1 AND {OWN_TERMS}"
    assert "=> 77 of" in shown and all(len(line) <= 100 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "name: A\ngoals: {wish: adoptoin, kind: model}",
            "file.yaml:2: unknown goal `adoptoin` (goals.wish); did you mean adoption?",
        ),
        ("name: A\ngoals: {wish: adoption}", "there is no work to license"),
        ("name: A\ngoals: {wish: adoption, bar: militray, kind: model}", "did you mean military?"),
        ("name: A\ngoals: {wish: adoption, kind: modle}", "did you mean model?"),
        ("name: A\ngoals: {wsh: adoption, kind: model}", "did you mean wish?"),
        ("name: A\ngoals: {work: tned, wish: adoption}\ngiven: {works: {tuned: {kind: model}}}", "did you mean tuned?"),
        (
            "name: A\ngoals: {kind: model, wish: adoption}\ngiven: {works: {tuned: {kind: model}}}",
            "the works of this case have theirs",
        ),
    ],
)
def test_goals_that_cannot_be_understood_are_told_with_their_place(text: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        read_goals(text, "file.yaml")
    assert told in str(error.value)


def test_the_command_answers_and_ends_with_what_came_of_it() -> None:
    ended = licet("choose", str(CASES), "--case", "tunes Llama", "--format", "json")
    assert ended.returncode == 0 and "llama3.1" in {option["under"] for option in json.loads(ended.stdout)["options"]}
    ended = licet("choose", str(CASES), "--case", "two licences")
    assert ended.returncode == 1 and "cannot be had together" in ended.stdout


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--kind", "model"], "--goals lists them"),
        (["--wish", "adoption"], "name a CASE"),
        (["--kind", "model", "--wish", "adopt"], "did you mean adoption?"),
        (["--kind", "model", "--bar", "warfare"], "there is no use called warfare"),
        (["--kind", "modell", "--wish", "adoption"], "did you mean model?"),
        (["--kind", "model", "--wish", "adoption", "--offer", "MIT AND AND"], "Error"),
        (["--kind", "model", "--wish", "adoption", "--offer", "Apache2"], "did you mean Apache-2.0?"),
        ([str(CASES), "--case", "tunes Llama", "--work", "base"], "somebody else's"),
        ([str(CASES), "--case", "tunes Llama", "--work", "tunde"], "did you mean tuned?"),
        ([str(CASES)], "several such cases"),
    ],
)
def test_wishes_that_cannot_be_understood_are_told(options: list[str], told: str) -> None:
    ended = licet("choose", *options)
    assert ended.returncode == 2 and told in ended.stderr


def test_an_ordinary_case_gets_its_goals_from_the_command_line() -> None:
    case = "name: A case\ngiven:\n  works:\n    app: {kind: software, by: acme}\n  parties: {acme: {}}\n"
    ended = licet("choose", "-", "--wish", "adoption", typed=case)
    assert ended.returncode == 0 and "here it is handed over for money" in ended.stdout


def test_facts_are_atoms_and_nothing_of_a_user_is_program_text() -> None:
    assert str(fact("member", 'a"). b(', 3)) == 'member("a\\"). b(",3)'


@pytest.mark.parametrize(
    ("inbound", "told"),
    [
        ("deepseek-license-1.0", {"patent_licence", "retaliation"}),
        ("falcon-180b-tii-1.0", {"patent_licence"}),
        ("llama3.1", {"patents_open"}),
        ("CC-BY-4.0", {"patents_withheld"}),
        ("gemma", {"no_patent_licence"}),
        ("LGPL-3.0-only WITH Classpath-exception-2.0", {"patent_licence"}),
    ],
)
def test_what_a_text_says_on_patents_is_told_as_it_is(inbound: str, told: set[str]) -> None:
    case = own_work("A work", "software")
    compared = answer(requested(case, Goals(wish=("patent-protection",)), offer=(inbound,))).compared
    words = {"no_patent_licence", "patents_withheld", "patents_open", "patents_unread", "patent_licence", "retaliation"}
    concerns = {str(concern) for label, _, concern in compared["concern"] if label.string == inbound}
    merits = {str(merit) for label, _, merit, *_ in compared["merit"] if label.string == inbound}
    assert told <= concerns | merits
    assert (concerns | merits) & words - {"retaliation"} == told - {"retaliation"}
