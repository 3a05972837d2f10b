# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Trying every rule: which fire, and which negated atoms hold, when all that could be in any case is (see ``relaxed``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clingo import Control, Function, Number, String, Symbol
from clingo.ast import AST, ASTType, Literal, Location, Position, ProgramBuilder, Sign, SymbolicAtom, SymbolicTerm
from clingo.ast import Function as FunctionTerm
from clingo.ast import Rule as RuleNode

from .base import Base
from .documents import places
from .program import Atom, Rule, is_premise, law, traffic
from .relaxed import distinct, relaxed, relaxed_atom
from .supposed import said, stated
from .variables import unsafe

_FIRES, _HELD, _TRIED = "fires", "held", "tried"
_QUERIED = """
found(Found, "") :- finding(Found).
found(Found, "") :- reviewed(Found).
turns(Found, (law; fact)) :- found(Found, _).
"""
"""What queries and reviews start from is what was found, with its standing."""


@dataclass(frozen=True, eq=False)
class Trial:
    """What came of trying every rule: those that never fire, with the first premise that cannot hold, and idle negations."""

    dead: tuple[tuple[Rule, AST], ...]
    idle: tuple[tuple[Rule, Atom], ...]


@lru_cache(maxsize=64)
def trial(base: Base) -> Trial:
    """Derive all that could be derived in any case."""
    skipped = {(file.name, line) for file in base.others for line, _ in unsafe(file)}
    usable = [rule for rule in law(base) if (rule.file, rule.line) not in skipped]
    rules = [rule for rule in usable if not rule.is_fact]
    negated = {str(atom): (rule, atom) for rule in rules for atom in rule.read if not atom.wanted}
    control = _grounded(base, usable, [atom for _, atom in negated.values()])
    fired, held = (_numbers(control, name) for name in (_FIRES, _HELD))
    dead = [rule for number, rule in enumerate(rules) if number not in fired]
    idle = tuple(pair for number, pair in enumerate(negated.values()) if number not in held)
    return Trial(tuple(zip(dead, _culprits(control, dead), strict=True)), idle)


def _numbers(control: Control, name: str) -> set[int]:
    return {atom.symbol.arguments[0].number for atom in control.symbolic_atoms.by_signature(name, 1)}


def _grounded(base: Base, usable: list[Rule], negated: list[Atom]) -> Control:
    """All that the relaxed rules lead to, and by numbers which of them fire and which of the negated atoms hold."""
    control = Control(["--warn=none"])
    with ProgramBuilder(control) as builder:
        for number, rule in enumerate(rule for rule in usable if not rule.is_fact):
            heads, body = relaxed(rule)
            for head in (*heads, _numbered(_FIRES, number)):
                builder.add(RuleNode(rule.node.location, head, body))
        for number, atom in enumerate(negated):
            builder.add(RuleNode(atom.node.location, _numbered(_HELD, number), [relaxed_atom(atom)]))
    control.add("base", [], _QUERIED)
    with control.backend() as backend:
        for symbol in (*_supposed(base), *_stating([rule for rule in usable if rule.is_fact])):
            backend.add_rule([backend.add_atom(symbol)])
    control.ground([("base", [])])
    return control


def _stating(facts: list[Rule]) -> Iterator[Symbol]:
    """What facts say."""
    control = Control(["--warn=none"])
    with ProgramBuilder(control) as builder:
        for fact in facts:
            builder.add(fact.node)
    control.ground([("base", [])])
    return distinct(atom.symbol for atom in control.symbolic_atoms)


def _supposed(base: Base) -> Iterator[Symbol]:
    """What comes from outside: cases, and licences."""
    told = traffic(base)
    for predicate in told.declared:
        if not any(file != "licenses/" for file in told.concluded.get(predicate, ())) and predicate[0] not in (
            "clause",
            "position",
        ):
            yield from stated(predicate[0], places(base).get(predicate, ("",) * predicate[1]))
    used = list(_terms(base))
    yield from (Function("clause", [String(""), String(""), term]) for term in (*said(), *used))
    yield from (Function("position", [String(""), String(""), term]) for term in used)


def _terms(base: Base) -> Iterator[Symbol]:
    """The terms that the licences of the knowledge base use, conditions of every make among them."""
    control = Control(["--warn=none"], logger=lambda _code, _message: None)
    for file in base.licences:
        if file.statements and not any(node.body for node in file.of(ASTType.Rule)):
            control.add("base", [], file.text)
    control.ground([("base", [])])
    found = (atom.symbol for name in ("clause", "position") for atom in control.symbolic_atoms.by_signature(name, 3))
    return distinct(symbol.arguments[2] for symbol in found)


def _culprits(control: Control, dead: list[Rule]) -> list[AST]:
    """For each rule the first premise that does not hold beside those before it."""
    trial = Control(["--warn=none"])
    premises = [[premise for premise in rule.premises if is_premise(premise)] for rule in dead]
    wanted = {atom.key for rule in dead for atom in rule.read if atom.wanted}
    with ProgramBuilder(trial) as builder:
        for number, rule in enumerate(dead):
            body = relaxed(rule)[1]
            for count in range(1, len(premises[number]) + 1):
                builder.add(RuleNode(rule.node.location, _numbered(_TRIED, number, count), _first(body, count)))
    with trial.backend() as backend:
        for name, arity in wanted:
            for atom in control.symbolic_atoms.by_signature(name, arity):
                backend.add_rule([backend.add_atom(atom.symbol)])
    trial.ground([("base", [])])
    held = {tuple(part.number for part in atom.symbol.arguments) for atom in trial.symbolic_atoms.by_signature(_TRIED, 2)}
    return [
        next((part for count, part in enumerate(parts, 1) if (number, count) not in held), parts[-1])
        for number, parts in enumerate(premises)
    ]


def _first(body: list[AST], count: int) -> list[AST]:
    """The first few premises, without comparisons."""
    return [premise for premise in body if is_premise(premise)][:count]


def _numbered(name: str, *numbers: int) -> AST:
    begin = Position("<lint>", 1, 1)
    place = Location(begin, begin)
    terms = [SymbolicTerm(place, Number(number)) for number in numbers]
    return Literal(place, Sign.NoSign, SymbolicAtom(FunctionTerm(place, name, terms, 0)))
