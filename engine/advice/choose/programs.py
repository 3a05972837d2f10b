# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The goal programs of ``choose``, run on facts, and their answers by predicate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from clingo import Control, Function, Number, String, Symbol

from ...glossary import KNOWLEDGE_BASE
from ...knowledge import load

Atoms = Mapping[str, Sequence[Sequence[Symbol]]]
"""The arguments of the atoms of an answer, by predicate."""

_READ = {
    "goals/candidates.lp": ("proposed", "together"),
    "goals/choose.lp": (
        *("option", "feasible", "compared", "ruled_out", "excluded", "demands", "unavoidable", "nearest", "missing"),
        *(
            "counts",
            "grade",
            "rank",
            "drawback",
            "listed_at",
            "merit",
            "proved",
            "concern",
            "shown_in",
            "endures",
            "sold_so",
            "held_back",
            "stays_on",
        ),
    ),
    "goals/front.lp": ("leads", "before", "outdone"),
}
"""What is read of the answer of each goal program: of all that it derives a small part."""


def fact(name: str, *arguments: str | int | Symbol) -> Symbol:
    """An atom: text is a name of the outside world, a symbol stands as it is."""
    return Function(name, [_symbol(argument) for argument in arguments])


def _symbol(argument: str | int | Symbol) -> Symbol:
    if isinstance(argument, str):
        return String(argument)
    return Number(argument) if isinstance(argument, int) else argument


def candidates(facts: Iterable[Symbol]) -> Atoms:
    """Which licences could be tried, alone or together (``kb/goals/candidates.lp``)."""
    return _answer(facts, ("goals/candidates.lp", "offering.lp"))


def compared(facts: Iterable[Symbol], licenses: Iterable[str]) -> Atoms:
    """What speaks for and against each licence, and what rules it out (``kb/goals/choose.lp``).

    Args:
        facts: the candidates, the goals, and what is in the way of each candidate
        licenses: ids of the licence files they need
    """
    files = ("goals/choose.lp", "offering.lp", "patents.lp", "approvals.lp", "identity.lp")
    return _answer(facts, files, licenses)


def best(facts: Iterable[Symbol]) -> Atoms:
    """Which licences nothing serves better than, and in which order they are told (``kb/goals/front.lp``)."""
    return _answer(facts, ("goals/front.lp",))


def _answer(facts: Iterable[Symbol], files: Sequence[str], licenses: Iterable[str] | None = None) -> Atoms:
    """The answer of files of the knowledge base, on top of all rules where licences are named, by themselves otherwise."""
    control = Control(["--warn=none"])
    if licenses is not None:
        load(control, licenses)
    for file in files:
        control.add("base", [], _text(file))
    _ground(control, facts)
    found: dict[str, list[Sequence[Symbol]]] = {name: [] for name in _READ[files[0]]}
    for name, arity, positive in control.symbolic_atoms.signatures:
        if name in found and positive:
            found[name] += [atom.symbol.arguments for atom in control.symbolic_atoms.by_signature(name, arity)]
    return found


def _ground(control: Control, facts: Iterable[Symbol]) -> None:
    with control.backend() as backend:
        for symbol in facts:
            backend.add_rule([backend.add_atom(symbol)])
    control.ground([("base", [])])


@cache
def _text(file: str) -> str:
    return (KNOWLEDGE_BASE / file).read_text(encoding="utf-8")


@cache
def templates() -> tuple[str, ...]:
    """The texts that anybody can put on a work of his own."""
    control = Control(["--warn=none"])
    control.add("base", [], _text("offering.lp"))
    control.ground([("base", [])])
    return tuple(sorted(atom.symbol.arguments[0].string for atom in control.symbolic_atoms.by_signature("template", 1)))
