# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Deciding ahead: while a sentence is typed, the case that it would make is decided already."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.buffer import Buffer

from .judge import Judge
from .phrases import SentenceError
from .registry import find
from .sentences import stated
from .state import Desk


class Foresight:
    """Watches what is typed: a line that is a sentence already is decided in the background, and its answer there at once."""

    def __init__(self, judge: Judge, current: Callable[[], Desk]) -> None:
        self._judge = judge
        self._current = current

    def look_ahead(self, buffer: Buffer) -> None:
        """Begin to decide what the line would come to."""
        line = buffer.text.strip()
        if not line or find(line) is not None:
            return
        try:
            case = stated(self._current().case, line)
        except SentenceError:
            return
        if case != self._current().case:
            self._judge.prepare(case)
