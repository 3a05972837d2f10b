# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet why-not``: what stops the rules that could lead to a finding which is absent."""

from __future__ import annotations

import click

from ..explaining import chosen, explained, show, show_object, with_finding
from ..reporter import look_of


@click.command("why-not")
@with_finding("text", "json")
def command(path: str, words: str | None, finding: tuple[str, ...], shape: str) -> None:
    """Tell why a CASE does not come to a FINDING.

    CASE is a YAML file, FILE:LINE where it has several cases, or - for standard input. FINDING is a number of the list that is
    shown without it, or words that occur in it; the list holds what the case could come to if it said something else.

    Exit codes: 0, or 2 for an input or usage error.
    """
    from licet.engine.report import obstacles  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.index import absent, index  # noqa: PLC0415

    explanation = explained(path, words)
    asked = chosen(absent(explanation), finding, index(explanation.decision))
    attempts = explanation.why_not(asked.term)
    if shape == "json":
        show_object({"finding": asked.line, "attempts": [obstacles.structured(attempt) for attempt in attempts]})
    else:
        show(obstacles.lines(asked.line, attempts, look_of()))
