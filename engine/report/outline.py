# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A decision put in the order in which people read it, with findings that say the same told once.

Nothing is left out and nothing is laid out here: text and Markdown show the same outline.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from ..finding import KINDS, STANDINGS, WRONG, Decision, Finding
from .entry import Entry, doing, entry_of, gather, merge, says, union


@dataclass(frozen=True, slots=True)
class Group:
    """What holds for whoever does one of these things (``acme distributes tuned``), and the works it is about."""

    doings: tuple[str, ...]
    works: tuple[str, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Election:
    """The branch chosen for a work (or an expression) whose licence leaves a choice, and the expression, if known."""

    of: str
    branch: str
    offered: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A decision in reading order."""

    decision: Decision
    relations: tuple[Entry, ...]
    wrongs: tuple[Entry, ...]
    obligations: tuple[Group, ...]
    permissions: tuple[Group, ...]
    questions: tuple[Entry, ...]
    notices: tuple[Entry, ...]
    elections: tuple[Election, ...]

    @property
    def counted(self) -> tuple[Entry, ...]:
        """What the verdict line counts: everything but relations and permissions."""
        duties = tuple(entry for group in self.obligations for entry in group.entries)
        return (*self.wrongs, *duties, *self.questions, *self.notices)


def _groups(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Group by party and act; groups that hold the same throughout become one."""
    by_doing: dict[tuple[str | None, str | None], list[Entry]] = {}
    for finding in findings:
        by_doing.setdefault((finding.party, finding.act), []).append(entry_of(finding))
    same: dict[Hashable, Group] = {}
    for (party, act), members in by_doing.items():
        entries = tuple(gather(members, says))
        works = union(entry.works for entry in entries)
        key = tuple((says(entry), entry.cites, entry.works) for entry in entries)
        doings = same[key].doings if key in same else ()
        same[key] = Group((*doings, doing(party, act, ", ".join(works))), works, entries)
    return tuple(same.values())


def _elections(decision: Decision) -> tuple[Election, ...]:
    offered = {work.name: work.under for work in decision.case.works}
    return tuple(Election(of, branch, offered.get(of)) for of, branch in decision.elections.items())


def outline(decision: Decision) -> Outline:
    """Put a decision in reading order.

    Args:
        decision: what was decided of one case.

    Returns:
        How works relate; what stands in the way, surest first; duties and permissions by party and act; questions; notices.
    """
    wrongs = sorted(
        merge(decision.of_kind(*WRONG)), key=lambda entry: (STANDINGS.index(entry.told.standing), KINDS.index(entry.told.kind))
    )
    return Outline(
        decision,
        relations=merge(decision.of_kind("derivative", "aggregate")),
        wrongs=tuple(wrongs),
        obligations=_groups(decision.of_kind("obligation")),
        permissions=_groups(decision.of_kind("permission")),
        questions=merge(decision.of_kind("question")),
        notices=merge(decision.of_kind("notice")),
        elections=_elections(decision),
    )
