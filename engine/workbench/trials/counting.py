# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From rules that fire to the cases in which statements matter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from clingo import Symbol, SymbolType

from ...glossary import KNOWLEDGE_BASE
from ...solve import owner
from .watched import Watched

Instance = tuple[int, Symbol, tuple[Symbol, ...], int | None]
"""A rule that fires: its number, its head, its premises, and the case it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A case in which a statement matters, and what it concludes there.

    It is ``needed`` if nothing else concludes that, and something that is shown follows from it.
    """

    statement: str
    case: int
    head: Symbol
    needed: bool


class Counting:
    """Counts where rules fire. What is about no case itself counts where something that follows from it is about one.

    What some rule wants absent may keep something from following, which cannot be seen: it counts in every case that loads the
    licence it is about; in every case, if it is about none.

    Args:
        owners: the case of each symbol
        loading: the cases that load each licence, by its id
        law: what is watched
    """

    def __init__(self, owners: Mapping[Symbol, int], loading: Mapping[str, set[int]], law: Watched) -> None:
        self._owners, self._loading, self._law = owners, loading, law
        self._cases: dict[Symbol, int | None] = {}
        self._denied: dict[Symbol, bool] = {}
        self._everyone = set(owners.values())
        self._direct: dict[Symbol, set[int]] = {}
        self._general: dict[Symbol, set[Symbol]] = {}

    def count(self, fired: Iterable[Symbol]) -> Iterator[Matter]:
        """Where statements matter, as often as they do.

        Args:
            fired: what the watched rules concluded
        """
        instances = [self._instance(atom) for atom in fired]
        for _, head, premises, case in instances:
            for premise in premises:
                if case is None:
                    self._general.setdefault(premise, set()).add(head)
                elif self._case(premise) is None:
                    self._direct.setdefault(premise, set()).add(case)
        carrying, alone = _carrying(instances), _alone(instances)
        for number, head, _, case in instances:
            needed = head in carrying and head in alone
            for each in self._reached(head) if case is None else (case,):
                yield Matter(self._law.rules[number], each, head, needed)
        for premise, fact in self._law.facts.items():
            if premise in self._general or premise in self._direct or self._is_denied(premise):
                for case in self._reached(premise):
                    yield Matter(fact, case, premise, premise in carrying)

    def _instance(self, atom: Symbol) -> Instance:
        number, head, premises = atom.arguments
        several = tuple(premises.arguments[:-1])
        case = next((each for each in map(self._case, several) if each is not None), None)
        return number.number, head, several, case

    def _case(self, term: Symbol) -> int | None:
        """The case that a term is about, if it is about one."""
        if term not in self._cases:
            try:
                self._cases[term] = owner(term, self._owners)
            except LookupError:
                self._cases[term] = None
        return self._cases[term]

    def _is_denied(self, atom: Symbol) -> bool:
        if atom not in self._denied:
            self._denied[atom] = self._law.is_denied(atom)
        return self._denied[atom]

    def _reached(self, premise: Symbol) -> frozenset[int]:
        """The cases in which something about them follows from what is about no case."""
        seen, stack, cases = {premise}, [premise], set[int]()
        while stack:
            each = stack.pop()
            cases |= self._direct.get(each, set())
            if self._is_denied(each):
                named = [self._loading[text] for text in strings(each) if text in self._loading]
                cases.update(*(named or [self._everyone]))
            new = self._general.get(each, set()) - seen
            seen |= new
            stack += new
        return frozenset(cases)


def _carrying(instances: Iterable[Instance]) -> set[Symbol]:
    """What is shown, and all from which it may follow."""
    premises: dict[Symbol, set[Symbol]] = {}
    for _, head, several, _ in instances:
        premises.setdefault(head, set()).update(several)
    seen = {head for head in premises if head.name in shown()}
    stack = list(seen)
    while stack:
        new = premises.get(stack.pop(), set()) - seen
        seen |= new
        stack += new
    return seen


def _alone(instances: Iterable[Instance]) -> set[Symbol]:
    """What one rule alone concludes."""
    rules: dict[Symbol, set[int]] = {}
    for number, head, _, _ in instances:
        rules.setdefault(head, set()).add(number)
    return {head for head, several in rules.items() if len(several) == 1}


@cache
def shown() -> frozenset[str]:
    """The predicates that the engine reads back."""
    return frozenset(_SHOWN.findall((KNOWLEDGE_BASE / "show.lp").read_text(encoding="utf-8")))


_SHOWN = re.compile(r"^#show (\w+)/", re.MULTILINE)


def strings(term: Symbol) -> Iterator[str]:
    """The strings in a term; what is under an exception names its licence and the exception."""
    if term.type is SymbolType.String:
        yield from term.string.split(" WITH ")
    elif term.type is SymbolType.Function:
        for argument in term.arguments:
            yield from strings(argument)
