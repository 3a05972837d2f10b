# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The state of the desk: the case, what it was and will be again, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .phrases import Plain


def blank() -> Plain:
    """A case of which nothing is known."""
    return {"name": "A case at the desk", "given": {"works": {}}}


@dataclass(frozen=True)
class Home:
    """Where a case was loaded from or saved to: a file, and the place of the case in its list, None if it stands alone."""

    file: str
    index: int | None = None


@dataclass(frozen=True)
class Desk:
    """What lies on the desk. ``kept`` is the case as it was last loaded or saved; ``asked`` tells whether a question waits."""

    case: Plain = field(default_factory=blank)
    past: tuple[Plain, ...] = ()
    future: tuple[Plain, ...] = ()
    home: Home | None = None
    kept: Plain = field(default_factory=blank)
    asked: bool = False

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self.case != self.kept

    def changed(self, case: Plain) -> Desk:
        """The desk with another state of the case."""
        return self if case == self.case else replace(self, case=case, past=(*self.past, self.case), future=())

    def undone(self) -> Desk:
        """The desk as it was before the last change."""
        *past, before = self.past
        return replace(self, case=before, past=tuple(past), future=(self.case, *self.future))

    def redone(self) -> Desk:
        """The desk as it was before the last undoing."""
        after, *future = self.future
        return replace(self, case=after, past=(*self.past, self.case), future=tuple(future))


@dataclass(frozen=True)
class Reply:
    """What a command answers: lines to print, and the desk after it. ``failed`` tells that it could not be carried out."""

    desk: Desk
    lines: tuple[str, ...] = ()
    failed: bool = False
    leave: bool = False


def reply(desk: Desk, lines: Iterable[str] = (), failed: bool = False) -> Reply:
    """An answer of some lines."""
    return Reply(desk, tuple(lines), failed)
