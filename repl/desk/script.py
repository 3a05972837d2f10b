# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Lines from a pipe: each is answered in turn, and the end tells what `check` would tell."""

from __future__ import annotations

from collections.abc import Iterable

import click

from .registry import Table
from .state import Desk
from .talk import answer, whole

REFUSED = 2


def play(table: Table, lines: Iterable[str]) -> int:
    """Answer lines until they end or one of them leaves.

    Returns:
        The exit code: 2 if a line could not be carried out, else 1 if something stands in the way at the end, else 0.
    """
    from licet.engine.report.outcome import fails  # noqa: PLC0415 - slow to import

    desk, failed = Desk(), False
    for line in whole(lines):
        told = answer(table, desk, line)
        for each in told.lines:
            click.echo(each, err=told.failed, color=True)
        desk, failed = told.desk, failed or told.failed
        if told.leave:
            break
    decision = table.judge.decided(desk.case)
    barred = decision is not None and fails(decision.verdict, "likely")
    return REFUSED if failed else int(barred)
