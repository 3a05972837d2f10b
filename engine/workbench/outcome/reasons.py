# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Mutants that no case needs to notice, each with the reason: they say the same, or were left on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...case import Place
from ...cursor import Cursor, Report
from ...document import documents
from ...glossary import KNOWLEDGE_BASE
from ...node import ListNode
from ...problem import InputError, Problem
from ...record import Fields, Key, Record, keyed
from ...shape import Text
from ..faults.mutation import Mutation, relative

FILE = KNOWLEDGE_BASE / "survivors.yaml"
"""Where the reasons stand."""

DROPPED = "dropped"
"""What stands in place of a mutant that is no statement at all."""

ANYTHING = "*"
"""What stands for anything."""

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why mutants need not be noticed. A star in ``file``, ``rule``, ``mutant`` or ``fault`` stands for anything.

    ``rule`` and ``mutant`` are statements on one line, wherever they stand in the file; ``fault`` is what was done, as the
    survivor is told with it.
    """

    file: str
    rule: str
    mutant: str
    fault: str
    reason: str
    place: Place

    @property
    def about(self) -> tuple[str, str, str, str]:
        """What it is about, as written."""
        return self.file, self.rule, self.mutant, self.fault

    @property
    def is_general(self) -> bool:
        """Whether it may be about several mutants."""
        return ANYTHING in self.file + self.rule or (ANYTHING in self.mutant and ANYTHING in self.fault)

    def fits(self, mutation: Mutation) -> bool:
        """Whether it is about a mutant."""
        statement = mutation.statement
        said = (relative(statement.file), _folded(statement.text), _folded(mutation.mutant) or DROPPED, mutation.what)
        return all(map(_like, self.about, said))


Excuses = tuple[Excuse, ...]


def excuse_of(mutation: Mutation, excuses: Excuses) -> Excuse | None:
    """Why a mutant need not be noticed; None where no reason is given."""
    return next((excuse for excuse in excuses if excuse.fits(mutation)), None)


def excuses(file: Path = FILE) -> Excuses:
    """What the file says.

    Raises:
        InputError: something is wrong with it
    """
    if not file.exists():
        return ()
    report = Report(str(file))
    found: dict[tuple[str, ...], Excuse] = {}
    for root in documents(file.read_text(encoding="utf-8"), str(file)):
        nodes = root.items if isinstance(root, ListNode) else (root,)
        for cursor in (Cursor(node, report) for node in nodes):
            excuse = _shape().read(cursor)
            if excuse is not None:
                if excuse.about in found:
                    cursor.problem(f"the same mutant has a reason at line {found[excuse.about].place.line}")
                found[excuse.about] = excuse
    if report.problems:
        raise report.error()
    return tuple(found.values())


@cache
def _shape() -> Fields[Excuse]:
    file = Key("file", Text(_LONGEST, folded=True), "The file, as seen from the knowledge base.", required=True)
    rule = Key("rule", Text(_LONGEST, folded=True), "The statement on one line.", required=True)
    mutant = Key("mutant", Text(_LONGEST, folded=True), "What it is changed into, or dropped.")
    fault = Key("fault", Text(_LONGEST, folded=True), "What was done to it, as it is told of survivors.")
    reason = Key("reason", Text(_LONGEST, folded=True), "Why no case needs to notice.", required=True)

    def build(record: Record) -> Excuse | None:
        changed, done = record.get(mutant), record.get(fault)
        if changed is None and done is None:
            record.cursor.problem("neither what the statement is changed into is said nor what was done", "mutant or fault")
            return None
        like = (record.need(file), record.need(rule), changed or ANYTHING, done or ANYTHING)
        return Excuse(*like, record.need(reason), record.cursor.place)

    return Fields("a mutant that is left", keyed(file, rule, mutant, fault, reason), build)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _like(pattern: str, text: str) -> bool:
    return pattern == text or (ANYTHING in pattern and _expression(pattern).fullmatch(text) is not None)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split(ANYTHING))))


def check(excuses: Excuses, every: Sequence[Mutation] | None, noticed: Sequence[Mutation]) -> None:
    """Check that reasons are given for mutants there are, and that none of them is noticed.

    Args:
        excuses: what the file says
        every: all mutants there are; None where not all were asked for
        noticed: those that a case has noticed
    Raises:
        InputError: reasons that are given for nothing, each with its line
    """
    problems = []
    for excuse in excuses:
        if every is not None and not any(map(excuse.fits, every)):
            problems.append(
                Problem(excuse.place, "there is no such mutant any more", "an entry less, or the rule as it is now")
            )
        elif not excuse.is_general and any(map(excuse.fits, noticed)):
            problems.append(Problem(excuse.place, "a case notices this mutant", "an entry less"))
    if problems:
        raise InputError(*problems)
