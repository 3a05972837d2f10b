# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the terms of a licence expression are to the rules: texts to load, families, exceptions, unknown names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo import Function, String, Symbol

from .case import Case
from .catalog import identify, opened
from .expression import NOASSERTION, NONE, Branch, Term, branches
from .identity import Family, Known

RESERVED = "all-rights-reserved"
"""The id under which rules know a work that came with no licence."""


def terms_of(cases: Iterable[Case]) -> tuple[Term, ...]:
    """Every term of the licence expressions of cases, whichever branches are chosen, each once."""
    expressions = dict.fromkeys(work.under for case in cases for work in case.works if work.under is not None)
    return tuple(dict.fromkeys(term for expression in expressions for branch in branches(expression) for term in branch))


def offers(branch: Branch) -> tuple[str, ...]:
    """The licences of a branch as rules name them; none where it is not known whether there is one."""
    return tuple(RESERVED if term.license == NONE else str(term) for term in branch if term.license != NOASSERTION)


def files(terms: Iterable[Term]) -> Iterator[str]:
    """The ids of the licence files that hold the clauses of the terms, exceptions and what a text leads to included."""
    for term in terms:
        for name in (term.license, term.exception):
            identity = identify(name) if name and name not in (NONE, NOASSERTION) else None
            if isinstance(identity, Known):
                yield from _led_to(identity.id)


def _led_to(license_id: str) -> list[str]:
    """A licence, and those that it opens its material to step by step."""
    reached = [license_id]
    for step in reached:  # grows while it is read
        reached += [other for other in opened(step) if other not in reached]
    return reached


def license_facts(terms: Iterable[Term]) -> Iterator[Symbol]:
    """What is to be said of the terms themselves: exceptions applied, families, and names that are not known."""
    for term in terms:
        if term.license in (NONE, NOASSERTION):
            continue
        offer = String(str(term))
        if term.exception:
            yield Function("excepted", [offer, String(term.license), String(term.exception)])
            if not isinstance(identify(term.exception), Known):
                yield Function("unknown_exception", [offer, String(term.exception)])
        match identify(term.license):
            case Known():
                pass
            case Family(tag, _):
                yield Function("license_family", [offer, String(tag)])
            case _:
                yield Function("unknown_license", [offer])
                if term.license.lower().startswith("licenseref-"):
                    yield Function("own_terms", [offer])
