# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Proofs in an answer set: for what is in it a rule with its premises, for what is not in it what stops every rule.

What holds is proved the cheapest way, counting clauses and facts and, dearer, open questions (D. E. Knuth, A Generalization of
Dijkstra's Algorithm, Information Processing Letters 6 (1977), 1-5).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

from .opened import Instance, Opened

OPEN = 20
"""What an open question costs, where a fact or a clause costs 1."""

_ROUNDS = 4
"""Steps that prices of obstacles look ahead."""

Premise = tuple[int, bool]
"""An atom, and whether it is in the answer set."""


@dataclass(frozen=True)
class Proofs:
    """The proofs in one answer set, as far as its atoms were looked at.

    ``true`` are those of them that it holds; ``supports`` has for each the rule that proves it cheapest, None for what is
    given; ``answers`` tells of the answers that were not given to a question which one was.
    """

    program: Opened
    atoms: frozenset[int]
    true: frozenset[int]
    supports: Mapping[int, Instance | None]
    costs: Mapping[int, int]
    answers: Mapping[int, int]

    def premises(self, atom: int) -> Sequence[Premise]:
        """On what it rests that an atom is in the answer set; nothing if it is given."""
        support = self.supports[atom]
        if support is None:
            return ()
        held = [(premise, True) for premise in support.positive]
        return (*held, *((premise, False) for premise in support.negative if premise in self.program.instances))

    def obstacles(self, atom: int) -> Sequence[Premise]:
        """What stops every rule that could lead to an atom which is not in the answer set; another answer, where it is one."""
        if atom in self.answers:
            return ((self.answers[atom], True),)
        return tuple(dict.fromkeys(min(failing, key=self._price) for failing in self._failing.get(atom, ())))

    def failures(self, atom: int) -> Sequence[tuple[Instance, Sequence[Premise]]]:
        """The rules that could lead to an atom which is not in the answer set, each with all that stops it."""
        instances = self.program.instances.get(atom, ())
        return [(instance, tuple(_failing(instance, self.true))) for instance in instances]

    def _price(self, premise: Premise) -> int:
        atom, holds = premise
        return self.costs[atom] if holds else self._prices.get(atom, 0)

    @cached_property
    def _failing(self) -> Mapping[int, Sequence[Sequence[Premise]]]:
        """For each atom outside, the literals that fail in each of its rules."""
        instances = self.program.instances
        outside = (atom for atom in self.atoms - self.true if atom in instances)
        return {atom: [tuple(_failing(instance, self.true)) for instance in instances[atom]] for atom in outside}

    @cached_property
    def _prices(self) -> Mapping[int, int]:
        """About what it costs to tell what stops an atom. Any choice of obstacles is sound; prices make for short reasons."""
        prices = {atom: self.costs[answer] for atom, answer in self.answers.items()}
        for _ in range(_ROUNDS):
            known = prices.copy()
            for atom, rules in self._failing.items():
                if atom not in self.answers:
                    cheapest = {
                        min((known.get(a, 0) if not held else self.costs[a], a) for a, held in failing) for failing in rules
                    }
                    prices[atom] = 1 + sum(price for price, _ in cheapest)
        return prices


def _failing(instance: Instance, true: frozenset[int]) -> Iterator[Premise]:
    yield from ((atom, True) for atom in instance.negative if atom in true)
    yield from ((atom, False) for atom in instance.positive if atom not in true)


def proofs(program: Opened, atoms: frozenset[int], true: frozenset[int]) -> Proofs:
    """Finds the proofs in an answer set.

    Args:
        program: the ground program
        atoms: those that matter, with all on which it turns whether they hold
        true: those of them that the answer set holds
    """
    given = {atom: None for atom in true if atom in program.facts or atom in program.clauses}
    usable = [instance for head in true for instance in program.instances.get(head, ()) if _fires(instance, true)]
    supports, costs = _cheapest(given, usable)
    open_to = {atom for atom in true if (support := supports.get(atom)) is not None and support.choice}
    answers = {atom: chosen for atom in atoms - true for chosen in _chosen(program, atom) if chosen in open_to}
    return Proofs(program, atoms, true, supports, costs, answers)


def _fires(instance: Instance, true: frozenset[int]) -> bool:
    return all(atom in true for atom in instance.positive) and not any(atom in true for atom in instance.negative)


def _chosen(program: Opened, atom: int) -> Iterator[int]:
    """The answers to the question that an atom answers, if it answers one."""
    return (head for instance in program.instances.get(atom, ()) for head in program.answers(instance))


def _cheapest(given: Mapping[int, None], usable: Sequence[Instance]) -> tuple[dict[int, Instance | None], dict[int, int]]:
    """For each atom the rule that proves it cheapest, and what that costs."""
    waiting: dict[int, list[int]] = {}
    missing = [len(set(instance.positive)) for instance in usable]
    queue: list[tuple[int, int, int]] = [(1, atom, -1) for atom in given]
    for number, instance in enumerate(usable):
        for atom in set(instance.positive):
            waiting.setdefault(atom, []).append(number)
        if not missing[number]:
            queue.append((_own_cost(instance), instance.head, number))
    queue.sort()
    supports: dict[int, Instance | None] = {}
    costs: dict[int, int] = {}
    while queue:
        cost, atom, by = heappop(queue)
        if atom in costs:
            continue
        costs[atom], supports[atom] = cost, usable[by] if by >= 0 else None
        for number in waiting.get(atom, ()):
            missing[number] -= 1
            if not missing[number]:
                instance = usable[number]
                heappush(
                    queue, (_own_cost(instance) + sum(costs[premise] for premise in instance.positive), instance.head, number)
                )
    return supports, costs


def _own_cost(instance: Instance) -> int:
    return OPEN if instance.choice else 1
