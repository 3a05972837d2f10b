# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From a case to facts: names become canonical symbols, words become constants, nothing becomes program text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from clingo import Function, Number, String, Symbol

from .case import Act, Case, Making, Party, Value, Work
from .election import Election
from .expression import branches
from .terms import offers

CEILING = 2**31 - 1
"""The largest number that clingo holds; larger ones are given as this one, far above every threshold of a licence."""


@lru_cache(maxsize=4096, typed=True)
def word(value: Value) -> Symbol:
    """A word of the vocabulary, or yes and no, as a constant."""
    if isinstance(value, bool):
        return Function("yes" if value else "no")
    if isinstance(value, int):
        return Number(min(value, CEILING))
    return Function(value.replace("-", "_").lower())


class Names:
    """The symbols that stand for one case and for its works, parties and acts, and what they stand for.

    Symbols carry the number of the case within its batch, so that the same few serve every batch: clingo never frees them.
    They are made as they are asked for; ``names`` holds those of works and parties, ``parties`` tells which are parties,
    ``acts`` holds those of acts, ``ways`` for two works the ways in which the case says that the one was made from the other.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        self.case = Function(f"c{number}")
        self.names: dict[Symbol, str] = {}
        self.parties: set[Symbol] = set()
        self.acts: dict[Symbol, Act] = {}
        self.ways: dict[tuple[Symbol, Symbol], list[Symbol]] = {}
        self._symbols: dict[tuple[str, str], Symbol] = {}

    def symbol(self, sort: str, name: str) -> Symbol:
        """The symbol for a work (``w``) or party (``p``) of this name."""
        key = (sort, name)
        if key not in self._symbols:
            symbol = Function(f"{sort}{self.number}_{len(self._symbols)}")
            self._symbols[key] = symbol
            self.names[symbol] = name
            if sort == "p":
                self.parties.add(symbol)
        return self._symbols[key]

    def act(self, act: Act) -> Symbol:
        """A new symbol for an act."""
        symbol = Function(f"a{self.number}_{len(self.acts)}")
        self.acts[symbol] = act
        return symbol

    def all(self) -> Iterator[Symbol]:
        """Every symbol made so far."""
        return chain((self.case,), self.names, self.acts)


def case_facts(case: Case, names: Names, election: Election) -> Iterator[Symbol]:
    """The facts of a case, with the branch of each licence expression that was elected.

    Works, parties and acts are taken in an order of their own, so that the order of a file changes no symbol and no answer.
    """
    yield Function("case", [names.case])
    for party in sorted(case.parties, key=lambda party: party.name):
        yield from _party(party, names)
    for work in sorted(case.works, key=lambda work: work.name):
        yield from _work(work, names, election)
    for act in sorted(case.acts, key=_order):
        yield from _act(act, names)
    for question, answer in case.readings.items():
        place = String(answer) if question == "jurisdiction" else word(answer)
        yield Function("reads", [names.case, word(question), place])


def _party(party: Party, names: Names) -> Iterator[Symbol]:
    symbol = names.symbol("p", party.name)
    yield Function("party", [symbol, names.case])
    if party.established is not None:
        yield Function("established", [symbol, String(party.established)])
    for fact, answer in party.attributes.items():
        yield _told(symbol, fact, answer)
    yield from _amounts(symbol, party.figures)


def _amounts(who: Symbol, figures: Mapping[str, Mapping[str, int]]) -> Iterator[Symbol]:
    for metric, numbers in figures.items():
        for unit, number in numbers.items():
            yield Function("amount", [who, word(metric), String(unit) if unit else Function("none"), word(number)])


def _work(work: Work, names: Names, election: Election) -> Iterator[Symbol]:
    symbol = names.symbol("w", work.name)
    yield Function("belongs", [symbol, names.case])
    yield Function("kind", [symbol, word(work.kind)])
    if work.author is not None:
        yield Function("author", [symbol, names.symbol("p", work.author)])
    yield from _offers(work, symbol, election)
    for fact, answer in work.attributes.items():
        yield _told(symbol, fact, answer)
    for making in work.makings:
        yield from _making(symbol, making, names)


def _offers(work: Work, symbol: Symbol, election: Election) -> Iterator[Symbol]:
    """What the work is offered under: the branch taken, or for a work of one's own every branch; and each branch as a label."""
    open_to_others = branches(work.under) if work.under is not None else ()
    taken = (election[work.name],) if work.name in election else open_to_others
    for branch in taken:
        yield from (Function("offered", [symbol, String(offer)]) for offer in offers(branch))
    if work.name in election and len(open_to_others) > 1:
        yield from (Function("choosable", [symbol, String(offer)]) for branch in open_to_others for offer in offers(branch))
    for choice, branch in enumerate(open_to_others):
        yield from (Function("labelled", [symbol, Number(choice), String(offer)]) for offer in offers(branch))


def _making(work: Symbol, making: Making, names: Names) -> Iterator[Symbol]:
    link = [work, word(making.verb), names.symbol("w", making.source)]
    names.ways.setdefault((link[0], link[2]), []).append(link[1])
    yield Function("made", link)
    for fact, answer in making.attributes.items():
        yield _told(Function("link", link), fact, answer)


def _act(act: Act, names: Names) -> Iterator[Symbol]:
    symbol = names.act(act)
    yield Function("act", [symbol, names.symbol("p", act.party), word(act.does), names.symbol("w", act.work)])
    for fact, answer in act.attributes.items():
        yield Function("form", [symbol, word(answer)]) if fact == "form" else _told(symbol, fact, answer)
    yield from (Function("place", [symbol, String(country)]) for country in act.places)
    yield from _amounts(symbol, act.figures)
    for purpose in act.purposes:
        use = word(purpose.use)
        yield Function("purpose", [symbol, use])
        for fact, answer in purpose.circumstances.items():
            yield _told(Function("use", [symbol, use]), fact, answer)


def _order(act: Act) -> tuple[str, ...]:
    return act.party, act.does, act.work, repr(sorted(act.attributes.items())), repr(act.purposes)


def _told(subject: Symbol, fact: str, answer: Value) -> Symbol:
    return Function("told", [subject, word(fact), word(answer)])
