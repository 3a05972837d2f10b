# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What ``kb/goals/draft.lp`` derives from a brief and the library: terms, their models, trials, what is left open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from clingo import Control, Function, Number, String, Symbol

from ...catalog import added, file_of, is_exception, licenses
from ...facts import word
from ...glossary import KNOWLEDGE_BASE
from ...language import hyphenated
from .brief import Aim, Bar, Brief, Demand, Law, Line, Right, Settlement, Tier, lines

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


def facts(brief: Brief) -> Iterator[Symbol]:
    """A brief as facts; its words become constants, its texts strings, and nothing program text."""
    yield Function("drafted_for", [word(brief.kind)])
    for place, tier in enumerate(brief.tiers):
        yield from _tier(tier, place)
    for line in lines(brief):
        yield _line(line)


def _tier(tier: Tier, place: int) -> Iterator[Symbol]:
    name = String(tier.name)
    yield Function("tier", [name, Number(place)])
    if tier.limit is not None:
        yield Function("keeps_within", [name, word(tier.limit)])
    if tier.approved:
        yield Function("approved_only", [name])
    if tier.below is not None:
        metric = word(tier.below.metric)
        counted = Function(metric.name, [String(tier.below.unit)]) if tier.below.unit else metric
        yield Function("below", [name, counted, word(tier.below.number)])


def _line(line: Line) -> Symbol:
    number = Number(line.number)
    match line.said:
        case Right(right, _):
            assert line.tier is not None, "what somebody is let do stands in a group"
            return Function("lets", [number, String(line.tier.name), word(right)])
        case Bar(use, _, fact, holds):
            condition = [] if fact is None else [Function("if" if holds else "unless", [word(fact)])]
            return Function("bar", [number, word(use), *condition])
        case Demand(duty, _, text):
            asked = word(duty)
            return Function("demand", [number, asked if text is None else Function(asked.name, [String(text)])])
        case Settlement(matter, answer, _):
            return Function("chooses", [number, word(matter), word(answer)])
        case Aim(aim, _):
            return Function("aims", [number, word(aim)])
        case Law(name, _):
            return Function("law_chosen", [number, String(name)])


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
