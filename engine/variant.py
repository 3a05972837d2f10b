# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases with their choices made, numbered within a batch, as the solver takes them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from clingo import Symbol

from .case import Case
from .election import Election
from .facts import Names, case_facts
from .solve import Answer, solve
from .terms import files, license_facts, terms_of


@dataclass(frozen=True, slots=True)
class Variant:
    """A case with a branch taken of each licence expression that leaves a choice; its number is unique in the batch."""

    case: Case
    election: Election
    names: Names

    @property
    def number(self) -> int:
        """The number of the variant in its batch."""
        return self.names.number


def numbered(chosen: Iterable[tuple[Case, Election]]) -> list[Variant]:
    """Variants for cases and the branches taken in them."""
    return [Variant(case, election, Names(number)) for number, (case, election) in enumerate(chosen)]


def stated(variants: Sequence[Variant]) -> tuple[list[Symbol], list[str]]:
    """The facts of the variants, and the ids of the licence files they need."""
    terms = terms_of(variant.case for variant in variants)
    facts = [fact for variant in variants for fact in case_facts(variant.case, variant.names, variant.election)]
    return [*facts, *license_facts(terms)], list(dict.fromkeys(files(terms)))


def answered(variants: Sequence[Variant], why: Collection[str] | None = None) -> Answer:
    """What the solver says of the variants, in one grounding.

    Args:
        variants: numbered together
        why: the kinds of findings for which is looked what they turn on; every kind if None
    """
    facts, licenses = stated(variants)
    owners = {symbol: variant.number for variant in variants for symbol in variant.names.all()}
    return solve(facts, licenses, owners, why)


def open_law(answer: Answer, variant: Variant) -> frozenset[str]:
    """The questions of law that are open in a variant."""
    return frozenset(question.topic for question in answer.questions.get(variant.number, ()) if question.law)
