# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which statements matter to which cases: each rule is read once more over all that may hold, to see where it can fire.

What may hold is what some reading holds, so a rule may be said to fire where no single reading lets it; never the other way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clingo import Control, Function, Symbol, SymbolType, parse_term
from clingo.ast import AST, ASTType, Sign

from ..case import Case
from ..choice import elect
from ..consequence import holding
from ..facts import Names
from ..knowledge import grounded
from ..solve import owner
from ..variant import Variant, stated
from .law import parsed
from .world import license_files

CERTAIN = "certain__"
"""What goes before the name of a predicate for those of its atoms that hold on every reading."""

FIRED = "fired__"

EXAMPLES = 5
"""Conclusions of each rule that are kept."""

Atoms = dict[tuple[str, int], set[str]]
"""Atoms as text, by predicate and number of arguments."""


@dataclass(slots=True)
class Firing:
    """What may hold in cases, what holds in them on every reading, and where statements matter.

    ``fires`` has for each statement the numbers of the cases in which it matters, with how often; ``heads`` a few conclusions
    of each, by case; ``names`` what symbols stand for, ``owners`` the case they are of.
    """

    possible: Atoms = field(default_factory=dict)
    certain: Atoms = field(default_factory=dict)
    fires: dict[str, dict[int, int]] = field(default_factory=dict)
    heads: dict[str, dict[int, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    owners: dict[str, int] = field(default_factory=dict)

    def add(self, other: Firing) -> None:
        """Takes in what was found for other cases."""
        for own, new in ((self.possible, other.possible), (self.certain, other.certain)):
            for signature, atoms in new.items():
                own.setdefault(signature, set()).update(atoms)
        for statement, counts in other.fires.items():
            self.fires.setdefault(statement, {}).update(counts)
        for statement, heads in other.heads.items():
            kept = self.heads.setdefault(statement, {})
            kept.update(list(heads.items())[: max(EXAMPLES - len(kept), 0)])
        self.names.update(other.names)
        self.owners.update(other.owners)


@dataclass(frozen=True, slots=True)
class Traced:
    """The law as it is watched: a program that tells which rule fires, the rules by their numbers, facts by their atoms.

    ``absent`` are the atoms that some rule wants absent, by their predicates.
    """

    program: str
    rules: Sequence[str]
    facts: Mapping[Symbol, str]
    absent: Mapping[str, Sequence[AST]]

    def is_denied(self, atom: Symbol) -> bool:
        """Whether some rule wants an atom absent."""
        return any(_fits(atom, pattern) for pattern in self.absent.get(atom.name, ()))


def traced(rules: Sequence[str], facts: Iterable[str]) -> Traced:
    """The law as it is watched.

    Args:
        rules: rules with a body, as text
        facts: facts of the law and of licences, as text
    """
    trees = [parsed(rule) for rule in rules]
    program = "\n".join(line for number, rule in enumerate(trees) for line in _told(number, rule))
    atoms = {parse_term(str(each.head)): fact for fact in facts for each in parsed(fact).unpool()}
    absent: dict[str, list[AST]] = {}
    for rule in (single for tree in trees for single in tree.unpool()):
        for literal in rule.body:
            if literal.sign != Sign.NoSign and literal.atom.ast_type == ASTType.SymbolicAtom:
                absent.setdefault(literal.atom.symbol.name, []).append(literal.atom.symbol)
    return Traced(program, rules, atoms, absent)


def _fits(symbol: Symbol, pattern: AST) -> bool:
    """Whether a term is one that a pattern stands for."""
    if pattern.ast_type == ASTType.Variable:
        return True
    if pattern.ast_type == ASTType.SymbolicTerm:
        return bool(pattern.symbol == symbol)
    if pattern.ast_type != ASTType.Function or symbol.type is not SymbolType.Function:
        return False
    places = pattern.arguments
    return (
        pattern.name == symbol.name
        and len(places) == len(symbol.arguments)
        and all(_fits(*pair) for pair in zip(symbol.arguments, places, strict=True))
    )


def fire(cases: Sequence[Case], first: int, law: Traced) -> Firing:
    """Finds out where statements matter, in one grounding.

    Args:
        cases: some cases
        first: the number of the first of them; the others follow
        law: what is watched
    """
    variants = [Variant(one.case, one.election, Names(first + place)) for place, one in enumerate(elect(cases))]
    given, licenses = stated(variants)
    control = grounded(given, licenses)
    literals = {atom.symbol: atom.literal for atom in control.symbolic_atoms}
    brave, sure = (holding(control, mode, literals.values()) for mode in ("brave", "cautious"))
    firing = Firing()
    for variant in variants:
        firing.names |= {str(symbol): name for symbol, name in variant.names.names.items()}
        firing.names |= {str(symbol): f"{act.does} {act.work}" for symbol, act in variant.names.acts.items()}
        firing.owners |= {str(symbol): variant.number for symbol in variant.names.all()}
    for symbol, literal in literals.items():
        if literal in brave:
            text, signature = str(symbol), (symbol.name, len(symbol.arguments))
            firing.possible.setdefault(signature, set()).add(text)
            if literal in sure:
                firing.certain.setdefault(signature, set()).add(text)
    owners = {symbol: variant.number for variant in variants for symbol in variant.names.all()}
    loading: dict[str, set[int]] = {}
    for variant in variants:
        for file in license_files(variant.case):
            loading.setdefault(file.stem, set()).add(variant.number)
    possible = [symbol for symbol, literal in literals.items() if literal in brave]
    certain = [symbol for symbol, literal in literals.items() if literal in sure]
    _Count(owners, loading, law, firing).count(_fired(law.program, possible, certain))
    return firing


def strings(term: Symbol) -> Iterator[str]:
    """The strings in a term; what is under an exception names its licence and the exception."""
    if term.type is SymbolType.String:
        yield from term.string.split(" WITH ")
    elif term.type is SymbolType.Function:
        for argument in term.arguments:
            yield from strings(argument)


def loosened(literal: AST) -> str:
    """A literal as it may be true on some reading: what is negated must not hold on every one."""
    if literal.sign == Sign.NoSign or literal.atom.ast_type != ASTType.SymbolicAtom:
        return str(literal)
    return f"not {CERTAIN}{literal.atom}"


def choice_body(rule: AST) -> list[AST]:
    """The body of a rule; of one that leaves a choice, with what the choice is between."""
    if rule.head.ast_type == ASTType.Literal:
        return list(rule.body)
    return [*rule.body, *(literal for element in rule.head.elements for literal in element.condition)]


def _told(number: int, rule: AST) -> Iterator[str]:
    """Rules that conclude from each way in which a body can be true which rule it is of, its head, and its premises."""
    for single in rule.unpool():
        count = iter(range(1000))
        body = choice_body(single)
        positive = [_named(literal.atom.symbol, count) for literal in body if _is_positive(literal)]
        others = [loosened(literal) for literal in body if not _is_positive(literal)]
        head = str(single.head) if single.head.ast_type == ASTType.Literal else "choice"
        yield f"{FIRED}({number}, {head}, ({', '.join((*positive, 'end'))})) :- {', '.join((*positive, *others))}."


def _is_positive(literal: AST) -> bool:
    return bool(literal.sign == Sign.NoSign and literal.atom.ast_type == ASTType.SymbolicAtom)


def _named(term: AST, count: Iterator[int]) -> str:
    """A term as text, with a variable of its own for each thing that may be anything."""
    if term.ast_type == ASTType.Variable:
        return f"Any{next(count)}" if term.name == "_" else str(term)
    if term.ast_type != ASTType.Function or not term.arguments:
        return str(term)
    told = ", ".join(_named(argument, count) for argument in term.arguments)
    return f"{term.name}({told}{',' * (not term.name and len(term.arguments) == 1)})"


def _fired(program: str, possible: Iterable[Symbol], certain: Iterable[Symbol]) -> list[Symbol]:
    control = Control(["--warn=none"])
    control.add("base", [], program)
    with control.backend() as backend:
        for symbol in possible:
            backend.add_rule([backend.add_atom(symbol)])
        for symbol in certain:
            backend.add_rule([backend.add_atom(Function(CERTAIN + symbol.name, symbol.arguments))])
    control.ground([("base", [])])
    return [atom.symbol for atom in control.symbolic_atoms.by_signature(FIRED, 3)]


class _Count:
    """Counts where rules fire. What is about no case itself counts where something that follows from it is about one.

    What some rule wants absent may keep something from following, which cannot be seen: it counts in every case that loads the
    licence it is about; in every case, if it is about none.

    Args:
        owners: the case of each symbol
        loading: the cases that load each licence, by its id
        law: what is watched
        firing: where it is taken down
    """

    def __init__(self, owners: Mapping[Symbol, int], loading: Mapping[str, set[int]], law: Traced, firing: Firing) -> None:
        self._owners, self._loading, self._law, self._firing = owners, loading, law, firing
        self._cases: dict[Symbol, int | None] = {}
        self._direct: dict[Symbol, set[int]] = {}
        self._general: dict[Symbol, set[Symbol]] = {}

    def count(self, fired: Iterable[Symbol]) -> None:
        """Takes down what fired."""
        pending: list[tuple[str, Symbol]] = []
        for atom in fired:
            number, head, premises = atom.arguments
            rule = self._law.rules[number.number]
            cases = {premise: self._case(premise) for premise in premises.arguments[:-1]}
            case = next((each for each in cases.values() if each is not None), None)
            for premise, of in cases.items():
                if of is None and case is None:
                    self._general.setdefault(premise, set()).add(head)
                elif of is None and case is not None:
                    self._direct.setdefault(premise, set()).add(case)
            if case is None:
                pending.append((rule, head))
            else:
                self._add(rule, case, head)
        for rule, head in pending:
            for case in self._reached(head):
                self._add(rule, case, head)
        for premise, fact in self._law.facts.items():
            if premise in self._general or premise in self._direct or self._law.is_denied(premise):
                for case in self._reached(premise):
                    self._add(fact, case, premise)

    def _case(self, term: Symbol) -> int | None:
        """The case that a term is about, if it is about one."""
        if term not in self._cases:
            try:
                self._cases[term] = owner(term, self._owners)
            except LookupError:
                self._cases[term] = None
        return self._cases[term]

    def _reached(self, premise: Symbol) -> frozenset[int]:
        """The cases in which something about them follows from what is about no case."""
        seen, stack, cases = {premise}, [premise], set[int]()
        while stack:
            each = stack.pop()
            cases |= self._direct.get(each, set())
            if self._law.is_denied(each):
                named = [self._loading[text] for text in strings(each) if text in self._loading]
                cases |= set().union(*(named or [set(self._owners.values())]))
            new = self._general.get(each, set()) - seen
            seen |= new
            stack += new
        return frozenset(cases)

    def _add(self, statement: str, case: int, head: Symbol) -> None:
        counts = self._firing.fires.setdefault(statement, {})
        counts[case] = counts.get(case, 0) + 1
        heads = self._firing.heads.setdefault(statement, {})
        if len(heads) < EXAMPLES and case not in heads:
            heads[case] = str(head)
