# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What licence names stand for, and whether every tag of the hub is accounted for."""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path

import pytest

from licet.engine.catalog import file_of, identify, is_exception, is_or_later, licenses, versions
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.identity import Family, Known, Missing, Unknown, Unspecific

FACTS = re.compile(r'^(\w+)\("([^"]+)"(?:, "([^"]+)")?\)\.$', re.MULTILINE)
IDENTITY = (KNOWLEDGE_BASE / "identity.lp").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("MIT", Known("MIT")),
        ("mit", Known("MIT")),
        ("APACHE-2.0", Known("Apache-2.0")),
        ("odbl", Known("ODbL-1.0")),
        ("gpl-3.0", Known("GPL-3.0-only", ambiguous_version=True)),
        ("GPL-3.0", Known("GPL-3.0-only", ambiguous_version=True)),
        ("GPL-3.0-only", Known("GPL-3.0-only")),
        ("GPL-3.0-or-later", Known("GPL-3.0-only")),
        ("GPL-1.0-or-later", Unknown("GPL-1.0-only", named=True)),
        ("h-research", Missing("h-research")),
        ("other", Unspecific("other")),
        ("Unknown", Unspecific("unknown")),
        ("gfdl", Family("gfdl", ("GFDL-1.1-only", "GFDL-1.2-only", "GFDL-1.3-only"))),
        ("GPL-3.0-only+", Unknown("GPL-3.0-only+", ("GPL-3.0-only", "LGPL-3.0-only", "AGPL-3.0-only"))),
        ("Foo-or-later", Unknown("Foo-or-later")),
        ("+" * 5000, Unknown("+" * 5000)),
        ('"). evil(X) :- (', Unknown('"). evil(X) :- (')),
        ("", Unknown("")),
    ],
)
def test_identity_of_a_name(name: str, expected: object) -> None:
    assert identify(name) == expected
    assert type(identify(name)) is type(expected)


def test_an_unknown_id_names_the_nearest_ones() -> None:
    found = identify("Apache2")
    assert isinstance(found, Unknown)
    assert "Apache-2.0" in found.nearest
    assert not found.named
    short = identify("MTI")
    assert isinstance(short, Unknown) and short.nearest == ("MIT",)


def test_a_text_known_by_name_only_is_unknown_under_its_proper_id() -> None:
    id = next(id for predicate, _, id in FACTS.findall(IDENTITY) if predicate == "candidate" and id not in licenses())
    assert identify(id.lower()) == Unknown(id, named=True)


def test_every_tag_of_the_hub_leads_to_a_text_a_family_or_a_notice() -> None:
    tags = {tag for predicate, tag, _ in FACTS.findall(IDENTITY) if predicate in ("tag", "family", "no_text", "unspecific")}
    sources = os.environ.get("LICET_SOURCES")
    if sources:
        with (Path(sources) / "licences" / "hf_identifiers.csv").open(encoding="utf-8", newline="") as listed:
            assert {row["hf_tag"] for row in csv.DictReader(listed)} <= tags
    assert len(tags) >= 83
    assert {tag for tag in tags if isinstance(identify(tag), Unknown)} == set()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GPL-2.0-or-later", ("GPL-2.0-only", "GPL-3.0-only")),
        ("gpl-2.0+", ("GPL-2.0-only", "GPL-3.0-only")),
        ("LGPL-2.1-or-later", ("LGPL-2.1-only", "LGPL-3.0-only")),
        ("GPL-2.0-only", ("GPL-2.0-only",)),
        ("gpl-2.0", ("GPL-2.0-only",)),
        ("MIT", ("MIT",)),
        ("GPL-1.0-or-later", ("GPL-1.0-or-later",)),
        ("openrail++", ("openrail++",)),
        ("nobody-knows-this", ("nobody-knows-this",)),
    ],
)
def test_versions_that_a_name_leaves_open(name: str, expected: tuple[str, ...]) -> None:
    assert versions(name) == expected


def test_the_plus_of_a_name_of_its_own_is_no_later_version() -> None:
    assert not is_or_later("openrail++")
    assert is_or_later("GPL-2.0+")


def test_every_license_file_is_known_by_its_id_and_says_it() -> None:
    assert licenses()
    for id in licenses():
        assert identify(id) == Known(id)
        assert f'license("{id}", ' in file_of(id).read_text(encoding="utf-8")


def test_a_file_is_not_found_for_an_unknown_id() -> None:
    with pytest.raises(KeyError):
        file_of("nobody-knows-this")


def test_exceptions_are_told_from_licenses() -> None:
    assert is_exception("Classpath-exception-2.0")
    assert not is_exception("GPL-2.0-only")
    assert not is_exception("nobody-knows-this")


def test_identity_facts_do_not_contradict_each_other() -> None:
    facts = FACTS.findall(IDENTITY)
    assert len(facts) == len(set(facts)) == len(re.findall(r"^[a-z_]+\(.*\)\.$", IDENTITY, re.MULTILINE))
    sorts = ("tag", "family", "no_text", "unspecific")
    names = [name for predicate, name, _ in facts if predicate in sorts]
    assert len(names) == len(set(names))
    assert {name for predicate, name, _ in facts if predicate == "candidate"} == {
        name for predicate, name, _ in facts if predicate == "family"
    }
    tags = {name for predicate, name, _ in facts if predicate == "tag"}
    assert {name for predicate, name, _ in facts if predicate == "ambiguous_version"} <= tags
    assert all(name == name.lower() for name in names)


@pytest.fixture
def sources() -> Path:
    folder = os.environ.get("LICET_SOURCES")
    if not folder:
        pytest.skip("the environment variable LICET_SOURCES does not name the folder of the research sources")
    return Path(folder) / "licences"


def test_every_tag_of_the_hub_is_accounted_for(sources: Path) -> None:
    with (sources / "hf_identifiers.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 83
    facts = {(predicate, name): id for predicate, name, id in FACTS.findall(IDENTITY)}
    stated = {name for predicate, name in facts if predicate in ("tag", "family", "no_text", "unspecific")}
    assert {row["hf_tag"] for row in rows} <= stated
    for row in rows:
        tag, note = row["hf_tag"], row["note"]
        if row["spdx_id"]:
            assert facts["tag", tag] == row["spdx_id"]
        elif ("tag", tag) in facts:
            assert facts["tag", tag] == tag and row["text_file"]
        assert (("family", tag) in facts) == ("family tag" in note and "v1.0 assumed" not in note)
        assert (("no_text", tag) in facts) == ("text not found" in note)
        assert (("ambiguous_version", tag) in facts) == ("does not say only / or-later" in note)


def test_spdx_ids_are_spelled_as_spdx_spells_them(sources: Path) -> None:
    with (sources / "spdx_list.csv").open(encoding="utf-8", newline="") as stream:
        spelled = {row["id"].lower(): row["id"] for row in csv.DictReader(stream) if row["deprecated"] == "False"}
    named = {id for predicate, _, id in FACTS.findall(IDENTITY) if predicate in ("tag", "candidate")}
    assert {id: spelled[id.lower()] for id in named if id.lower() in spelled} == {
        id: id for id in named if id.lower() in spelled
    }
    assert all(spelled.get(id.lower(), id) == id for id in licenses())


def test_odbl_and_odc_by_have_one_version(sources: Path) -> None:
    """What the knowledge base says in reading these two tags as names of texts."""
    with (sources / "spdx_list.csv").open(encoding="utf-8", newline="") as stream:
        ids = [row["id"] for row in csv.DictReader(stream)]
    assert [id for id in ids if id.lower().startswith("odbl")] == ["ODbL-1.0"]
    assert [id for id in ids if id.lower().startswith("odc-by")] == ["ODC-By-1.0"]
