# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The published schema says what the reader does."""

from __future__ import annotations

import json
from collections.abc import Iterator

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.engine.expected import TOPICS
from licet.engine.finding import KINDS
from licet.engine.glossary import glossary
from licet.engine.placement import ACT, MAKING, PURPOSE, WORK
from licet.engine.problem import InputError
from licet.engine.reader import read
from licet.engine.schema.scenario import scenario_schema
from licet.engine.words import theories

SCHEMA = scenario_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def is_read(text: str) -> bool:
    try:
        read(text, "f.yaml")
    except InputError:
        return False
    return True


def case(works: object = None, **given: object) -> dict[str, object]:
    return {"name": "A sentence", "given": {"works": works or {"a": {"kind": "model"}}, **given}}


def examples() -> Iterator[dict[str, object]]:
    """Cases that between them use every word a case may use, with every answer."""
    sorts = glossary()
    known = {**sorts["attribute"], **sorts["circumstance"]}
    base = {"kind": "model", "under": "MIT"}
    for kind in sorts["kind"]:
        yield case({"a": {"kind": kind, "by": "Somebody"}})
    for verb in sorts["making"]:
        yield case({"a": base, "b": {"kind": "model", verb: "a"}})
        yield case({"a": base, "b": {"kind": "model", verb: ["a"]}})
        for word in MAKING.get(verb, ()):
            for answer in known[word].answers:
                yield case({"a": base, "b": {"kind": "model", verb: [{"work": "a", word: answer}]}})
    for word in WORK:
        yield case({"a": {"kind": "model", word: True}})
    for does in sorts["act"]:
        for form in sorts["form"]:
            circumstances = dict.fromkeys(ACT, False)
            act = {"party": "p", "does": does, "work": "a", "form": form, **circumstances}
            yield case(parties={"p": {"established-in": "DE", "monthly-users": 5}}, acts=[act])
    uses = [{"use": use, **dict.fromkeys(PURPOSE, "yes")} for use in sorts["use"]]
    acts = [{"party": "p", "does": "use", "work": "a", "purposes": uses}]
    yield case(parties={"p": None}, acts=acts, purposes=list(sorts["use"]))
    for word, entry in sorts["question"].items():
        for answer in entry.answers:
            yield case(readings={word: answer, "jurisdiction": "EU"})
    yield from (case(readings={"theory": theory}) for theory in theories())
    for kind in KINDS:
        yield {**case(), "expect": {kind: [{"work": "a", "found": False, "clauses": ["MIT 1"]}]}, "note": "None."}
        yield {**case(), "expect": {kind: [], "verdict": "clear"}}
    for kind, (key, words) in TOPICS.items():
        for word in (word for sort in words for word in sorts.get(sort, {})):
            yield {**case(), "expect": {kind: [{key: word}]}}


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    assert SCHEMA["$id"] and SCHEMA["title"] and SCHEMA["description"]


def test_every_word_is_accepted_by_schema_and_reader() -> None:
    found = list(examples())
    assert len(found) > 200
    for example in found:
        VALIDATOR.validate(example)
    assert len(read(json.dumps(found), "f.yaml")) == len(found)


def test_theories_are_those_that_the_doctrine_names() -> None:
    assert {"fsf", "conservative", "us-mainstream"} <= set(theories())


def test_editors_are_told_what_verbs_and_duties_mean() -> None:
    definitions = SCHEMA["$defs"]
    assert isinstance(definitions, dict)
    properties = definitions["work"]["properties"]
    assert set(glossary()["making"]) < set(properties)
    assert all(properties[verb]["description"] for verb in glossary()["making"])
    duties = {each["const"]: each["description"] for each in definitions["word-duty"]["anyOf"]}
    assert set(duties) == set(glossary()["duty"])
    assert "{" not in json.dumps([duties, [properties[word]["description"] for word in properties]]).replace('[{"', "").replace(
        ', {"', ""
    )


BAD = (
    "[]",
    "text",
    "name: x",
    "given: {works: {a: {kind: model}}}",
    "{name: '', given: {works: {a: {kind: model}}}}",
    "{name: 3, given: {works: {a: {kind: model}}}}",
    "{name: x, wen: y, given: {works: {a: {kind: model}}}}",
    "{name: x, given: {works: {}}}",
    "{name: x, given: {works: {a: }}}",
    "{name: x, given: {works: {a: {kind: modle}}}}",
    "{name: x, given: {works: {' a': {kind: model}}}}",
    '{name: x, given: {works: {"a\\nb": {kind: model}}}}',
    "{name: x, given: {works: {a: {kind: model, under: 1.0}}}}",
    "{name: x, given: {works: {a: {kind: model, under: [MIT]}}}}",
    "{name: x, given: {works: {a: {kind: model, fine_tunes: a}}}}",
    "{name: x, given: {works: {a: {kind: model}, b: {kind: model, prunes: []}}}}",
    "{name: x, given: {works: {a: {kind: model}, b: {kind: model, prunes: {work: a, using: logits}}}}}",
    "{name: x, given: {works: {a: {kind: model}, b: {kind: model, distills: {using: logits}}}}}",
    "{name: x, given: {works: {a: {kind: model, modified: perhaps}}}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: {established-in: Norway}}}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: {monthly-users: -1}}}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: {monthly-users: many}}}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: {monthly-users: 1000000000000000}}}}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {conflict: [{works: []}]}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: }, acts: [{party: p, does: sell, work: a}]}}",
    "{name: x, given: {works: {a: {kind: model}}, parties: {p: }, acts: [{party: p, does: host}]}}",
    "{name: x, given: {works: {a: {kind: model}}, readings: {linking: maybe}}}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {conflict: }}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {conflict: [{}]}}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {conflict: [{duty: license-copy}]}}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {verdict: fine}}",
)


@pytest.mark.parametrize("text", BAD)
def test_schema_and_reader_refuse_the_same(text: str) -> None:
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
    assert not is_read(text)


READER_ALONE = (
    "{name: x, given: {works: {a: {kind: model, prunes: a}}}}",
    "{name: x, given: {works: {a: {kind: model, prunes: nobody}}}}",
    "{name: x, given: {works: {a: {kind: model, under: MIT OR}}}}",
    "{name: x, given: {works: {a: {kind: model}}, purposes: [spam]}}",
    "{name: x, given: {works: {a: {kind: model}}}, expect: {conflict: [{clause: nowhere}]}}",
)


@pytest.mark.parametrize("text", READER_ALONE)
def test_what_only_the_reader_can_tell(text: str) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(text))
    assert not is_read(text)


def one_of(*words: object) -> st.SearchStrategy[object]:
    return st.sampled_from([*words, None, "", "x", 1, True, [], {}])


STATED = st.fixed_dictionaries(
    {}, optional={"using": one_of("logits", "outputs"), "intent": one_of("other"), "together": one_of("yes")}
)
MADE = st.one_of(one_of("a"), st.lists(one_of("a"), max_size=2), STATED.map(lambda stated: {"work": "a", **stated}))
WORKS = st.fixed_dictionaries(
    {"a": st.fixed_dictionaries({"kind": one_of("model", "dataset")})},
    optional={
        "b": st.fixed_dictionaries(
            {"kind": one_of("model")},
            optional={
                "under": one_of("MIT", "NONE", "a b"),
                "by": one_of("p"),
                "distills": MADE,
                "runs": MADE,
                "modified": one_of("no"),
            },
        )
    },
)
PURPOSES = st.lists(one_of("spam", {"use": "spam", "consent": False}, {"use": "spam", "modified": True}), max_size=2)
ACTS = st.lists(
    st.fixed_dictionaries(
        {"party": one_of("p"), "does": one_of("host"), "work": one_of("a")},
        optional={"form": one_of("data"), "purposes": PURPOSES, "in": one_of("EU", ["DE", "NO"]), "product-users": one_of(7)},
    ),
    max_size=2,
)
PARTIES = st.fixed_dictionaries(
    {},
    optional={
        "p": st.fixed_dictionaries(
            {}, optional={"established-in": one_of("DE"), "monthly-users": one_of(7), "yearly-revenue": one_of({"USD": 7})}
        )
    },
)
PATTERNS = st.lists(
    st.fixed_dictionaries({}, optional={"work": one_of("a"), "duty": one_of("license-copy"), "found": one_of("no")}), max_size=2
)
EXPECTED = st.fixed_dictionaries({}, optional={"obligation": PATTERNS, "conflict": PATTERNS, "verdict": one_of("clear")})
GIVEN = st.fixed_dictionaries({"works": WORKS}, optional={"acts": ACTS, "parties": PARTIES, "purposes": PURPOSES})
CASES = st.fixed_dictionaries(
    {"name": one_of("A sentence"), "given": GIVEN}, optional={"expect": EXPECTED, "note": one_of("y")}
)


@settings(deadline=None)
@given(CASES)
def test_what_the_reader_takes_the_schema_takes(document: dict[str, object]) -> None:
    if is_read(json.dumps(document)):
        VALIDATOR.validate(document)
