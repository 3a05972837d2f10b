# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Commands that ask what follows, why, why not, on what it rests, and by what it would be otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from ..choosing import the_finding
from .building import changed
from .judge import has_works
from .phrases import SentenceError
from .registry import Table, command
from .state import Desk, Reply, reply

if TYPE_CHECKING:
    from licet.engine.because.explanation import Explanation
    from licet.engine.report.index import Numbered


def explanation(table: Table, desk: Desk) -> Explanation:
    """The case at the desk, ready to be asked.

    Raises:
        SentenceError: there is no case yet
    """
    if not has_works(desk.case):
        raise SentenceError("there is no case yet: begin with a work, as in: work base model under llama3.1")
    return table.judge.explained(desk.case)


def _chosen(numbered: Sequence[Numbered], wanted: str) -> Numbered:
    try:
        return the_finding(numbered, wanted)
    except click.UsageError as error:
        raise SentenceError(error.message) from error


@command("check", "", "Tell all that follows from the case.")
def _check(table: Table, desk: Desk, _line: str) -> Reply:
    from licet.engine.report.outcome import Outcome  # noqa: PLC0415 - slow to import
    from licet.engine.report.text import report  # noqa: PLC0415

    decision = table.judge.decided(desk.case)
    if decision is None:
        return reply(desk, ["There is no case yet: begin with a work, as in: work base model under llama3.1"])
    told = next(report([Outcome(decision)], "likely", table.look()))
    return reply(desk, told.splitlines())


@command("findings", "", "List the findings by their numbers.", "")
def _findings(table: Table, desk: Desk, _line: str) -> Reply:
    from licet.engine.report.index import index  # noqa: PLC0415 - slow to import

    decision = table.judge.decided(desk.case)
    listed = index(decision) if decision else ()
    return reply(desk, [f"{each.number:>3}. {each.line}" for each in listed] or ["Nothing is found."])


@command("why", "N | WORDS", "Tell why a finding holds.", "finding")
def _why(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.report.index import index  # noqa: PLC0415 - slow to import
    from licet.engine.report.tree import reason  # noqa: PLC0415

    case = explanation(table, desk)
    asked = _chosen(index(case.decision), line)
    assert asked.finding is not None
    return reply(desk, reason(asked.finding, case.why(asked.finding), table.look()))


@command("why not", "WORDS", "Tell why something is not found.", "absent")
def _why_not(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.report.index import absent  # noqa: PLC0415 - slow to import
    from licet.engine.report.obstacles import lines  # noqa: PLC0415

    case = explanation(table, desk)
    asked = _chosen(absent(case), line)
    return reply(desk, lines(asked.line, case.why_not(asked.term), table.look()))


@command("rests on", "N | WORDS", "Tell which facts carry a finding, with the evidence to keep.", "finding")
def _rests_on(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.report.checklist import lines  # noqa: PLC0415 - slow to import
    from licet.engine.report.index import index  # noqa: PLC0415

    case = explanation(table, desk)
    asked = _chosen(index(case.decision), line)
    if asked.finding is None or asked.finding.kind == "question":
        raise SentenceError("a question rests on what makes it matter: why tells")
    return reply(desk, lines(asked.finding, case.rests_on(asked.finding), table.look()))


@command("flip", "N | WORDS", "Tell by what least change a finding would go, or come if it is not there.", "finding")
def _flip(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.report.flips import lines  # noqa: PLC0415 - slow to import
    from licet.engine.report.index import absent, index, pick  # noqa: PLC0415

    case = explanation(table, desk)
    numbered = index(case.decision)
    on = not pick(numbered, line) if line else False
    asked = _chosen(absent(case) if on else numbered, line)
    if asked.finding is not None and asked.finding.kind == "question":
        raise SentenceError("a question goes away once it is answered: ask")
    return reply(desk, lines(asked.line, case.flips(asked.term), on, case.names, table.look()))


@command("fix", "[N]", "Tell the least that has to be changed for nothing to stand in the way; with N, carry that plan out.")
def _fix(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.advice.fix import Wishes  # noqa: PLC0415 - slow to import
    from licet.engine.report.plans import lines  # noqa: PLC0415
    from licet.engine.written import plain  # noqa: PLC0415

    if not has_works(desk.case):
        raise SentenceError("there is no case yet: begin with a work, as in: work base model under llama3.1")
    advice = table.judge.advised(desk.case)
    if not line:
        return reply(desk, lines(advice, Wishes().readings, table.look()))
    if not line.isdecimal() or not 1 <= int(line) <= len(advice.ways):
        raise SentenceError(f"there is no plan {line}: fix lists them")
    given = plain(advice.ways[int(line) - 1].case)["given"]
    return changed(table, desk, {**desk.case, "given": given})


@command("compare", "[FILE]", "Tell what follows otherwise than from the case as it was loaded, or than from another.", "file")
def _compare(table: Table, desk: Desk, line: str) -> Reply:
    from licet.engine.because.shift import differences  # noqa: PLC0415 - slow to import
    from licet.engine.report.shifts import lines  # noqa: PLC0415

    from .filing import fetched  # noqa: PLC0415

    other = fetched(line)[0] if line else desk.kept
    if not has_works(other):
        raise SentenceError("there is nothing to compare with: the case was neither loaded nor saved; name a file")
    told = differences(table.judge.explained(other), explanation(table, desk))
    return reply(desk, lines(told, table.look()))


@command("readings", "", "Tell what changes with the reading of the law: every theory, side by side.")
def _readings(table: Table, desk: Desk, _line: str) -> Reply:
    from licet.engine.profiles import compare  # noqa: PLC0415 - slow to import
    from licet.engine.report.contrast import contrast  # noqa: PLC0415
    from licet.engine.report.table import table as laid_out  # noqa: PLC0415

    (comparison,) = compare([table.judge.case(desk.case)]) if has_works(desk.case) else (None,)
    if comparison is None:
        raise SentenceError("there is no case yet")
    return reply(desk, laid_out(contrast(comparison), table.look()))
