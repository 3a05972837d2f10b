# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What holds in some or in every answer set of a grounded program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    """Those of the literals that are consequences under the assumptions; none if no answer set meets these."""
    with _consequences(control, mode, assumptions) as model:
        return {literal for literal in literals if model.is_true(literal)} if model else set()


def satisfiable(control: Control, assumptions: Iterable[int]) -> bool:
    """Whether some answer set meets the assumptions."""
    settings = _settings(control)
    settings.enum_mode = "auto"
    settings.models = "1"
    return bool(control.solve(assumptions=list(assumptions)).satisfiable)


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
    return settings
