# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the name of a licence can stand for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """The knowledge base holds the text. ``ambiguous_version``: the name does not say whether later versions are open."""

    id: str
    ambiguous_version: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """The name stands for several texts with different terms."""

    tag: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """The name stands for a licence whose text was not found."""

    tag: str


@dataclass(frozen=True, slots=True)
class Unspecific:
    """The name stands for no licence: ``other``, ``unknown``."""

    tag: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The knowledge base does not hold the text.

    ``id`` is the name as written or, where ``named``, the id of a licence that is known by name only. ``nearest`` are ids
    that the knowledge base holds and that look like it.
    """

    id: str
    nearest: tuple[str, ...] = ()
    named: bool = False


Identity = Known | Family | Missing | Unspecific | Unknown
