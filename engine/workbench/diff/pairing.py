# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Statements of a file before and after an edit, paired where one took the other's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from .blocks import Block

ALIKE = 0.5
"""How alike two statements are at least, from 0 to 1, if the one is taken for the other after an edit."""


def paired(was: Sequence[Block], now: Sequence[Block]) -> Iterator[tuple[Block | None, Block | None]]:
    """Pairs statements in the order of both files.

    Args:
        was: statements that are no longer there as they were
        now: those that stand in their place
    Returns:
        each with the one that took its place; alone where it is like none, for it came or went
    """
    rest = 0
    for old in was:
        likeness = [SequenceMatcher(None, old.text, new.text, autojunk=False).ratio() for new in now[rest:]]
        best = max(range(len(likeness)), key=likeness.__getitem__, default=-1)
        if best < 0 or likeness[best] < ALIKE:
            yield old, None
            continue
        yield from ((None, new) for new in now[rest : rest + best])
        yield old, now[rest + best]
        rest += best + 1
    yield from ((None, new) for new in now[rest:])
