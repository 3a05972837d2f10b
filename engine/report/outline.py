# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A decision put in the order in which people read it, with findings that say the same told once.

Nothing is left out and nothing is laid out here: text and Markdown show the same outline.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from ..case import Case
from ..finding import KINDS, STANDINGS, WRONG, Decision, Finding
from ..sentence import doing
from .entry import Entry, entry_of, gather, merge, says, union


@dataclass(frozen=True, slots=True)
class Block:
    """What holds with the same standing, under the same conditions."""

    standing: str
    conditions: tuple[tuple[str, ...], ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What holds for whoever does one of these things (``acme distributes tuned``), and the works they do it with."""

    doings: tuple[str, ...]
    works: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Election:
    """The branch chosen for an expression that leaves a choice, and the works offered under it."""

    expression: str
    branch: str
    works: tuple[str, ...]


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
    def duties(self) -> tuple[Entry, ...]:
        """All obligations, whoever has them."""
        return tuple(entry for group in self.obligations for block in group.blocks for entry in block.entries)


def _groups(case: Case, findings: Iterable[Finding]) -> tuple[Group, ...]:
    """Group by party and act; groups that hold the same throughout become one."""
    by_doing: dict[tuple[str | None, str | None], list[Entry]] = {}
    for finding in findings:
        by_doing.setdefault((finding.party, finding.act), []).append(entry_of(finding))
    same: dict[Hashable, Group] = {}
    for (party, act), members in by_doing.items():
        blocks = _blocks(members)
        entries = [entry for block in blocks for entry in block.entries]
        works = _acted_on(case, party, act) or union(entry.works for entry in entries)
        key = tuple((says(entry), entry.conditions, entry.cites, entry.works) for entry in entries)
        held = same.get(key, Group((), (), blocks))
        same[key] = Group((*held.doings, doing(party, act, ", ".join(works))), union((held.works, works)), blocks)
    return tuple(same.values())


def _acted_on(case: Case, party: str | None, act: str | None) -> tuple[str, ...]:
    """The works with which the case says the party does this; a duty may be about a part of one of them."""
    return tuple(dict.fromkeys(stated.work for stated in case.acts if (stated.party, stated.does) == (party, act)))


def _blocks(members: Iterable[Entry]) -> tuple[Block, ...]:
    """Divide by standing and conditions, surest first; a duty is told once in a block, whatever asks for it."""
    entries = gather(members, lambda entry: (says(entry), entry.cites, entry.works))
    entries = gather(entries, lambda entry: (says(entry), entry.conditions))
    blocks: dict[tuple[str, tuple[tuple[str, ...], ...]], list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: STANDINGS.index(entry.told.standing)):
        blocks.setdefault((entry.told.standing, entry.conditions), []).append(entry)
    return tuple(Block(*reserve, tuple(held)) for reserve, held in blocks.items())


def _elections(decision: Decision) -> tuple[Election, ...]:
    works: dict[tuple[str, str], list[str]] = {}
    for work in decision.case.works:
        if work.name in decision.elections:
            works.setdefault((work.under or "", decision.elections[work.name]), []).append(work.name)
    return tuple(Election(expression, branch, tuple(names)) for (expression, branch), names in works.items())


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
        obligations=_groups(decision.case, decision.of_kind("obligation")),
        permissions=_groups(decision.case, decision.of_kind("permission")),
        questions=merge(decision.of_kind("question")),
        notices=merge(decision.of_kind("notice")),
        elections=_elections(decision),
    )
