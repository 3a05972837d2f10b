# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What ``kb/goals/draft.lp`` derives from a brief and the library: terms, their models, trials, what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from clingo import Control, Symbol

from ...catalog import added, file_of, is_exception, licenses
from ...glossary import KNOWLEDGE_BASE
from ...language import hyphenated
from .brief import Brief
from .statement import facts

GOAL = KNOWLEDGE_BASE / "goals" / "draft.lp"
APPROVALS = KNOWLEDGE_BASE / "approvals.lp"


class Derived:
    """The atoms that follow from a brief, to be asked for by predicate."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def of(self, name: str, arity: int) -> list[Sequence[Symbol]]:
        """The arguments of every atom of a predicate, in the order of the solver's terms."""
        return [symbol.arguments for symbol in sorted(self._symbols(name, arity))]

    def all(self, name: str, arity: int) -> list[Sequence[Symbol]]:
        """The same in no order, for what there is much of."""
        return [symbol.arguments for symbol in self._symbols(name, arity)]

    def _symbols(self, name: str, arity: int) -> Iterator[Symbol]:
        return (atom.symbol for atom in self._control.symbolic_atoms.by_signature(name, arity))


def derived(brief: Brief) -> Derived:
    """What follows from a brief and the licences of the library."""
    control = _loaded()
    with control.backend() as backend:
        for fact in facts(brief):
            backend.add_rule([backend.add_atom(fact)])
    control.ground([("base", [])])
    return Derived(control)


@cache
def demands() -> frozenset[str]:
    """The duties that a brief may ask for, as it writes them."""
    control = Control(["--warn=none"])
    control.load(str(GOAL))
    control.ground([("base", [])])
    return frozenset(hyphenated(atom.symbol.arguments[0].name) for atom in control.symbolic_atoms.by_signature("occasion", 3))


def _loaded() -> Control:
    control = Control(["--warn=none"])
    control.add("base", [], "\n".join(_texts()))
    return control


def _texts() -> Iterable[str]:
    """The goal program, who approved what, and the licences that a draft can follow: those of the library, no exceptions."""
    yield from (file.read_text(encoding="utf-8") for file in (GOAL, APPROVALS))
    own = {file.stem for file in added()}
    named = (name for name in licenses() if name not in own and not is_exception(name))
    yield from (file_of(name).read_text(encoding="utf-8") for name in named)
