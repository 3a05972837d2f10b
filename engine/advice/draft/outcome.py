# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How a trial has to end, and whether it does."""

from __future__ import annotations

from dataclasses import dataclass

from clingo import Symbol

from ...case import Case, Expectation
from ...content import kind
from ...finding import WRONG, Decision, Finding
from ...sentence import hyphenated

SURE = frozenset({"settled", "likely"})
"""The standings on which a trial counts what is found as found."""

HELD = frozenset({"clear", "possible"})
"""The verdicts on which a trial counts an act as allowed: nothing stands in the way on the majority reading."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a trial has to end: ``allowed`` or ``barred``, or that something of a kind is ``found`` or ``absent``."""

    sort: str
    kind: str = ""
    topic: str = ""

    def met(self, decision: Decision) -> bool:
        """Whether a decision ends so."""
        if self.sort == "allowed":
            return decision.verdict in HELD
        if self.sort == "barred":
            return decision.verdict in SURE
        return bool(self.found(decision)) == (self.sort == "found")

    def found(self, decision: Decision) -> tuple[Finding, ...]:
        """What the trial is about: of allowed and barred acts all that stands in the way, else what it looks for.

        What only a minority of readings supports is not found; what depends on a fact that nobody gave is not absent.
        """
        if not self.kind:
            return decision.of_kind(*WRONG)
        standings = SURE if self.sort == "found" else SURE | {"unknown"}
        return tuple(each for each in decision.of_kind(self.kind) if each.topic == self.topic and each.standing in standings)

    def expectation(self, decision: Decision) -> Expectation:
        """The outcome as a case expects it: with the verdict or standing that was found, if the trial ended so."""
        if self.sort in ("allowed", "barred"):
            wanted = "clear" if self.sort == "allowed" else "settled"
            return Expectation("verdict", ({"verdict": decision.verdict if self.met(decision) else wanted},))
        if self.sort == "absent":
            return Expectation(self.kind, ({"topic": self.topic, "found": "no"},))
        standing = next((each.standing for each in self.found(decision)), "settled")
        return Expectation(self.kind, ({"topic": self.topic, "standing": standing},))


def outcome(symbol: Symbol) -> Outcome:
    """The outcome that a term of the goal program stands for."""
    if not symbol.arguments:
        return Outcome(symbol.name)
    sought, topic = symbol.arguments
    return Outcome(symbol.name, kind(sought), hyphenated(topic))


@dataclass(frozen=True, slots=True)
class Try:
    """A line of the brief tried as a case: what is done, how it has to end, and what follows."""

    line: int
    told: str
    outcome: Outcome
    case: Case
    decision: Decision

    @property
    def met(self) -> bool:
        """Whether it ends as it has to."""
        return self.outcome.met(self.decision)
