# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The line at the bottom: the case, what follows from it, and under which readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .state import Desk

if TYPE_CHECKING:
    from licet.engine.finding import Decision


def toolbar(desk: Desk, decision: Decision | None) -> str:
    """The text of the line.

    Args:
        desk: what lies on the desk
        decision: what follows from it, None if there is nothing to decide or it is not decided yet
    """
    name = str(desk.case.get("name", ""))
    parts = [(name if len(name) <= 50 else name[:49] + "…") + (" *" if desk.unsaved else "")]
    if decision is not None:
        counts = {
            kind: len(decision.of_kind(kind))
            for kind in ("prohibition", "conflict", "restricted-use", "obligation", "question")
        }
        parts.append(decision.verdict)
        parts.append(", ".join(f"{number} {kind}" for kind, number in counts.items() if number) or "nothing found")
    given = desk.case.get("given")
    readings = given.get("readings") if isinstance(given, dict) else None
    parts += [", ".join(f"{question}={answer}" for question, answer in readings.items())] if readings else []
    return " | ".join(parts)
