# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is to be asked, of whom, and in which order, as ``kb/goals/review.lp`` concludes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, Symbol

from ...conditions import Conditions
from ...facts import Names, word
from ...finding import Finding
from ...sentence import doing, phrase, question_sentence
from .examined import Examined
from .judged import Judged
from .openings import OPEN, opening
from .reading import deed
from .values import Deed, Matter, Text

LICENSOR = "licensor"
"""Who is asked where something is barred for sure, so that one has to do otherwise unless it is permitted."""

Findings = Mapping[Symbol, Finding]
"""Findings by the term that the solver knows them by."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a review is about: the deeds, the findings and the texts that are told of."""

    deeds: frozenset[Deed]
    findings: Sequence[Finding]
    texts: Sequence[Text]


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A matter as concluded."""

    term: Symbol
    standing: str
    whom: tuple[str, ...]
    exposure: tuple[int, ...]

    def told(
        self, subject: str, sentence: str, clauses: Sequence[str], questions: Sequence[str] = (), remedies: Sequence[str] = ()
    ) -> Matter:
        """The same as a value."""
        rest = (tuple(clauses), tuple(questions), tuple(remedies))
        return Matter(subject, sentence, self.standing, self.whom, self.exposure, *rest)


def matters(examined: Examined, judged: Judged, scope: Scope) -> tuple[Matter, ...]:
    """What is to be asked, what exposes most first.

    Args:
        examined: the case
        judged: the conclusions on it
        scope: what the review is about
    """
    names = examined.variant.names
    findings = {each.term: each for each in scope.findings if each.term is not None}
    conditions = {each.term: each.conditions for each in examined.found}
    told: list[Matter] = []
    for ranked in _ranked(judged):
        if ranked.term.name == "doubtful":
            told.extend(_doubt(ranked, names, scope.texts))
        elif ranked.term.name in OPEN:
            told.extend(_opening(ranked, names, scope, judged))
        else:
            told.extend(_finding(ranked, names, findings, conditions))
    return tuple(sorted(told, key=lambda matter: (matter.exposure, matter.subject, matter.sentence)))


def _ranked(judged: Judged) -> Iterator[_Ranked]:
    whom: dict[Symbol, list[str]] = {}
    for term, who in judged.each("ask", 2):
        whom.setdefault(term, []).append(who.name)
    standings = {term: standing.string for term, standing in judged.each("matter", 2)}
    for term, *ranks in judged.each("exposure", 5):
        yield _Ranked(term, standings[term], tuple(whom.get(term, ())), tuple(rank.number for rank in ranks))


def _finding(ranked: _Ranked, names: Names, findings: Findings, conditions: Mapping[Symbol, Conditions]) -> Iterator[Matter]:
    """What stands in the way, with the questions that it turns on, each with the place of its answer where a case gives it."""
    finding = findings.get(Function("finding", [ranked.term]))
    if finding is None:
        return
    asked = dict.fromkeys(question for answers in conditions[ranked.term] for question, _ in answers)
    questions = []
    for question in asked:
        known = findings.get(Function("open_fact", [question.subject, word(question.topic)]))
        place = f" [{known.detail}]" if known is not None and known.detail else ""
        questions.append(question_sentence(question, names) + place)
    subject = doing(finding.party, finding.act, finding.acted_on or finding.work)
    remedies = finding.remedies if LICENSOR in ranked.whom else ()
    sentence = finding.sentence
    if finding.kind == "restricted-use":
        said = phrase("use", finding.topic, {})
        sentence = phrase("ask", "barred", {"use": finding.topic, "sentence": (said[0].lower() + said[1:]).rstrip(".")})
    yield ranked.told(subject, sentence, [str(cite) for cite in finding.cites], questions, remedies)


def _doubt(ranked: _Ranked, names: Names, texts: Sequence[Text]) -> Iterator[Matter]:
    origin, license_id, doubt = ranked.term.arguments
    for text in texts:
        if (text.work, text.license, text.doubt) == (names.names[origin], license_id.string, doubt.name):
            yield ranked.told(text.work, text.question, ())


def _opening(ranked: _Ranked, names: Names, scope: Scope, judged: Judged) -> Iterator[Matter]:
    """What is left open of an act."""
    done = deed(ranked.term.arguments[0], names)
    if done in scope.deeds:
        sentence, clauses = opening(ranked.term, judged)
        yield ranked.told(doing(done.party, done.does, done.work), sentence, clauses)
