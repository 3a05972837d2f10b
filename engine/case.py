# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A case as values: which works there are, how they were made, who does what with them.

Names and words stand as the case writes them (``fine-tunes``, ``medical-advice``). Nothing here knows any law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | bool
"""What an attribute may hold: a word, a whole number, or yes and no."""


Figures = Mapping[str, Mapping[str, int]]
"""Numbers by metric (``monthly-users``), then by unit: a month (``2024-06``), a currency (``USD``), or ``""``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file, line (from 1), and the path inside the document, as ``given.works.tuned.under``."""

    file: str
    line: int
    path: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" + (f" ({self.path})" if self.path else "")


@dataclass(frozen=True, slots=True)
class Making:
    """One way in which a work was made from another: ``fine-tunes base``."""

    verb: str
    source: str
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Work:
    """A work. ``under`` is the licence expression as written, None where the case names none."""

    name: str
    kind: str
    under: str | None = None
    author: str | None = None
    makings: tuple[Making, ...] = ()
    attributes: Mapping[str, Value] = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who acts. ``established`` is an ISO country or region, None where the case does not say."""

    name: str
    established: str | None = None
    attributes: Mapping[str, Value] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a work is used for: a slug of the use taxonomy, and what the case says of it (``consent: yes``)."""

    use: str
    circumstances: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """What a party does with a work: use, host, distribute, publish; with form and circumstances.

    ``places`` are the ISO countries and regions it takes place in, none where the case does not say. ``figures`` are those of
    the product that the act serves, by metric and unit as of a party.
    """

    party: str
    does: str
    work: str
    attributes: Mapping[str, Value] = field(default_factory=dict)
    purposes: tuple[Purpose, ...] = ()
    places: tuple[str, ...] = ()
    figures: Figures = field(default_factory=dict)
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Expectation:
    """What a case expects of one kind of finding: each pattern is met, or with no patterns nothing of that kind is found."""

    kind: str
    patterns: tuple[Mapping[str, str | tuple[str, ...]], ...]
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """One case. ``name`` is a sentence of law. ``readings`` settle open questions: question word to answer word."""

    name: str
    works: tuple[Work, ...]
    parties: tuple[Party, ...] = ()
    acts: tuple[Act, ...] = ()
    readings: Mapping[str, str] = field(default_factory=dict)
    expectations: tuple[Expectation, ...] = ()
    place: Place | None = None
