# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The commands of the desk: name, help, what follows and function stand together, and are found here by what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .judge import Judge
from .state import Desk, Reply
from .storage import Recovery

if TYPE_CHECKING:
    from licet.engine.report.look import Look


@dataclass(frozen=True)
class Table:
    """What commands work with: the judge, how text looks now, and what is kept against a crash."""

    judge: Judge
    look: Callable[[], Look]
    recovery: Recovery


Run = Callable[[Table, Desk, str], Reply]


@dataclass(frozen=True)
class Command:
    """A command: ``usage`` shows what follows its name, ``completes`` says what sort of thing that is."""

    name: str
    usage: str
    help: str
    completes: str
    run: Run


COMMANDS: dict[str, Command] = {}
"""Every command by its name, which may be of two words."""


def command(name: str, usage: str, told: str, completes: str = "") -> Callable[[Run], Run]:
    """Registers a function as a command.

    Args:
        name: one word or two
        usage: what follows the name, for the help
        told: what it does, in a line
        completes: the sort of what follows: work, file, finding, question, license, sentence, command, or nothing
    """

    def register(run: Run) -> Run:
        COMMANDS[name] = Command(name, f"{name} {usage}".strip(), told, completes, run)
        return run

    return register


def find(line: str) -> tuple[Command, str] | None:
    """The command that a line begins with, and the rest of the line."""
    words = line.split(None, 2)
    for count in (2, 1):
        name = " ".join(words[:count]).lower()
        if len(words) >= count and name in COMMANDS:
            return COMMANDS[name], line.split(None, count)[count] if len(line.split(None, count)) > count else ""
    return None
