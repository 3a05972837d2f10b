# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on what can come of rules: predicates from nowhere, conclusions nobody reads, rules that never fire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo.ast import AST

from .base import Base, Fault, line_of
from .program import Atom, Rule, is_premise, law, traffic, written
from .trial import trial


def undefined(base: Base) -> Iterator[Fault]:
    """Every predicate that a rule reads is concluded by some rule or fact, or declared as coming from outside."""
    told = traffic(base)
    for rule in law(base):
        for atom in rule.read:
            if atom.key not in told.concluded and atom.key not in told.declared:
                near = sorted(written(other) for other in told.concluded if other[0] == atom.key[0])
                yield Fault(
                    rule.file, atom.line, f"nothing concludes `{written(atom.key)}`, and no case states it", ", ".join(near)
                )


def unused(base: Base) -> Iterator[Fault]:
    """Every predicate that a rule concludes is read by another, shown, declared for the engine, or the answer to a goal."""
    told = traffic(base)
    for predicate, files in told.concluded.items():
        if predicate not in told.read and predicate not in told.shown and predicate not in told.declared:
            yield from (
                Fault(file, line, f"nobody reads `{written(predicate)}`", "a rule that reads it, `#show`, or `#defined`")
                for file, line in files.items()
                if not file.startswith(("goals/", "licenses/"))
            )


def firing(base: Base) -> Iterator[Fault]:
    """Every rule, and each alternative in a pool, can fire in some case, whatever the clause language lets licences say."""
    for rule, premise in trial(base).dead:
        if _is_known(base, rule.read):
            yield Fault(
                rule.file, line_of(premise), f"the rule can never fire: nothing makes `{premise}` hold{_besides(rule, premise)}"
            )


def absent(base: Base) -> Iterator[Fault]:
    """What a rule wants absent (`not`) can be there in some case; else the premise says nothing: a word may be misspelt."""
    for rule, atom in trial(base).idle:
        if _is_known(base, [atom]):
            yield Fault(rule.file, atom.line, f"`not {atom}` always holds: nothing makes `{atom}` hold")


def _is_known(base: Base, atoms: Iterable[Atom]) -> bool:
    """Whether the predicates come from somewhere; where not, `undefined` tells."""
    told = traffic(base)
    return all(atom.key in told.concluded or atom.key in told.declared for atom in atoms)


def _besides(rule: Rule, premise: AST) -> str:
    first = next(part for part in rule.premises if is_premise(part))
    return "" if premise == first else ", given the premises before it"
