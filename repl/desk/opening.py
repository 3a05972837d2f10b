# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Opens the desk: at the keyboard if there is one, else for the lines of a pipe."""

from __future__ import annotations

import sys
from pathlib import Path

from ..reporter import look_of
from .judge import Judge
from .registry import Table
from .script import play
from .storage import Recovery


def open_desk() -> int:
    """Serve whoever is there until there is nothing more to say.

    Returns:
        The exit code: that of `check` for a pipe, 0 at the keyboard.
    """
    from platformdirs import user_state_path  # noqa: PLC0415 - only the desk keeps anything

    folder = user_state_path("licet")
    table = Table(Judge(), look_of, Recovery(folder))
    try:
        if not sys.stdin.isatty():
            return play(Table(table.judge, look_of, Recovery(Path("/nonexistent"))), sys.stdin)
        from .session import sit  # noqa: PLC0415 - a pipe needs none of it

        return sit(table, folder)
    finally:
        table.judge.close()
