# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The least change that clears a case: no plan is cheaper, every plan holds, and what nothing avoids is named."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import jsonschema
import pytest
import yaml

from licet.engine.advice import fix
from licet.engine.advice.cleared import CLEARED
from licet.engine.advice.fix import Advice, Wishes, fixed
from licet.engine.advice.measures import Measure, efforts, measures
from licet.engine.advice.rewritten import rewritten
from licet.engine.advice.search import Plan, Search
from licet.engine.advice.telling import sentence
from licet.engine.case import Case
from licet.engine.decide import consider, decide
from licet.engine.facts import Names, case_facts
from licet.engine.glossary import KNOWLEDGE_BASE, glossary
from licet.engine.reader import read
from licet.engine.report.look import Look
from licet.engine.report.plan_markdown import markdown
from licet.engine.report.plan_words import to_find_out
from licet.engine.report.plans import lines
from licet.engine.variant import Variant, stated
from licet.engine.written import plain

from .command_line import licet
from .samples import some_cases

SCHEMA = json.loads((KNOWLEDGE_BASE.parent / "engine" / "schema" / "fix.json").read_text(encoding="utf-8"))

LINKED = """
works:
  engine: {kind: software, under: GPL-3.0-only}
  app: {kind: software, under: LicenseRef-Proprietary, by: acme, links-statically: engine}
parties: {acme: {}}
acts: [{party: acme, does: distribute, work: app, form: binary}]
"""
TUNED = """
works:
  base: {kind: model, under: llama3.1}
  tuned: {kind: model, under: MIT, by: acme, fine-tunes: base}
parties: {acme: {monthly-users: 5000}}
acts: [{party: acme, does: distribute, work: tuned, form: weights, commercially: yes}]
"""
BARRED = """
works:
  model: {kind: model, under: bigcode-openrail-m, modified: no}
parties: {acme: {}}
acts: [{party: acme, does: host, work: model, purposes: [medical-advice]}]
"""
NONCOMMERCIAL = """
works:
  corpus: {kind: dataset, under: CC-BY-NC-4.0}
  index: {kind: dataset, by: acme, copies: corpus, under: CC-BY-NC-4.0}
parties: {acme: {}}
acts: [{party: acme, does: distribute, work: index, commercially: yes}]
"""
TWO_COPYLEFTS = """
works:
  left: {kind: software, under: GPL-2.0-only}
  right: {kind: software, under: EPL-1.0}
  app: {kind: software, by: acme, under: GPL-2.0-only, modifies: [left, right]}
parties: {acme: {}}
acts: [{party: acme, does: distribute, work: app, form: binary}]
"""

MIXED = """
works:
  clean: {kind: dataset, under: CC0-1.0}
  tainted: {kind: dataset, under: CC-BY-NC-4.0}
  mixture: {kind: dataset, by: acme, under: CC-BY-4.0, copies: [clean, tainted]}
parties: {acme: {}}
acts: [{party: acme, does: distribute, work: mixture, commercially: yes}]
"""
UNREAD = """
works:
  teacher: {kind: model, under: llama2}
  outputs: {kind: dataset, by: acme, outputs-of: teacher}
  pupil: {kind: model, by: acme, under: Apache-2.0, trains-on: outputs}
parties: {acme: {monthly-users: 100}}
acts: [{party: acme, does: distribute, work: pupil, form: weights, commercially: yes}]
"""
SENSITIVE = """
works:
  model: {kind: model, under: llama3.1, modified: no}
parties: {acme: {monthly-users: 100}}
acts: [{party: acme, does: host, work: model, purposes: [{use: impersonation, consent: no}]}]
"""

MANY_USERS = """
works:
  base: {kind: model, under: llama3.1}
  app: {kind: software, by: acme, under: LicenseRef-Proprietary, loads: base}
parties: {acme: {}}
acts: [{party: acme, does: host, work: app, commercially: yes}]
"""


def case_of(given: str, name: str = "A case") -> Case:
    (case,) = read(yaml.safe_dump({"name": name, "given": yaml.safe_load(given)}), "case.yaml")
    return case


def only(*kinds: str) -> dict[str, int]:
    return {kind: effort for kind, effort in efforts().items() if kind in kinds}


def told(advice: Advice) -> list[tuple[int, list[str]]]:
    return [(way.effort, [sentence(measure, advice.names) for measure in way.plan]) for way in advice.ways]


def test_a_case_is_written_as_it_was_read(samples: int) -> None:
    for case in some_cases(10 * samples):
        (again,) = read(yaml.safe_dump(plain(case), allow_unicode=True, sort_keys=False), "again.yaml")
        works = tuple(replace(work, place=None) for work in case.works)
        acts = tuple(replace(act, place=None) for act in case.acts)
        bare = replace(
            again,
            place=None,
            works=tuple(replace(work, place=None) for work in again.works),
            acts=tuple(replace(act, place=None) for act in again.acts),
        )
        assert bare == replace(case, works=works, acts=acts, place=None, expectations=())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (LINKED, (2, ["Offer app under GPL-3.0-only."])),
        (TUNED, (2, ["Offer tuned under llama3.1."])),
        (BARRED, (1, ["See to it that it is not meant to replace professional advice (medical-advice)."])),
        (NONCOMMERCIAL, (8, ["Do it without commercial purpose (acme distributes index)."])),
        (TWO_COPYLEFTS, (5, ["Let others use the work over a network instead of handing it out (acme distributes app)."])),
    ],
)
def test_the_least_change_comes_first(given: str, expected: tuple[int, list[str]]) -> None:
    assert told(fixed(case_of(given), Wishes()))[0] == expected


def test_a_number_that_nobody_told_can_be_kept_below_a_threshold() -> None:
    least, *_ = fixed(case_of(MANY_USERS), Wishes()).ways
    (measure,) = least.plan
    assert (least.effort, measure.kind) == (2, "stay-within")
    assert least.case.parties[0].figures == {"monthly-users": {"2024-06": 700_000_000}}
    told = MANY_USERS.replace("acme: {}", "acme: {monthly-users: 800000000}")
    assert all(way.kinds != {"stay-within"} for way in fixed(case_of(told), Wishes()).ways)


def test_one_of_several_sources_can_be_left_out_of_a_collection() -> None:
    advice = fixed(case_of(MIXED), Wishes(weights=only("take-out")))
    assert told(advice) == [(9, ["Leave tainted out of mixture, and make anew what was made from that."])]
    alone = fixed(case_of(MIXED.replace("[clean, tainted]", "[tainted]")), Wishes(weights=only("take-out")))
    assert not alone.ways and {cite.license for finding in alone.stuck for cite in finding.cites} == {"CC-BY-NC-4.0"}


def test_what_others_decide_takes_more_than_what_one_sees_to_oneself() -> None:
    advice = fixed(case_of(SENSITIVE), Wishes(kinds=5))
    assert {"ask"} in [way.kinds for way in advice.ways] and {"arrange"} not in [way.kinds for way in advice.ways]
    assert efforts()["arrange"] < efforts()["ask"] < efforts()["obtain"]


def test_what_is_in_the_way_is_told_with_its_clause_before_what_clears_it() -> None:
    shown = "\n".join(lines(fixed(case_of(LINKED), Wishes()), "majority", Look(200)))
    assert shown.index("[GPL-3.0-only 5(c)]") < shown.index("Offer app under")
    assert "To find out first" not in shown


def test_what_is_not_known_is_to_be_found_out_before_anything_is_changed() -> None:
    advice = fixed(case_of(UNREAD), Wishes())
    assert to_find_out(advice, "majority") == ["Is pupil a language model? (works.pupil: language-model)"]
    known = fixed(case_of(UNREAD.replace("Apache-2.0,", "Apache-2.0, language-model: yes,")), Wishes())
    assert known.ways and to_find_out(known, "majority") == []


def test_a_case_that_is_clear_is_told_what_it_owes() -> None:
    advice = fixed(case_of(LINKED.replace("LicenseRef-Proprietary", "GPL-3.0-only")), Wishes())
    shown = "\n".join(lines(advice, "majority", Look(200)))
    assert "Nothing has to be changed" in shown and "Provide the complete corresponding source code" in shown


def test_markdown_tells_the_same() -> None:
    stuck = fixed(case_of(BARRED), Wishes(weights=only("relabel")))
    for advice in (fixed(case_of(LINKED), Wishes()), stuck, fixed(case_of(UNREAD), Wishes())):
        told = re.sub(r"\W+", " ", " ".join(markdown(advice, "majority")))
        for line in lines(advice, "majority", Look(1000)):
            if line.startswith(("  - ", "     effort")):
                assert re.sub(r"\W+", " ", line).strip() in told


def test_plans_of_other_kinds_follow_in_the_order_of_their_effort_and_then_of_the_list_of_kinds() -> None:
    advice = fixed(case_of(LINKED), Wishes(kinds=7))
    assert [way.effort for way in advice.ways] == sorted(way.effort for way in advice.ways)
    kinds = ("relabel", "host", "run-apart", "call", "obtain", "replace", "keep")
    assert [list(way.kinds) for way in advice.ways] == [[kind] for kind in kinds]


def test_of_plans_that_take_as_much_the_one_with_fewer_measures_comes_first() -> None:
    two = LINKED.replace("links-statically: engine", "links-statically: [engine, other]").replace(
        "works:", "works:\n  other: {kind: software, under: GPL-3.0-only}"
    )
    advice = fixed(case_of(two), Wishes(weights={"obtain": 1, "relabel": 2}))
    assert [(way.effort, len(way.plan)) for way in advice.ways] == [(2, 1), (2, 2)]


def test_users_weigh_otherwise_and_leave_out() -> None:
    cheap = fixed(case_of(LINKED), Wishes(weights={**efforts(), "obtain": 1}))
    assert told(cheap)[0] == (1, ["Obtain a licence of your own for engine from its owner."])
    left = fixed(case_of(LINKED), Wishes(weights={kind: n for kind, n in efforts().items() if kind != "relabel"}))
    assert told(left)[0][0] == efforts()["host"]
    other = fixed(case_of(LINKED), Wishes(weights=only("replace"), available=("GPL-2.0-only", "Apache-2.0")))
    assert told(other) == [(10, ["Replace engine by another work that is under Apache-2.0."])]


def test_two_measures_are_taken_where_one_is_not_enough() -> None:
    advice = fixed(case_of(TWO_COPYLEFTS), Wishes(weights=only("obtain", "relabel")))
    assert advice.ways and all(way.decision.verdict == "clear" for way in advice.ways)
    both = fixed(
        case_of(
            TWO_COPYLEFTS.replace("left:", "third: {kind: software, under: GPL-3.0-only}\n  left:").replace(
                "[left", "[third, left"
            )
        ),
        Wishes(weights=only("obtain")),
    )
    assert both.ways[0].effort == 16


def test_what_nothing_avoids_is_named_with_its_clause() -> None:
    advice = fixed(case_of(BARRED), Wishes(weights=only("relabel", "host")))
    assert not advice.ways and not advice.cleared("majority")
    assert [(finding.kind, [str(cite) for cite in finding.cites]) for finding in advice.stuck] == [
        ("restricted-use", ["bigcode-openrail-m Att. A (m)"])
    ]
    shown = "\n".join(lines(advice, "majority", Look(100)))
    assert "cannot be avoided" in shown and "bigcode-openrail-m Att. A (m)" in shown


def test_where_each_can_be_avoided_but_not_both_both_are_named() -> None:
    advice = fixed(case_of(TWO_COPYLEFTS), Wishes(weights=only("relabel")))
    assert not advice.ways and advice.stuck
    cited = {cite.license for finding in advice.stuck for cite in finding.cites}
    assert cited & {"GPL-2.0-only", "EPL-1.0"}


def test_nothing_is_proposed_where_nothing_stands_in_the_way() -> None:
    advice = fixed(case_of(LINKED.replace("LicenseRef-Proprietary", "GPL-3.0-only")), Wishes())
    assert advice.before.verdict == "clear" and advice.ways == advice.stuck == () and advice.cleared("all")


OPEN = """
works:
  engine: {kind: software, under: GPL-3.0-only}
  app: {kind: software, under: LicenseRef-Proprietary, by: acme, links-dynamically: engine}
parties: {acme: {}}
acts: [{party: acme, does: distribute, work: app, form: binary}]
"""


@pytest.mark.parametrize("readings", ["majority", "all"])
@pytest.mark.parametrize("given", [LINKED, OPEN, TUNED, TWO_COPYLEFTS, NONCOMMERCIAL])
def test_no_plan_is_cheaper_than_the_first(given: str, readings: str) -> None:
    case, wishes = case_of(given), Wishes(readings=readings)
    advice = fixed(case, wishes)
    assert advice.ways
    cheaper = [plan for plan in _plans(case, wishes) if 0 < sum(measure.effort for measure in plan) < advice.ways[0].effort]
    verdicts = [decision.verdict for decision in decide((_after(case, plan) for plan in cheaper), why=())]
    assert not set(verdicts) & set(CLEARED[readings])
    assert all(way.decision.verdict in CLEARED[readings] for way in advice.ways)


def _plans(case: Case, wishes: Wishes) -> Iterator[Plan]:
    """Every plan of up to three measures that can be taken together."""
    can = _measures(case, wishes)
    for size in (1, 2, 3):
        for plan in combinations(can, size):
            things = [thing for measure in plan for thing in measure.concerns]
            if len(things) == len(set(things)):
                yield plan


def _measures(case: Case, wishes: Wishes) -> tuple[Measure, ...]:
    names = Names(0)
    facts, _ = stated([Variant(case, {}, names)])
    needed = fix._needed(consider(case, why=()))
    return measures(facts, needed, fix._offerable(case, wishes.offer), wishes.available, wishes.weights)


def _after(case: Case, plan: Plan) -> Case:
    names = Names(0)
    list(case_facts(case, names, {}))
    return fix._after(case, names, plan)


def test_every_plan_holds_when_it_is_decided_as_a_case_of_its_own(samples: int, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed: list[Plan] = []
    original = Search.plans

    def listening(self: Search, kinds: int) -> Iterator[Plan]:
        for plan in original(self, kinds):
            proposed.append(plan)
            yield plan

    monkeypatch.setattr(Search, "plans", listening)
    seen = 0
    for case in (*map(case_of, (LINKED, TUNED, BARRED, NONCOMMERCIAL)), *some_cases(samples)):
        for readings in ("majority", "all"):
            proposed.clear()
            advice = fixed(case, Wishes(readings=readings))
            if advice.before.verdict != "clear":
                seen += 1
                assert len(advice.ways) == len(proposed), case.name
                assert advice.cleared(readings) or advice.stuck or readings == "all", case.name
    assert seen > 5


def test_a_plan_changes_in_the_case_what_it_changes_in_the_facts(samples: int) -> None:
    seen = 0
    for case in (*map(case_of, (LINKED, TUNED, BARRED, NONCOMMERCIAL)), *some_cases(2 * samples)):
        if len(case.acts) > 1 or any(" OR " in (work.under or "") or " AND " in (work.under or "") for work in case.works):
            continue
        names = Names(0)
        facts = set(case_facts(case, names, {}))
        for measure in _measures(case, Wishes(offer=("Apache-2.0",))):
            changed = rewritten(case, names, measure.removes, measure.adds)
            wanted = {_worded(fact, names) for fact in facts - measure.removes | measure.adds}
            again = Names(0)
            found = {_worded(fact, again) for fact in case_facts(changed, again, {})}
            wanted = {fact for fact in wanted if not fact.startswith("offered(")}
            assert {fact for fact in found if not fact.startswith("offered(")} >= {
                fact for fact in wanted if not _idle(fact, found)
            }
            seen += 1
    assert seen > 50


def _worded(symbol: object, names: Names) -> str:
    text = str(symbol)
    for known, name in sorted(names.names.items(), key=lambda pair: -len(str(pair[0]))):
        text = text.replace(str(known), f"<{name}>")
    return text


def _idle(fact: str, found: set[str]) -> bool:
    """Whether a fact is told of a way of making that the case does not have."""
    if not fact.startswith("told(link("):
        return False
    link = fact.removeprefix("told(link(").partition(")")[0]
    return f"made({link})" not in found


def test_every_kind_of_measure_has_an_effort_and_words() -> None:
    assert efforts().keys() == glossary()["measure"].keys()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump({"name": "A case", "given": yaml.safe_load(LINKED)}), encoding="utf-8")
    return path


def test_the_command_tells_plans_and_writes_the_case_that_one_makes(file: Path, tmp_path: Path) -> None:
    ended = licet("fix", str(file), "--write", "1", str(tmp_path / "plan.yaml"))
    assert ended.returncode == 0 and "Offer app under GPL-3.0-only." in ended.stdout
    (case,) = read((tmp_path / "plan.yaml").read_text(encoding="utf-8"), "plan.yaml")
    assert next(decide([case])).verdict == "clear"
    again = licet("fix", str(file), "--write", "1", str(tmp_path / "plan.yaml"))
    assert again.returncode == 2 and "cannot be written" in again.stderr


def test_the_command_answers_programs_and_fails_where_nothing_clears(file: Path) -> None:
    ended = licet("fix", str(file), "--format", "json", "--readings", "all")
    answer = json.loads(ended.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(answer)
    assert answer["plans"][0]["measures"][0]["kind"] == "relabel" and answer["plans"][0]["verdict"] == "clear"
    kinds = [option for kind in efforts() if kind != "arrange" for option in ("--without", kind)]
    assert licet("fix", str(file), *kinds).returncode == 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--without", "hots"], "did you mean host?"),
        (["--effort", "host"], "KIND=N"),
        (["--effort", "host=0"], "KIND=N"),
        (["--write", "99", "-"], "there is no plan 99"),
        (["--offer", "MIT AND AND"], "Error"),
        (["--offer", "MIT", "--replace-with", "Apache2"], "did you mean Apache-2.0?"),
    ],
)
def test_wishes_that_cannot_be_understood_are_told(file: Path, options: list[str], told: str) -> None:
    ended = licet("fix", str(file), *options)
    assert ended.returncode == 2 and told in ended.stderr
