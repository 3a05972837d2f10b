# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is asked and told when mutants are tried: tasks, requests for cases to be decided, and what came of each mutant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..faults.mutation import Mutation

NOBODY = -1
"""In place of the case that noticed a mutant, where deciding never ends: every case would notice."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a mutation.

    ``killer`` is the number of the case that noticed it, None if none did; ``told`` says how. ``tried`` has the cases that did
    not notice it, each with how its decision differs all the same. ``foreseen`` is how many may have noticed it.
    """

    mutation: Mutation
    killer: int | None
    told: str = ""
    tried: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    foreseen: int = 0

    @property
    def changed(self) -> dict[int, tuple[str, ...]]:
        """The cases in which something changed that no expectation speaks of."""
        return {case: lines for case, lines in self.tried.items() if lines}


@dataclass(frozen=True, slots=True)
class Task:
    """The mutations of one statement, with the cases to be tried first and those that are known not to notice each.

    At most ``limit`` cases are tried on each, those that are known included; all of them, if it is None; at most ``unlikely``
    where no case is known to lose or to gain anything that matters.
    """

    mutations: tuple[Mutation, ...]
    limit: int | None = None
    unlikely: int | None = None
    first: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    known: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Cases that are to be decided with a mutation."""

    mutation: Mutation
    cases: Sequence[int]


Outcomes = Mapping[int, tuple[str, tuple[str, ...]]]
"""For each case how it notices the mutant, if it does, and how its decision differs."""
