# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What holds in some or in every answer set of a grounded program."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from clingo import Configuration, Control, Model, Symbol

Mode = Literal["brave", "cautious"]
"""Whether some answer set has to hold an atom, or every one."""


def consequences(control: Control, mode: Mode) -> list[Symbol]:
    """The shown atoms that are consequences; none if there is no answer set."""
    with _consequences(control, mode, ()) as model:
        return list(model.symbols(shown=True)) if model else []


def holding(control: Control, mode: Mode, literals: Iterable[int], assumptions: Iterable[int] = ()) -> set[int]:
    """Those of the literals that are consequences under the assumptions; none if no answer set meets these.

    The literals have to be of atoms that are shown, or else projected on: the solver keeps count of no others.
    """
    with _consequences(control, mode, assumptions) as model:
        return {literal for literal in literals if model.is_true(literal)} if model else set()


def satisfiable(control: Control, assumptions: Iterable[int]) -> bool:
    """Whether some answer set meets the assumptions."""
    settings = _settings(control)
    settings.enum_mode = "auto"
    settings.models = "1"
    return bool(control.solve(assumptions=list(assumptions)).satisfiable)


def conflict(control: Control, assumptions: Iterable[int]) -> frozenset[int] | None:
    """Assumptions among these that no answer set meets together; None if some answer set meets them all."""
    settings = _settings(control)
    settings.enum_mode = "auto"
    settings.models = "1"
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        return None if handle.model() else frozenset(handle.core())


def irreducible(control: Control, literals: Iterable[int], assumed: Sequence[int]) -> list[int]:
    """Literals among these, none of them idle, that no answer set meets together with the assumptions.

    Args:
        control: a ground program
        literals: what no answer set meets together with the assumptions
        assumed: assumptions that are kept
    """
    kept = list(literals)
    for left_out in (None, *kept):
        if left_out is None or left_out in kept:
            core = conflict(control, [*assumed, *(literal for literal in kept if literal != left_out)])
            kept = kept if core is None else [literal for literal in kept if literal in core]
    return kept


def answer_set(control: Control, assumptions: Iterable[int], atoms: Iterable[int]) -> frozenset[int] | None:
    """Those of the atoms that one answer set holds; None if no answer set meets the assumptions."""
    settings = _settings(control)
    settings.enum_mode = "auto"
    settings.models = "1"
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        model = handle.model()
        return frozenset(filter(model.is_true, atoms)) if model else None


def least(control: Control, assumptions: Iterable[int], literals: Sequence[int]) -> Generator[frozenset[int], None, None]:
    """Those of the literals that hold in an answer set of least cost, each set of them once.

    Costs are those of the minimize statements of the program, which nothing else here looks at. The control serves nobody else
    until the last set was asked for, or no more of them is wanted.
    """
    settings = _settings(control)
    settings.enum_mode, settings.models, settings.opt_mode = "auto", "0", "optN"
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for model in handle:
            if model.optimality_proven:
                held = frozenset(filter(model.is_true, literals))
                yield held
                model.context.add_clause([-literal if literal in held else literal for literal in literals])


def cheapest(control: Control, assumptions: Iterable[int], literals: Sequence[int]) -> frozenset[int] | None:
    """Those of the literals that hold in one answer set of least cost; None if no answer set meets the assumptions."""
    searching = control.configuration.solver
    assert isinstance(searching, Configuration)
    searching.opt_heuristic, searching.restart_on_model = "sign,model", "1"  # towards less cost: half the time
    settings = _settings(control)
    settings.enum_mode, settings.models, settings.opt_mode = "auto", "0", "opt"
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for _ in handle:
            pass
        best = handle.last()
        return frozenset(filter(best.is_true, literals)) if best else None


@contextmanager
def _consequences(control: Control, mode: Mode, assumptions: Iterable[int]) -> Iterator[Model | None]:
    """The consequences as a model, to be read before the solver goes on to anything else."""
    settings = _settings(control)
    settings.enum_mode = mode
    settings.models = "0"
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for _ in handle:
            pass
        yield handle.last()


def _settings(control: Control) -> Configuration:
    settings = control.configuration.solve
    assert isinstance(settings, Configuration)
    settings.opt_mode = "ignore"
    return settings
