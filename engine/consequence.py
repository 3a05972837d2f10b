# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What holds in some or in every answer set of a grounded program."""

from __future__ import annotations

from collections.abc import Iterable

from clingo import Control, Symbol


def consequences(control: Control, mode: str, assumptions: Iterable[int]) -> list[Symbol]:
    """The shown atoms that hold in some (``brave``) or every (``cautious``) answer set under the assumptions."""
    settings = control.configuration.solve
    settings.enum_mode = mode
    settings.models = 0
    symbols: list[Symbol] = []
    with control.solve(assumptions=list(assumptions), yield_=True) as handle:
        for model in handle:
            symbols = list(model.symbols(shown=True))
    return symbols


def findings(control: Control, mode: str, assumptions: Iterable[int]) -> set[Symbol]:
    """The findings among the consequences."""
    return {symbol.arguments[0] for symbol in consequences(control, mode, assumptions) if symbol.name == "finding"}
