# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet why``: the reasons for a finding, down to facts of the case, clauses and open questions."""

from __future__ import annotations

import click

from ..explaining import chosen, explained, show, show_object, with_finding
from ..reporter import look_of


@click.command("why")
@with_finding("text", "json", "markdown", "mermaid")
def command(path: str, words: str | None, finding: tuple[str, ...], shape: str) -> None:
    """Tell why a FINDING of a CASE holds.

    CASE is a YAML file, FILE:LINE where it has several cases, or - for standard input. FINDING is a number of the list that is
    shown without it (what stands in the way has the number it has in the report), or words that occur in it.

    Exit codes: 0, or 2 for an input or usage error.
    """
    from licet.engine.report import reasons  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.index import index  # noqa: PLC0415
    from licet.engine.report.structured import finding as structured  # noqa: PLC0415
    from licet.engine.report.tree import reason  # noqa: PLC0415

    explanation = explained(path, words)
    asked = chosen(index(explanation.decision), finding)
    assert asked.finding is not None
    step = explanation.why(asked.finding)
    match shape:
        case "json":
            show_object({"finding": structured(asked.finding), **reasons.structured(step)})
        case "markdown":
            show(reasons.markdown(asked.finding, step))
        case "mermaid":
            show(reasons.mermaid(step))
        case _:
            show(reason(asked.finding, step, look_of()))
