# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The desk at the keyboard: one line after another, until somebody leaves and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from shutil import get_terminal_size

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.history import FileHistory, History, InMemoryHistory

from .coloring import DeskLexer
from .completing import DeskCompleter
from .foresight import Foresight
from .keys import keys
from .registry import Table
from .state import Desk, Reply
from .talk import answer, whole
from .toolbar import Seen, toolbar

GREETING = "licet: build a case in sentences, ask what follows. help tells how; tab completes; quit leaves."
SCREENS = 3
"""Screens from which on an answer is paged."""


def sit(table: Table, folder: Path, prompt: Callable[[Callable[[], Desk]], PromptSession[str]] | None = None) -> int:
    """Serve somebody at the keyboard.

    Args:
        table: what commands work with
        folder: where the history of earlier sessions is kept
        prompt: makes the prompt out of what gives the desk; for tests
    Returns:
        The exit code, 0.
    """
    desk = Desk()

    def current() -> Desk:
        return desk

    session = (prompt or (lambda given: at_keyboard(table, folder, given)))(current)
    click.echo(GREETING)
    if any(table.recovery.left()):
        click.echo("An earlier session ended without saving: recover brings its case back.")
    while True:
        line = _line(session, desk)
        if line is None:
            if may_leave(desk, session):
                break
            continue
        leaving = False
        for each in whole(line.splitlines()):
            told = _answered(table, desk, each)
            show(told)
            desk, leaving = told.desk, leaving or told.leave
        if leaving and may_leave(desk, session):
            break
    table.recovery.forget()
    return 0


def at_keyboard(table: Table, folder: Path, current: Callable[[], Desk]) -> PromptSession[str]:
    """The prompt: completion, colours, history, suggestions, and the line at the bottom."""

    def bottom() -> str:
        return toolbar(current(), seen.counts(table.judge.known(current().case)))

    foresight, seen = Foresight(table.judge, current), Seen()
    session: PromptSession[str] = PromptSession(
        history=_history(folder),
        completer=DeskCompleter(lambda: current().case),
        lexer=DeskLexer(lambda: current().case),
        auto_suggest=AutoSuggestFromHistory(),
        bottom_toolbar=bottom,
        complete_in_thread=True,
        complete_while_typing=True,
        key_bindings=keys(),
    )
    session.default_buffer.on_text_changed += lambda buffer: foresight.look_ahead(buffer.text)
    table.judge.warm()
    return session


def _history(folder: Path) -> History:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return FileHistory(str(folder / "history"))
    except OSError:
        return InMemoryHistory()


def _line(session: PromptSession[str], desk: Desk) -> str | None:
    """A line; nothing where it was cancelled, None at the end."""
    try:
        return session.prompt("answer> " if desk.asked else "licet> ")
    except KeyboardInterrupt:
        return ""
    except EOFError:
        return None


def _answered(table: Table, desk: Desk, line: str) -> Reply:
    """The answer to a line; whatever happens, the session goes on."""
    try:
        return answer(table, desk, line)
    except KeyboardInterrupt:
        return Reply(desk, ("Cancelled.",), failed=True)
    except Exception as error:
        return Reply(desk, (f"licet failed: {error!r}. This is a defect; the case is unchanged.",), failed=True)


def show(told: Reply) -> None:
    """Print an answer; a long one in a pager."""
    text = "\n".join(told.lines)
    if len(told.lines) > SCREENS * max(get_terminal_size().lines, 10):
        click.echo_via_pager(text, color=True)
    elif text:
        click.echo(text, color=True)


def may_leave(desk: Desk, session: PromptSession[str]) -> bool:
    """Whether nothing is lost, or whoever sits there wants to lose it."""
    if not desk.unsaved:
        return True
    try:
        told = session.prompt("The case is not saved. Leave all the same? (yes, no) ")
    except (KeyboardInterrupt, EOFError):
        return True
    return told.strip().lower() in ("y", "yes")
