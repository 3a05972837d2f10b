# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From the solver's answer to findings: terms become values, with clauses, remedies and conditions attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clingo import Function, Symbol

from .attached import Attached
from .content import content
from .facts import Names
from .finding import KINDS, STANDINGS, Cite, Finding
from .glossary import glossary
from .inquiry import missing_facts
from .sentence import answer_phrase, fact_phrase, hyphenated, phrase, plain
from .solve import Found

Doers = Mapping[Symbol, Sequence[Symbol]]
"""The parties that do each act."""


def interpret(found: Sequence[Found], attached: Mapping[Symbol, Attached], doers: Doers, names: Names) -> tuple[Finding, ...]:
    """The findings of one case in report order, with a question for each missing fact that some finding turns on.

    Args:
        found: what the solver found for this case
        attached: what it showed along with each finding of any case, by the term of the finding
        doers: the parties that do each act of any case
        names: what the symbols of this case stand for
    Returns:
        the findings, each with its sentence and with all that hangs on it
    """
    findings = sorted((_finding(each, attached[each.term], doers, names) for each in found), key=_order)
    return tuple(sorted([*findings, *missing_facts(found, names)], key=lambda finding: KINDS.index(finding.kind)))


def _order(finding: Finding) -> tuple[object, ...]:
    """The order within a kind, which is that of the solver in nothing that a report shows."""
    whom = (finding.party or "", finding.act or "", finding.works)
    said = (list(map(str, finding.cites)), finding.topic, finding.sentence, finding.acted_on or "")
    return STANDINGS.index(finding.standing), *whom, *said, finding.conditions, finding.rests_on


def _finding(found: Found, attached: Attached, doers: Doers, names: Names) -> Finding:
    said = content(found.term, names, attached.detail)
    act = names.acts.get(said.act) if said.act is not None else None
    on = act.work if act else _made(said.act, names)
    parties = sorted(plain(party, names) for party in doers.get(said.act, ())) if said.act is not None else []
    whole = (Cite(said.license, ""),) if said.license else ()
    return Finding(
        kind=said.kind,
        topic=said.topic,
        works=said.works,
        sentence=said.sentence,
        standing=found.standing,
        party=", ".join(parties) or None,
        act=act.does if act else "make" if said.act is not None else None,
        acted_on=on if on not in said.works else None,
        cites=tuple(sorted(attached.cites, key=str)) or whole,
        detail=said.detail,
        breach=attached.breach,
        remedies=tuple(_remedies(attached.remedies, names)),
        conditions=tuple(
            tuple(answer_phrase(question, choice, names) for question, choice in answers) for answers in found.conditions
        ),
        rests_on=tuple(sorted(fact_phrase(fact, names) for fact in attached.rests)),
        term=Function("finding", [found.term]),
    )


def _made(act: Symbol | None, names: Names) -> str | None:
    """The work that an act makes, if it is the making of one."""
    return names.names.get(act.arguments[0]) if act is not None and act.arguments else None


def _remedies(remedies: Iterable[Symbol], names: Names) -> Iterator[str]:
    order = list(glossary()["remedy"])
    for remedy in sorted(remedies, key=lambda remedy: (order.index(hyphenated(remedy)), remedy)):
        text = [plain(argument, names) for argument in remedy.arguments]
        yield phrase("remedy", hyphenated(remedy), dict(zip(("first", "second", "third"), text, strict=False)))
