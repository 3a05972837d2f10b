# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The line at the bottom: the case, what follows from it, and under which readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .sentences import section
from .state import Desk

if TYPE_CHECKING:
    from licet.engine.finding import Decision

LONGEST = 50
"""Characters of the name that are shown."""


class Seen:
    """What is told of the last decision, which is worked out once and shown at every key."""

    def __init__(self) -> None:
        self._last: tuple[Decision, str] | None = None

    def counts(self, decision: Decision | None) -> str:
        """The verdict and how much of what there is; nothing while that is not known."""
        if decision is None:
            return ""
        if self._last is None or self._last[0] is not decision:
            from licet.engine.report.outline import outline  # noqa: PLC0415 - slow to import
            from licet.engine.report.words import numbers  # noqa: PLC0415

            told = numbers(outline(decision)).replace("\u00a0", " ")
            self._last = decision, f"{decision.verdict} | {told}" if told else decision.verdict
        return self._last[1]


def toolbar(desk: Desk, counts: str) -> str:
    """The text of the line.

    Args:
        desk: what lies on the desk
        counts: what follows from it, in a few words
    """
    name = str(desk.case.get("name", ""))
    parts = [(name if len(name) <= LONGEST else name[: LONGEST - 1] + "…") + (" *" if desk.unsaved else "")]
    readings = section(desk.case, "readings")
    parts += [counts] if counts else []
    parts += [", ".join(f"{question}={answer}" for question, answer in readings.items())] if readings else []
    return " | ".join(parts)
