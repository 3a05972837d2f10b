# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases about a licence that there is no file of yet, decided by the rules that decide every case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Backend, Control, Function, String, Symbol

from ...attached import attached, doers
from ...case import Case
from ...election import uniform
from ...finding import Decision
from ...interpret import interpret
from ...knowledge import grounded
from ...solve import solve
from ...variant import Variant, numbered, open_law, stated
from .terms import Terms, facts

_UNKNOWN = frozenset({"unknown_license", "own_terms"})
"""What is said of a licence without a file."""


def judged(cases: Sequence[Case], terms: Terms) -> Iterator[Decision]:
    """Decide cases with the draft as it stands.

    Args:
        cases: in which works are under the new licence
        terms: what it says
    """
    variants = _variants(cases)
    given, licenses = _given(variants, terms)
    owners = {symbol: variant.number for variant in variants for symbol in variant.names.all()}
    answer = solve([*given, *facts(terms)], licenses, owners)
    shown, acting = attached(answer.relations), doers(answer.relations)
    for variant in variants:
        findings = interpret(answer.of(variant.number), shown, acting, variant.names)
        yield Decision(variant.case, findings, {}, open_law(answer, variant), answer.barred.get(variant.number))


@dataclass(frozen=True, slots=True)
class Opened:
    """A case in which each line of the brief may stand or not: ``lines`` are their literals, ``case`` is its symbol."""

    control: Control
    lines: Mapping[int, int]
    case: Symbol


def opened(case: Case, terms: Terms) -> Opened:
    """Ground a case with the lines of the brief left open."""
    (variant,) = _variants([case])
    given, licenses = _given([variant], terms)
    lines: dict[int, int] = {}

    def more(backend: Backend) -> None:
        for clause, wanted in facts(terms).items():
            for line in wanted:
                if line not in lines:
                    lines[line] = backend.add_atom()
                    backend.add_rule([lines[line]], choice=True)
                backend.add_rule([backend.add_atom(clause)], [lines[line]])

    return Opened(grounded(given, licenses, more), lines, variant.names.case)


def _variants(cases: Iterable[Case]) -> list[Variant]:
    return numbered((case, next(uniform(case))) for case in cases)


def _given(variants: Sequence[Variant], terms: Terms) -> tuple[list[Symbol], list[str]]:
    """The facts of cases in which the new licence is known, and the other licences they need."""
    told, licenses = stated(variants)
    name = String(terms.brief.license)
    known = [fact for fact in told if not (fact.name in _UNKNOWN and fact.arguments[0] == name)]
    return [*known, Function("license", [name, Function(terms.brief.kind)])], licenses
