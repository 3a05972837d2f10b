# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Expectations against findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from licet.engine.case import Case, Expectation, Place, Work
from licet.engine.expectation import Pattern, matches, unmet
from licet.engine.finding import Cite, Decision, Finding

COPY = Finding(
    "obligation",
    "license-copy",
    ("tuned", "base"),
    "Give every recipient a copy of the licence text.",
    party="acme",
    act="distribute",
    cites=(Cite("llama3.1", "1.b.i"), Cite("Apache-2.0", "4(a)")),
    detail="Llama",
)
HOSTED = Finding(
    "obligation", "license-copy", ("base",), "…", "likely", "acme", "host", cites=(Cite("GPL-3.0-only", "13", "FSF"),)
)
PREFIX = Finding("obligation", "name-prefix", ("tuned",), "…", cites=(Cite("llama3.1", "1.b.i"),))
CONFLICT = Finding("conflict", "two-copylefts", ("tuned",), "…", "likely")
PLACE = Place("f.yaml", 12, "expect.obligation[0]")


def decision(*expectations: Expectation) -> Decision:
    case = Case("A sentence", (Work("tuned", "model"),), expectations=expectations)
    return Decision(case, (CONFLICT, COPY, HOSTED, PREFIX))


def unmet_of(kind: str, *patterns: Pattern) -> list[str]:
    return [str(each) for each in unmet(decision(Expectation(kind, patterns, PLACE)))]


@pytest.mark.parametrize(
    "pattern",
    [
        {"work": "tuned"},
        {"works": ("base",)},
        {"works": ("base", "tuned")},
        {"works": "base"},
        {"clause": "llama3.1 1.b.i"},
        {"clause": "apache-2.0  4(a)"},
        {"clauses": ("Apache-2.0 4(a)", "llama3.1 1.b.i")},
        {"duty": "license-copy"},
        {"topic": "license-copy"},
        {"party": "acme", "act": "distribute", "standing": "settled", "detail": "Llama"},
        {},
    ],
)
def test_a_pattern_matches_what_it_describes(pattern: Pattern) -> None:
    assert matches(COPY, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        {"work": "base"},
        {"works": ("base", "other")},
        {"clause": "llama3.1 1.b.ii"},
        {"clause": "Apache-2.0 4(A)"},
        {"clauses": ("Apache-2.0 4(a)", "llama3.1 1.b.v")},
        {"duty": "license_copy"},
        {"steward": "FSF"},
        {"party": "other"},
        {"act": "host"},
        {"standing": "likely"},
        {"detail": "llama"},
        {"work": "tuned", "duty": "name-prefix"},
    ],
)
def test_a_pattern_does_not_match_what_differs_in_one_thing(pattern: Pattern) -> None:
    assert not matches(COPY, pattern)


def test_remedies_grounds_and_breaches_are_looked_at() -> None:
    told = replace(HOSTED, remedies=("Host it.", "Relabel it."), rests_on=("a fact",), breach=True)
    assert matches(told, {"remedy": "Host it.", "rests-on": ("a fact",), "breach": "yes"})
    for pattern in ({"remedy": ("Host it.", "Drop it.")}, {"rests-on": "another"}, {"breach": "no"}):
        assert not matches(told, pattern)
        assert matches(HOSTED, {"breach": "no"})


def test_a_steward_is_one_of_the_cited() -> None:
    assert matches(HOSTED, {"steward": "FSF", "clause": "GPL-3.0-only 13"})


def test_a_pattern_with_an_unknown_key_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no key 'wrok'"):
        matches(COPY, {"wrok": "tuned"})


def test_expectations_that_are_met_say_nothing() -> None:
    assert not unmet_of("obligation", {"work": "tuned", "duty": "name-prefix"}, {"act": "host"}, {"act": "use", "found": "no"})
    assert not unmet_of("prohibition")
    assert not unmet_of("verdict", {"verdict": "likely"})


def test_each_pattern_is_for_itself_and_the_kind_counts() -> None:
    assert len(unmet_of("obligation", {"act": "use"}, {"act": "host"}, {"act": "publish"})) == 2
    assert len(unmet_of("conflict", {"duty": "license-copy"})) == 1


def test_an_unmet_pattern_names_its_place_and_the_nearest_findings_first() -> None:
    (found,) = unmet_of("obligation", {"work": "tuned", "duty": "name-prefix", "clause": "llama3.1 1.b.ii"})
    assert found.startswith(
        "f.yaml:12: expected a finding of kind obligation with work tuned, duty name-prefix, clause llama3.1 1.b.ii; "
        "found (work tuned, topic name-prefix, standing settled, clauses llama3.1 1.b.i); (work tuned, works base"
    )


def test_an_unmet_pattern_of_a_kind_that_was_not_found_says_so() -> None:
    assert unmet_of("prohibition", {"work": "tuned"}) == [
        "f.yaml:12: expected a finding of kind prohibition with work tuned; found none"
    ]


def test_no_finding_of_a_kind_is_not_met_by_one() -> None:
    (found,) = unmet_of("conflict")
    assert found == "f.yaml:12: expected no conflict; found (work tuned, topic two-copylefts, standing likely)"


def test_what_must_not_be_found_is_named_when_it_is() -> None:
    (found,) = unmet_of("obligation", {"act": "host", "found": "no"})
    assert found.startswith("f.yaml:12: expected no obligation with act host; found (work base")
    assert found.count("(work") == 1


def test_of_a_complete_kind_there_is_nothing_but_what_is_listed() -> None:
    both = ({"work": "tuned", "duty": "name-prefix"}, {"act": "host"})
    listed = [Expectation("obligation", (pattern,), Place("f.yaml", 12)) for pattern in both]
    complete = Expectation("complete", ({"kind": "obligation"}, {"kind": "prohibition"}), Place("f.yaml", 14))
    (found,) = unmet(decision(*listed, complete))
    assert found.unwanted and found.kind == "obligation" and [each.party for each in found.nearest] == ["acme"]
    everything = Expectation("obligation", ({"topic": "license-copy"},), PLACE)
    assert not unmet(decision(*listed, everything, complete))
    absent = Expectation("obligation", ({"topic": "license-copy", "work": "none", "found": "no"},), PLACE)
    assert len(unmet(decision(*listed, absent, complete))) == 1


def test_another_verdict_is_said() -> None:
    assert unmet_of("verdict", {"verdict": "clear"}) == ["f.yaml:12: expected the verdict clear; it is likely"]


def test_an_expectation_without_a_place_is_said_without_one() -> None:
    (found,) = unmet(decision(Expectation("verdict", ({"verdict": "clear"},))))
    assert str(found) == "expected the verdict clear; it is likely"
