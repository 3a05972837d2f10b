# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A brief as values: who may do what, what is barred, asked, settled and aimed at. Words stand as the brief writes them."""

from __future__ import annotations

from dataclasses import dataclass

from ...case import Place


@dataclass(frozen=True, slots=True)
class Right:
    """Something that a group is let do."""

    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Size:
    """What a member of a group is no larger than. ``unit`` is a currency, or empty."""

    metric: str
    number: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Tier:
    """A group of people, with what it may do.

    ``limit`` is what they keep within; with ``approved`` only those belong to it whom the licensor lets, with ``pays`` only
    those who pay; ``below`` tells how large they may be.
    """

    name: str
    rights: tuple[Right, ...]
    limit: str | None = None
    approved: bool = False
    pays: bool = False
    below: Size | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A barred use. ``fact`` is what it turns on: it is barred if that is so where ``holds``, else unless it is so."""

    use: str
    place: Place
    fact: str | None = None
    holds: bool = True


@dataclass(frozen=True, slots=True)
class Demand:
    """A duty that is asked for, with the text that it quotes, if it does."""

    duty: str
    place: Place
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Settlement:
    """A matter with the answer that the brief gives."""

    matter: str
    answer: str
    place: Place


@dataclass(frozen=True, slots=True)
class Aim:
    """Something that the licence is to be."""

    word: str
    place: Place


@dataclass(frozen=True, slots=True)
class Law:
    """The law that is chosen."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A country or region in which nothing may be done with the work."""

    territory: str
    place: Place


Said = Bar | Demand | Settlement | Aim | Law | Exclusion


@dataclass(frozen=True, slots=True)
class Brief:
    """What somebody wants of a new licence. ``license`` is its id, ``kind`` what works it is for."""

    license: str
    title: str
    kind: str
    tiers: tuple[Tier, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a brief: something a group is let do, or something said of the licence as a whole."""

    number: int
    said: Right | Said
    tier: Tier | None = None

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.said.place


def lines(brief: Brief) -> tuple[Line, ...]:
    """The lines of a brief in their order, numbered from 1."""
    granted: list[tuple[Right | Said, Tier | None]] = [(right, tier) for tier in brief.tiers for right in tier.rights]
    told = [*granted, *((said, None) for said in brief.said)]
    return tuple(Line(number, said, tier) for number, (said, tier) in enumerate(told, 1))
