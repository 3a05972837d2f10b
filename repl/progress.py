# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A line on standard error that says how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0
_PAUSE = 0.1


class Progress:
    """Says nothing for a second, then counts in place. Does nothing where standard error is not a terminal."""

    def __init__(self) -> None:
        self._next = monotonic() + _PATIENCE
        self._shown = False
        self._wanted = sys.stderr.isatty()

    def watch(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """Pass items on and count them.

        Args:
            items: what is worked on.
            what: the words before the number.
            total: how many there will be, if that is known.
        """
        for number, item in enumerate(items, 1):
            if self._wanted and monotonic() >= self._next:
                of = f" of {total}" if total is not None else ""
                sys.stderr.write(f"\r{what} {number}{of}\x1b[K")
                sys.stderr.flush()
                self._shown, self._next = True, monotonic() + _PAUSE
            yield item

    def clear(self) -> None:
        """Take the line away, before something else is written."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
