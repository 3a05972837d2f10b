# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The questions worth asking: missing facts that some finding turns on, the most decisive first."""

from __future__ import annotations

from collections.abc import Mapping

from clingo import Symbol

from .conditions import Conditions
from .facts import Names
from .finding import Finding
from .questions import OpenQuestion
from .sentence import about, question_sentence


def missing_facts(standings: Mapping[Symbol, str], conditions: Mapping[Symbol, Conditions], names: Names) -> list[Finding]:
    """A question for each fact that a finding of unknown standing turns on, most decisive first.

    Facts that most take for granted where a case is silent are not asked for; they are named as conditions.
    """
    decided: dict[OpenQuestion, set[Symbol]] = {}
    for finding, sets in conditions.items():
        for question, _ in (pair for answers in sets for pair in answers):
            if standings[finding] == "unknown" and not question.law and question.usual is None:
                decided.setdefault(question, set()).add(finding)

    def rank(question: OpenQuestion) -> tuple[int, str, str]:
        return -len(decided[question]), question.topic, question_sentence(question, names)

    return [_asked(question, names) for question in sorted(decided, key=rank)]


def _asked(question: OpenQuestion, names: Names) -> Finding:
    values = about(question.subject, names)
    works = tuple(values[key] for key in ("work", "source") if key in values)
    topic = question.topic.replace("_", "-")
    return Finding("question", topic, works, question_sentence(question, names), "unknown", values.get("party"))
