# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From the solver's answer to findings: terms become values, with clauses, remedies and conditions attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo import Symbol

from .attached import Attached
from .conditions import Conditions
from .content import content
from .facts import Names
from .finding import KINDS, STANDINGS, Cite, Finding
from .inquiry import missing_facts
from .sentence import answer_phrase, fact_phrase, hyphenated, phrase, plain
from .solve import Answer


def interpret(answer: Answer, extra: Attached, names: Names, found: Iterable[Symbol]) -> tuple[Finding, ...]:
    """The findings of one case in report order, with a question for each missing fact that some finding turns on.

    Args:
        answer: what the solver says of the whole batch
        extra: what it showed along with the findings
        names: what the symbols of this case stand for
        found: the findings that are about this case
    """
    conditions = {symbol: answer.conditions.get(symbol, ()) for symbol in found}
    findings = [_finding(symbol, answer.standings[symbol], extra, names, conditions[symbol]) for symbol in conditions]
    questions = missing_facts(answer.standings, conditions, names)
    return tuple(sorted([*sorted(findings, key=_order), *questions], key=lambda finding: KINDS.index(finding.kind)))


def _order(finding: Finding) -> tuple[object, ...]:
    whom = (finding.party or "", finding.act or "", finding.works)
    return STANDINGS.index(finding.standing), *whom, list(map(str, finding.cites)), finding.topic, finding.sentence


def _finding(symbol: Symbol, standing: str, extra: Attached, names: Names, conditions: Conditions) -> Finding:
    said = content(symbol, names, tuple(sorted(extra.details.get(symbol, ()))))
    act, party = _doing(symbol, extra, names)
    whole = (Cite(said.license, ""),) if said.license else ()
    return Finding(
        kind=said.kind,
        topic=said.topic,
        works=said.works,
        sentence=said.sentence,
        standing=standing,
        party=party,
        act=act,
        acted_on=_acted_on(symbol, names, said.works),
        cites=tuple(sorted(set(extra.cites.get(symbol, ())), key=str)) or whole,
        detail=said.detail,
        breach=symbol in extra.breaches,
        remedies=tuple(_remedies(extra.remedies.get(symbol, ()), names)),
        conditions=tuple(
            tuple(answer_phrase(question, choice, names) for question, choice in answers) for answers in conditions
        ),
        rests_on=tuple(sorted(fact_phrase(fact, names) for fact in extra.rests.get(symbol, ()))),
    )


def _doing(symbol: Symbol, extra: Attached, names: Names) -> tuple[str | None, str | None]:
    if symbol.name in ("derivative", "aggregate", "notice"):
        return None, None
    act = symbol.arguments[0]
    parties = sorted(plain(party, names) for party in extra.doers.get(act, ()))
    return (names.acts[act].does if act in names.acts else "make"), (", ".join(parties) or None)


def _acted_on(symbol: Symbol, names: Names, works: tuple[str, ...]) -> str | None:
    """The work that the act is done to, where the finding is about another."""
    act = names.acts.get(symbol.arguments[0]) if symbol.arguments else None
    return act.work if act is not None and act.work not in works else None


def _remedies(remedies: Iterable[Symbol], names: Names) -> Iterator[str]:
    for remedy in sorted(remedies):
        text = [plain(argument, names) for argument in remedy.arguments]
        yield phrase("remedy", hyphenated(remedy), dict(zip(("first", "second"), text, strict=False)))
