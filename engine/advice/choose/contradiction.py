# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Constraints that cannot be had together, none of them idle.

Each constraint can be switched on by an assumption. Where nothing is left to choose with all of them on, those that are idle
are switched off one after the other, and other sets are looked for without one of each that is known (Reiter 1987).
"""

from __future__ import annotations

from collections.abc import Sequence

from clingo import Control, Symbol

from ...consequence import conflict

MOST = 5
"""Sets that are told."""

Kept = tuple[Symbol, ...]


def contradictions(options: Sequence[Sequence[Symbol]], ruled_out: Sequence[Sequence[Symbol]]) -> list[Kept]:
    """Smallest sets of constraints that rule out everything together; those with the fewest constraints first.

    Args:
        options: what can be chosen, each as the only argument
        ruled_out: what can be chosen, with a constraint that rules it out
    """
    switches = {constraint: 0 for constraint in sorted({constraint for _, constraint in ruled_out})}
    control = _switched([option for (option,) in options], ruled_out, switches)
    found: list[frozenset[Symbol]] = []
    waiting: list[frozenset[Symbol]] = [frozenset()]
    for left_out in waiting:  # grows while it is read
        if len(found) == MOST:
            break
        if any(known.isdisjoint(left_out) for known in found):
            known = next(known for known in found if known.isdisjoint(left_out))
        else:
            known = _least(control, switches, [one for one in switches if one not in left_out])
            found += [known] if known else []
        waiting += [more for one in sorted(known) if (more := left_out | {one}) not in waiting]
    return sorted((tuple(sorted(kept)) for kept in found), key=lambda kept: (len(kept), kept))


def _switched(options: Sequence[Symbol], ruled_out: Sequence[Sequence[Symbol]], switches: dict[Symbol, int]) -> Control:
    """A program with an answer set for what no constraint that is on rules out; gives the switches their literals."""
    control = Control(["--warn=none"])
    with control.backend() as backend:
        switches |= {constraint: backend.add_atom() for constraint in switches}
        taken = {option: backend.add_atom() for option in options}
        for atom in (*switches.values(), *taken.values()):
            backend.add_rule([atom], choice=True)
        backend.add_rule([], [-atom for atom in taken.values()])
        for option, constraint in ruled_out:
            backend.add_rule([], [taken[option], switches[constraint]])
    return control


def _least(control: Control, switches: dict[Symbol, int], constraints: Sequence[Symbol]) -> frozenset[Symbol]:
    """Some of the constraints, none of them idle, that rule out everything together; none if all of them leave something."""
    kept = list(constraints)
    if conflict(control, [switches[one] for one in kept]) is None:
        return frozenset()
    for one in constraints:
        others = [other for other in kept if other != one]
        if conflict(control, [switches[other] for other in others]) is not None:
            kept = others
    return frozenset(kept)
