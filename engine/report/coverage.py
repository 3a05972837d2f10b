# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which rules and clauses cases cover, in words, for programs, and beside the text of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..case import Case
from ..workbench.faults.mutation import relative
from ..workbench.outcome.coverage import Covered, by_file, listed
from .layout import wrap
from .look import Look
from .words import count

COVERED, FIRES, NEVER, LEFT = "ok", "FIRES", "NEVER", "left"
"""How a statement stands in a listing: covered, fires without a case that needs it, fires in no case, left for a reason."""


def lines(covered: Sequence[Covered], look: Look, brief: bool = False) -> Iterator[str]:
    """What is covered, for a terminal: what is not, then the count of each file.

    Args:
        covered: every statement that was asked for
        look: width and colours
        brief: whether only the figures are wanted
    """
    missing = [each for each in covered if not each.passes]
    if not brief:
        for each in missing:
            yield look.paint(each.statement.place, "heading")
            yield from wrap(each.statement.text, look.width, "    ", 4)
            said = f"fires in {count(each.fires, 'case', 'cases')}; none needs it" if each.fires else "fires in no case"
            yield from (look.paint(line, "wrong") for line in wrap(said, look.width, "    ", 4))
        if missing:
            yield ""
    yield from _figures(covered, look)


def _figures(covered: Sequence[Covered], look: Look) -> Iterator[str]:
    files = by_file(covered)
    for file, own in files.items():
        passing = sum(each.passes for each in own)
        if passing < len(own):
            yield f"  {relative(file)}: {passing} of {len(own)}"
    whole = [file for file, own in files.items() if all(each.passes for each in own)]
    if whole and len(whole) < len(files):
        yield f"  {count(len(whole), 'other file is', 'other files are')} covered"
    for name, sorts in (("rules and facts", ("rule", "fact")), ("clauses", ("clause",))):
        own = [each for each in covered if each.statement.sort in sorts]
        if own:
            passing, left = sum(each.passes for each in own), sum(each.excuse is not None for each in own)
            said = f"{name}: {passing} of {len(own)} covered ({100 * passing / len(own):.1f} %)"
            reason = f", {left} of them left for a reason" if left else ""
            yield look.paint(said + reason, "good" if passing == len(own) else "wrong")
    if not covered:
        yield "There is nothing to cover."


def standing(each: Covered) -> str:
    """How a statement stands, in a word."""
    if each.excuse is not None:
        return LEFT
    return COVERED if each.case is not None else FIRES if each.fires else NEVER


def listing(file: Path, covered: Sequence[Covered]) -> Iterator[str]:
    """The lines of a file, beside each statement how it stands and in how many cases it matters.

    Args:
        file: a file of the knowledge base
        covered: its statements
    """
    for line, each in listed(file, covered):
        margin = f"{standing(each):>5} {each.fires:>5}" if each else " " * 11
        yield f"{margin} | {line}".rstrip()


def structured(covered: Sequence[Covered]) -> Mapping[str, object]:
    """What is covered, for programs."""
    return {
        "statements": [
            {
                "place": each.statement.place,
                "sort": each.statement.sort,
                "text": each.statement.text,
                "fires": each.fires,
                "covered": each.case is not None,
                "case": None if each.case is None else _case(each.case),
                "reason": each.excuse.reason if each.excuse else None,
            }
            for each in covered
        ],
        "covered": sum(each.passes for each in covered),
        "count": len(covered),
    }


def _case(case: Case) -> Mapping[str, object]:
    place = case.place
    return {"name": case.name, "file": place.file if place else None, "line": place.line if place else None}
