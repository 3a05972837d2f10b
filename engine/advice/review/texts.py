# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which texts bind, and where a name leads to none or to several, what each that may be meant would come to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...case import Case, Work
from ...catalog import earlier, identify
from ...clauses import license_file
from ...expression import branches
from ...finding import WRONG, Finding
from ...identity import Family, Known, Unknown
from ...sentence import doing, phrase
from .examined import examined
from .judged import Judged
from .reading import cells
from .values import Answer, Text, Wrong

Pair = tuple[str, str]
"""A work, and a licence that it came under."""


def texts(case: Case, binding: Mapping[Pair, str], doubts: Mapping[Pair, str]) -> tuple[Text, ...]:
    """What is known of the texts that works came under.

    Args:
        case: the case
        binding: works, each with a licence, and how sure it is that it binds
        doubts: what is in doubt of them
    """
    return tuple(_text(case, pair, standing, doubts.get(pair)) for pair, standing in sorted(binding.items()))


def _text(case: Case, pair: Pair, standing: str, doubt: str | None) -> Text:
    work, license_id = pair
    identity = identify(license_id.partition(" WITH ")[0])
    meant = _meant(license_id)
    if isinstance(identity, Known):
        title = license_file(identity.id).name
        if doubt is None and not meant:
            return Text(work, license_id, standing, title)
        doubt = doubt or "revised"
    else:
        title = ""
    known = [each for each in meant if isinstance(identify(each), Known)]
    question = phrase("doubt", doubt or "unknown", {"work": work, "license": license_id})
    answers = tuple(_answers(case, work, license_id, known))
    without_text = tuple(each for each in meant if each not in known)
    return Text(work, license_id, standing, title, doubt, question, answers, without_text)


def _meant(license_id: str) -> tuple[str, ...]:
    """The licences that a name which does not lead to one text may mean."""
    match identify(license_id):
        case Family(_, candidates):
            return candidates
        case Unknown(_, nearest) if not license_id.lower().startswith("licenseref-"):
            return nearest
        case Known(name) if earlier(name):
            return (name, *earlier(name))
    return ()


def _answers(case: Case, work: str, license_id: str, meant: Sequence[str]) -> Iterator[Answer]:
    """What the case comes to with each of the licences in the place of the name."""
    if not meant:
        return
    for name, one in zip(meant, examined([_with(case, work, license_id, each) for each in meant], why=False), strict=True):
        wrongs = [finding for finding in one.decision.of_kind(*WRONG) if _rests_on(finding, name)]
        told = tuple(dict.fromkeys(map(_wrong, wrongs)))
        found = cells(Judged(one), one)
        read = tuple(cell for cell in found if cell.risk != "clear" and cell.restriction.license == name)
        yield Answer(name, one.decision.verdict, read, told)


def _rests_on(finding: Finding, name: str) -> bool:
    """Whether something stands in the way because of a text, beside the uses that it bars."""
    return finding.kind != "restricted-use" and name in {cite.license for cite in finding.cites}


def _wrong(finding: Finding) -> Wrong:
    """What stands in the way, without the name of the text, so that texts can be held against one another."""
    values = {"work": finding.work, "license": "the text", "other": "other terms", "detail": finding.detail or ""}
    said = phrase("ground", finding.topic, values)
    whose = doing(finding.party, finding.act, finding.acted_on or finding.work)
    return Wrong(finding.standing, whose, finding.topic, f"{said[0].upper()}{said[1:]}")


def _with(case: Case, work: str, license_id: str, other: str) -> Case:
    """The case with another licence in the place of one that a work is under."""
    return replace(case, works=tuple(_under(each, license_id, other) if each.name == work else each for each in case.works))


def _under(work: Work, license_id: str, other: str) -> Work:
    named = [[other if str(term) == license_id else str(term) for term in branch] for branch in branches(work.under or "")]
    return replace(work, under=" OR ".join(f"({' AND '.join(branch)})" for branch in named))
