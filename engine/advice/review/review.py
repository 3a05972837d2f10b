# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A product held against the use restrictions of its licences: one review for one case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from clingo import Symbol

from ...case import Case
from ...facts import Names
from ...finding import STANDINGS, Finding
from ...lineage import sources
from .examined import Examined, examined
from .judged import Judged
from .matters import Scope, matters
from .reading import cells, deed, duties, patents, untouched
from .texts import Pair, texts
from .values import Deed, Review, Text


def reviewed(case: Case, party: str | None = None, work: str | None = None) -> Review:
    """Reviews a product.

    Args:
        case: a case that was read and checked
        party: tells of what this party does alone
        work: tells of what is done with this work alone, and of the making of it and of what is in it
    """
    (one,) = examined([case])
    judged, names = Judged(one), one.variant.names
    chosen = _Chosen(case, party, work)
    decision = replace(one.decision, findings=tuple(filter(chosen.finding, one.decision.findings)))
    came = texts(case, _binding(one, chosen), _doubts(judged, names))
    read = tuple(cell for cell in cells(judged, one) if chosen.deed(cell.deed))
    deeds = frozenset(done for done in (deed(act, names) for act in names.acts) if chosen.deed(done))
    return Review(
        case,
        decision,
        came,
        read,
        tuple(each for each in untouched(judged, names) if each.deed in deeds),
        _unrestricted(judged, came),
        tuple(done for done in (deed(act, names) for (act,) in judged.each("silent", 1)) if done in deeds),
        tuple(duties(judged, decision)),
        tuple(patents(judged, sorted({text.license for text in came}))),
        matters(one, judged, Scope(deeds, decision.findings, came)),
        None if party or work else decision.barred,
    )


def _unrestricted(judged: Judged, came: Sequence[Text]) -> tuple[str, ...]:
    """The licences that bar nothing of what is done, in the order in which they are told."""
    known = {name.string for (name,) in judged.each("unrestricted", 1)}
    return tuple(name for name in dict.fromkeys(text.license for text in came) if name in known)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Of what is told: all, or what one party does, or what is done with one work."""

    case: Case
    party: str | None
    work: str | None

    def deed(self, done: Deed) -> bool:
        """Whether a deed is told of."""
        return self.party in (None, done.party) and self.work in (None, done.work)

    def finding(self, finding: Finding) -> bool:
        """Whether a finding is told of; one that is of no act is, where it is about what is in the work."""
        if self.party is not None and finding.party is not None and self.party not in finding.party.split(", "):
            return False
        if self.work is None:
            return True
        if finding.act in (None, "make"):
            return not self._within.isdisjoint((*finding.works, finding.acted_on))
        return (finding.acted_on or finding.work) == self.work

    def act(self, act: Symbol, names: Names) -> bool:
        """Whether an act, or the making of a work, is told of."""
        if act in names.acts:
            return self.deed(deed(act, names))
        return self.work is None or names.names[act.arguments[0]] in self._within

    @property
    def _within(self) -> frozenset[str]:
        assert self.work is not None
        return frozenset((self.work, *sources(self.case.works, self.work)))


def _binding(one: Examined, chosen: _Chosen) -> Mapping[Pair, str]:
    """The works whose terms bind in what is told, each with the licence, and how sure that is."""
    names = one.variant.names
    binding: dict[Pair, str] = {}
    for found in one.found:
        if found.term.name == "stems":
            party, act, origin, license_id = found.term.arguments
            if chosen.party in (None, names.names[party]) and chosen.act(act, names):
                pair = names.names[origin], license_id.string
                binding[pair] = min(binding.get(pair, found.standing), found.standing, key=STANDINGS.index)
    return binding


def _doubts(judged: Judged, names: Names) -> Mapping[Pair, str]:
    """Why it is not established which text a work came under."""
    return {(names.names[origin], name.string): doubt.name for origin, name, doubt in judged.each("doubtful", 3)}
