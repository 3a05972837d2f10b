# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Findings that say the same, told once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from ..finding import Cite, Finding

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that say the same, told once: ``told`` is the first of them, the rest is gathered from all.

    ``subjects`` say who does what with which works; ``works`` are the works the findings are about.
    """

    told: Finding
    subjects: tuple[str, ...]
    works: tuple[str, ...]
    cites: tuple[Cite, ...]
    rests_on: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What the findings say, with the detail if the sentence does not hold it."""
        told = self.told
        return f"{told.sentence} ({told.detail})" if told.detail and told.detail not in told.sentence else told.sentence


def does(act: str) -> str:
    """An act as the verb of a sentence: ``publish`` becomes ``publishes``."""
    return act + ("es" if act.endswith(("sh", "ch", "s", "x")) else "s")


def doing(party: str | None, act: str | None, work: str) -> str:
    """Who does what, as ``acme distributes tuned``; what is not known is left out."""
    if act is None:
        return ", ".join(word for word in (party, work) if word)
    return f"{party or 'whoever'} {does(act)} {work}".strip()


def subject(finding: Finding) -> str:
    """Whom and what a finding concerns, as ``acme distributes tuned (with base)``."""
    rest = f" (with {', '.join(finding.works[1:])})" if len(finding.works) > 1 else ""
    return doing(finding.party, finding.act, finding.work) + rest


def entry_of(finding: Finding) -> Entry:
    """The entry that tells one finding."""
    return Entry(finding, (subject(finding),), finding.works[:1], finding.cites, finding.rests_on)


def union(groups: Iterable[Iterable[T]]) -> tuple[T, ...]:
    """All that the groups hold, each thing once, in the order of its first place."""
    return tuple(dict.fromkeys(item for group in groups for item in group))


def _join(one: Entry, other: Entry) -> Entry:
    return Entry(
        one.told,
        union((one.subjects, other.subjects)),
        union((one.works, other.works)),
        union((one.cites, other.cites)),
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
    """What must be equal for two findings to say the same, whatever they cite and whomever they concern.

    Remedies are among it: each is enough for what it stands under, which would not be so for remedies of different findings.
    """
    told = entry.told
    return told.kind, told.topic, entry.sentence, told.standing, told.breach, told.conditions, told.remedies


def merge(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """Tell once what is said of several subjects on the same clauses, then what several clauses say of the same."""
    entries = gather(map(entry_of, findings), lambda entry: (says(entry), entry.cites))
    return tuple(gather(entries, lambda entry: (says(entry), frozenset(entry.subjects))))
