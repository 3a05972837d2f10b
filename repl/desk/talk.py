# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""One line in, one reply out: a sentence, a command, a query, or the answer to a question that waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from . import asking, building, filing, interview, querying  # noqa: F401 - what they register is what one can say
from .phrases import SentenceError
from .registry import Table, find
from .sentences import section
from .state import Desk, Reply, reply


def whole(lines: Iterable[str]) -> Iterator[str]:
    """Lines, those joined that one sentence or query was written on: what ends with a comma or a backslash goes on."""
    begun = ""
    for line in lines:
        begun += line.rstrip()
        if begun.endswith(","):
            begun += " "
        elif begun.endswith("\\"):
            begun = begun[:-1] + " "
        else:
            yield begun
            begun = ""
    if begun:
        yield begun


def answer(table: Table, desk: Desk, line: str) -> Reply:
    """What comes of a line. A line that cannot be understood changes nothing.

    Args:
        table: what commands work with
        desk: the state before
        line: what was typed
    """
    line = line.strip()
    if not line or line.startswith("#"):
        return reply(desk)
    try:
        return _answer(table, desk, line)
    except SentenceError as error:
        return reply(desk, str(error).splitlines(), failed=True)


def _answer(table: Table, desk: Desk, line: str) -> Reply:
    if line.startswith("?"):
        return querying.queried(table, desk, line[1:].strip())
    found = find(line)
    if desk.asked and found is None:
        return interview.answered(table, desk, line)
    if found is not None and not _is_sentence(desk, line):
        command, rest = found
        told = command.run(table, desk, rest.strip())
        return told if command.name == "ask" else replace(told, desk=replace(told.desk, asked=False))
    return building.edit(table, desk, line)


def _is_sentence(desk: Desk, line: str) -> bool:
    """Whether a line begins with the name of a work or party of the case, which goes before a command of that name."""
    first, _, rest = line.partition(" ")
    return bool(rest) and (first in section(desk.case, "works") or first in section(desk.case, "parties"))
