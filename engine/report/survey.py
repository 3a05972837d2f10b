# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review in the order in which people read it, with what says the same told once: text and Markdown show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..advice.review.values import RISKS, Cell, Deed, Matter, Restriction, Review, Untouched
from ..sentence import doing, phrase
from .entry import union
from .outline import Group, outline
from .remarks import remarks
from .words import count

GROUPS = {
    "downstream": "To be put on users and recipients",
    "notices": "Notices and credit",
    "conduct": "To be done, or left, oneself",
}
"""The groups of duties, each with its heading."""


@dataclass(frozen=True, slots=True)
class Purpose:
    """A purpose with risks and remarks; ``clear`` counts the restrictions that have nothing to do with it."""

    doings: tuple[str, ...]
    use: str
    remarks: tuple[tuple[str, str], ...]
    clear: int

    @property
    def worst(self) -> str:
        """The worst that any restriction comes to."""
        risks = {risk for risk, _ in self.remarks}
        return next((risk for risk in RISKS if risk in risks), "clear")


@dataclass(frozen=True, slots=True)
class Survey:
    """A review in reading order. ``untouched`` and ``matters`` come with those whom they concern."""

    review: Review
    purposes: tuple[Purpose, ...]
    untouched: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    duties: tuple[tuple[str, tuple[Group, ...]], ...]
    matters: tuple[tuple[tuple[str, ...], Matter], ...]

    @property
    def restrictions(self) -> frozenset[Restriction]:
        """The restrictions that bind anybody in the review."""
        met = (cell.restriction for cell in self.review.cells if cell.reason not in ("unread", "policy"))
        return frozenset((*met, *(each.restriction for each in self.review.untouched)))

    @property
    def numbers(self) -> str:
        """How many purposes there are against how many restrictions, and what they come to."""
        if not self.restrictions and not self.purposes:
            return ""
        worsts = [purpose.worst for purpose in self.purposes]
        found = [f"{worsts.count(risk)} {phrase('risk', risk, {})}" for risk in RISKS if risk in worsts]
        against = f" against {count(len(self.restrictions), 'restriction', 'restrictions')}" if self.restrictions else ""
        told = f"{count(len(worsts), 'purpose', 'purposes')}{against}"
        return f"{told}: {', '.join(found)}" if found else told


def survey(review: Review) -> Survey:
    """Put a review in reading order."""
    grouped = ((title, [duty.finding for duty in review.duties if duty.group == group]) for group, title in GROUPS.items())
    duties = ((title, outline(replace(review.decision, findings=tuple(found))).obligations) for title, found in grouped)
    return Survey(
        review,
        tuple(_purposes(review.cells)),
        tuple(_untouched(review.untouched)),
        tuple((title, groups) for title, groups in duties if groups),
        tuple(_matters(review.matters)),
    )


def done(deed: Deed) -> str:
    """Who does what, in words."""
    return doing(deed.party, deed.does, deed.work)


def _purposes(cells: Iterable[Cell]) -> Iterator[Purpose]:
    """The purposes, the worst first; what does not hold of all who pursue one is told with those of whom it holds."""
    by_use: dict[str, list[Cell]] = {}
    for cell in cells:
        by_use.setdefault(cell.purpose, []).append(cell)
    purposes = []
    for use, found in by_use.items():
        doings = tuple(dict.fromkeys(done(cell.deed) for cell in found))
        holding: dict[tuple[str, str], list[str]] = {}
        for who in doings:
            for said in dict.fromkeys(remarks([cell for cell in found if done(cell.deed) == who])):
                holding.setdefault(said, []).append(who)
        told = ((risk, text if len(of) == len(doings) else f"{text} [{'; '.join(of)}]") for (risk, text), of in holding.items())
        close = {cell.restriction for cell in found if cell.reason != "apart"}
        clear = {cell.restriction for cell in found} - close
        purposes.append(Purpose(doings, use, tuple(sorted(told, key=lambda said: RISKS.index(said[0]))), len(clear)))
    yield from sorted(purposes, key=lambda purpose: (RISKS.index(purpose.worst), purpose.use))


def _untouched(found: Iterable[Untouched]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What else is barred, a line for each licence, together with all whom it binds alike."""
    binding: dict[Restriction, list[str]] = {}
    for each in found:
        sure = "" if each.standing == "settled" else f", {each.standing}"
        binding.setdefault(each.restriction, []).append(f"{done(each.deed)}{sure}")
    alike: dict[tuple[str, ...], dict[str, dict[str, list[str]]]] = {}
    for its, bound in binding.items():
        uses = alike.setdefault(tuple(dict.fromkeys(bound)), {}).setdefault(its.license, {})
        uses.setdefault(its.use, []).append(its.section + ("*" if its.qualifier else ""))
    for doings, licenses in alike.items():
        yield doings, tuple(f"{name}: {_listed(uses)}" for name, uses in licenses.items())


def _listed(uses: dict[str, list[str]]) -> str:
    return "; ".join(f"{use} ({', '.join(dict.fromkeys(sections))})" for use, sections in uses.items())


def _matters(found: Iterable[Matter]) -> Iterator[tuple[tuple[str, ...], Matter]]:
    """What is to be asked, once for all deeds and clauses of which the same is to be asked, in the place of the first."""
    told: dict[tuple[object, ...], list[Matter]] = {}
    for matter in found:
        told.setdefault((matter.sentence, matter.standing, matter.whom, matter.remedies), []).append(matter)
    for alike in told.values():
        clauses = union(matter.clauses for matter in alike)
        questions = union(matter.questions for matter in alike)
        subjects = tuple(dict.fromkeys(matter.subject for matter in alike))
        yield subjects, replace(alike[0], subject="", clauses=clauses, questions=questions)
