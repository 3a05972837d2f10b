# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a brief comes to, as values."""

from __future__ import annotations

from dataclasses import dataclass

from ...finding import Decision
from .brief import Brief
from .outcome import Try
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Clash:
    """Lines of a brief of which each is at odds with others, and the trials that show it.

    ``against`` are these others, none of them idle: without any one of them the trials could end as they have to. Where there
    are none, nothing in the brief brings about what the lines want. ``short`` are rights that it would take.
    """

    lines: tuple[int, ...]
    against: tuple[int, ...]
    tries: tuple[Try, ...]
    short: tuple[Short, ...] = ()


@dataclass(frozen=True, slots=True)
class Short:
    """A line lets somebody do what takes a right that he does not have."""

    line: int
    right: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A matter that the brief leaves open, and what follows then: what is tried, and how it ends.

    ``own`` says that it is settled by a line of its own, not under ``terms``.
    """

    matter: str
    tried: tuple[tuple[str, Decision], ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class Caution:
    """What a draft cannot do by itself, with the questions of law that it turns on."""

    word: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Access:
    """Whether somebody who stands for a group may do something: as the brief wants it, and as the draft has it.

    ``group`` is None for those who belong to no group.
    """

    group: str | None
    right: str
    wanted: bool
    has: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """What a brief comes to.

    ``idle`` are the lines that nobody's doing can ever meet, ``untried`` those whose terms no case shows, ``unworded`` is what
    the text has to say beside its terms.
    """

    terms: Terms
    tries: tuple[Try, ...]
    clashes: tuple[Clash, ...]
    access: tuple[Access, ...]
    gaps: tuple[Gap, ...]
    idle: tuple[int, ...]
    untried: tuple[int, ...]
    cautions: tuple[Caution, ...]
    unworded: tuple[str, ...]

    @property
    def brief(self) -> Brief:
        """What was wanted."""
        return self.terms.brief
