# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licences will do, and which of them serve the goals best: the answer as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clingo import Symbol

from ...finding import Cite, Decision, Finding
from .request import Request

GRADES = ("served", "served in part", "not served")
"""How well a licence serves a goal, by the number that the rules give."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What speaks for or against a licence, on account of a goal: a word of the rules, and the sections it stands on."""

    goal: str
    word: Symbol
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Later:
    """What an offer leaves open later. ``bars`` is what is in the way then and was not before; empty where nothing is.

    ``question`` is a word of the sort ``future``.
    """

    question: str
    bars: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Trade:
    """How the work can be sold under terms of one's own, whatever the public licence: the label, or None and what bars it."""

    label: str | None
    bars: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Staying:
    """A licence that came with something in the work, and binds those who take the work up.

    ``extent`` is whole, or part where it is of what is handed over in the work; ``works`` came under it; ``standing`` says how
    sure it is that it binds.
    """

    license: str
    extent: str
    works: tuple[str, ...]
    standing: str


@dataclass(frozen=True, slots=True)
class Option:
    """A licence that will do, or a set of them that bind together, that no other betters: grades by goal, reasons, outlook.

    ``alike`` are others that serve the goals just as well. ``lasting`` says whether the text calls its grant irrevocable or
    revocable, with the section. ``stays`` are licences beside the label that bind as well.
    """

    label: str
    decision: Decision
    grades: Mapping[str, int]
    merits: tuple[Reason, ...]
    concerns: tuple[Reason, ...]
    alike: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()
    lasting: tuple[tuple[str, Cite], ...] = ()
    stays: tuple[Staying, ...] = ()


@dataclass(frozen=True, slots=True)
class Constraint:
    """What rules licences out: a goal that a licence must serve, or a licence of something in the work, with what it asks.

    ``examples`` are findings, each sort once; none of a goal.
    """

    goal: str | None
    license: str | None
    works: tuple[str, ...]
    examples: tuple[Finding, ...]
    excluded: int


@dataclass(frozen=True, slots=True)
class Choice:
    """What comes of a request.

    ``options`` are told in their order; where none will do, they are those that come nearest, and ``missing`` says by label
    which required goals they do not serve. ``constant`` is what is in the way whatever the licence. ``outdone`` are other
    licences that will do, by the option that serves better. ``constraints`` rule licences out; each of ``contradictions`` is a
    set of them that cannot be had together.
    """

    request: Request
    tried: int
    feasible: int
    options: tuple[Option, ...]
    missing: Mapping[str, Sequence[str]]
    constant: tuple[Finding, ...]
    outdone: Mapping[str, Sequence[str]]
    constraints: tuple[Constraint, ...]
    contradictions: tuple[tuple[Constraint, ...], ...]
    trade: Trade

    @property
    def solved(self) -> bool:
        """Whether the work can be offered under one of the options, as it is made and with what is done with it."""
        return bool(self.options) and not self.missing and not self.constant
