# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A case as plain data, as one would write it in YAML: what ``reader.read`` reads as the same case again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .case import Act, Case, Making, Party, Purpose, Value, Work

Plain = dict[str, object]


def plain(case: Case) -> Plain:
    """The name of a case and all that it gives, without what it expects."""
    given: Plain = {"works": {work.name: _work(work) for work in case.works}}
    if case.parties:
        given["parties"] = {party.name: _party(party) for party in case.parties}
    if case.acts:
        given["acts"] = [_act(act) for act in case.acts]
    if case.readings:
        given["readings"] = dict(case.readings)
    return {"name": case.name, "given": given}


def _work(work: Work) -> Plain:
    told: Plain = {"kind": work.kind}
    if work.under is not None:
        told["under"] = work.under
    if work.author is not None:
        told["by"] = work.author
    for verb in dict.fromkeys(making.verb for making in work.makings):
        sources = [_source(making) for making in work.makings if making.verb == verb]
        told[verb] = sources[0] if len(sources) == 1 else sources
    return told | dict(work.attributes)


def _source(making: Making) -> object:
    return {"work": making.source, **making.attributes} if making.attributes else making.source


def _party(party: Party) -> Plain:
    seat: Plain = {"established-in": party.established} if party.established is not None else {}
    return {**seat, **party.attributes, **_figures(party.figures)}


def _act(act: Act) -> Plain:
    told: Plain = {"party": act.party, "does": act.does, "work": act.work, **act.attributes}
    if act.purposes:
        told["purposes"] = [_purpose(purpose) for purpose in act.purposes]
    if act.places:
        told["in"] = one_or_all(act.places)
    return told | _figures(act.figures)


def _purpose(purpose: Purpose) -> object:
    return {"use": purpose.use, **purpose.circumstances} if purpose.circumstances else purpose.use


def _figures(figures: Mapping[str, Mapping[str, int]]) -> dict[str, Value | dict[str, int]]:
    return {metric: numbers[""] if set(numbers) == {""} else dict(numbers) for metric, numbers in figures.items()}


def one_or_all(values: Sequence[str]) -> object:
    """Values as a list, or the only one by itself."""
    return values[0] if len(values) == 1 else list(values)
