# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Deciding ahead: while a sentence is typed, the case that it would make is decided already."""

from __future__ import annotations

from collections.abc import Callable

from .building import edited
from .completing import choices
from .judge import Judge
from .phrases import Plain, SentenceError
from .state import Desk

ENOUGH = 2
"""Letters of a word from which on it is guessed."""


class Foresight:
    """Sees what is typed: as soon as its last word can only be one, what the line would say is decided meanwhile."""

    def __init__(self, judge: Judge, current: Callable[[], Desk]) -> None:
        self._judge = judge
        self._current = current

    def look_ahead(self, line: str) -> None:
        """Begin to decide what a line comes to, and nothing any more of what earlier lines might have."""
        case = self._current().case
        meant = _meant(case, line.strip())
        try:
            foreseen = edited(case, meant) if meant else None
        except SentenceError:
            foreseen = None
        self._judge.foresee(foreseen if foreseen != case else None)


def _meant(case: Plain, line: str) -> str | None:
    """The line with its last word complete, if only one word can be meant.

    A number, a name, or a word that others begin with has to wait for Enter: deciding what is not meant would hold up what is.
    """
    before, _, word = line.rpartition(" ")
    begun = [choice for choice in choices(before, case) if choice.lower().startswith(word.lower())] if before else []
    return f"{before} {begun[0]}" if len(begun) == 1 and len(word) >= ENOUGH else None
