# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The case, decided with the work offered under each licence that one could think of, and what is in the way of which.

What is in the way is numbered: the same has the same number wherever it is found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clingo import Function, Symbol

from ...catalog import identify, opened
from ...clauses import license_file
from ...decide import decide
from ...expression import Term, branches
from ...facts import word
from ...finding import Decision, Finding
from ...identity import Known
from ...terms import RESERVED, files, license_facts, offers, terms_of
from ..cleared import CLEARED, wrongs
from . import programs
from .answer import Staying
from .programs import fact
from .request import OWN_TERMS, Request
from .staying import staying

Watch = Callable[[Iterable[Decision], str, int], Iterator[Decision]]
"""Passes decisions on and tells how far they are: what is decided, and how many there will be."""


@dataclass(frozen=True)
class Trials:
    """What was tried: by the label the decision, and the numbers of what is in the way; by the number what that is.

    ``staying`` are licences of what the work is made of that bind under the readings, whatever the label.
    """

    decisions: Mapping[str, Decision]
    obstructed: Mapping[str, tuple[int, ...]]
    obstacles: tuple[Finding, ...]
    inbound: Mapping[str, tuple[str, ...]]
    staying: tuple[Staying, ...]

    def facts(self) -> Iterator[Symbol]:
        """What the goal programs are to know of it."""
        for label, numbers in self.obstructed.items():
            yield from (fact("obstructed", label, number) for number in numbers)
        yield from (fact("received", name) for name in self.inbound)
        yield from (fact("stays", one.license, word(one.extent)) for one in self.staying)
        for number, finding in enumerate(self.obstacles):
            yield fact("ground", number, word(finding.topic))
            yield fact("sort_of", number, word(finding.kind))
            yield fact("standing", number, word(finding.standing))
            yield from (
                fact("demands", number, cited)
                for cited in dict.fromkeys(_cited(finding))
                if cited in self.inbound or cited == RESERVED
            )


def tried(request: Request, watch: Watch) -> Trials:
    """Decide the case under each licence: first one by one, then together with those that have to stay on the work."""
    inbound = _inbound(request)
    basis = [fact("kind_of_work", word(request.work.kind)), *_licenses(request, inbound)]
    labels = [*sorted(each[0].string for each in programs.candidates(basis)["proposed"]), OWN_TERMS]
    first = _decided(request, labels, watch)
    remaining = tuple(one for one in staying(request, inbound) if one.standing not in CLEARED[request.readings])
    known = _trials(request, first, inbound, remaining)
    asked = [*basis, *known.facts(), *(fact("tried", label) for label in known.decisions)]
    together: dict[str, list[str]] = {}
    for label, other in programs.candidates(asked)["together"]:
        together.setdefault(label.string, []).append(other.string)
    joint = dict.fromkeys(_joint(label, others) for label, others in sorted(together.items()) if label != RESERVED)
    second = _decided(request, [label for label in joint if label not in first], watch)
    return _trials(request, {**first, **second}, inbound, remaining)


def _joint(label: str, others: Sequence[str]) -> str:
    """A label with the licences that have to stay on the work before it."""
    return " AND ".join((*sorted(set(others) - {label}), label))


def _inbound(request: Request) -> Mapping[str, tuple[str, ...]]:
    """The licences of the other works of the case, as rules name them, each with the works that are under it."""
    found: dict[str, tuple[str, ...]] = {}
    for work in request.case.works:
        if work.name != request.work.name and work.under is not None:
            for branch in branches(work.under):
                for offer in offers(branch):
                    found[offer] = (*found.get(offer, ()), work.name)
    return found


def _licenses(request: Request, inbound: Iterable[str]) -> Iterator[Symbol]:
    """The kinds of the texts that are known, and the licences that the case, or whoever asks, names."""
    named = dict.fromkeys((*inbound, *request.offer))
    terms = terms_of([request.case])
    known = [identity.id for term in terms if isinstance(identity := identify(term.license), Known)]
    yield from (fact("named", name) for name in (*named, *(other for name in known for other in opened(name))))
    for name in programs.templates():
        yield fact("license", name, Function(license_file(name).kind))


def _decided(request: Request, labels: Sequence[str], watch: Watch) -> Mapping[str, Decision]:
    decisions = decide(((request.sold if sold(label) else request.under)(label) for label in labels), why=())
    return dict(zip(labels, watch(decisions, "Trying licence", len(labels)), strict=True))


def _trials(
    request: Request, decisions: Mapping[str, Decision], inbound: Mapping[str, tuple[str, ...]], remaining: tuple[Staying, ...]
) -> Trials:
    numbers: dict[tuple[object, ...], int] = {}
    obstacles: list[Finding] = []
    obstructed: dict[str, tuple[int, ...]] = {}
    for label, decision in decisions.items():
        met = []
        for finding in wrongs(decision, request.readings):
            number = numbers.setdefault(same(finding), len(obstacles))
            obstacles += [finding] if number == len(obstacles) else []
            met.append(number)
        obstructed[label] = tuple(dict.fromkeys(met))
    return Trials(decisions, obstructed, tuple(obstacles), inbound, remaining)


def same(finding: Finding) -> tuple[object, ...]:
    """What is equal of findings that say the same of cases that differ in the label only."""
    return finding.kind, finding.topic, finding.works, finding.party, finding.act, finding.acted_on, finding.sentence


def _cited(finding: Finding) -> Iterator[str]:
    return (cite.license for cite in finding.cites)


def sold(label: str) -> bool:
    """Whether a label holds terms of one's own, to be sold."""
    return OWN_TERMS in label.split(" AND ")


def member_terms(label: str) -> tuple[Term, ...]:
    """The licences of a label, which all bind."""
    return branches(label)[0]


def label_facts(labels: Iterable[str], remaining: Iterable[Staying]) -> tuple[list[Symbol], list[str]]:
    """The candidates with their licences, and the ids of the licence files that they and what stays on the work need."""
    told: list[Symbol] = []
    terms: dict[Term, None] = {}
    for label in labels:
        if sold(label):
            told.append(fact("own_offer", label))
            continue
        told.append(fact("option", label))
        told += [fact("member", label, offer) for offer in offers(member_terms(label))]
        terms |= dict.fromkeys(member_terms(label))
    terms |= dict.fromkeys(term for one in remaining if one.license != RESERVED for term in branches(one.license)[0])
    return [*told, *license_facts(terms)], list(
        dict.fromkeys((*files(terms), *(RESERVED for one in remaining if one.license == RESERVED)))
    )
