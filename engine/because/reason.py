# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From proofs to reasons: what an atom rests on, and that in turn, as a tree of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clingo import Symbol

from ..consequence import answer_set
from ..facts import Names
from .opened import Opened
from .proof import Premise, Proofs, proofs
from .step import Attempt, Step
from .telling import Teller


class Reasons:
    """Builds reasons from the proofs in one answer set."""

    def __init__(self, proofs: Proofs, teller: Teller) -> None:
        self._proofs = proofs
        self._teller = teller

    def why(self, symbol: Symbol) -> Step:
        """The reason for an atom that is in the answer set, or what stops one that is not.

        Raises:
            KeyError: nothing in the case could lead to it
        """
        atom = self._proofs.program.atoms[symbol]
        (step,) = self._steps((atom, atom in self._proofs.true), {})
        return step

    def attempts(self, symbol: Symbol) -> tuple[Attempt, ...]:
        """The rules that could lead to an atom which is not in the answer set, those first that lack least.

        Raises:
            KeyError: nothing in the case could lead to it
        """
        tried = self._proofs.failures(self._proofs.program.atoms[symbol])
        attempts: dict[tuple[str, ...], Attempt] = {}
        steps: dict[Premise, tuple[Step, ...]] = {}
        for instance, failing in tried:
            lacking = tuple(dict.fromkeys(step for premise in failing for step in self._steps(premise, steps)))
            rule = instance.rule
            if rule is not None:
                told = Attempt(rule.comment[1], rule.comment[0], rule.place, lacking)
                attempts.setdefault((told.place, *(step.sentence for step in lacking)), told)
        return tuple(sorted(attempts.values(), key=lambda attempt: len(attempt.lacking)))

    def _steps(self, root: Premise, steps: dict[Premise, tuple[Step, ...]]) -> tuple[Step, ...]:
        """The step of a premise, or those below where it goes without saying; steps already made are taken from there."""
        for premise in self._bottom_up(root):
            if premise in steps:
                continue
            below = dict.fromkeys(step for each in self._below(premise) for step in steps.get(each, ()))
            steps[premise] = self._teller.steps(*premise, tuple(below))
        return steps[root]

    def _below(self, premise: Premise) -> Sequence[Premise]:
        atom, holds = premise
        return self._proofs.premises(atom) if holds else self._proofs.obstacles(atom)

    def _bottom_up(self, root: Premise) -> Iterator[Premise]:
        """What a step rests on goes before it. What is stopped by nothing but itself has nothing to rest on."""
        seen = {root}
        stack = [(root, iter(self._below(root)))]
        while stack:
            premise, below = stack[-1]
            following = next((each for each in below if each not in seen), None)
            if following is None:
                stack.pop()
                yield premise
            else:
                seen.add(following)
                stack.append((following, iter(self._below(following))))


def reasons(program: Opened, symbol: Symbol, assumptions: Iterable[int], names: Names, told: Mapping[Symbol, str]) -> Reasons:
    """The reasons for an atom, or against it, in an answer set that meets assumptions.

    Args:
        program: the ground program
        symbol: the atom
        assumptions: literals that some answer set holds together
        names: what the symbols of the case stand for
        told: the sentences of findings, by their terms
    """
    atoms = program.cone(program.atoms[symbol])
    true = answer_set(program.control, assumptions, atoms)
    assert true is not None
    found = proofs(program, atoms, true)
    return Reasons(found, Teller(found, names, told))
