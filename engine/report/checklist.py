# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""On what facts a finding rests, with the evidence to keep: a checklist for whoever has to answer for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..because.statements import Statement
from ..finding import Finding
from .entry import headline
from .layout import wrap
from .look import Look
from .markdown import literal

Basis = frozenset[Statement]
"""Facts that together carry a finding, and each of which is needed."""


def _ordered(basis: Basis) -> list[Statement]:
    return sorted(basis, key=lambda statement: statement.facts)


def heading(finding: Finding) -> str:
    """A finding with whom it concerns and how sure it is."""
    return f"{headline(finding).rstrip('.')} ({finding.standing})"


def condition(finding: Finding) -> str:
    """Under what a finding that is not settled is told; nothing for one that is."""
    return f"if {' and '.join(finding.conditions[0])}" if finding.conditions else ""


def lines(finding: Finding, bases: Sequence[Basis], look: Look) -> Iterator[str]:
    """The checklist for a terminal."""
    yield from (look.paint(line, "heading") for line in wrap(heading(finding), look.width))
    if told := condition(finding):
        yield from (look.paint(line, "doubt") for line in wrap(told, look.width, "  ", 2))
    for title, basis in _titled(bases):
        yield ""
        yield title
        for statement in _ordered(basis):
            yield from wrap(statement.sentence, look.width, "  [ ] ", 6)
            yield from (look.paint(line, "faint") for line in wrap(statement.evidence, look.width, " " * 6, 6))


def _titled(bases: Iterable[Basis]) -> Iterator[tuple[str, Basis]]:
    if not any(bases):
        yield "It rests on no fact of the case: the law at large carries it.", frozenset()
        return
    for index, basis in enumerate(bases):
        yield ("It rests on these facts, and on each of them:" if not index else "Or, without them, on these:"), basis


def markdown(finding: Finding, bases: Sequence[Basis]) -> Iterator[str]:
    """The checklist as task lists."""
    yield f"**{literal(heading(finding))}**"
    if told := condition(finding):
        yield f"\n*{literal(told)}*"
    for title, basis in _titled(bases):
        yield f"\n{title}\n"
        for statement in _ordered(basis):
            yield f"- [ ] {literal(statement.sentence)}  \n  *{literal(statement.evidence)}*"


def structured(finding: Finding, bases: Iterable[Basis]) -> Mapping[str, object]:
    """The checklist for programs."""
    sets = [
        [{"sentence": statement.sentence, "evidence": statement.evidence} for statement in _ordered(basis)] for basis in bases
    ]
    return {"finding": heading(finding), "if": finding.conditions[0] if finding.conditions else (), "sets": sets}
