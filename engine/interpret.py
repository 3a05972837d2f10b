# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From the solver's answer to findings: terms become values, with clauses, remedies and conditions attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clingo import Symbol

from .conditions import Conditions
from .attached import Attached
from .facts import Names
from .finding import KINDS, STANDINGS, Cite, Finding
from .inquiry import missing_facts
from .sentence import answer_phrase, fact_phrase, hyphenated, phrase, plain
from .solve import Answer


def interpret(answer: Answer, extra: Attached, names: Names, found: Iterable[Symbol]) -> tuple[Finding, ...]:
    """The findings of one case in report order, with a question for each missing fact that some finding turns on."""
    conditions = {symbol: answer.conditions.get(symbol, ()) for symbol in found}
    findings = [_finding(symbol, answer.standings[symbol], extra, names, conditions[symbol]) for symbol in conditions]
    questions = missing_facts(answer.standings, conditions, names)
    return tuple(sorted([*sorted(findings, key=_order), *questions], key=lambda finding: KINDS.index(finding.kind)))


def _order(finding: Finding) -> tuple[object, ...]:
    return (
        STANDINGS.index(finding.standing),
        finding.party or "",
        finding.act or "",
        finding.works,
        [str(cite) for cite in finding.cites],
        finding.topic,
        finding.sentence,
    )


def _finding(symbol: Symbol, standing: str, extra: Attached, names: Names, conditions: Conditions) -> Finding:
    kind, topic, works, values, sentence = _terms(symbol, names, extra)
    act, party = _doing(symbol, extra, names)
    return Finding(
        kind=kind,
        topic=topic,
        works=works,
        sentence=sentence,
        standing=standing,
        party=party,
        act=act,
        cites=tuple(sorted(set(extra.cites.get(symbol, ())), key=str)) or _whole(values),
        detail=values.get("detail"),
        breach=symbol in extra.breaches,
        remedies=tuple(_remedies(extra.remedies.get(symbol, ()), names)),
        conditions=tuple(tuple(answer_phrase(question, choice, names) for question, choice in answers) for answers in conditions),
        rests_on=tuple(sorted(fact_phrase(fact, names) for fact in extra.rests.get(symbol, ()))),
    )


def _whole(values: Mapping[str, str]) -> tuple[Cite, ...]:
    """Where no section says it, the licence as a whole is what the finding is about."""
    return (Cite(values["license"], ""),) if values.get("license") else ()


def _terms(symbol: Symbol, names: Names, extra: Attached) -> tuple[str, str, tuple[str, ...], dict[str, str], str]:
    """Kind, topic, works, values for templates, and the sentence of a finding."""
    arguments = symbol.arguments
    detail = ", ".join(sorted(extra.details.get(symbol, ())))
    match symbol.name:
        case "derivative" | "aggregate":
            work, license_id, source = (plain(argument, names) for argument in arguments[:3])
            relation = hyphenated(arguments[3]) if symbol.name == "aggregate" else "derivative"
            values = {"work": work, "license": license_id, "source": source}
            return symbol.name, relation, (work, source), values, phrase("relation", relation, values)
        case "notice":
            values = {"work": plain(arguments[0], names), "license": plain(arguments[1], names)}
            topic = hyphenated(arguments[2])
            return "notice", topic, (values["work"],), values, phrase("notice", topic, values)
    values = {"work": plain(arguments[1], names), "license": plain(arguments[2], names)}
    if detail:
        values["detail"] = detail
    works = (values["work"],)
    match symbol.name:
        case "permission":
            return "permission", "permission", works, values, f"{values['license']} grants this."
        case "obligation":
            duty = arguments[3]
            text = [plain(argument, names) for argument in duty.arguments]
            return "obligation", hyphenated(duty), works, _with(values, text), _duty(duty, text)
        case "restricted":
            use = hyphenated(arguments[3])
            return "restricted-use", use, works, values, f"{values['license']} bars this use: {phrase('use', use, {})}"
        case "conflict":
            values["other"] = plain(arguments[3], names)
            ground = hyphenated(arguments[4])
            return "conflict", ground, works, values, phrase("ground", ground, values)
    ground = hyphenated(arguments[3])
    return "prohibition", ground, works, values, phrase("ground", ground, values)


def _with(values: dict[str, str], text: list[str]) -> dict[str, str]:
    return values | {"detail": text[0]} if text else values


def _duty(duty: Symbol, text: list[str]) -> str:
    return phrase("duty", hyphenated(duty), {"first": f"“{words}”" for words in text})


def _doing(symbol: Symbol, extra: Attached, names: Names) -> tuple[str | None, str | None]:
    if symbol.name in ("derivative", "aggregate", "notice"):
        return None, None
    act = symbol.arguments[0]
    parties = sorted(plain(party, names) for party in extra.doers.get(act, ()))
    return (names.acts[act].does if act in names.acts else "make"), (", ".join(parties) or None)


def _remedies(remedies: Iterable[Symbol], names: Names) -> Iterator[str]:
    for remedy in sorted(remedies):
        text = [plain(argument, names) for argument in remedy.arguments]
        yield phrase("remedy", hyphenated(remedy), dict(zip(("first", "second"), text, strict=False)))
