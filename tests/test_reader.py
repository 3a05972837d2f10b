# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases from YAML: what is read, and what is said where something is wrong."""

from __future__ import annotations

import json
import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.engine.case import Act, Case, Expectation, Making, Party, Place, Purpose, Work
from licet.engine.glossary import glossary
from licet.engine.placement import ACT, ACT_FIGURES, MAKING, PARTY, PARTY_FIGURES, PURPOSE, SAID_OTHERWISE, WORK
from licet.engine.problem import InputError
from licet.engine.reader import read

WHOLE = """\
- name: >
    A tuned model made from Llama 3.1
    cannot be relabelled MIT
  note: Anything.
  given:
    works:
      base:   {kind: model, under: llama3.1, by: Meta}
      corpus: {kind: dataset, under: CC-BY-SA-4.0, has-notice-file: no}
      tuned:
        kind: model
        under: MIT
        fine-tunes: base
        trains-on: [corpus, {work: base, intent: perform-similarly}]
        runs: {work: base, payload: public-format, together: yes}
    parties:
      acme: {established-in: NO, monthly-users: 120_000}
      other:
    acts:
      - party: acme
        does: distribute
        work: tuned
        form: weights
        commercially: true
        purposes: [{use: deepfake, consent: no}]
      - {party: other, does: host, work: base}
    purposes: [medical-advice, {use: deepfake, consent: yes}]
    readings: {jurisdiction: EU, linking: one-work}
  expect:
    conflict:
      - {work: tuned, clauses: [llama3.1 1.b.i, CC-BY-SA-4.0 3(b)], standing: settled}
      - {works: base, found: no}
    obligation: []
    verdict: likely
"""


def messages(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(textwrap.dedent(text), "f.yaml")
    return str(caught.value)


def case_with(works: str, more: str = "") -> str:
    return f"name: A sentence\ngiven:\n  works: {works}\n{textwrap.indent(textwrap.dedent(more), '  ')}"


def one(text: str) -> Case:
    (case,) = read(text, "f.yaml")
    return case


def test_a_whole_case_is_read() -> None:
    medical = Purpose("medical-advice")
    assert one(WHOLE) == Case(
        name="A tuned model made from Llama 3.1 cannot be relabelled MIT",
        works=(
            Work("base", "model", "llama3.1", "Meta", place=Place("f.yaml", 7, "given.works.base")),
            Work(
                "corpus",
                "dataset",
                "CC-BY-SA-4.0",
                attributes={"has-notice-file": False},
                place=Place("f.yaml", 8, "given.works.corpus"),
            ),
            Work(
                "tuned",
                "model",
                "MIT",
                makings=(
                    Making("fine-tunes", "base"),
                    Making("trains-on", "corpus"),
                    Making("trains-on", "base", {"intent": "perform-similarly"}),
                    Making("runs", "base", {"payload": "public-format", "together": True}),
                ),
                place=Place("f.yaml", 10, "given.works.tuned"),
            ),
        ),
        parties=(Party("acme", "NO", figures={"monthly-users": {"": 120000}}), Party("other")),
        acts=(
            Act(
                "acme",
                "distribute",
                "tuned",
                {"form": "weights", "commercially": True},
                (Purpose("deepfake", {"consent": False}), medical),
                place=Place("f.yaml", 19, "given.acts[0]"),
            ),
            Act(
                "other",
                "host",
                "base",
                {},
                (medical, Purpose("deepfake", {"consent": True})),
                place=Place("f.yaml", 25, "given.acts[1]"),
            ),
        ),
        readings={"jurisdiction": "EU", "linking": "one-work"},
        expectations=(
            Expectation(
                "conflict",
                ({"work": "tuned", "clauses": ("llama3.1 1.b.i", "CC-BY-SA-4.0 3(b)"), "standing": "settled"},),
                Place("f.yaml", 30, "expect.conflict[0]"),
            ),
            Expectation("conflict", ({"works": ("base",), "found": "no"},), Place("f.yaml", 31, "expect.conflict[1]")),
            Expectation("obligation", (), Place("f.yaml", 32, "expect.obligation")),
            Expectation("verdict", ({"verdict": "likely"},), Place("f.yaml", 33, "expect.verdict")),
        ),
        place=Place("f.yaml", 1),
    )


def test_a_file_may_hold_one_case_a_list_or_several_documents() -> None:
    case = case_with("{a: {kind: model}}")
    assert len(read(case, "f.yaml")) == 1
    assert len(read(f"{case}\n---\n{case}\n---\n[{{name: B, given: {{works: {{b: {{kind: model}}}}}}}}]", "f.yaml")) == 3


@pytest.mark.parametrize(
    ("works", "expected"),
    [
        ("", "f.yaml:3: there are no works here (given.works); expected at least 1"),
        ("{}", "there are no works here"),
        ("[a]", "a list stands where works belong (given.works)"),
        ("{a: model}", "`model` stands where a work belongs (given.works.a); expected a mapping"),
        ("{a: {}}", "f.yaml:3: a work needs the key `kind` (given.works.a)"),
        ("{a: {kind: modle}}", "unknown kind `modle` (given.works.a.kind); did you mean model?"),
        ("{a: {kind: [model]}}", "a list stands where a word of the sort kind belongs (given.works.a.kind)"),
        ("{a: {kind: model, kind: model}}", "the key `kind` stands here twice; first in line 3 (given.works.a.kind)"),
        ("{a: {kind: model}, a: {kind: model}}", "the key `a` stands here twice"),
        (
            "{a: {kind: model, fine_tunes: a}}",
            "unknown key of a work `fine_tunes` (given.works.a.fine_tunes); did you mean fine-tunes?",
        ),
        ("{a: {kind: model, under: 1.0}}", "YAML reads `1.0` as a number; put it in quotes (given.works.a.under)"),
        ("{a: {kind: model, under: no}}", "YAML reads `no` as false; put it in quotes (given.works.a.under)"),
        ("{a: {kind: model, under: 2024-01-01}}", "YAML reads `2024-01-01` as a date; put it in quotes"),
        ("{a: {kind: model, under: ~}}", "YAML reads `~` as nothing; put it in quotes"),
        ("{a: {kind: model, under: }}", "nothing stands where a licence expression belongs (given.works.a.under)"),
        ("{a: {kind: model, under: [MIT]}}", "a list stands where a licence expression belongs"),
        ("{a: {kind: model, under: MIT OR}}", "`MIT OR` is not a licence expression"),
        ("{no: {kind: model}}", "YAML reads `no` as false; put it in quotes (given.works.no)"),
        ("{1.0: {kind: model}}", "YAML reads `1.0` as a number; put it in quotes"),
        ('{"": {kind: model}}', "the name is empty"),
        ('{" a": {kind: model}}', "the name ` a` begins or ends with a space"),
        ('{"a\\nb": {kind: model}}', "the name `a\\nb` holds a control character (given.works.a\\nb)"),
        ('{"a\\u202Eb": {kind: model}}', "holds a control character"),
        (f"{{{'x' * 201}: {{kind: model}}}}", "is longer than 200 characters"),
        ("{a: {kind: model, modified: perhaps}}", "`perhaps` is neither yes nor no (given.works.a.modified)"),
        ("{a: {kind: model, without-licence: yes}}", "a work without any licence says `under: NONE`"),
        (
            "{a: {kind: model, fine-tunes: b}, bb: {kind: model}}",
            "no work is called `b` (given.works.a.fine-tunes); expected a work of given.works; did you mean bb?",
        ),
        ("{a: {kind: model, fine-tunes: no}, b: {kind: model}}", "YAML reads `no` as false"),
        ("{a: {kind: model, fine-tunes: []}, b: {kind: model}}", "the list is empty (given.works.a.fine-tunes)"),
        ("{a: {kind: model, fine-tunes: {}}, b: {kind: model}}", "`fine-tunes` needs the key `work`"),
        (
            "{a: {kind: model, fine-tunes: [{x: b}]}, b: {kind: model}}",
            "unknown key of `fine-tunes` `x` (given.works.a.fine-tunes[0].x); expected work",
        ),
        ("{a: {kind: model, fine-tunes: [b, b]}, b: {kind: model}}", "`fine-tunes` names `b` twice (given.works.a)"),
        (
            "{a: {kind: model, distills: {work: b, using: logit}}, b: {kind: model}}",
            "unknown answer to using `logit` (given.works.a.distills.using); did you mean logits?",
        ),
        (
            "{a: {kind: model, fine-tunes: {work: b, using: logits}}, b: {kind: model}}",
            "`using` says nothing about `fine-tunes`; it goes with distills (given.works.a.fine-tunes.using)",
        ),
        ("{a: {kind: model, fine-tunes: a}}", "f.yaml:3: `a` is made from itself (given.works.a)"),
        (
            "{a: {kind: model, fine-tunes: b}, b: {kind: model, merges: c}, c: {kind: model, prunes: a}}",
            "works are made in a circle: `a` from `b` from `c` from `a` (given.works.a)",
        ),
    ],
)
def test_what_is_wrong_with_works(works: str, expected: str) -> None:
    assert expected in messages(case_with(works))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("parties: {p: {established-in: no}}", "f.yaml:4: `no` is no country code (given.parties.p.established-in)"),
        ("parties: {p: {established-in: Germany}}", "`Germany` is no country code"),
        ("parties: {p: {monthly-users: -1}}", "`-1` is no whole number (given.parties.p.monthly-users)"),
        ("parties: {p: {monthly-users: 1.5}}", "`1.5` is no whole number"),
        ("parties: {p: {monthly-users: '12'}}", "`12` is no whole number"),
        ("parties: {p: {monthly-users: 120,000}}", "unknown key of a party `000`"),
        ("parties: {p: {users: 1}}", "unknown key of a party `users`"),
        ("parties: {p: {yearly-revenue: 5}}", "`5` stands where a sum belongs"),
        ("parties: {p: {yearly-revenue: {dollars: 5}}}", "`dollars` is no currency"),
        ("parties: {p: {takes-place-in: DE}}", "an act says with `in` where it takes place"),
        ("acts: {party: p}", "a mapping stands where a list of acts belongs (given.acts); expected a list"),
        ("acts: [{party: p, does: host, work: a}]", "no party is called `p` (given.acts[0].party)"),
        ("acts: [{does: host, work: a}]", "an act needs the key `party` (given.acts[0])"),
        (
            "parties: {p: }\nacts: [{party: p, does: sell, work: a}]",
            "unknown act `sell` (given.acts[0].does); expected one of use, make",
        ),
        ("parties: {p: }\nacts: [{party: p, does: host, work: ab}]", "no work is called `ab`"),
        (
            "parties: {p: }\nacts: [{party: p, does: host, work: a, form: weigths}]",
            "unknown form `weigths` (given.acts[0].form); did you mean weights?",
        ),
        (
            "parties: {p: }\nacts: [{party: p, does: host, work: a, commercial: yes}]",
            "unknown key of an act `commercial` (given.acts[0].commercial); did you mean commercially?",
        ),
        (
            "parties: {p: }\nacts: [{party: p, does: host, work: a, purposes: spam}]",
            "`spam` stands where a list of purposes belongs",
        ),
        (
            "parties: {p: }\nacts: [{party: p, does: host, work: a, purposes: [spma]}]",
            "unknown use `spma` (given.acts[0].purposes[0]); did you mean spam?",
        ),
        (
            "parties: {p: }\nacts: [{party: p, does: host, work: a, purposes: [{use: spam, consnt: yes}]}]",
            "unknown key of a purpose `consnt`",
        ),
        ("purposes: [spam]", "there are purposes, but no act that would serve them (given)"),
        ("readings: {linkin: one-work}", "unknown key of the readings `linkin` (given.readings.linkin); did you mean linking?"),
        ("readings: {linking: two}", "unknown answer to linking `two` (given.readings.linking)"),
        ("readings: {jurisdiction: Europe}", "`Europe` is no country code"),
        ("readings: {theory: FSF(X) :- y}", "unknown theory `FSF(X) :- y`"),
        (
            "readings: {theory: us_mainstreem}",
            "unknown theory `us_mainstreem` (given.readings.theory); did you mean us-mainstream?",
        ),
        ("works: {b: {kind: model}}", "the key `works` stands here twice"),
        ("work: {}", "unknown key of what is given `work` (given.work); did you mean works?"),
    ],
)
def test_what_is_wrong_with_parties_acts_purposes_and_readings(more: str, expected: str) -> None:
    assert expected in messages(case_with("{a: {kind: model}}", more))


@pytest.mark.parametrize(
    ("expect", "expected"),
    [
        ("{conflicts: []}", "unknown key of what is expected `conflicts` (expect.conflicts); did you mean conflict?"),
        ("{conflict: }", "nothing stands where a list of patterns belongs (expect.conflict); expected a list; [] for none"),
        ("{conflict: {work: a}}", "a mapping stands where a list of patterns belongs"),
        ("{conflict: [{}]}", "a pattern of kind conflict says nothing (expect.conflict[0])"),
        ("{conflict: [{work: b}]}", "no work is called `b` (expect.conflict[0].work)"),
        ("{conflict: [{duty: license-copy}]}", "`duty` belongs to obligation, not to conflict"),
        (
            "{obligation: [{duty: licence-copy}]}",
            "unknown duty `licence-copy` (expect.obligation[0].duty); did you mean license-copy?",
        ),
        ("{obligation: [{clause: 4}]}", "YAML reads `4` as a number; put it in quotes (expect.obligation[0].clause)"),
        ("{obligation: [{clause: 4(b)}]}", "`4(b)` names no section of a licence"),
        ("{obligation: [{standing: sure}]}", "unknown standing `sure`"),
        ("{obligation: [{works: []}]}", "the list is empty (expect.obligation[0].works); expected at least 1"),
        ("{obligation: [{found: maybe}]}", "`maybe` is neither yes nor no"),
        ("{verdict: clean}", "unknown verdict `clean` (expect.verdict); did you mean clear?"),
    ],
)
def test_what_is_wrong_with_expectations(expect: str, expected: str) -> None:
    assert expected in messages(f"{case_with('{a: {kind: model}}')}\nexpect: {expect}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", "f.yaml:1: the list is empty; expected at least one case"),
        ("just text", "`just text` stands where a case belongs; expected a mapping one of name, given, expect, note"),
        ("---\n", "a case needs the key `name`"),
        ("- name: x\n", "f.yaml:1: a case needs the key `given`"),
        ("name:\ngiven: {works: {a: {kind: model}}}", "f.yaml:1: nothing stands where a text belongs (name)"),
        ("name: ' '\ngiven: {works: {a: {kind: model}}}", "the text is empty (name)"),
        ("name: 3\ngiven: {works: {a: {kind: model}}}", "YAML reads `3` as a number; put it in quotes (name)"),
        ("name: x\nwhen: y\ngiven: {works: {a: {kind: model}}}", "f.yaml:2: unknown key of a case `when` (when)"),
    ],
)
def test_what_is_wrong_with_a_file(text: str, expected: str) -> None:
    assert expected in messages(text)


def test_all_problems_of_a_file_are_said_at_once_in_the_order_of_lines() -> None:
    found = messages(
        """\
        - name: x
          given:
            works:
              a: {kind: modle, fine-tunes: nobody}
        - name: y
          given: {works: {a: {kind: model}}, acts: [{party: p, does: host, work: a}]}
        """
    ).splitlines()
    assert [line.split(" ")[0] for line in found] == ["f.yaml:4:", "f.yaml:4:", "f.yaml:6:"]


def test_no_more_than_a_hundred_problems_are_collected() -> None:
    many = ", ".join(f"w{index}: {{kind: modle{index}}}" for index in range(500))
    assert len(messages(case_with(f"{{{many}}}")).splitlines()) == 100


def test_one_mistake_in_a_work_does_not_make_every_reference_to_it_one() -> None:
    found = messages(
        case_with(
            "{a: {kind: modle}, b: {kind: model, fine-tunes: a}}",
            "parties: {p: {x: y}}\nacts: [{party: p, does: use, work: a}]",
        )
    )
    assert len(found.splitlines()) == 2


def test_every_circle_is_named_and_long_chains_are_none() -> None:
    chain = ", ".join(f"w{index}: {{kind: model, fine-tunes: [w{index + 1}, w{index + 2}]}}" for index in range(3000))
    ends = ", w3000: {kind: model}, w3001: {kind: model}"
    assert len(one(case_with(f"{{{chain}{ends}}}")).works) == 3002
    found = messages(case_with("{a: {kind: model, prunes: b}, b: {kind: model, prunes: [a, c]}, c: {kind: model, prunes: c}}"))
    assert "`a` from `b` from `a`" in found
    assert "`c` is made from itself" in found


def test_names_and_texts_may_be_as_long_as_their_limit_and_no_longer() -> None:
    assert one(case_with(f"{{{'x' * 200}: {{kind: model}}}}")).works[0].name == "x" * 200
    assert one(f"name: {'x' * 500}\ngiven: {{works: {{a: {{kind: model}}}}}}").name == "x" * 500
    assert "longer than 500 characters (name)" in messages(f"name: {'x' * 501}\ngiven: {{works: {{a: {{kind: model}}}}}}")


def test_what_may_be_empty() -> None:
    for parties in ("", "{}", "null", "{p: }", "{p: ~}", "{p: {}}"):
        case = one(case_with("{a: {kind: model}}", f"parties: {parties}\nacts: []\npurposes: []\nreadings: {{}}"))
        assert [party.name for party in case.parties] == ["p"][: len(case.parties)]
        assert not case.acts


def test_a_key_that_stands_twice_is_named_where_it_stands_again() -> None:
    found = messages("name: x\ngiven:\n  works: {a: {kind: model}}\nname:\n\n  y\n")
    assert found == "f.yaml:4: the key `name` stands here twice; first in line 1 (name)"


def test_numbers_of_users_are_bounded() -> None:
    users = "parties: {p: {monthly-users: %s}}"
    (party,) = one(case_with("{a: {kind: model}}", users % ("9" * 15))).parties
    assert party.figures == {"monthly-users": {"": 10**15 - 1}}
    assert "is no whole number" in messages(case_with("{a: {kind: model}}", users % ("1" + "0" * 15)))


def test_an_act_may_say_where_it_takes_place_and_what_its_product_brings() -> None:
    act = "acts: [{party: p, does: use, work: a, in: %s, product-revenue: {USD: 3_000_000_000}, product-users: 7}]"
    read_act = one(case_with("{a: {kind: model}}", "parties: {p: }\n" + act % "[NO, EU]")).acts[0]
    assert read_act.places == ("NO", "EU")
    assert read_act.figures == {"product-revenue": {"USD": 3_000_000_000}, "product-users": {"": 7}}
    assert one(case_with("{a: {kind: model}}", "parties: {p: }\n" + act % "DE")).acts[0].places == ("DE",)
    assert "the list is empty" in messages(case_with("{a: {kind: model}}", "parties: {p: }\n" + act % "[]"))


def test_numbers_of_users_may_be_given_by_month() -> None:
    (party,) = one(
        case_with("{a: {kind: model}}", "parties: {p: {monthly-users: {2024-06: 7, 2025-01: 5_000_000_000}}}")
    ).parties
    assert party.figures == {"monthly-users": {"2024-06": 7, "2025-01": 5_000_000_000}}
    wrong = case_with("{a: {kind: model}}", "parties: {p: {monthly-users: {2024-13: 7}}}")
    assert "is no month" in messages(wrong)


def test_a_name_over_several_lines_becomes_one_line() -> None:
    assert one("name: |\n  A sentence\n  of law\ngiven: {works: {a: {kind: model}}}").name == "A sentence of law"


def test_an_alias_may_stand_for_a_value() -> None:
    case = one("name: x\ngiven: {works: {a: &m {kind: model, under: MIT}, b: *m}}")
    assert [(work.name, work.under) for work in case.works] == [("a", "MIT"), ("b", "MIT")]


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("yes", True),
        ("No", False),
        ("TRUE", True),
        ("off", False),
        ('"yes"', True),
        ("'no'", False),
        ('"Yes"', None),
        ('"true"', None),
    ],
)
def test_yes_and_no_are_read_as_yaml_reads_them_and_in_quotes(written: str, answer: bool | None) -> None:
    text = case_with(f"{{a: {{kind: model, modified: {written}}}}}")
    if answer is None:
        assert "is neither yes nor no" in messages(text)
    else:
        assert one(text).works[0].attributes == {"modified": answer}


HOSTILE = (
    '"). evil(X) :- (',
    "#script (python) import os #end.",
    "a\\",
    "% comment",
    "{0}{work}",
    "../../etc/passwd",
    "$(reboot)",
    "Ünïcødé 模型 نموذج",
    "x'y`z",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_and_texts_stay_what_they_are(text: str) -> None:
    works = {text: {"kind": "model", "by": text}, "b": {"kind": "model", "copies": {"work": text}, "fine-tunes": [text]}}
    acts = [{"party": text, "does": "use", "work": text}]
    document = {"name": text, "note": text, "given": {"works": works, "parties": {text: {}}, "acts": acts}}
    case = one(json.dumps({**document, "expect": {"derivative": [{"work": text, "detail": text}]}}, ensure_ascii=False))
    assert (case.name, case.works[0].name, case.works[0].author, case.parties[0].name) == (text, text, text, text)
    assert case.works[1].makings == (Making("copies", text), Making("fine-tunes", text))
    assert case.acts[0].work == case.acts[0].party == text
    assert case.expectations[0].patterns == ({"work": text, "detail": text},)


@pytest.mark.parametrize("text", ['"). evil(X) :- (', "a\nb", "#script(python)", "MIT). evil(1", "🦙"])
def test_hostile_licenses_are_refused(text: str) -> None:
    assert "(given.works.a.under)" in messages(
        json.dumps({"name": "x", "given": {"works": {"a": {"kind": "model", "under": text}}}}, ensure_ascii=False)
    )


def test_every_word_that_a_case_may_state_has_a_place() -> None:
    makings = {word for words in MAKING.values() for word in words}
    circumstances = {*WORK, *PARTY, *PARTY_FIGURES, *ACT, *ACT_FIGURES, *PURPOSE, *SAID_OTHERWISE, "established-in"}
    assert set(MAKING) <= set(glossary()["making"])
    assert set(glossary()["attribute"]) <= makings
    assert set(glossary()["circumstance"]) == circumstances
    assert makings <= set(glossary()["attribute"]) | circumstances


@pytest.mark.parametrize("verb", sorted(glossary()["making"]))
def test_every_verb_may_say_what_the_table_lets_it_say(verb: str) -> None:
    known = {**glossary()["attribute"], **glossary()["circumstance"]}
    stated = {word: next(iter(known[word].answers)) for word in MAKING.get(verb, ())}
    case = one(
        json.dumps(
            {"name": "x", "given": {"works": {"a": {"kind": "model"}, "b": {"kind": "model", verb: {"work": "a", **stated}}}}}
        )
    )
    yes_or_no = {"yes": True, "no": False}
    assert case.works[1].makings == (Making(verb, "a", {word: yes_or_no.get(said, said) for word, said in stated.items()}),)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["a", "b", "model", "MIT", "GPL-2.0-or-later", "no", "host", "weights", "spam", *HOSTILE]),
)
OUTER = ["name", "given", "expect", "note", "works", "parties", "acts", "purposes", "readings", "verdict", "conflict"]
INNER = ["kind", "under", "by", "a", "b", "work", "fine-tunes", "distills", "using", "party", "does", "form", "use", "consent"]
KEYS = st.sampled_from([*OUTER, *INNER])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | st.text(max_size=4), inner, max_size=5),
    max_leaves=25,
)


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5))
def test_random_mappings_raise_nothing_but_input_errors(document: dict[str, object]) -> None:
    try:
        assert read(json.dumps({"name": "x", **document}, ensure_ascii=False), "f.yaml")
    except InputError as error:
        assert all(problem.message and problem.place.line > 0 for problem in error.problems)


def test_a_file_of_json_lines_has_a_case_to_a_line() -> None:
    line = '{"name": "A sentence", "given": {"works": {"a": {"kind": "model"}}}}'
    cases = read(f"{line}\n\n{line}\n", "f.jsonl")
    assert [case.place and case.place.line for case in cases] == [1, 3]
    with pytest.raises(InputError, match=r"f\.jsonl:2: .*did you mean given"):
        read(line + "\n" + line.replace("given", "gven") + "\n", "f.jsonl")
    with pytest.raises(InputError):
        read(f"{line}\n{line}\n", "f.yaml")
