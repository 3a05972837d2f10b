# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Standings mean what they say: settled under every answer, likely under the usual ones, possible under some."""

from __future__ import annotations

from hypothesis import given

from licet.engine.case import Case
from licet.engine.consequence import holding
from licet.engine.doctrine import questions
from licet.engine.glossary import glossary
from licet.engine.knowledge import grounded
from licet.engine.questions import open_questions
from licet.engine.reader import read
from licet.engine.solve import solve
from licet.engine.variant import numbered, stated

from .strategies import DECIDING, cases


@DECIDING
@given(cases())
def test_settled_is_likely_and_likely_is_possible(case: Case) -> None:
    variants = numbered([(case, {})])
    facts, licenses = stated(variants)
    answer = solve(facts, licenses, {symbol: 0 for symbol in variants[0].names.all()})
    control = grounded(facts, licenses)
    atoms = {found.term: found.standing for found in answer.of(0)}
    literals = {
        atom.symbol.arguments[0]: atom.literal
        for atom in control.symbolic_atoms.by_signature("finding", 1)
        if atom.symbol.arguments[0] in atoms
    }
    law = [atom.symbol for atom in control.symbolic_atoms.by_signature("open_law", 2)]
    missing = [atom.symbol for atom in control.symbolic_atoms.by_signature("open_fact", 2)]
    asked = open_questions(control, law, missing)
    usual = [literal for question in asked if question.usual is not None for literal in question.excluding(question.usual)]
    always = holding(control, "cautious", literals.values())
    usually = holding(control, "cautious", literals.values(), usual)
    usually_possible = holding(control, "brave", literals.values(), usual)
    sometimes = holding(control, "brave", literals.values())
    assert always <= usually <= usually_possible <= sometimes
    expected = {"settled": always, "likely": usually - always, "unknown": usually_possible - usually}
    for term, standing in atoms.items():
        assert literals[term] in expected.get(standing, sometimes - usually_possible)


def test_a_condition_can_be_expected() -> None:
    text = """
    name: A linked program is a derivative if linking makes one work
    given:
      works:
        library: {kind: software, under: GPL-3.0-only, modified: no}
        app: {kind: software, by: acme, under: MIT, links-dynamically: {work: library, together: yes}}
      parties: {acme: }
      acts: [{party: acme, does: distribute, work: app, form: binary, user-product: no}]
    expect: {derivative: [{work: app, if: linking into one process makes one work of two programs}]}
    """
    from licet.engine.decide import decide  # noqa: PLC0415 - after the strategies
    from licet.engine.expectation import unmet  # noqa: PLC0415

    (decision,) = decide(read(text, "f.yaml"))
    assert unmet(decision) == ()
    (decision,) = decide(read(text.replace("one process", "one executable"), "f.yaml"))
    assert "found (work app" in str(unmet(decision)[0])


def test_every_question_is_told_with_its_answers_and_who_gives_them() -> None:
    assert set(questions()) == set(glossary()["question"])
    for question in questions().values():
        assert sum(answer.usual for answer in question.answers) == 1
        assert any("conservative" in answer.theories for answer in question.answers)
    weights = questions()["weights"]
    assert {answer.word for answer in weights.answers} == {"protected", "unprotected"}
