# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Open questions are answered in full: a majority, a conservative answer, confidence and dated authority, in declared words."""

from __future__ import annotations

import re

import clingo
import pytest

from licet.engine.glossary import KNOWLEDGE_BASE, glossary

LEVELS = {"settled", "majority", "contested", "unknown"}
STATUSES = {"decided", "on_appeal", "pending", "published", "text", "knowledge"}


def _facts() -> dict[str, list[list[str]]]:
    """The facts of the doctrine: predicate to arguments, as text."""
    control = clingo.Control(["--warn=none"])
    for file in [*sorted(KNOWLEDGE_BASE.glob("doctrine/*.lp")), KNOWLEDGE_BASE / "predicates.lp"]:
        control.load(str(file))
    control.ground([("base", [])])
    facts: dict[str, list[list[str]]] = {}
    for symbol in (atom.symbol for atom in control.symbolic_atoms if atom.is_fact):
        facts.setdefault(symbol.name, []).append([_text(argument) for argument in symbol.arguments])
    return facts


def _text(argument: clingo.Symbol) -> str:
    return argument.string if argument.type == clingo.SymbolType.String else str(argument)


FACTS = _facts()
QUESTIONS = sorted(question for (question,) in FACTS["question"])
ANSWERS = {(question, answer) for question, answer in FACTS["answer"]}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_is_answered_in_full(question: str) -> None:
    answers = {answer for asked, answer in ANSWERS if asked == question}
    assert len(answers) > 1
    assert [answer for asked, answer in FACTS["majority"] if asked == question and answer in answers]
    assert [answer for asked, answer, theory in FACTS["holds_by"] if (asked, theory) == (question, "conservative")]
    assert {answer for asked, answer, _ in FACTS["confidence"] if asked == question} == answers
    phrases = glossary()["question"][question.replace("_", "-")].answers
    assert {phrase.replace("-", "_") for phrase in phrases} == answers


def test_nobody_answers_a_question_twice() -> None:
    for kind in ("majority", "holds_by", "holds_in", "confidence"):
        index = 2 if kind in ("holds_by", "holds_in") else 0
        keys = [(said[0], said[1] if kind == "confidence" else said[index]) for said in FACTS[kind]]
        assert len(keys) == len(set(keys)), kind
        assert {(said[0], said[1]) for said in FACTS[kind]} <= ANSWERS


def test_theories_and_jurisdictions_are_declared_words_and_all_have_a_view() -> None:
    assert {theory.replace("_", "-") for _, _, theory in FACTS["holds_by"]} == set(glossary()["theory"])
    assert {place.lower() for _, _, place in FACTS["holds_in"]} == set(glossary()["jurisdiction"])
    assert {wider for _, wider in FACTS["within"]} <= {place for _, _, place in FACTS["holds_in"]}


def test_authority_is_dated_and_what_has_none_is_not_called_settled_or_majority() -> None:
    supported = {(question, answer) for question, answer, *_ in FACTS["authority"]}
    assert supported <= ANSWERS
    for _, _, source, date, status in FACTS["authority"]:
        assert source
        assert status in STATUSES
        assert re.fullmatch(r"|\d{4}|\d{4}-\d\d-\d\d", date), source
    for question, answer, level in FACTS["confidence"]:
        assert level in LEVELS
        assert level in ("contested", "unknown") or (question, answer) in supported
