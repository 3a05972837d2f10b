# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Measures and plans in words, with the names of the case."""

from __future__ import annotations

from clingo import Function, Symbol

from ..facts import Names
from ..sentence import doing, fact_phrase, phrase, plain
from .measures import Measure

_PLACES = ("first", "second", "third")


def sentence(measure: Measure, names: Names) -> str:
    """A measure as one tells somebody to take it.

    Args:
        measure: one of those for the case
        names: what the symbols of the case stand for
    """
    arguments = measure.term.arguments
    if measure.kind == "stay-within":
        said = [fact_phrase(Function("fact", [*arguments, Function("no")]), names)]
    elif measure.kind in ("arrange", "ask", "thin-out"):
        use, _, told = fact_phrase(measure.term, names).rpartition(": ")
        said = [f"{told} ({use})" if use else told]
    else:
        said = [_words(argument, names) for argument in arguments]
    return phrase("measure", measure.kind, dict(zip(_PLACES, said, strict=False)))


def _words(symbol: Symbol, names: Names) -> str:
    act = names.acts.get(symbol)
    return doing(act.party, act.does, act.work) if act is not None else plain(symbol, names)
