# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Conjunctive queries over what follows from a case. A query is parsed and checked before it comes near a program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from clingo import Control, Function, String, Symbol, SymbolType
from clingo.ast import AST, ASTType, ProgramBuilder, Sign, Transformer, parse_string

from .because.explanation import Explanation
from .because.phrases import blocks, phrases
from .glossary import KNOWLEDGE_BASE
from .problem import hint, quoted
from .sentence import doing, hyphenated

_ALLOWED = frozenset(
    {ASTType.Literal, ASTType.SymbolicAtom, ASTType.Function, ASTType.Variable, ASTType.SymbolicTerm, ASTType.BooleanConstant}
    | {ASTType.Comparison, ASTType.Guard, ASTType.Rule}
)
_LONGEST = 1000
_ROW = "row_of_the_answer"


class QueryError(ValueError):
    """A query that cannot be asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """What one can ask for: its name, its arguments, and what it says."""

    name: str
    arguments: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answers to a query: a row for each, with a value for each variable that has a name."""

    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@cache
def predicates() -> tuple[Predicate, ...]:
    """What one can ask for by name; the conclusions of the rules can be asked for as well."""
    found = blocks("goals/query.lp")
    return tuple(Predicate(name, told.arguments, told.positive.replace("{", "").replace("}", "")) for name, told in found)


def ask(explanation: Explanation, query: str) -> Answer:
    """Answer a query over what follows on the usual answers; findings come with their standing.

    Args:
        explanation: the case
        query: literals with commas between them, as ``obliged("acme", Duty, Work, _, _), not separate(Work, _, _, _)``
    Raises:
        QueryError: it cannot be read, or asks for what there is not
    """
    names = frozenset(explanation.names.names.values())
    body, variables = _parsed(query)
    body = [_Quoted(names)(literal) for literal in body]
    control = Control(["--warn=none"], logger=lambda _code, _message: None)
    control.load(str(KNOWLEDGE_BASE / "goals" / "query.lp"))
    head = f"{_ROW}({', '.join(variables)})" if variables else _ROW
    rule: list[AST] = []
    parse_string(f"{head}.", rule.append)
    with ProgramBuilder(control) as builder:
        builder.add(rule[0])
        builder.add(rule[1].update(body=body))
    with control.backend() as backend:
        for fact in _facts(explanation):
            backend.add_rule([backend.add_atom(fact)])
    try:
        control.ground([("base", [])])
    except RuntimeError as error:
        raise QueryError("a variable stands in no conclusion that holds: it could be anything") from error
    found = (atom.symbol for atom in control.symbolic_atoms.by_signature(_ROW, len(variables)))
    return Answer(variables, tuple(sorted(tuple(map(_shown, symbol.arguments)) for symbol in found)))


def _parsed(query: str) -> tuple[list[AST], tuple[str, ...]]:
    """The literals of a query and its named variables, in their order."""
    if len(query) > _LONGEST:
        raise QueryError(f"a query has at most {_LONGEST} characters")
    statements: list[AST] = []
    try:
        parse_string(f"{_ROW} :- {query.rstrip().rstrip('.')}.", statements.append, logger=lambda _code, _message: None)
    except RuntimeError as error:
        raise QueryError(
            f"this is no query: {quoted(query)}; one reads: obliged(Party, Duty, Work, License, Standing)"
        ) from error
    if len(statements) != 2:
        raise QueryError("a query is one line of conclusions with commas between them")
    names: dict[str, None] = {}
    for node in _nodes(statements[1]):
        if node.ast_type not in _ALLOWED or (node.ast_type == ASTType.Function and node.external):
            raise QueryError(f"{node.ast_type.name} has no place in a query: only conclusions, comparisons and `not`")
        if node.ast_type == ASTType.Variable and node.name != "_":
            names[node.name] = None
        if node.ast_type == ASTType.SymbolicAtom:
            _known(node.symbol)
    negated = {id(literal) for literal in statements[1].body if literal.sign != Sign.NoSign}
    positive = [node for literal in statements[1].body if id(literal) not in negated for node in _nodes(literal)]
    bound = {node.name for node in positive if node.ast_type == ASTType.Variable}
    return list(statements[1].body), tuple(name for name in names if name in bound)


class _Quoted(Transformer):
    """Takes a bare word for the name that it is, if it is one of the case."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def visit_SymbolicTerm(self, term: AST) -> AST:  # noqa: N802 - the name that the library looks for
        """A constant that is a name becomes the string of it."""
        symbol = term.symbol
        bare = symbol.type is SymbolType.Function and not symbol.arguments and symbol.name in self._names
        return term.update(symbol=String(symbol.name)) if bare else term


def _known(term: AST) -> None:
    """Whether there is a predicate of this name.

    Raises:
        QueryError: there is none; says which comes nearest
    """
    known = {(each.name, len(each.arguments)): each.arguments for each in predicates()}
    known |= {
        (each.name, len(each.arguments) - 1): each.arguments[:-1] for each in predicates() if each.arguments[-1] == "Standing"
    }
    known |= {key: phrase.arguments for key, phrase in phrases().items()}
    name, count = term.name, len(getattr(term, "arguments", ()))
    if (name, count) in known or name == _ROW:
        return
    same = [arguments for (other, _), arguments in known.items() if other == name]
    if same:
        raise QueryError(f"{name} takes {len(same[0])} arguments: {name}({', '.join(same[0])})")
    meant = hint(name, {other for other, _ in known})
    raise QueryError(f"there is no conclusion {quoted(name)}{meant or '; ? alone lists what one can ask for'}")


def _nodes(node: AST) -> Iterator[AST]:
    yield node
    for key in node.child_keys:
        child = getattr(node, key)
        for each in child if not isinstance(child, AST) and child is not None else [child]:
            if isinstance(each, AST):
                yield from _nodes(each)


def _facts(explanation: Explanation) -> Iterator[Symbol]:
    """What follows, with names as strings; of a finding its standing as well."""
    for symbol in explanation.conclusions:
        yield _named(symbol, explanation)
        if symbol.name == "doer":
            act, party = (_named(argument, explanation) for argument in symbol.arguments)
            yield Function("does", [party, act])
    for finding in explanation.decision.findings:
        if finding.term is not None and finding.term.name == "finding":
            yield Function("found", [_named(finding.term.arguments[0], explanation), String(finding.standing)])


def _named(symbol: Symbol, explanation: Explanation) -> Symbol:
    """A term in which works, parties and acts go by their names, and words are written as a case writes them."""
    names = explanation.names
    if symbol in names.names:
        return String(names.names[symbol])
    if symbol in names.acts:
        act = names.acts[symbol]
        return String(doing(act.party, act.does, act.work))
    if symbol.type is not SymbolType.Function or not symbol.name:
        return symbol
    if symbol.name == "making" and len(symbol.arguments) == 1:
        return String(f"make {names.names.get(symbol.arguments[0], '')}")
    return Function(symbol.name, [_named(argument, explanation) for argument in symbol.arguments])


def _shown(symbol: Symbol) -> str:
    if symbol.type is SymbolType.String:
        return symbol.string
    if symbol.type is SymbolType.Function and symbol.arguments:
        return f"{hyphenated(symbol)} {', '.join(map(_shown, symbol.arguments))}"
    return hyphenated(symbol) if symbol.type is SymbolType.Function else str(symbol)
