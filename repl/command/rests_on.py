# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet rests-on``: the facts of a case that carry a finding, as a checklist of the evidence to keep."""

from __future__ import annotations

import click

from ..explaining import chosen, explained, show, show_object, with_finding
from ..reporter import look_of


@click.command("rests-on")
@with_finding("text", "json", "markdown")
def command(path: str, words: str | None, finding: tuple[str, ...], shape: str) -> None:
    """Tell on what facts of a CASE a FINDING rests, each with the evidence to keep.

    CASE is a YAML file, FILE:LINE where it has several cases, or - for standard input. FINDING is a number of the list that is
    shown without it, or words that occur in it. Of each set that is shown every fact is needed, and all of them are enough.

    Exit codes: 0, or 2 for an input or usage error.
    """
    from licet.engine.report import checklist  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.index import index  # noqa: PLC0415

    explanation = explained(path, words)
    asked = chosen(index(explanation.decision), finding)
    assert asked.finding is not None
    if asked.finding.kind == "question":
        raise click.UsageError("a question rests on what makes it matter; `licet why` tells")
    bases = explanation.rests_on(asked.finding)
    match shape:
        case "json":
            show_object(checklist.structured(asked.finding, bases))
        case "markdown":
            show(checklist.markdown(asked.finding, bases))
        case _:
            show(checklist.lines(asked.finding, bases, look_of()))
