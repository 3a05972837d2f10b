# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on what kinds of statements a file may hold."""

from __future__ import annotations

from collections.abc import Iterator

from clingo.ast import AST, ASTType

from .base import Base, Fault, line_of
from .program import nodes

_ALLOWED = {ASTType.Rule, ASTType.Program, ASTType.Comment, ASTType.Defined}
_ELSEWHERE = {ASTType.Script, ASTType.ShowSignature, ASTType.ShowTerm, ASTType.Minimize}
"""Kinds that checks of their own tell of."""
_COUNTING = {ASTType.BodyAggregate, ASTType.HeadAggregate, ASTType.TheoryAtom}


def parses(base: Base) -> Iterator[Fault]:
    """Every file can be parsed."""
    for file in base.files.values():
        yield from (Fault(file.name, line, message) for line, message in file.broken)


def included(base: Base) -> Iterator[Fault]:
    """No file includes another: which files belong together is for the engine to say."""
    for file in base.files.values():
        yield from (Fault(file.name, line, "an `#include` stands here") for line in file.included)


def scripts(base: Base) -> Iterator[Fault]:
    """No file holds a script."""
    for file in base.files.values():
        yield from (Fault(file.name, line_of(node), "a script stands here", "rules") for node in file.of(ASTType.Script))


def shown(base: Base) -> Iterator[Fault]:
    """What the engine reads back is said in show.lp, and in goals that are solved by themselves."""
    for file in base.files.values():
        if file.name != "show.lp" and not file.name.startswith("goals/"):
            found = file.of(ASTType.ShowSignature, ASTType.ShowTerm)
            yield from (Fault(file.name, line_of(node), f"`{node}` stands outside show.lp") for node in found)


def constraints(base: Base) -> Iterator[Fault]:
    """No rule forbids a world: what is wrong is derived, and there always is a model."""
    for file in base.others:
        for rule in file.of(ASTType.Rule):
            if str(rule.head) == "#false":
                yield Fault(
                    file.name, line_of(rule), f"`{rule}` is an integrity constraint", "a rule that derives what is wrong"
                )


def aggregates(base: Base) -> Iterator[Fault]:
    """No rule counts, sums, negates twice or tests a set: explanations follow single premises. A choice is of one answer."""
    for file in base.others:
        for rule in (rule for rule in file.of(ASTType.Rule) if rule.body or rule.head.ast_type != ASTType.Literal):
            odd = next((node for node in nodes(rule) if _is_odd(node)), None) or _odd_premise(rule)
            if odd is not None:
                yield Fault(file.name, line_of(odd), f"`{odd}` is more than a single premise", "atoms, comparisons and `not`")


def _is_odd(node: AST) -> bool:
    return node.ast_type in _COUNTING or (node.ast_type == ASTType.Literal and int(node.sign) == 2)


def _odd_premise(rule: AST) -> AST | None:
    """A premise that is no plain literal, or a head that is neither one atom nor a choice of one answer."""
    kinds = (ASTType.SymbolicAtom, ASTType.Comparison)
    odd = (part for part in rule.body if part.ast_type != ASTType.Literal or part.atom.ast_type not in kinds)
    head = rule.head
    choice = head.ast_type == ASTType.Aggregate and str(head).startswith("1 = {") and len(head.elements) == 1
    plain = head.ast_type == ASTType.Literal and int(head.sign) == 0
    return next(odd, None if choice or plain else head)


def directives(base: Base) -> Iterator[Fault]:
    """Nothing but rules, facts, comments and `#defined` stands in a file; `#minimize` in goals alone."""
    for file in base.files.values():
        strange = [kind for kind in file.kinds if kind not in _ALLOWED | _ELSEWHERE]
        misplaced = [] if file.name.startswith("goals/") else [ASTType.Minimize]
        for node in (*file.of(*strange, *misplaced), *file.of(ASTType.Program)):
            if node.ast_type != ASTType.Program or _is_part(node):
                yield Fault(file.name, line_of(node), f"`{node}` has no place here", "rules, facts, comments or `#defined`")


def _is_part(node: AST) -> bool:
    """Whether a statement begins a part of a program, but for the one that every file is."""
    return bool(node.name != "base" or node.parameters)
