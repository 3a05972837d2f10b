# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Commands and sentences that change the case, and what they change in what follows."""

from __future__ import annotations

from collections.abc import Callable

from .dropping import dropped
from .editing import assumed, renamed
from .phrases import Plain, SentenceError
from .registry import Table, command, find
from .sentences import stated
from .state import Desk, Reply, blank, reply

Edit = Callable[[Plain, str], Plain]


def changed(table: Table, desk: Desk, case: Plain) -> Reply:
    """The desk with a changed case, and what that changes.

    Raises:
        SentenceError: the case can no longer be read
    """
    if case == desk.case:
        return reply(desk, ["The case says so already."])
    lines = consequences(table, desk.case, case)
    after = desk.changed(case)
    table.recovery.keep(case)
    return reply(after, lines)


def consequences(table: Table, before: Plain, after: Plain) -> tuple[str, ...]:
    """What one case changes against another."""
    from licet.engine.report.news import news  # noqa: PLC0415 - slow to import

    was, now = table.judge.decided(before), table.judge.decided(after)
    return tuple(news(was, now, table.look()))


def edit(table: Table, desk: Desk, line: str, how: Edit = stated) -> Reply:
    """The desk after a sentence."""
    return changed(table, desk, how(desk.case, line))


EDITS: dict[str, Edit] = {"drop": dropped, "rename": renamed, "assume": assumed}
"""What changes a case otherwise than by a sentence, by the name of the command."""


def edited(case: Plain, line: str) -> Plain | None:
    """The case that a line makes or supposes; None if it is a command that makes none.

    Raises:
        SentenceError: it cannot be understood
    """
    found = find(line)
    if found is None:
        return stated(case, line)
    command, rest = found
    if command.name == "suppose":
        return edited(case, rest.strip())
    return EDITS[command.name](case, rest) if command.name in EDITS else None


@command("drop", "NAME | SENTENCE", "Take back a work, a party, a reading, or what a sentence says.", "work")
def _drop(table: Table, desk: Desk, line: str) -> Reply:
    return edit(table, desk, line, dropped)


@command("rename", "NAME NEW-NAME", "Call a work or party otherwise.", "work")
def _rename(table: Table, desk: Desk, line: str) -> Reply:
    return edit(table, desk, line, renamed)


@command("suppose", "SENTENCE", "Tell what a sentence would change, and leave the case alone.", "sentence")
def _suppose(table: Table, desk: Desk, line: str) -> Reply:
    supposed = edited(desk.case, line) if line else None
    if supposed is None:
        raise SentenceError("what is to be supposed? A sentence, or drop, rename or assume with what follows them")
    return reply(desk, consequences(table, desk.case, supposed))


@command("name", "SENTENCE OF LAW", "Give the case its name.")
def _name(table: Table, desk: Desk, line: str) -> Reply:
    if not line:
        return reply(desk, [str(desk.case.get("name", ""))])
    table.recovery.keep({**desk.case, "name": line})
    return reply(desk.changed({**desk.case, "name": line}), ["Named."])


@command("undo", "", "Take back the last change.")
def _undo(table: Table, desk: Desk, _line: str) -> Reply:
    if not desk.past:
        return reply(desk, ["There is nothing to undo."], failed=True)
    return reply(desk.undone(), consequences(table, desk.case, desk.undone().case))


@command("redo", "", "Make the change again that was taken back last.")
def _redo(table: Table, desk: Desk, _line: str) -> Reply:
    if not desk.future:
        return reply(desk, ["There is nothing to redo."], failed=True)
    return reply(desk.redone(), consequences(table, desk.case, desk.redone().case))


@command("new", "", "Begin a new case; undo brings the old one back.")
def _new(_table: Table, desk: Desk, _line: str) -> Reply:
    after = desk.changed(blank())
    return reply(Desk(after.case, after.past, (), None, blank()), ["A new case."])
