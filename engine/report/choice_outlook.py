# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a licence leaves open, in words: what stays bound, what can be done later, what is in doubt, what can be sold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..advice.choose.answer import Choice, Option, Staying
from ..advice.choose.telling import came, cited, own
from ..finding import WRONG, Cite, Finding

_LATER = {"sell": "Terms of your own for money", "reopen": "A text that asks for less (MIT)"}
_CONSENT = "once others contributed, only as they agree; have contributors sign an agreement from the start."


def finding_words(finding: Finding) -> str:
    """What is in the way, with its sections."""
    return own(f"{finding.standing}: {finding.work}: {finding.sentence} {cited(finding.cites)}".rstrip())


def later(option: Option) -> Iterator[tuple[str, str]]:
    """Whether what is out can be taken back, and what outside contributions would rule out."""
    for term, cite in option.lasting:
        words = "cannot be taken back" if term == "irrevocable" else "can be taken back"
        yield f"What is out under it {words}. {cited((cite,))}", "plain"
    groups: dict[tuple[Cite, ...], list[str]] = {}
    for one in option.later:
        cites = tuple(dict.fromkeys(cite for finding in one.bars for cite in finding.cites))
        groups.setdefault(cites, []).append(_LATER[one.question])
    for cites, wanted in groups.items():
        told, role = (_CONSENT, "doubt") if cites else ("what others contribute under it does not stand in the way.", "plain")
        yield f"{'; '.join(wanted)}: {told} {cited(cites)}".rstrip(), role


def stays(remaining: Sequence[Staying]) -> Iterator[tuple[str, str]]:
    """The licences that bind those who take the work up whatever it is offered under, and that the label does not name."""
    for one in remaining:
        reach = "which binds those who take up the whole" if one.extent == "whole" else "which holds for that part of it"
        yield f"{came(one.works, one.license)}, {reach} ({one.standing}).", "doubt"


def doubts(option: Option) -> Iterator[tuple[str, str]]:
    """What stands in the way of an option on a reading that few follow."""
    wrongs = (finding for finding in option.decision.of_kind(*WRONG) if finding.standing == "possible")
    told = dict.fromkeys(f"On some readings of the law: {finding.sentence} {cited(finding.cites)}" for finding in wrongs)
    yield from ((text, "doubt") for text in told)


def trade(choice: Choice) -> Iterator[tuple[str, str]]:
    """Whether the work can be sold under terms of one's own beside any public licence."""
    if choice.trade.label is None:
        yield "What it is made of bars to sell the work under terms of your own, whatever its public licence.", "wrong"
        yield from ((said, "wrong") for said in dict.fromkeys(map(finding_words, choice.trade.bars)))
    elif " AND " in choice.trade.label:
        kept = choice.trade.label.rpartition(" AND ")[0]
        yield f"The work can be sold under terms of your own only beside {kept}, which stays on what came under it.", "doubt"
    elif choice.constant:
        yield "Once that is mended, the work can be sold under terms of your own, beside any public licence.", "doubt"
    else:
        yield "What it is made of lets the work be sold under terms of your own, beside any public licence.", "good"
