# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From the conclusions on a case to values: purposes against restrictions, duties, patents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from clingo import Function, Symbol, SymbolType

from ...conditions import Conditions
from ...facts import Names
from ...finding import Decision
from ...gloss import condition
from ...sentence import answer_phrase, hyphenated, phrase, plain
from .examined import Examined
from .judged import Judged
from .values import RISKS, Cell, Deed, Duty, Patents, Restriction, Untouched

_PARTS = re.compile(r"(\d+)")


def deed(act: Symbol, names: Names) -> Deed:
    """Who does what: an act of the case."""
    told = names.acts[act]
    return Deed(told.party, told.does, told.work)


def cells(judged: Judged, examined: Examined) -> tuple[Cell, ...]:
    """What each restriction comes to for each purpose told, the worst first."""
    found = {each.term: each for each in examined.found}
    names = examined.variant.names
    read: list[Cell] = []
    for act, work, *said, use, risk, reason in judged.each("cell", 9):
        struck = found.get(Function("strikes", [act, work, *said, use]))
        read.append(
            Cell(
                deed(act, names),
                plain(work, names),
                hyphenated(use),
                _restriction(*said),
                risk.name,
                reason.name,
                struck.standing if struck else None,
                _worded(struck.conditions, names) if struck else (),
            )
        )
    return tuple(sorted(read, key=_order))


def _order(cell: Cell) -> tuple[object, ...]:
    done = cell.deed
    its = cell.restriction
    return RISKS.index(cell.risk), done.party, done.does, done.work, cell.purpose, its.license, place(its.section), its.use


def untouched(judged: Judged, names: Names) -> tuple[Untouched, ...]:
    """The restrictions that no purpose comes near, by deed, in the order of the texts."""
    told = judged.each("untouched", 6)
    found = (Untouched(deed(act, names), _restriction(*said), standing.string) for act, *said, standing in told)
    return tuple(sorted(found, key=lambda each: (each.restriction.license, *place(each.restriction.section))))


def _restriction(license_id: Symbol, section: Symbol, barred: Symbol, qualifier: Symbol) -> Restriction:
    worded = condition(qualifier) if qualifier.arguments else None
    return Restriction(license_id.string, section.string, hyphenated(barred), worded)


def place(section: str) -> tuple[tuple[int, str], ...]:
    """A section so that 9 comes before 10."""
    return tuple((int(part), "") if part.isdigit() else (0, part) for part in _PARTS.split(section))


def _worded(conditions: Conditions, names: Names) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(answer_phrase(question, choice, names) for question, choice in answers) for answers in conditions)


def duties(judged: Judged, decision: Decision) -> Iterator[Duty]:
    """What is owed, by the group of duties that it belongs to."""
    groups = {hyphenated(duty): group.name for duty, group in judged.each("group", 2)}
    return (Duty(groups[finding.topic], finding) for finding in decision.of_kind("obligation"))


def patents(judged: Judged, licenses: Sequence[str]) -> Iterator[Patents]:
    """What the licences say on patents, and how they end.

    Args:
        judged: the conclusions
        licenses: those that are told of
    """
    said: Mapping[str, Sequence[Symbol]] = {license_id.string: rest for license_id, *rest in judged.each("patent", 3)}
    for name in licenses:
        if name in said:
            section, extent = said[name]
            yield Patents(name, section.string, extent.name, tuple(_ends(judged, name)))


def _ends(judged: Judged, name: str) -> Iterator[tuple[str, str]]:
    """The sections that say what ends a licence, or what the licensor may do before, each with what it says."""
    for license_id, section, event in judged.each("ends", 3):
        if license_id.string == name:
            sort = "power" if event.name == "may" else "event"
            told = ", ".join(_ending(sort, what) for what in event.arguments)
            yield section.string, phrase("ending", event.name, {"first": told})


def _ending(sort: str, what: Symbol) -> str:
    return str(what.number) if what.type is SymbolType.Number else phrase(sort, hyphenated(what), {})
