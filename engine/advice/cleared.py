# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""When a case is clear enough: under the reading that most follow, or under every one."""

from __future__ import annotations

from ..finding import WRONG, Decision, Finding

CLEARED = {"majority": ("clear", "possible"), "all": ("clear",)}
"""The verdicts that may be left, by the readings under which nothing may be in the way."""


def wrongs(decision: Decision, readings: str) -> tuple[Finding, ...]:
    """What is in the way under the readings; all that may be, where only together it is sure that something is.

    Args:
        decision: of a case
        readings: majority or all
    """
    found = decision.of_kind(*WRONG)
    surely = tuple(finding for finding in found if finding.standing not in CLEARED[readings])
    return surely or (() if decision.verdict in CLEARED[readings] else found)
