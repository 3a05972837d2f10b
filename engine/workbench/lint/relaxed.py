# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The rules with everything left out that could only stop them: what cannot be derived even then can never be.

All works are one work, and so are all parties, acts, licences, sections, strings and numbers; `not` and comparisons of what
was made one are dropped; a case states all that any case could, and licences say all that the clause language can. A derivation
from any case and any licences becomes one by these rules when its names are replaced, so that a rule without an instance here
has none anywhere. Of very long terms not every combination of words is tried (see ``supposed.said``), but all that some licence
uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clingo import Function as Term
from clingo import Number, String, Symbol, SymbolType
from clingo.ast import AST, ASTType, ComparisonOperator, Literal, Sign, SymbolicAtom, SymbolicTerm, Transformer

from .program import Atom, Rule, is_premise

_CONCERNED = re.compile(r"[\"0-9+*/-]")
_ARITHMETIC = (ASTType.BinaryOperation, ASTType.UnaryOperation, ASTType.Interval)


class _Relaxed(Transformer):
    """Makes one of all strings, and of all numbers."""

    def visit_SymbolicTerm(self, term: AST) -> AST:  # noqa: N802 - the names that the library looks for
        """A string or a number."""
        return term.update(symbol=abstract(term.symbol))

    def visit_BinaryOperation(self, term: AST) -> AST:  # noqa: N802
        """A sum, or the like."""
        return SymbolicTerm(term.location, Number(0))

    visit_UnaryOperation = visit_Interval = visit_BinaryOperation  # noqa: N815


def abstract(symbol: Symbol) -> Symbol:
    """A term with all strings, and all numbers, made one."""
    if symbol.type is SymbolType.String:
        return String("")
    if symbol.type is SymbolType.Number:
        return Number(0)
    return Term(symbol.name, [abstract(part) for part in symbol.arguments]) if symbol.type is SymbolType.Function else symbol


def relaxed(rule: Rule) -> tuple[list[AST], list[AST]]:
    """The conclusions and the premises of a rule, relaxed. Premises that could only stop it are gone."""
    heads = [_change(head) for head in rule.heads if str(head) != "#false"]
    return heads, [_change(premise) for premise in rule.premises if is_premise(premise) or _binds(premise)]


def relaxed_atom(atom: Atom) -> AST:
    """An atom as a premise of its own, relaxed."""
    return _change(Literal(atom.node.location, Sign.NoSign, SymbolicAtom(atom.node)))


def _change(part: AST) -> AST:
    """A part of a rule, relaxed; most hold neither string nor number, and stay what they are."""
    if not _CONCERNED.search(str(part)):
        return part
    changed: AST = _Relaxed()(part)
    return changed


def _binds(premise: AST) -> bool:
    """Whether a premise gives a variable its value, or compares with a word of our own."""
    if premise.ast_type != ASTType.Literal or premise.atom.ast_type != ASTType.Comparison or premise.sign != Sign.NoSign:
        return False
    terms = [premise.atom.term, *(guard.term for guard in premise.atom.guards)]
    operators = {guard.comparison for guard in premise.atom.guards}
    if operators == {ComparisonOperator.Equal}:
        return not any(term.ast_type in _ARITHMETIC for term in terms)
    return operators == {ComparisonOperator.NotEqual} and any(_is_word(term) for term in terms)


def _is_word(term: AST) -> bool:
    return bool(term.ast_type == ASTType.SymbolicTerm and term.symbol.type is SymbolType.Function and not term.symbol.arguments)


def distinct(symbols: Iterable[Symbol]) -> Iterator[Symbol]:
    """Symbols with strings and numbers made one, each once."""
    return iter(dict.fromkeys(abstract(symbol) for symbol in symbols))
