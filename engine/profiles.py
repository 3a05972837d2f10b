# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Profiles: bundles of answers to open questions, as a theory or the courts of a jurisdiction give them.

A case is put under a profile by stating the answers of the profile to those questions that the case, as it stands, leaves
open. So what the case settles itself always goes first, a profile that answers nothing which is open changes nothing, and
profiles that answer alike share one copy of the case. Which answers a profile gives is read from the grounded rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from clingo import Symbol, SymbolType

from .case import Case
from .comparison import Comparison
from .decide import BATCH, decide
from .finding import Decision
from .knowledge import grounded
from .problem import hint, quoted

Answers = Mapping[str, str]
"""Answers to questions of law, as the readings of a case state them."""

ALL = "all"
"""The word for every theory side by side."""


class UnknownProfileError(LookupError):
    """A name that is neither a theory nor a jurisdiction; the message says which there are and what may have been meant."""


@cache
def theories() -> Mapping[str, Answers]:
    """The answers of each theory, by its name in the order of the alphabet."""
    return _held("holds_by")


@cache
def jurisdictions() -> Mapping[str, Answers]:
    """What the courts of each jurisdiction, or of a wider one, have decided, by its code in the order of the alphabet."""
    return _held("prevails")


def answers(name: str) -> Answers:
    """The answers of a theory or jurisdiction.

    Args:
        name: the theory, hyphenated, or the code of the jurisdiction
    Raises:
        UnknownProfileError: there is none of that name
    """
    known = {**theories(), **jurisdictions()}
    if name in known:
        return known[name]
    meant = hint(name, (ALL, *known))
    expected = f"{ALL}, a theory ({', '.join(theories())}) or a jurisdiction ({', '.join(jurisdictions())})"
    raise UnknownProfileError(f"no theory or jurisdiction is called {quoted(name)}; expected {expected}{meant}")


def compare(cases: Iterable[Case], profiles: Sequence[str] | None = None) -> Iterator[Comparison]:
    """Decides cases as they stand and under profiles.

    Args:
        cases: cases that were read and checked
        profiles: names of theories or jurisdictions; every theory if None
    Returns:
        one comparison for each case, in their order; a batch is decided when its first comparison is asked for
    Raises:
        UnknownProfileError: there is no profile of that name
    """
    chosen = {name: answers(name) for name in (theories() if profiles is None else profiles)}
    decisions = decide(cases)
    while batch := tuple(islice(decisions, BATCH)):
        yield from _compare(batch, chosen)


def _compare(batch: Sequence[Decision], chosen: Mapping[str, Answers]) -> Iterator[Comparison]:
    copies: dict[tuple[int, frozenset[tuple[str, str]]], Case] = {}
    for index, decision in enumerate(batch):
        for given in chosen.values():
            settled = _settled(decision, given)
            if settled and (index, settled) not in copies:
                case = decision.case
                copies[index, settled] = replace(case, readings={**case.readings, **dict(sorted(settled))})
    decided = dict(zip(copies, decide(copies.values()), strict=True))
    for index, decision in enumerate(batch):
        under = {name: decided.get((index, _settled(decision, given)), decision) for name, given in chosen.items()}
        yield Comparison(decision, under)


def _settled(decision: Decision, given: Answers) -> frozenset[tuple[str, str]]:
    """The answers to questions that are open in a case."""
    return frozenset((question, answer) for question, answer in given.items() if question in decision.open_questions)


def _held(predicate: str) -> Mapping[str, Answers]:
    """Which questions each name that stands last in the facts of a predicate answers, and how."""
    control = grounded((), ())
    held: dict[str, dict[str, str]] = {}
    for atom in control.symbolic_atoms.by_signature(predicate, 3):
        question, answer, name = map(_written, atom.symbol.arguments)
        held.setdefault(name, {})[question] = answer
    return dict(sorted(held.items()))


def _written(symbol: Symbol) -> str:
    """A word or code as a case writes it."""
    return symbol.string if symbol.type is SymbolType.String else symbol.name.replace("_", "-")
