# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review in the order in which people read it, with what says the same told once: text and Markdown show the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..advice.review.values import RISKS, Answer, Cell, Deed, Matter, Restriction, Review, Untouched
from ..sentence import doing, phrase
from .entry import union
from .outline import Group, outline
from .words import alternatives, count

GROUPS = {
    "downstream": "To be put on users and recipients",
    "notices": "Notices and credit",
    "conduct": "To be done, or left, oneself",
}
"""The groups of duties, each with its heading."""

_NUMBERED = {"barred": "barred", "check": "to check", "grey": "grey", "clear": "clear"}


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
        return worst(risk for risk, _ in self.remarks)


@dataclass(frozen=True, slots=True)
class Survey:
    """A review in reading order."""

    review: Review
    purposes: tuple[Purpose, ...]
    untouched: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    duties: tuple[tuple[str, tuple[Group, ...]], ...]
    matters: tuple[tuple[tuple[str, ...], Matter], ...]

    @property
    def numbers(self) -> str:
        """How many purposes there are against how many restrictions, and what they come to."""
        restrictions = {cell.restriction for cell in self.review.cells} | {each.restriction for each in self.review.untouched}
        if not restrictions:
            return "no licence here restricts uses" if not self.stopped else ""
        against = count(len(restrictions), "restriction", "restrictions")
        told = f"{count(len(self.purposes), 'purpose', 'purposes')} against {against}"
        worsts = [purpose.worst for purpose in self.purposes]
        found = [f"{worsts.count(risk)} {_NUMBERED[risk]}" for risk in RISKS if risk in worsts]
        return f"{told}: {', '.join(found)}" if found else told

    @property
    def stopped(self) -> bool:
        """Whether the text of some licence is not established."""
        return any(text.stops for text in self.review.texts)


def survey(review: Review) -> Survey:
    """Put a review in reading order."""
    decision = review.decision
    grouped = (
        (title, [duty.finding for duty in review.duties if duty.group == group]) for group, title in GROUPS.items()
    )
    duties = ((title, outline(replace(decision, findings=tuple(found))).obligations) for title, found in grouped)
    return Survey(
        review,
        tuple(_purposes(review.cells)),
        tuple(_untouched(review.untouched)),
        tuple((title, groups) for title, groups in duties if groups),
        tuple(_matters(review.matters)),
    )


def worst(risks: Iterable[str]) -> str:
    """The worst of some risks; clear where there are none."""
    held = set(risks)
    return next((risk for risk in RISKS if risk in held), "clear")


def done(deed: Deed) -> str:
    """Who does what, in words."""
    return doing(deed.party, deed.does, deed.work)


def _purposes(cells: Sequence[Cell]) -> Iterator[Purpose]:
    """The purposes of the deeds, the worst first; those of which the same is to be said once."""
    by_purpose: dict[tuple[Deed, str], list[Cell]] = {}
    for cell in cells:
        by_purpose.setdefault((cell.deed, cell.purpose), []).append(cell)
    told: dict[tuple[str, tuple[tuple[str, str], ...], int], tuple[str, ...]] = {}
    for (deed, use), found in by_purpose.items():
        remarks = tuple(_remarks(found))
        clear = len({cell.restriction for cell in found if cell.reason == "apart"})
        key = (use, remarks, clear)
        told[key] = (*told.get(key, ()), done(deed))
    purposes = [Purpose(doings, *key) for key, doings in told.items()]
    yield from sorted(purposes, key=lambda purpose: (RISKS.index(purpose.worst), purpose.use))


def _remarks(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """What is to be said of a purpose; sentences that only come near it are told together."""
    shown = [cell for cell in cells if cell.reason not in ("apart", "kin", "wider")]
    told = {(str(cell.restriction), cell.restriction.qualifier) for cell in shown}
    for cell in shown:
        yield cell.risk, remark(cell)
    close: dict[tuple[str, str, str, str | None], list[Restriction]] = {}
    for cell in cells:
        its = cell.restriction
        if cell.reason in ("kin", "wider") and (str(its), its.qualifier) not in told:
            close.setdefault((cell.risk, cell.reason, its.license, its.qualifier), []).append(its)
    for (risk, reason, license_id, qualifier), restrictions in close.items():
        sections = ", ".join(dict.fromkeys(each.section for each in restrictions))
        barred = ", ".join(dict.fromkeys(each.use for each in restrictions))
        only = f"; barred {qualifier}" if qualifier else ""
        yield risk, f"{license_id} {sections}: {phrase('reason', reason, {'barred': barred})}{only}"


def remark(cell: Cell) -> str:
    """A cell in words: the section, the reason, the qualifier and what it turns on."""
    its = cell.restriction
    said = phrase("reason", cell.reason, {"barred": its.use, "qualifier": its.qualifier or ""})
    if its.qualifier and cell.reason != "kept":
        said += f"; barred {its.qualifier}"
    standing = f" ({cell.standing})" if cell.standing in ("likely", "possible") else ""
    turns = "; or if ".join(alternatives(cell.conditions))
    shown = turns and (cell.standing in ("likely", "possible") or not its.qualifier)
    return f"{its}: {said}{standing}" + (f"; if {turns}" if shown else "")


def _untouched(found: Sequence[Untouched]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What else is barred of deeds, a line for each licence; deeds of which the same is to be said together."""
    by_deed: dict[Deed, dict[str, dict[str, list[str]]]] = {}
    for each in found:
        its = each.restriction
        uses = by_deed.setdefault(each.deed, {}).setdefault(its.license, {})
        uses.setdefault(its.use, []).append(its.section + ("*" if its.qualifier else ""))
    told: dict[tuple[str, ...], tuple[str, ...]] = {}
    for deed, licenses in by_deed.items():
        lines = tuple(f"{name}: {_listed(uses)}" for name, uses in licenses.items())
        told[lines] = (*told.get(lines, ()), done(deed))
    yield from ((doings, lines) for lines, doings in told.items())


def _listed(uses: dict[str, list[str]]) -> str:
    return "; ".join(f"{use} ({', '.join(dict.fromkeys(sections))})" for use, sections in uses.items())


def _matters(found: Sequence[Matter]) -> Iterator[tuple[tuple[str, ...], Matter]]:
    """What is to be asked, once for all deeds of which the same is to be asked."""
    told: dict[Matter, tuple[str, ...]] = {}
    for matter in found:
        same = replace(matter, subject="")
        told[same] = union((told.get(same, ()), (matter.subject,)))
    yield from ((subjects, matter) for matter, subjects in told.items())


def differing(answers: Sequence[Answer]) -> Iterator[tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...]]]:
    """For each purpose that some text does not leave clear, who does what, the purpose, and the texts by what they come to."""
    asked = dict.fromkeys((cell.deed, cell.purpose) for answer in answers for cell in answer.cells)
    for deed, use in asked:
        by_risk = {
            risk: tuple(_clauses(answer, deed, use, risk) for answer in answers if answer.worst(deed, use) == risk)
            for risk in RISKS
        }
        yield done(deed), use, tuple((risk, named) for risk, named in by_risk.items() if named)


def _clauses(answer: Answer, deed: Deed, use: str, risk: str) -> str:
    """A text with the sections that come to a risk for a purpose."""
    cells = [cell for cell in answer.cells if (cell.deed, cell.purpose, cell.risk) == (deed, use, risk)]
    own = [cell.restriction.section for cell in cells if cell.restriction.license == answer.license]
    others = [str(cell.restriction) for cell in cells if cell.restriction.license != answer.license]
    return " ".join((answer.license, ", ".join(dict.fromkeys((*own, *others))))).strip()
