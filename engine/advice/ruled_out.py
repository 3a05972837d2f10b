# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What plans may not hold together, as it is found between two searches of one control."""

from __future__ import annotations

from collections.abc import Sequence

from clingo import PropagateInit, Propagator


class RuledOut(Propagator):
    """What may not hold together: handed to the solver before it searches, which takes less than to rewrite the program."""

    def __init__(self) -> None:
        self._new: list[Sequence[int]] = []

    def add(self, literals: Sequence[int]) -> None:
        """Rules out that program literals hold together."""
        self._new.append(literals)

    def init(self, init: PropagateInit) -> None:
        """Called by the solver before each search; what it was told once it keeps."""
        for literals in self._new:
            init.add_clause([-init.solver_literal(literal) for literal in literals])
        self._new.clear()
