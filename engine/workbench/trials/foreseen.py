# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""In which cases a mutant concludes otherwise, foreseen without deciding any: its body and the rule's, over what may hold.

Where neither a conclusion is gained nor one lost, nothing else can change. What is foreseen need not come true: what may hold
is taken reading by reading, and what is gained or lost may be concluded by another rule as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from clingo import Control, Function, Symbol
from clingo.ast import AST, ASTType

from ...solve import owner
from ..faults.law import parsed, signatures
from ..faults.mutation import Mutation
from .base import Base
from .counting import strings
from .watched import CERTAIN, choice_body, loosened

CONCLUDED = "concluded__"

NEEDED, NEW, LOST, OPEN = 1000, 4, 2, 1
"""How much it counts that a conclusion goes which something shown follows from, that one is there which was not, that one goes
from which nothing needs to follow, and that one may hold on other readings."""


class Foresight:
    """Foresees in which cases mutants conclude otherwise.

    Args:
        base: the cases
    """

    def __init__(self, base: Base) -> None:
        self._base = base

    def cases(self, mutations: Sequence[Mutation]) -> list[Counter[int]]:
        """For each mutation of one and the same statement the numbers of the cases that may change, with how much."""
        statement = mutations[0].statement
        own = self._base.firing.fires.get(statement.text, {})
        needed = Counter(dict.fromkeys(self._base.firing.needed.get(statement.text, ()), NEEDED))
        if statement.sort == "clause":
            loading = Counter(dict.fromkeys(self._base.loading(statement.file), OPEN))
            return [loading + Counter(dict.fromkeys(own, LOST)) + needed for _ in mutations]
        rule = parsed(statement.text)
        if statement.sort == "fact" or rule.head.ast_type != ASTType.Literal:
            return [Counter(dict.fromkeys(own, LOST)) + needed for _ in mutations]
        texts = [each.mutant for each in mutations if each.mutant]
        before, *after = self._concluded([rule, *map(parsed, texts)])
        heads = dict(zip(texts, after, strict=True))
        changed = [self._changed(each, before or set(), heads.get(each.mutant, set()), own) for each in mutations]
        return [cases + Counter({case: NEEDED for case in needed if cases[case] >= LOST}) for cases in changed]

    def _concluded(self, rules: Sequence[AST]) -> list[set[Symbol] | None]:
        """What each rule may conclude; None where memory does not hold it, as where nothing joins two premises any more."""
        try:
            return list(self._grounded(rules))
        except MemoryError:
            if len(rules) == 1:
                return [None]
            half = len(rules) // 2
            return [*self._concluded(rules[:half]), *self._concluded(rules[half:])]

    def _grounded(self, rules: Sequence[AST]) -> Iterator[set[Symbol]]:
        control = Control(["--warn=none"])
        for signature in {found for rule in rules for found in signatures(rule.body)}:
            control.add("base", [], _facts("", self._base.firing.possible.get(signature, ())))
            control.add("base", [], _facts(CERTAIN, self._base.firing.certain.get(signature, ())))
        for number, rule in enumerate(rules):
            body = ", ".join(map(loosened, choice_body(rule)))
            control.add("base", [], f"{CONCLUDED}({number}, {rule.head}){' :- ' * bool(body)}{body}.")
        control.ground([("base", [])])
        found: list[set[Symbol]] = [set() for _ in rules]
        for atom in control.symbolic_atoms.by_signature(CONCLUDED, 2):
            place, head = atom.symbol.arguments
            found[place.number].add(head)
        yield from found

    def _changed(
        self, mutation: Mutation, before: set[Symbol], after: set[Symbol] | None, own: Mapping[int, int]
    ) -> Counter[int]:
        if after is None:  # it may change anything
            return Counter(dict.fromkeys(range(len(self._base.cases)), OPEN)) + Counter(dict.fromkeys(own, NEW))
        changed: Counter[int] = Counter()
        weakened = mutation.operator == "drop literal"
        for head in before | after:
            if head not in after:
                weight = LOST
            elif weakened and self._holds(head, self._base.firing.certain):
                continue
            else:
                weight = OPEN if self._holds(head, self._base.firing.possible) else NEW
            for case in self._about(head, own):
                changed[case] += weight
        return changed

    def _holds(self, head: Symbol, atoms: Mapping[tuple[str, int], set[str]]) -> bool:
        return str(head) in atoms.get((head.name, len(head.arguments)), ())

    def _about(self, head: Symbol, own: Mapping[int, int]) -> Iterable[int]:
        """The case that a conclusion is about; else those that name its licence, else those in which the rule fires."""
        try:
            return (owner(head, self._owners),)
        except LookupError:
            named = [cases for text in strings(head) for cases in self._naming.get(text.lower(), ())]
            return named or own or range(len(self._base.cases))

    @cached_property
    def _owners(self) -> Mapping[Symbol, int]:
        return {Function(name): number for name, number in self._base.firing.owners.items()}

    @cached_property
    def _naming(self) -> Mapping[str, list[int]]:
        """The cases that load a licence, or a licence with its exception, by its id in lower case."""
        naming: dict[str, list[int]] = {}
        for number, loads in enumerate(self._base.loads):
            for file in loads:
                naming.setdefault(file.rpartition("/")[2].removesuffix(".lp").lower(), []).append(number)
        return naming


def _facts(prefix: str, atoms: Iterable[str]) -> str:
    return "".join(f"{prefix}{atom}.\n" for atom in atoms)
