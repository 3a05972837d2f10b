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


def remarks(cells: Sequence[Cell]) -> Iterator[tuple[str, str]]:
    """The risks of a purpose, each with a remark.

    A sentence that names the purpose is not told again for what else it names; of a licence that bars the purpose anyway it is
    not told what else in it comes near.

    Args:
        cells: those of one purpose, the worst first
    """
    named = {(str(cell.restriction), cell.restriction.qualifier) for cell in cells if cell.reason not in ("apart", *_NEAR)}
    barring = {cell.restriction.license for cell in cells if cell.risk == "barred"}
    alike: dict[tuple[object, ...], list[Cell]] = {}
    for cell in _joined(cell for cell in cells if cell.reason != "apart"):
        its = cell.restriction
        if cell.reason not in _NEAR or not (its.license in barring or (str(its), its.qualifier) in named):
            key = (cell.risk, cell.reason, its.license, its.qualifier, cell.standing, cell.conditions)
            alike.setdefault(key, []).append(cell)
    yield from ((found[0].risk, _remark(found)) for found in alike.values())


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
    sections = ", ".join(dict.fromkeys(each.restriction.section for each in cells))
    barred = ", ".join(dict.fromkeys(each.restriction.use for each in cells))
    said = phrase("reason", cell.reason, {"barred": barred, "qualifier": its.qualifier or ""})
    if its.qualifier and cell.reason != "kept":
        said += f"; barred {its.qualifier}" + (", which is so" if cell.standing == "settled" else "")
    standing = f" ({cell.standing})" if cell.standing in ("likely", "possible") else ""
    turns = "; or if ".join(alternatives(cell.conditions))
    shown = turns and (standing or not its.qualifier)
    return f"{its.license} {sections}".rstrip() + f": {said}{standing}" + (f"; if {turns}" if shown else "")
