# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A case decided as it stands and under profiles, as values: which findings stand otherwise under some of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

from .finding import KINDS, STANDINGS, Decision, Finding


@dataclass(frozen=True, slots=True)
class Row:
    """One finding under every reading: its standing as the case stands and by profile, None where it is not found.

    ``told`` is the first of the findings that are the same one under different readings.
    """

    told: Finding
    standing: str | None
    under: Mapping[str, str | None]

    @property
    def alike(self) -> bool:
        """Whether it stands the same under every reading."""
        return set(self.under.values()) <= {self.standing}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A decision of a case as it stands, and one of the same case under each profile, by name."""

    decision: Decision
    profiles: Mapping[str, Decision]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every finding of any of the decisions, in an order that does not depend on that of the profiles."""
        stands = _standings(self.decision)
        under = {name: _standings(decision) for name, decision in self.profiles.items()}
        told: dict[Hashable, Finding] = {}
        for decision in (self.decision, *self.profiles.values()):
            for finding in decision.findings:
                told.setdefault(identity(finding), finding)
        rows = [
            Row(finding, stands.get(same), {name: found.get(same) for name, found in under.items()})
            for same, finding in told.items()
        ]
        return tuple(sorted(rows, key=lambda row: _order(row.told)))

    @property
    def changes(self) -> tuple[Row, ...]:
        """The findings that do not stand the same under every reading."""
        return tuple(row for row in self.rows if not row.alike)

    @property
    def verdict_changes(self) -> bool:
        """Whether some profile gives another verdict."""
        return any(decision.verdict != self.decision.verdict for decision in self.profiles.values())


def licenses(finding: Finding) -> tuple[str, ...]:
    """The licences a finding cites, each once."""
    return tuple(sorted({cite.license for cite in finding.cites}))


def identity(finding: Finding) -> Hashable:
    """What makes findings under different readings the same one: all but their standing and what hangs on them."""
    return finding.kind, finding.topic, finding.works, finding.party, finding.act, finding.acted_on, licenses(finding)


def _order(finding: Finding) -> tuple[object, ...]:
    whom = (finding.party or "", finding.act or "", finding.acted_on or "")
    return KINDS.index(finding.kind), finding.works, *whom, finding.topic, licenses(finding)


def _standings(decision: Decision) -> Mapping[Hashable, str]:
    """The surest standing of each finding."""
    surest: dict[Hashable, str] = {}
    for finding in sorted(decision.findings, key=lambda finding: STANDINGS.index(finding.standing)):
        surest.setdefault(identity(finding), finding.standing)
    return surest
