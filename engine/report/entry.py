# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Findings that say the same, told once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ..finding import Cite, Finding
from ..sentence import doing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that say the same, told once: ``told`` is the first of them, the rest is gathered from all.

    ``subjects`` say who does what with which works; ``works`` are the works the findings are about; ``conditions`` are sets
    of answers, none of which holds another.
    """

    told: Finding
    subjects: tuple[str, ...]
    works: tuple[str, ...]
    cites: tuple[Cite, ...]
    conditions: tuple[tuple[str, ...], ...]
    rests_on: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What the findings say, with the detail if the sentence does not hold it."""
        told = self.told
        if told.kind == "question" or not told.detail or told.detail in told.sentence:
            return told.sentence
        return f"{told.sentence} ({told.detail})"


def subject(finding: Finding) -> str:
    """Whom and what a finding concerns, as ``acme distributes tuned (with base)``."""
    others = finding.works[1:] if finding.acted_on is None else finding.works
    rest = f" (with {', '.join(others)})" if others else ""
    return doing(finding.party, finding.act, finding.acted_on or finding.work) + rest


def headline(finding: Finding) -> str:
    """What a finding says, with whom it concerns where it concerns an act."""
    whose = "" if finding.act is None else f"{subject(finding)}: "
    return whose + entry_of(finding).sentence


def entry_of(finding: Finding) -> Entry:
    """The entry that tells one finding."""
    return Entry(finding, (subject(finding),), finding.works[:1], finding.cites, finding.conditions, finding.rests_on)


def union(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """All that the groups hold, each thing once, in the order of its first place."""
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _smallest(conditions: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The sets of answers that hold no other of them, small ones first: what holds under one holds under any larger one."""
    kept: list[tuple[str, ...]] = []
    for answers in sorted(conditions, key=len):
        if not any(set(smaller) <= set(answers) for smaller in kept):
            kept.append(answers)
    return tuple(kept)


def _join(one: Entry, other: Entry) -> Entry:
    return Entry(
        one.told,
        union((one.subjects, other.subjects)),
        union((one.works, other.works)),
        union((one.cites, other.cites)),
        _smallest((*one.conditions, *other.conditions)),
        union((one.rests_on, other.rests_on)),
    )


def gather(entries: Iterable[Entry], key: Callable[[Entry], Hashable]) -> list[Entry]:
    """Join the entries that have the same key, in the place of the first."""
    found: dict[Hashable, Entry] = {}
    for entry in entries:
        same = key(entry)
        found[same] = _join(found[same], entry) if same in found else entry
    return list(found.values())


def says(entry: Entry) -> Hashable:
    """What must be equal for two findings to say the same, whatever they turn on or cite and whomever they concern.

    Remedies are among it: each is enough for what it stands under, which would not be so for remedies of different findings.
    """
    told = entry.told
    return told.kind, told.topic, entry.sentence, told.standing, told.breach, told.remedies


def merge(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Tell once what holds for several reasons, of several subjects on the same clauses, on several clauses of the same."""
    entries = gather(map(entry_of, findings), lambda entry: (says(entry), entry.cites, entry.subjects))
    entries = gather(entries, lambda entry: (says(entry), entry.conditions, entry.cites))
    return tuple(gather(entries, lambda entry: (says(entry), entry.conditions, frozenset(entry.subjects))))
