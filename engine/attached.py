# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the solver showed along with the findings: clauses, remedies, reasons, by the finding they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clingo import Symbol

from .finding import Cite
from .gloss import condition
from .glossary import glossary
from .sentence import hyphenated, phrase


@dataclass(slots=True)
class Attached:
    """What the solver showed along with one finding."""

    cites: list[Cite] = field(default_factory=list)
    remedies: list[Symbol] = field(default_factory=list)
    rests: list[Symbol] = field(default_factory=list)
    details: list[str] = field(default_factory=list)
    breach: bool = False

    @property
    def detail(self) -> str:
        """The details as one phrase: limits and conditions as alternatives, burdens side by side."""
        burdens = {entry.sentence for entry in glossary()["burden"].values()}
        return (", " if set(self.details) <= burdens else " or ").join(sorted(self.details))


def attached(relations: Mapping[str, Sequence[Symbol]]) -> defaultdict[Symbol, Attached]:
    """Sorts what was shown by the finding it belongs to.

    Args:
        relations: the atoms shown, by predicate
    Returns:
        what hangs on each finding, by its term; nothing for a finding that stands alone
    """
    result: defaultdict[Symbol, Attached] = defaultdict(Attached)
    stewards = {(license_id.string, steward.string) for license_id, steward in _arguments(relations, "steward")}
    for finding, license_id, section in _arguments(relations, "cite"):
        license_name, place = license_id.string, section.string
        published = (license_name, place) in stewards
        result[finding].cites.append(Cite(license_name, "", place) if published else Cite(license_name, place))
    for finding, remedy in _arguments(relations, "remedy"):
        result[finding].remedies.append(remedy)
    for finding, fact in _arguments(relations, "rests"):
        result[finding].rests.append(fact)
    for finding, detail in _arguments(relations, "detail"):
        result[finding].details.append(_detail(detail))
    for (finding,) in _arguments(relations, "breach"):
        result[finding].breach = True
    return result


def _detail(detail: Symbol) -> str:
    """What a detail adds to a sentence: a condition, the limit of a grant, or what a licence puts on recipients."""
    if detail.arguments:
        return condition(detail)
    word = hyphenated(detail)
    return phrase("limit" if word in glossary()["limit"] else "burden", word, {})


def doers(relations: Mapping[str, Sequence[Symbol]]) -> Mapping[Symbol, Sequence[Symbol]]:
    """The parties that do each act."""
    parties: dict[Symbol, list[Symbol]] = {}
    for act, party in _arguments(relations, "doer"):
        parties.setdefault(act, []).append(party)
    return parties


def _arguments(relations: Mapping[str, Sequence[Symbol]], predicate: str) -> Iterator[list[Symbol]]:
    return (symbol.arguments for symbol in relations.get(predicate, ()))
