# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Two cases, or one before and after an edit: which findings come, go or stand otherwise, and by which of the differences."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from ..comparison import identity
from ..finding import KINDS, STANDINGS, Finding
from .explanation import Explanation


@dataclass(frozen=True, slots=True)
class Shift:
    """A finding that stands otherwise in two cases, or on other conditions: its standing in each, None where it is not found.

    ``gone`` and ``come`` are those differences between the cases that the reasons for and against it end in, as sentences.
    """

    finding: Finding
    before: str | None
    after: str | None
    gone: tuple[str, ...]
    come: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """What only the first of two cases states, what only the second does, and which findings stand otherwise for it.

    ``verdicts`` are those of both.
    """

    verdicts: tuple[str, str]
    gone: tuple[str, ...]
    come: tuple[str, ...]
    shifts: tuple[Shift, ...]


def differences(before: Explanation, after: Explanation) -> Differences:
    """Compare two cases.

    Args:
        before: the first
        after: the second
    Returns:
        the findings that stand otherwise, in the order of a report
    """
    first, second = _told(before), _told(after)
    said = [statement.sentence for statement in before.stated], [statement.sentence for statement in after.stated]
    gone = tuple(sentence for sentence in said[0] if sentence not in said[1])
    come = tuple(sentence for sentence in said[1] if sentence not in said[0])
    shifts = []
    for same in dict.fromkeys((*first, *second)):
        was, now = first.get(same), second.get(same)
        told = now or was
        standings = was.standing if was else None, now.standing if now else None
        same_way = (was.conditions if was else ()) == (now.conditions if now else ())
        if told is not None and (standings[0] != standings[1] or not same_way):
            ended = {*_ends(before, told, was), *_ends(after, told, now)}
            why = (tuple(sentence for sentence in side if sentence in ended) for side in (gone, come))
            shifts.append(Shift(told, *standings, *why))
    return Differences(
        (before.decision.verdict, after.decision.verdict),
        gone,
        come,
        tuple(sorted(shifts, key=lambda shift: KINDS.index(shift.finding.kind))),
    )


def _told(explanation: Explanation) -> Mapping[Hashable, Finding]:
    """The findings of a case, the surest of those that are the same one."""
    surest: dict[Hashable, Finding] = {}
    for finding in sorted(explanation.decision.findings, key=lambda finding: STANDINGS.index(finding.standing)):
        surest.setdefault(identity(finding), finding)
    return surest


def _ends(explanation: Explanation, told: Finding, found: Finding | None) -> Iterable[str]:
    """The statements that a finding, or its absence, rests on in a case."""
    step = explanation.why(found) if found is not None else explanation.lacking(told)
    atoms = {leaf.atom for leaf in step.leaves} if step is not None else set()
    return (statement.sentence for statement in explanation.stated if not atoms.isdisjoint(statement.symbols))
