# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What holds for every licence of the library, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from licet.engine.case import Act, Case, Making, Party, Work
from licet.engine.catalog import is_exception, licenses
from licet.engine.clauses import license_file
from licet.engine.compatibility import pairs
from licet.engine.decide import decide, prepare
from licet.engine.difference import provisions
from licet.engine.finding import Decision
from licet.engine.traits import traits

LICENSES = tuple(name for name in licenses() if not is_exception(name) and name != "all-rights-reserved")
BURDENS = {
    *("license-whole", "keep-terms", "license-files", "name-prefix", "display", "pass-restrictions", "require-users-comply"),
    *("comply-with-policy", "provide-source", "register", "grant-back"),
    *("point-to-original", "obtain-assent", "not-sold-alone", "return-rename-or-free", "publish-models", "impact-report"),
}


def _permissive() -> Iterator[str]:
    """Licences that grant everything to everybody and ask for notices and credit at most."""
    for name in LICENSES:
        of_license = traits()[name]
        free = (
            {"commerce", "derivatives"} <= of_license["permits"] and not of_license["forbids"] and not of_license["restricts"]
        )
        denying = any(license_file(name).saying("denies"))
        if free and not denying and not of_license["requires"] & BURDENS:
            yield name


PERMISSIVE = tuple(_permissive())


def _decided(*cases: Case) -> dict[str, Decision]:
    return {decision.case.name: decision for decision in decide(cases)}


def test_there_are_permissive_licences() -> None:
    assert {"MIT", "Apache-2.0", "BSD-3-Clause", "CC-BY-4.0", "CDLA-Permissive-2.0"} <= set(PERMISSIVE)
    assert not {"GPL-3.0-only", "llama3.1", "CC-BY-NC-4.0", "MPL-2.0"} & set(PERMISSIVE)


def test_permissive_licences_go_into_one_another() -> None:
    neighbours = zip(PERMISSIVE, PERMISSIVE[1:] + PERMISSIVE[:1], strict=True)
    asked = [(name, name) for name in PERMISSIVE] + [pair for pair in neighbours] + [("MIT", name) for name in PERMISSIVE]
    refused = [f"{pair.inbound} in {pair.outbound}: {pair.wrongs[0].sentence}" for pair in pairs(asked) if pair.cell != "yes"]
    assert refused == []


def test_no_licence_conflicts_with_itself() -> None:
    found = [
        f"{pair.inbound}: {finding.sentence}"
        for pair in pairs((name, name) for name in LICENSES)
        for finding in pair.decision.of_kind("conflict")
    ]
    assert found == []


def _made(name: str, verb: str) -> Case:
    """A work that somebody made from one under a licence, and hands over under the same licence."""
    source = Work("source", "model", name, attributes={"modified": False})
    attributes = {"using": "outputs"} if verb == "distills" else {"method": "weights"} if verb == "merges" else {}
    work = Work("work", "model", name, makings=(Making(verb, "source", attributes),))
    act = Act("somebody", "distribute", "work", {"commercially": False})
    return Case(f"{name} {verb}", (source, work), (Party("somebody"),), (act,), {"weights": "protected"})


def _regarded(classes: set[str]) -> Iterator[tuple[str, str]]:
    """Each licence with each way of making that its text, without a condition and in one way only, puts into a class."""
    for name in LICENSES:
        said: dict[str, set[str]] = {}
        for clause in license_file(name).saying("regards"):
            making, kind, *condition = clause.term.arguments
            verb = making.name.replace("_", "-")
            said.setdefault(verb, set()).add("conditional" if condition or making.arguments else kind.name)
        yield from ((name, verb) for verb, kinds in said.items() if len(kinds) == 1 and kinds <= classes)


def test_what_a_text_calls_a_derivative_is_found_to_be_one() -> None:
    asked = [_made(name, verb) for name, verb in _regarded({"derivative"}) if verb not in ("outputs-of", "prompts")]
    missed = [name for name, decision in _decided(*asked).items() if not decision.of_kind("derivative")]
    assert missed == []


def test_what_a_text_leaves_out_is_no_derivative() -> None:
    # a plug-in may run as a process of its own, and of processes that a text does not mention the law at large decides
    asked = [_made(name, verb) for name, verb in _regarded({"separate", "part", "output"}) if verb != "plugs-into"]
    found = [name for name, decision in _decided(*asked).items() if decision.of_kind("derivative")]
    assert found == []


def test_what_is_granted_for_no_commerce_never_clears_commerce() -> None:
    confined = [name for name in LICENSES if "commerce" in traits()[name]["forbids"]]
    assert len(confined) > 20
    for does in ("distribute", "host", "use"):
        cases = [
            Case(
                name,
                (Work("work", "content", name, attributes={"modified": False}),),
                (Party("shop"),),
                (Act("shop", does, "work", {"commercially": True}),),
            )
            for name in confined
        ]
        assert [name for name, decision in _decided(*cases).items() if decision.verdict == "clear"] == []


@pytest.mark.parametrize("does", ["use", "host", "distribute", "publish"])
def test_the_public_domain_binds_nobody(does: str) -> None:
    waived = [name for name in LICENSES if any(license_file(name).saying("waives"))]
    assert "CC0-1.0" in waived
    cases = [
        Case(
            name,
            (
                Work("source", "dataset", name),
                Work("work", "dataset", "LicenseRef-own", "maker", (Making("modifies", "source"),)),
            ),
            (Party("maker"),),
            (Act("maker", does, "work", {"commercially": True}),),
        )
        for name in waived
    ]
    assert all(decision.findings == decision.of_kind("permission") for decision in _decided(*cases).values())


@pytest.mark.parametrize("name", licenses())
def test_every_clause_reads_as_a_sentence(name: str) -> None:
    for provision in provisions(license_file(name).clauses):
        assert "…" not in provision.sentence or "…" in str([str(clause.term) for clause in provision.clauses])
        assert "{" not in provision.sentence
        assert provision.sentence.rstrip().endswith((".", "?", "”", ")")) or "use" in provision.sentence


def test_only_the_licences_that_are_named_are_loaded() -> None:
    case = _made("MIT", "fine-tunes")
    _, loaded = prepare([case])
    assert set(loaded) == {"MIT"}
