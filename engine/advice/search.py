# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The cheapest plans after which nothing stands in the way, found by optimization and tested against every reading.

A plan has to hold whatever the answers to open questions are. So each plan that the solver proposes is tried against the
answers that could break it; the part of it that lets them break it is ruled out for all plans, and the solver asked again
(counterexample-guided search; Clarke et al. 2000).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from clingo import Backend, Function, Symbol

from ..attached import attached, doers
from ..because.asked import Asked
from ..conditions import Answers
from ..consequence import answer_set, cheapest, conflict, irreducible
from ..content import kind
from ..facts import Names
from ..finding import WRONG, Finding
from ..interpret import interpret
from ..knowledge import grounded
from ..solve import Found
from .measures import Measure, ranks
from .ruled_out import RuledOut

_TOLD = {"cite": 3, "steward": 2, "detail": 2, "doer": 2}

Plan = tuple[Measure, ...]

ALIKE = 3
"""Plans of the same kinds of measures that are looked for."""


class Search:
    """A case with all that can be done about it.

    Args:
        facts: those of the case
        licenses: ids of the licence files for it and for the licences that measures bring in
        measures: what can be done
        case: the symbol of the case
        majority: whether plans only have to hold under the reading that most follow, not under every one
    """

    def __init__(
        self, facts: Sequence[Symbol], licenses: Iterable[str], measures: Sequence[Measure], case: Symbol, majority: bool
    ) -> None:
        self._measures = measures
        self._atoms: dict[Measure, int] = {}
        self._kinds: dict[str, int] = {}
        removed = {fact for measure in measures for fact in measure.removes}
        self._control = grounded(
            (fact for fact in facts if fact not in removed), licenses, lambda backend: self._open(backend, facts)
        )
        self._asked = Asked(self._control)
        law = [pair for pair in self._asked.usual() if pair[0].law]
        self._given = self._asked.only(tuple(law)) if majority else []
        barred = self._control.symbolic_atoms[Function("barred", [case])]
        self._barred = barred.literal if barred is not None else None
        self._broken: list[Answers] = []
        self._ruled_out = RuledOut()
        self._control.register_propagator(self._ruled_out)

    def plans(self, kinds: int) -> Iterator[Plan]:
        """The plans, cheapest first; of the same kinds of measures a few, and after them others.

        Args:
            kinds: how many different sets of kinds are looked for
        """
        alike: Counter[frozenset[str]] = Counter()
        while self._barred is not None and (plan := self._next(self._barred)) is not None:
            told = frozenset(measure.kind for measure in plan)
            if not plan or (told not in alike and len(alike) == kinds):
                return
            yield plan
            alike[told] += 1
            self._rule_out(self._atoms[measure] for measure in plan)
            if alike[told] == ALIKE:
                self._rule_out(self._kinds[kind] for kind in told)

    def unavoidable(self, names: Names) -> tuple[Finding, ...]:
        """A smallest set of findings in the way that nothing avoids together; none if each of them can be avoided.

        Args:
            names: what the symbols of the case stand for
        """
        atoms = self._control.symbolic_atoms
        wrong = {atom.literal: atom.symbol.arguments[0] for atom in atoms.by_signature("finding", 1)}
        wrong = {literal: term for literal, term in wrong.items() if kind(term) in WRONG}
        kept = next(filter(None, (self._together(wrong, answers) for answers in ((), *reversed(self._broken)))), [])
        relations = {name: [atom.symbol for atom in atoms.by_signature(name, arity)] for name, arity in _TOLD.items()}
        found = [Found(wrong[-literal], "settled") for literal in kept]
        return interpret(found, attached(relations), doers(relations), names)

    def _together(self, wrong: Iterable[int], answers: Answers) -> list[int]:
        """Those of the findings, negated and none of them idle, that cannot all be avoided with these answers."""
        assumed = [*self._asked.only(answers), *self._given]
        core = conflict(self._control, [*(-literal for literal in wrong), *assumed])
        return [] if core is None else irreducible(self._control, [-literal for literal in wrong if -literal in core], assumed)

    def _next(self, barred: int) -> Plan | None:
        """The cheapest plan that holds under every answer; None if there is none any more."""
        atoms = list(self._atoms.values())
        while (done := cheapest(self._control, [self._guard, -barred, *self._given], atoms)) is not None:
            chosen = [atom if atom in done else -atom for atom in atoms]
            breaking = self._breaking(chosen, barred)
            if breaking is None:
                return tuple(measure for measure, atom in self._atoms.items() if atom in done)
            assumed = [*self._asked.only(breaking), -barred, *self._given]
            self._rule_out(irreducible(self._control, chosen, assumed))
            self._broken.append(breaking)
        return None

    def _breaking(self, chosen: Sequence[int], barred: int) -> Answers | None:
        """Answers on which something still stands in the way; None if there are none."""
        pairs = {atom: (question, answer) for question in self._asked.questions for answer, atom in question.answers.items()}
        held = answer_set(self._control, [*chosen, barred, *self._given], pairs)
        return None if held is None else tuple(pairs[atom] for atom in sorted(held))

    def _rule_out(self, literals: Iterable[int]) -> None:
        self._ruled_out.add([self._guard, *literals])

    def _open(self, backend: Backend, facts: Sequence[Symbol]) -> None:
        """Lets measures be taken or not, and facts hold as far as that is so."""
        self._guard = backend.add_atom()
        backend.add_rule([self._guard], choice=True)
        concerned: dict[Symbol, list[int]] = {}
        for measure in self._measures:
            self._atoms[measure] = atom = backend.add_atom(Function("done", [measure.term]))
            backend.add_rule([atom], choice=True)
            if measure.kind not in self._kinds:
                self._kinds[measure.kind] = backend.add_atom(Function("done", [Function(measure.term.name)]))
            backend.add_rule([self._kinds[measure.kind]], [atom])
            for thing in measure.concerns:
                concerned.setdefault(thing, []).append(atom)
            for fact in measure.adds:
                backend.add_rule([backend.add_atom(fact)], [atom])
        for atoms in concerned.values():
            for pair in combinations(atoms, 2):
                backend.add_rule([], pair)
        for fact in facts:
            removing = [-self._atoms[measure] for measure in self._measures if fact in measure.removes]
            if removing:
                backend.add_rule([backend.add_atom(fact)], removing)
        backend.add_minimize(1, [(atom, measure.effort) for measure, atom in self._atoms.items()])
        backend.add_minimize(0, [(self._atoms[measure], rank) for measure, rank in ranks(self._measures).items()])
