# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A brief as facts: its words become constants, its texts strings, and nothing program text."""

from __future__ import annotations

from collections.abc import Iterator

from clingo import Function, Number, String, Symbol

from ...facts import word
from .brief import Aim, Bar, Brief, Demand, Exclusion, Law, Line, Right, Settlement, Tier, lines


def facts(brief: Brief) -> Iterator[Symbol]:
    """The facts of a brief."""
    yield Function("drafted_for", [word(brief.kind)])
    for place, tier in enumerate(brief.tiers):
        yield from _tier(tier, place)
    for line in lines(brief):
        yield _line(line)


def _tier(tier: Tier, place: int) -> Iterator[Symbol]:
    name = String(tier.name)
    yield Function("tier", [name, Number(place)])
    if tier.limit is not None:
        yield Function("keeps_within", [name, word(tier.limit)])
    if tier.approved:
        yield Function("approved_only", [name])
    if tier.pays:
        yield Function("pays", [name])
    if tier.below is not None:
        metric = word(tier.below.metric)
        counted = Function(metric.name, [String(tier.below.unit)]) if tier.below.unit else metric
        yield Function("below", [name, counted, word(tier.below.number)])


def _line(line: Line) -> Symbol:
    name, places = _told(line)
    return Function(name, [Number(line.number), *places])


def _told(line: Line) -> tuple[str, list[Symbol]]:
    """What a line says: the name of the predicate, and what stands at its further places."""
    said = line.said
    told: tuple[str, list[Symbol]]
    match said:
        case Right():
            assert line.tier is not None, "what somebody is let do stands in a group"
            told = "lets", [String(line.tier.name), word(said.word)]
        case Bar():
            condition = [] if said.fact is None else [Function("if" if said.holds else "unless", [word(said.fact)])]
            told = "bar", [word(said.use), *condition]
        case Demand():
            told = "demand", [word(said.duty) if said.text is None else Function(word(said.duty).name, [String(said.text)])]
        case Settlement():
            told = "chooses", [word(said.matter), word(said.answer)]
        case Aim():
            told = "aims", [word(said.word)]
        case Law():
            told = "law_chosen", [String(said.name)]
        case Exclusion():
            told = "withheld", [String(said.territory)]
    return told
