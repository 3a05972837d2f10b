# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""By what the licences of the library differ, as ``kb/goals/traits.lp`` derives it from their clauses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from clingo import Control

from .catalog import licenses
from .glossary import KNOWLEDGE_BASE
from .knowledge import load
from .language import hyphenated

ASPECTS = ("permits", "within", "forbids", "requires", "restricts", "approved")
"""What a licence may be asked for: each with the words that ``known`` lists."""

Traits = Mapping[str, frozenset[str]]
"""The traits of one licence: aspect to words, as the command line writes them (``license-whole``)."""


def traits() -> Mapping[str, Traits]:
    """The traits of every licence of the library by its id."""
    return _traits(licenses())


@cache
def _traits(known: tuple[str, ...]) -> Mapping[str, Traits]:
    control = Control(["--warn=none"])
    load(control, known)
    for file in ("goals/traits.lp", "approvals.lp"):
        control.add("base", [], (KNOWLEDGE_BASE / file).read_text(encoding="utf-8"))
    control.ground([("base", [])])
    found: dict[str, dict[str, set[str]]] = {name: {} for name in known}
    for atom in control.symbolic_atoms.by_signature("trait", 3):
        license_id, aspect, word = atom.symbol.arguments
        if license_id.string in found:
            found[license_id.string].setdefault(aspect.name, set()).add(hyphenated(word.name))
    return {name: {aspect: frozenset(of_license.get(aspect, ())) for aspect in ASPECTS} for name, of_license in found.items()}


def known(aspect: str) -> tuple[str, ...]:
    """The words that some licence has under an aspect, in their order."""
    return tuple(sorted({word for of_license in traits().values() for word in of_license[aspect]}))


def apart(names: Iterable[str]) -> Mapping[str, Traits]:
    """What tells licences from one another: of each, the traits that not all of them have.

    Args:
        names: ids of the library
    """
    compared = {name: traits()[name] for name in names}
    shared = {aspect: frozenset.intersection(*(told[aspect] for told in compared.values())) for aspect in ASPECTS}
    return {name: {aspect: told[aspect] - shared[aspect] for aspect in ASPECTS} for name, told in compared.items()}


def having(wanted: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The licences that have every trait wanted.

    Args:
        wanted: aspects, each with one word
    """
    asked = tuple(wanted)
    return (name for name, of_license in traits().items() if all(word in of_license[aspect] for aspect, word in asked))
