# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Why an expectation is not met: the reasons of what was found instead, or what stops that which was not found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clingo import Symbol

from ...because.explanation import Explanation
from ...because.step import Attempt, Step
from ...because.wording import finding_sentence
from ...catalog import identify
from ...clauses import Clause, license_file
from ...comparison import identity
from ...content import content
from ...decide import consider
from ...expectation import Unmet, missed
from ...finding import WRONG, Cite, Finding
from ...identity import Known
from .trial import Trial

MANNER = frozenset({"standing", "if", "clause", "clauses", "steward", "detail", "remedy", "rests-on", "breach"})
"""Keys of a pattern that say how something is found, not what."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding that was not expected, or not like this, and its reason."""

    finding: Finding
    step: Step


@dataclass(frozen=True, slots=True)
class Lacking:
    """A finding that the case could come to, as a sentence, and what stops each rule that could lead to it."""

    sentence: str
    attempts: tuple[Attempt, ...]


@dataclass(frozen=True, slots=True)
class Unheard:
    """Nothing that the case says, or could say instead, leads to such a finding.

    ``sections`` are the clauses that were expected to be cited, each with what the knowledge base has of it.
    """

    sections: Mapping[str, tuple[Clause, ...]]


Reason = Found | Lacking | Unheard


def reasoned(trial: Trial) -> Iterator[tuple[Reason, ...]]:
    """For each expectation that a case does not meet the reasons why, as ``licet why`` and ``why-not`` tell them.

    Args:
        trial: one that failed
    """
    explanation = Explanation(consider(trial.case))
    for each in trial.unmet:
        yield tuple(_reasons(explanation, each))


def _reasons(explanation: Explanation, failure: Unmet) -> Iterator[Reason]:
    if failure.kind == "verdict":
        in_the_way = explanation.decision.of_kind(*WRONG)
        surest = [finding for finding in in_the_way if finding.standing == failure.verdict] or in_the_way
        yield from (Found(finding, explanation.why(finding)) for finding in surest[:1])
    elif failure.unwanted or (failure.nearest and MANNER.issuperset(missed(failure.nearest[0], failure.pattern))):
        yield from (Found(finding, explanation.why(finding)) for finding in _same(explanation, failure.nearest[:1]))
    elif failure.kind != "question":  # a question is asked for the sake of other findings; no rule leads to it
        yield _lacking(explanation, failure)


def _lacking(explanation: Explanation, failure: Unmet) -> Reason:
    """What stops the rules that lead to such a finding from what the case says; else from what it could say instead."""
    if (term := _nearest(explanation, explanation.hindered, failure)) is not None:
        return Lacking(_sketched(explanation, term).sentence, explanation.obstacles(term))
    if (term := _nearest(explanation, explanation.absent, failure)) is not None:
        return Lacking(explanation.sentence(term), explanation.why_not(term))
    return Unheard({clause: tuple(_encoded(clause)) for clause in _cited(failure)})


def _encoded(cited: str) -> Iterator[Clause]:
    """The clauses of a section, cited as ``MIT para. 2``."""
    name, _, section = cited.partition(" ")
    identity = identify(name)
    if isinstance(identity, Known):
        yield from (clause for clause in license_file(identity.id).clauses if clause.section == " ".join(section.split()))


def _same(explanation: Explanation, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """The findings of a batch as those of the case decided by itself."""
    for finding in findings:
        own = explanation.decision.findings
        alike = [each for each in own if each == finding] or [each for each in own if identity(each) == identity(finding)]
        yield from alike[:1]


def _nearest(explanation: Explanation, terms: tuple[Symbol, ...], failure: Unmet) -> Symbol | None:
    """The absent finding that meets most of what was expected; None if none is about the same."""
    told = {key: value for key, value in failure.pattern.items() if key not in MANNER}
    cited = [_license(clause) for clause in _cited(failure)]
    fitting: list[tuple[int, Symbol]] = []
    for term in terms:
        finding = _sketched(explanation, term)
        strange = set(missed(finding, told))
        if finding.kind == failure.kind and strange <= {"party", "act"}:
            elsewhere = not set(cited) <= {_license(str(cite)) for cite in finding.cites}
            fitting.append((2 * elsewhere + len(strange), term))
    return min(fitting, default=(0, None), key=lambda each: each[0])[1]


def _sketched(explanation: Explanation, symbol: Symbol) -> Finding:
    """What an absent finding would be, as far as its term tells."""
    (term,) = symbol.arguments
    said = content(term, explanation.names, "")
    act = explanation.names.acts.get(said.act) if said.act is not None else None
    does = act.does if act else "make" if said.act is not None else None
    cites = (Cite(said.license, ""),)
    party = act.party if act else None
    sentence = finding_sentence(term, explanation.names)
    return Finding(said.kind, said.topic, said.works, sentence, "settled", party, does, cites=cites, detail=said.detail)


def _cited(failure: Unmet) -> tuple[str, ...]:
    """The clauses that were expected to be cited."""
    value = failure.pattern.get("clause") or failure.pattern.get("clauses") or ()
    return (value,) if isinstance(value, str) else value


def _license(clause: str) -> str:
    return clause.partition(" ")[0].casefold()
