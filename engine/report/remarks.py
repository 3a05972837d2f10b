# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What there is to say of a purpose, sentences of licences of which the same is to be said told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ..advice.review.values import Cell
from ..sentence import phrase
from .entry import union
from .words import alternatives

_NEAR = ("kin", "wider")
_NAMED = ("named", "within")


def remarks(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """The risks of a purpose, each with a remark.

    A sentence that names the purpose is not told again for what else it names; of a licence that bars the purpose anyway it is
    not told what else in it comes near.

    Args:
        cells: those of one purpose, the worst first
    """
    named = {(str(cell.restriction), cell.restriction.qualifier) for cell in cells if cell.reason in _NAMED}
    barring = {cell.restriction.license for cell in cells if cell.risk == "barred"}
    alike: dict[tuple[object, ...], list[Cell]] = {}
    close: dict[tuple[str, str], list[Cell]] = {}
    for cell in _joined(cell for cell in cells if cell.reason != "apart"):
        its = cell.restriction
        if cell.reason not in _NEAR:
            barred = its.use if cell.reason == "within" else ""
            key = (cell.risk, cell.reason, barred, its.qualifier, cell.standing, cell.conditions)
            alike.setdefault(key, []).append(cell)
        elif its.license not in barring and (str(its), its.qualifier) not in named:
            close.setdefault((cell.risk, cell.reason), []).append(cell)
    yield from ((found[0].risk, _remark(found)) for found in alike.values())
    yield from ((risk, _near(reason, found)) for (risk, reason), found in close.items())


def _joined(cells: Iterable[Cell]) -> Iterator[Cell]:
    """Cells that differ in the qualifier alone as one: any of the qualifiers will do."""
    alike: dict[tuple[object, ...], list[Cell]] = {}
    for cell in cells:
        its = cell.restriction
        alike.setdefault((cell.risk, cell.reason, cell.work, its.license, its.section, its.use), []).append(cell)
    for found in alike.values():
        qualifiers = dict.fromkeys(cell.restriction.qualifier for cell in found if cell.restriction.qualifier)
        whole = None in {cell.restriction.qualifier for cell in found}
        its = replace(found[0].restriction, qualifier=None if whole else " or ".join(qualifiers))
        yield replace(found[0], restriction=its, conditions=union(cell.conditions for cell in found))


def _remark(cells: Sequence[Cell]) -> str:
    """Cells of which the same is to be said: the sections, the reason, the qualifier and what it turns on."""
    cell, its = cells[0], cells[0].restriction
    barred = ", ".join(dict.fromkeys(each.restriction.use for each in cells))
    said = phrase("reason", cell.reason, {"barred": barred, "qualifier": its.qualifier or ""})
    if its.qualifier and cell.reason != "kept":
        said += f"; barred {its.qualifier}" + (", which is so" if cell.standing == "settled" else "")
    standing = f" ({cell.standing})" if cell.standing in ("likely", "possible") else ""
    turns = "; or if ".join(alternatives(cell.conditions))
    shown = turns and (standing or not its.qualifier)
    return f"{_sections(cells)}: {said}{standing}" + (f"; if {turns}" if shown else "")


def _near(reason: str, cells: Sequence[Cell]) -> str:
    """Cells that only come near a purpose, by the use that they name."""
    by_use: dict[tuple[str, str | None], list[Cell]] = {}
    for cell in cells:
        by_use.setdefault((cell.restriction.use, cell.restriction.qualifier), []).append(cell)
    named = (f"{use}{f' {only}' if only else ''} ({_sections(found)})" for (use, only), found in by_use.items())
    return phrase("reason", reason, {"barred": ", ".join(named)})


def _sections(cells: Iterable[Cell]) -> str:
    """The sections of cells by licence, as ``llama2 AUP 1, AUP 1.f; gemma PUP item 1``."""
    sections: dict[str, list[str]] = {}
    for cell in cells:
        sections.setdefault(cell.restriction.license, []).append(cell.restriction.section)
    return "; ".join(f"{name} {', '.join(dict.fromkeys(found))}".rstrip() for name, found in sections.items())
