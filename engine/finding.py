# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A decision as values: findings with their clauses, standing, conditions and remedies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clingo import Symbol

from .case import Case

KINDS = (
    "prohibition",
    "conflict",
    "restricted-use",
    "derivative",
    "aggregate",
    "obligation",
    "permission",
    "question",
    "notice",
)
"""Every kind of finding, in the order of a report."""

WRONG = frozenset({"prohibition", "conflict", "restricted-use"})
"""The kinds that stand in the way of an act."""

STANDINGS = ("settled", "likely", "unknown", "possible")
"""Standings from surest to least sure. An unknown fact is never taken for a permission, so it ranks before `possible`."""


@dataclass(frozen=True, slots=True)
class Cite:
    """A section of a licence. ``steward`` names who published the position where not the text itself says so."""

    license: str
    section: str
    steward: str | None = None

    def __str__(self) -> str:
        place = f"{self.license} {self.section}".rstrip()
        return f"{place} ({self.steward})" if self.steward else place


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that follows from a case.

    ``topic`` is the word the finding turns on (a duty, a ground, a use, a question) as the case format writes it, hyphenated;
    ``works`` names the work first and then others it concerns; ``acted_on`` is the work that the act is done to, where
    that is another one which has the work in it or uses it; ``conditions`` are the smallest sets of answers to open
    questions under which a finding that is not settled holds; ``rests_on`` are facts of the case it stands on;
    ``detail`` fills the topic in, and says of a question where its answer stands; ``term`` is what the solver knows it by
    within its batch.
    """

    kind: str
    topic: str
    works: tuple[str, ...]
    sentence: str
    standing: str = "settled"
    party: str | None = None
    act: str | None = None
    acted_on: str | None = None
    cites: tuple[Cite, ...] = ()
    detail: str | None = None
    breach: bool = False
    remedies: tuple[str, ...] = ()
    conditions: tuple[tuple[str, ...], ...] = ()
    rests_on: tuple[str, ...] = ()
    term: Symbol | None = field(default=None, compare=False, repr=False)

    @property
    def work(self) -> str:
        """The work the finding is about."""
        return self.works[0] if self.works else ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What follows from one case: findings in report order, and the branch chosen for each work whose licence left a choice.

    ``open_questions`` are the questions of law that the case leaves open, whichever branches are chosen. ``barred`` is the
    standing of there being anything in the way, which may be surer than that of each thing alone.
    """

    case: Case
    findings: tuple[Finding, ...]
    elections: Mapping[str, str] = field(default_factory=dict)
    open_questions: frozenset[str] = frozenset()
    barred: str | None = None

    def of_kind(self, *kinds: str) -> tuple[Finding, ...]:
        """The findings of the given kinds, in report order."""
        return tuple(finding for finding in self.findings if finding.kind in kinds)

    @property
    def verdict(self) -> str:
        """``clear``, or how sure it is that something stands in the way."""
        standings = {finding.standing for finding in self.findings if finding.kind in WRONG} | {self.barred}
        return next((standing for standing in STANDINGS if standing in standings), "clear")
