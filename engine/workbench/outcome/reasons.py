# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Mutants that no case needs to notice, each with the reason: they say the same, or were left on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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

_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Excuse:
    """Why a mutant need not be noticed. ``rule`` and ``mutant`` are statements on one line, wherever they stand in the file."""

    file: str
    rule: str
    mutant: str
    reason: str
    place: Place


Excuses = dict[tuple[str, str, str], Excuse]


def excuses(file: Path = FILE) -> Excuses:
    """What the file says, by file, statement and mutant.

    Raises:
        InputError: something is wrong with it
    """
    if not file.exists():
        return {}
    report = Report(str(file))
    found: Excuses = {}
    for root in documents(file.read_text(encoding="utf-8"), str(file)):
        nodes = root.items if isinstance(root, ListNode) else (root,)
        for cursor in (Cursor(node, report) for node in nodes):
            excuse = _shape().read(cursor)
            if excuse is not None:
                key = (excuse.file, excuse.rule, excuse.mutant)
                if key in found:
                    cursor.problem(f"the same mutant has a reason at line {found[key].place.line}")
                found[key] = excuse
    if report.problems:
        raise report.error()
    return found


@cache
def _shape() -> Fields[Excuse]:
    file = Key("file", Text(_LONGEST, folded=True), "The file, as seen from the knowledge base.", required=True)
    rule = Key("rule", Text(_LONGEST, folded=True), "The statement on one line.", required=True)
    mutant = Key("mutant", Text(_LONGEST, folded=True), "What it is changed into, or dropped.", required=True)
    reason = Key("reason", Text(_LONGEST, folded=True), "Why no case needs to notice.", required=True)

    def build(record: Record) -> Excuse:
        said = [record.need(key) for key in (file, rule, mutant, reason)]
        return Excuse(said[0], said[1], said[2], said[3], record.cursor.place)

    return Fields("a mutant that is left", keyed(file, rule, mutant, reason), build)


def identity(mutation: Mutation) -> tuple[str, str, str]:
    """What a mutation is known by in the file."""
    statement = mutation.statement
    return relative(statement.file), _folded(statement.text), _folded(mutation.mutant) or DROPPED


def _folded(text: str) -> str:
    return " ".join(text.split())


def check(excuses: Excuses, every: Sequence[Mutation] | None, noticed: Iterable[Mutation]) -> None:
    """Check that reasons are given for mutants there are, and that none of them is noticed.

    Args:
        excuses: what the file says
        every: all mutants there are; None where not all were asked for
        noticed: those that a case has noticed
    Raises:
        InputError: reasons that are given for nothing, each with its line
    """
    known = excuses.keys() if every is None else {identity(mutation) for mutation in every}
    killed = {identity(mutation) for mutation in noticed}
    problems = []
    for key, excuse in excuses.items():
        if key not in known:
            problems.append(
                Problem(excuse.place, "there is no such mutant any more", "an entry less, or the rule as it is now")
            )
        elif key in killed:
            problems.append(Problem(excuse.place, "a case notices this mutant", "an entry less"))
    if problems:
        raise InputError(*problems)
