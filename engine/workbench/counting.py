# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From rules that fire to the cases in which statements matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clingo import Symbol, SymbolType

from ..solve import owner
from .watched import Watched


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

    def count(self, fired: Iterable[Symbol]) -> Iterator[tuple[str, int, Symbol]]:
        """Statements with the cases in which they matter, as often as they do, and what they conclude there.

        Args:
            fired: what the watched rules concluded
        """
        pending: list[tuple[str, Symbol]] = []
        for atom in fired:
            number, head, premises = atom.arguments
            rule = self._law.rules[number.number]
            cases = {premise: self._case(premise) for premise in premises.arguments[:-1]}
            case = next((each for each in cases.values() if each is not None), None)
            for premise, of in cases.items():
                if of is None and case is None:
                    self._general.setdefault(premise, set()).add(head)
                elif of is None and case is not None:
                    self._direct.setdefault(premise, set()).add(case)
            if case is None:
                pending.append((rule, head))
            else:
                yield rule, case, head
        for rule, head in pending:
            for case in self._reached(head):
                yield rule, case, head
        for premise, fact in self._law.facts.items():
            if premise in self._general or premise in self._direct or self._is_denied(premise):
                for case in self._reached(premise):
                    yield fact, case, premise

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


def strings(term: Symbol) -> Iterator[str]:
    """The strings in a term; what is under an exception names its licence and the exception."""
    if term.type is SymbolType.String:
        yield from term.string.split(" WITH ")
    elif term.type is SymbolType.Function:
        for argument in term.arguments:
            yield from strings(argument)
