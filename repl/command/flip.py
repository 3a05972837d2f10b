# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet flip``: the smallest changes of a case that turn a finding on or off."""

from __future__ import annotations

import click

from ..explaining import chosen, explained, show, show_object, with_finding
from ..reporter import look_of


@click.command("flip")
@with_finding("text", "json")
@click.option("--on", is_flag=True, help="Choose among the findings that the case could come to, and turn one on.")
def command(path: str, words: str | None, finding: tuple[str, ...], shape: str, on: bool) -> None:
    """Tell by what least change of a CASE a FINDING would not be found, or with --on would be.

    CASE is a YAML file, FILE:LINE where it has several cases, or - for standard input. FINDING is a number of the list that is
    shown without it, or words that occur in it.

    Exit codes: 0 there is such a change, 1 there is none, 2 input or usage error.
    """
    from licet.engine.report import flips  # noqa: PLC0415 - not needed for help and usage errors
    from licet.engine.report.index import absent, index  # noqa: PLC0415

    explanation = explained(path, words)
    asked = chosen(absent(explanation) if on else index(explanation.decision), finding)
    if asked.finding is not None and asked.finding.kind == "question":
        raise click.UsageError("a question goes away once it is answered; ask `licet flip` about what turns on it")
    found = tuple(explanation.flips(asked.term))
    if shape == "json":
        show_object({"finding": asked.line, "flips": [flips.structured(flip, explanation.names) for flip in found]})
    else:
        show(flips.lines(asked.line, found, on, explanation.names, look_of()))
    raise click.exceptions.Exit(0 if found else 1)
