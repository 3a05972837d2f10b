# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What somebody wants of a licence, and for which work."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...case import Act, Case, Party, Work
from ...problem import hint
from ...terms import RESERVED

YOU, OWN = "you", "the work"

OWN_TERMS = "LicenseRef-Own-Terms"
"""Terms that whoever offers the work writes and sells himself, for those who want them instead of the public licence."""

CLOSED = "LicenseRef-All-Rights-Reserved"
"""What a work is handed over under that nobody is granted anything for."""


@dataclass(frozen=True)
class Goals:
    """What a licence is chosen for: goals, those first that count most.

    ``must`` are the goals without which a licence will not do; ``bar`` are uses that are unwanted. ``work`` is the work that a
    licence is looked for, where the case leaves a choice, ``kind`` its kind where there is no case.
    """

    wish: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    bar: tuple[str, ...] = ()
    work: str | None = None
    kind: str | None = None

    def joined(self, other: Goals) -> Goals:
        """These goals and then others; where the others name a work or a kind, that one."""
        return Goals(
            tuple(dict.fromkeys((*self.wish, *other.wish))),
            tuple(dict.fromkeys((*self.must, *other.must))),
            tuple(dict.fromkeys((*self.bar, *other.bar))),
            other.work or self.work,
            other.kind or self.kind,
        )

    @property
    def asked(self) -> tuple[str, ...]:
        """All goals, each once, in the order in which they count."""
        return tuple(dict.fromkeys((*self.must, *self.wish)))


@dataclass(frozen=True)
class Request:
    """A work in a case, for which a licence is looked for.

    ``offer`` are licences to think of besides those for anybody's work; ``readings`` is majority or all: what nothing may stand
    in the way under. ``supposed`` tells that the case did not say what is done with the work, and that it is handed over.
    """

    case: Case
    work: Work
    goals: Goals
    offer: tuple[str, ...] = ()
    readings: str = "majority"
    supposed: bool = False

    def under(self, label: str) -> Case:
        """The case with the work offered under a licence expression; without a licence, under terms that meet no demand."""
        offered = CLOSED if label == RESERVED else label
        works = tuple(replace(work, under=offered) if work.name == self.work.name else work for work in self.case.works)
        return replace(self.case, works=works, expectations=(), place=None)

    def sold(self, label: str) -> Case:
        """The case with the work sold under a licence expression; terms of one's own carry what has to be passed on."""
        case, carrying = self.under(label), {"label-carries-restrictions": True}
        works = tuple(
            replace(work, attributes={**work.attributes, **carrying}) if work.name == self.work.name else work
            for work in case.works
        )
        acts = tuple(replace(act, attributes={**act.attributes, "commercially": True}) for act in case.acts)
        return replace(case, works=works, acts=acts)


def own_work(name: str, kind: str) -> Case:
    """A case of a work that somebody makes of nothing else, and sells."""
    act = Act(YOU, "distribute", OWN, {"commercially": True})
    return Case(name, (Work(OWN, kind, author=YOU),), (Party(YOU),), (act,))


def handed_over(case: Case, work: Work) -> Case:
    """The case in which the work is handed over, for money, by whoever made it or acts."""
    party = work.author or next((party.name for party in case.parties), YOU)
    parties = case.parties if any(known.name == party for known in case.parties) else (*case.parties, Party(party))
    return replace(case, parties=parties, acts=(*case.acts, Act(party, "distribute", work.name, {"commercially": True})))


HANDED = ("distribute", "host", "publish")
"""Acts by which others get at a work, and for which it needs a licence."""


def requested(case: Case, goals: Goals, offer: tuple[str, ...] = (), readings: str = "majority") -> Request:
    """What is wanted of a licence for a work of the case.

    Args:
        case: a case that was read and checked
        goals: at least one
        offer: licences to think of besides those for anybody's work
        readings: majority or all
    Raises:
        ValueError: no goal is given, or it cannot be told for which work a licence is looked for
    """
    goals = replace(goals, wish=(*goals.wish, "restrict-uses")) if goals.bar and "restrict-uses" not in goals.asked else goals
    if not goals.asked:
        raise ValueError("say what the licence is for: --wish GOAL, or goals in the file; --goals lists them")
    work = _work(case, goals.work)
    if not work.makings and all(party.name != work.author for party in case.parties):
        raise ValueError(f"{work.name} is somebody else's work: its licence is not yours to choose")
    handed = any(act.work == work.name and act.does in HANDED for act in case.acts)
    full = case if handed else handed_over(case, work)
    return Request(full, work, goals, offer, readings, supposed=not handed)


def _work(case: Case, name: str | None) -> Work:
    """The work of this name; without one the work that is handed over, or the only one that was made from others."""
    works = {work.name: work for work in case.works}
    if name is not None:
        if name not in works:
            raise ValueError(f"the case has no work called {name}{hint(name, works)}")
        return works[name]
    handed = [works[act.work] for act in case.acts if act.does in HANDED]
    sources = {making.source for work in case.works for making in work.makings}
    for choice in (handed, [work for work in case.works if work.name not in sources]):
        found = list({work.name: work for work in choice}.values())
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"which work is to be licensed? name it with --work: {', '.join(work.name for work in found)}")
    raise ValueError("the case has no work that could be licensed")
