# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From facts back to a case: what a case says once some of its facts are gone and others have come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clingo import Symbol, SymbolType

from ..case import Act, Case, Figures, Making, Value, Work
from ..facts import Names
from ..sentence import hyphenated


def rewritten(case: Case, names: Names, removed: Iterable[Symbol], added: Iterable[Symbol]) -> Case:
    """The case as it is after a change of its facts. Its expectations and its place go.

    Args:
        case: the case
        names: what its symbols stand for, as they were when the facts were made
        removed: facts that it no longer states; figures, parties and readings stay
        added: facts that it states then
    """
    gone, come = list(removed), sorted(added)  # in an order that does not differ from run to run
    works = tuple(_work(work, names, _of(names, work.name, gone), _of(names, work.name, come)) for work in case.works)
    acts = tuple(_act(act, names, _about(symbol, gone), _about(symbol, come)) for symbol, act in names.acts.items())
    parties = tuple(
        replace(party, figures=_figures(party.figures, _about(names.symbol("p", party.name), come))) for party in case.parties
    )
    return replace(case, works=works, parties=parties, acts=acts, expectations=(), place=None)


def _of(names: Names, work: str, facts: Iterable[Symbol]) -> list[Symbol]:
    """The facts of a work."""
    symbol = names.symbol("w", work)
    return [fact for fact in facts if symbol in (fact.arguments[0], *fact.arguments[0].arguments[:1])]


def _about(act: Symbol, facts: Iterable[Symbol]) -> list[Symbol]:
    """The facts of an act."""
    return [fact for fact in facts if act in (fact.arguments[0], *fact.arguments[0].arguments[:1])]


def _work(work: Work, names: Names, gone: list[Symbol], come: list[Symbol]) -> Work:
    attributes = _changed(work.attributes, _told(gone, ""), _told(come, ""))
    offered = any(fact.name in ("offered", "labelled") for fact in (*gone, *come))
    under = next((fact.arguments[2].string for fact in come if fact.name == "labelled"), None) if offered else work.under
    kind = next((hyphenated(fact.arguments[1]) for fact in come if fact.name == "kind"), work.kind)
    author = next((names.names[fact.arguments[1]] for fact in come if fact.name == "author"), work.author)
    makings = _makings(work, names, gone, come)
    return replace(work, under=under, kind=kind, author=author, makings=makings, attributes=attributes)


def _makings(work: Work, names: Names, gone: list[Symbol], come: list[Symbol]) -> tuple[Making, ...]:
    def link(fact: Symbol) -> tuple[str, str]:
        return hyphenated(fact.arguments[1]), names.names[fact.arguments[2]]

    lost = {link(fact) for fact in gone if fact.name == "made"}
    new = {link(fact): Making(*link(fact)) for fact in come if fact.name == "made"}
    kept = {(making.verb, making.source): making for making in work.makings if (making.verb, making.source) not in lost}
    said: dict[tuple[str, str], tuple[dict[str, Value], dict[str, Value]]] = {}
    for place, facts in enumerate((gone, come)):
        for fact in facts:
            if fact.name == "told" and fact.arguments[0].name == "link":
                said.setdefault(link(fact.arguments[0]), ({}, {}))[place][hyphenated(fact.arguments[1])] = _value(
                    fact.arguments[2]
                )
    makings = {**kept, **new}
    return tuple(
        replace(making, attributes=_changed(making.attributes, *said[key])) if key in said else making
        for key, making in makings.items()
    )


def _act(act: Act, names: Names, gone: list[Symbol], come: list[Symbol]) -> Act:
    done = next((fact for fact in come if fact.name == "act"), None)
    attributes = _changed(act.attributes, _told(gone, ""), _told(come, ""))
    attributes = _changed(attributes, _forms(gone), _forms(come))
    dropped = {hyphenated(fact.arguments[1]) for fact in gone if fact.name == "purpose"}
    purposes = tuple(
        replace(purpose, circumstances=_changed(purpose.circumstances, _told(gone, purpose.use), _told(come, purpose.use)))
        for purpose in act.purposes
        if purpose.use not in dropped
    )
    left = {fact.arguments[1].string for fact in gone if fact.name == "place"}
    return replace(
        act,
        does=hyphenated(done.arguments[2]) if done is not None else act.does,
        work=names.names[done.arguments[3]] if done is not None else act.work,
        attributes=attributes,
        figures=_figures(act.figures, come),
        purposes=purposes,
        places=tuple(place for place in act.places if place not in left),
    )


def _figures(figures: Figures, come: Iterable[Symbol]) -> Figures:
    """Figures with those that come to be known."""
    known = {metric: dict(numbers) for metric, numbers in figures.items()}
    for fact in come:
        if fact.name == "amount":
            _, metric, unit, number = fact.arguments
            known.setdefault(hyphenated(metric), {})[unit.string if unit.type is SymbolType.String else ""] = number.number
    return known


def _told(facts: Iterable[Symbol], use: str) -> dict[str, Value]:
    """What is told of the subject itself, or of a use of it."""
    about = [fact for fact in facts if fact.name == "told"]
    fitting = [
        fact for fact in about if (hyphenated(fact.arguments[0].arguments[1]) if fact.arguments[0].name == "use" else "") == use
    ]
    return {hyphenated(fact.arguments[1]): _value(fact.arguments[2]) for fact in fitting if fact.arguments[0].name != "link"}


def _forms(facts: Iterable[Symbol]) -> dict[str, Value]:
    forms = [hyphenated(fact.arguments[1]) for fact in facts if fact.name == "form"]
    return {"form": forms[0]} if forms else {}


def _changed(attributes: Mapping[str, Value], gone: Mapping[str, Value], come: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in attributes.items() if key not in gone} | dict(come)


def _value(symbol: Symbol) -> Value:
    return symbol.name == "yes" if symbol.name in ("yes", "no") else hyphenated(symbol)
