# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What ``kb/goals/review.lp`` concludes from a case that was examined, as symbols by predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from clingo import Control, Function, String, Symbol

from ...glossary import KNOWLEDGE_BASE
from .examined import Examined

FILES = ("uses.lp", "overlaps.lp", "policies.lp", "patents.lp", "powers.lp", "goals/review.lp")


class Judged:
    """The conclusions on one case.

    Args:
        examined: the case
    """

    def __init__(self, examined: Examined) -> None:
        self._control = Control(["--warn=none"])
        self._control.add("base", [], _program())
        with self._control.backend() as backend:
            for fact in (*examined.facts, *examined.sentences, *_told(examined)):
                backend.add_rule([backend.add_atom(fact)])
        self._control.ground([("base", [])])

    def each(self, predicate: str, arity: int) -> Iterator[Sequence[Symbol]]:
        """What stands at the places of each conclusion with a predicate, in a stable order."""
        atoms = sorted(atom.symbol for atom in self._control.symbolic_atoms.by_signature(predicate, arity))
        return (symbol.arguments for symbol in atoms)


def _told(examined: Examined) -> Iterator[Symbol]:
    """What was found, and whether it turns on law or on a fact."""
    for found in examined.found:
        yield Function("found", [found.term, String(found.standing)])
        asked = {question for answers in found.conditions for question, _ in answers}
        yield from (Function("turns", [found.term, Function("law" if question.law else "fact")]) for question in asked)


@cache
def _program() -> str:
    return "\n".join((KNOWLEDGE_BASE / file).read_text(encoding="utf-8") for file in FILES)
