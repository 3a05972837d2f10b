# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A line on standard error that says how far a long run has come."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds before the line is shown."""

PAUSE = 0.2
"""Seconds between two looks at how far the run has come."""


class Progress:
    """Says nothing for a second, then counts in place, also while the solver is busy. On a terminal only.

    A context: at its end the line is gone.
    """

    def __init__(self) -> None:
        self._line = ""
        self._shown = ""
        self._lock = Lock()
        self._over = Event()
        self._thread = Thread(target=self._tell, daemon=True) if sys.stderr.isatty() else None

    def __enter__(self) -> Progress:
        if self._thread:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread:
            self._thread.join()
        self._clear()

    def watch(self, items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
        """Pass items on and count them.

        Args:
            items: what is worked on.
            what: the words before the number.
            total: how many there will be, if that is known.
        """
        of = f" of {total}" if total is not None else ""
        self._line = f"{what} 0{of}"
        for number, item in enumerate(items, 1):
            self._line = f"{what} {number}{of}"
            yield item

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Keep the line away while something else is written."""
        with self._lock:
            self._clear()
            yield

    def _tell(self) -> None:
        self._over.wait(PATIENCE)
        while not self._over.wait(PAUSE):
            with self._lock:
                if self._line != self._shown:
                    sys.stderr.write(f"\r{self._line}\x1b[K")
                    sys.stderr.flush()
                    self._shown = self._line

    def _clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = ""
