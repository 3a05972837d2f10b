# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What holds in some or in every answer set of a grounded program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from clingo import Configuration, Control, Symbol

Mode = Literal["brave", "cautious"]
"""Whether some answer set has to hold an atom, or every one."""


def consequences(control: Control, mode: Mode, assumptions: Iterable[int] = ()) -> list[Symbol]:
    """The shown atoms that are consequences under the assumptions."""
    _set(control, mode)
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for _ in handle:
            pass
        last = handle.last()
        return list(last.symbols(shown=True)) if last else []


def holding(control: Control, mode: Mode, literals: Mapping[Symbol, int], assumptions: Iterable[int]) -> set[Symbol]:
    """Those of the given atoms (each with its literal) that are consequences under the assumptions."""
    _set(control, mode)
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for _ in handle:
            pass
        last = handle.last()
        return {atom for atom, literal in literals.items() if last.is_true(literal)} if last else set()


def satisfiable(control: Control, assumptions: Iterable[int]) -> bool:
    """Whether some answer set meets the assumptions."""
    settings = _settings(control)
    settings.enum_mode = "auto"
    settings.models = "1"
    return bool(control.solve(assumptions=list(assumptions)).satisfiable)


def _set(control: Control, mode: Mode) -> None:
    settings = _settings(control)
    settings.enum_mode = mode
    settings.models = "0"


def _settings(control: Control) -> Configuration:
    settings = control.configuration.solve
    assert isinstance(settings, Configuration)
    return settings
