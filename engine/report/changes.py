# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What edits of the knowledge base mean, for a terminal: the edit, how much follows otherwise, and what in which case."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from ..finding import WRONG
from ..workbench.diff.changes import CaseChange, Change
from ..workbench.diff.comparing import Group, Outcome
from .change_words import HOW, SIGNS, case_key, cited, closing, differences, place, summary, worded
from .entry import headline
from .layout import wrap
from .look import Look
from .words import count, kind_name

CASES = 6
"""Cases of a group that are told unless all are asked for."""

FINDINGS = 6
"""Findings of a case that are told unless all are asked for."""


def lines(outcome: Outcome, revision: str, total: int, look: Look, full: bool = False) -> Iterator[str]:
    """The lines of the report.

    Args:
        outcome: what was found
        revision: what the knowledge base was compared with
        total: how many cases were read
        look: width and colours
        full: whether every case and finding is told
    """
    for group in outcome.groups:
        yield from _group(group, revision, look, full)
        yield ""
    yield from _rest(outcome, revision, look)
    for sentence in closing(outcome, revision, total):
        yield from (look.paint(line, "name") for line in wrap(sentence, look.width))


def _group(group: Group, revision: str, look: Look, full: bool) -> Iterator[str]:
    if HOW[group.how]:
        yield look.paint(HOW[group.how], "doubt")
    for edit in group.edits:
        source = f"[{edit.source}] " if edit.source else ""
        head = f"{place(edit, revision)}  {source}{edit.sentence}"
        yield from (look.paint(line, "heading") for line in wrap(head, look.width, "", 2))
        for sign, line in differences(edit):
            role = "wrong" if sign == "-" else "good"
            lead = f"  {sign} {' ' * (len(line) - len(line.lstrip()))}"
            yield from (look.paint(row, role) for row in wrap(line.strip(), look.width, lead, len(lead) + 4))
    yield from wrap(f"{summary(group)}.", look.width, "  => ", 5)
    shown = group.cases if full else group.cases[:CASES]
    for each in shown:
        yield from _case(each, look, full)
    if len(shown) < len(group.cases):
        yield look.paint(f"  … {count(len(group.cases) - len(shown), 'more case', 'more cases')}; --full tells all", "faint")


def _case(change: CaseChange, look: Look, full: bool) -> Iterator[str]:
    file, line, name = case_key(change)
    yield from wrap(f"{file}:{line}: {name}" if file else name, look.width, "  ", 4)
    if change.verdicts:
        yield from wrap(f"verdict: {change.verdicts[0]} → {change.verdicts[1]}", look.width, "    ~ ", 6)
    alike: dict[Hashable, list[Change]] = {}
    for each in change.changes:
        alike.setdefault(each if full else _shift(each), []).append(each)
    shown = list(alike.values()) if full else list(alike.values())[:FINDINGS]
    for first, *others in shown:
        yield from _change(first, look)
        if others:
            yield look.paint(f"        and {len(others)} more of this kind in the same way", "faint")
    if left := sum(map(len, alike.values())) - sum(map(len, shown)):
        yield look.paint(f"    … {count(left, 'more finding', 'more findings')}; --full tells all", "faint")


def _shift(change: Change) -> Hashable:
    """What findings have in common that changed in the same way."""
    before, after = change.before, change.after
    if before is None or after is None:
        return change.way, change.told.kind, change.told.standing, change.told.conditions
    return change.told.kind, *((aspect, worded(before, aspect), worded(after, aspect)) for aspect in change.aspects)


def _change(change: Change, look: Look) -> Iterator[str]:
    told = change.told
    wrong = told.kind in WRONG
    role = {"came": "wrong" if wrong else "plain", "went": "good" if wrong else "faint", "changed": "plain"}[change.way]
    said = f"{kind_name(told.kind)}, {told.standing}: {headline(told)}{cited(told)}"
    yield from (look.paint(line, role) for line in wrap(said, look.width, f"    {SIGNS[change.way]} ", 6))
    for aspect in change.aspects:
        assert change.before is not None and change.after is not None
        row = f"{aspect}: {worded(change.before, aspect)} → {worded(change.after, aspect)}"
        yield from (look.paint(line, "doubt") for line in wrap(row, look.width, "        ", 10))


def _rest(outcome: Outcome, revision: str, look: Look) -> Iterator[str]:
    """Cases that could be decided on one side only, and edits that change nothing."""
    for case, side, reason in outcome.undecided:
        whose = revision if side == "before" else "the working tree"
        where = f"{case.place.file}:{case.place.line}: " if case.place else ""
        said = f"{where}{case.name}: cannot be decided with the knowledge base of {whose}: {reason}"
        yield from (look.paint(line, "wrong") for line in wrap(said, look.width, "", 2))
    if outcome.undecided:
        yield ""
    if outcome.idle:
        yield look.paint("Edits that change nothing in these cases", "heading")
        for edit in outcome.idle:
            yield from (
                look.paint(line, "faint") for line in wrap(f"{place(edit, revision)}  {edit.sentence}", look.width, "  ", 4)
            )
        yield ""
