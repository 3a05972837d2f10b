# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Faults of the knowledge base that keep cases from being decided, told with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from clingo import Control, MessageCode

from ...case import Place
from ...catalog import file_of, licenses
from ...glossary import KNOWLEDGE_BASE
from ...knowledge import rule_files
from ...problem import InputError, Problem
from .loading import path_of

T = TypeVar("T")

_LOCATED = re.compile(r"(.+?\.lp):(\d+):[^ ]* (?:error: )?(.+)", re.DOTALL)
_INTERNAL = "[#inc_base];"
"""What clingo adds to a body."""


def sound(items: Iterable[T]) -> Iterator[T]:
    """Passes on what is decided.

    Args:
        items: what is made from decisions, as it is asked for
    Raises:
        InputError: the knowledge base cannot be decided on; names every fault
    """
    try:
        yield from items
    except RuntimeError as error:
        found = tuple(faults())
        if not found:
            raise
        raise InputError(*found) from error
    except KeyError as error:
        missing = error.args[0] if error.args else None
        if not isinstance(missing, str):
            raise
        message = f"a finding needs the word `{missing}`, which the vocabulary does not hold"
        raise InputError(Problem(Place("kb/vocabulary.lp", 1), message, "`licet kb lint` to say more")) from error


def faults() -> Iterator[Problem]:
    """What clingo finds wrong with the rules and the licence files: what cannot be parsed, variables that are not safe."""
    messages: list[str] = []

    def listen(code: MessageCode, message: str) -> None:
        if code is MessageCode.RuntimeError:
            messages.append(message)

    control = Control(["--warn=none"], logger=listen)
    files = (*rule_files(), *map(file_of, licenses()))
    read = [_is_read(control, file) for file in files]
    if all(read):
        try:
            control.ground([("base", [])])
        except RuntimeError as error:
            if not messages:
                yield Problem(Place("kb", 1), str(error))
    yield from map(_problem, dict.fromkeys(messages))


def _problem(message: str) -> Problem:
    """A message of clingo without its notes, which repeat it."""
    said = "\n".join(line for line in message.splitlines() if ": note: " not in line).replace(_INTERNAL, "")
    located = _LOCATED.match(said)
    place = Place(_name(Path(located[1])), int(located[2])) if located else Place("kb", 1)
    return Problem(place, " ".join((located[3] if located else said).split()))


def _is_read(control: Control, file: Path) -> bool:
    try:
        control.load(str(file))
    except RuntimeError:
        return False
    return True


def _name(file: Path) -> str:
    """A file as reasons name it."""
    return f"kb/{path_of(file)}" if file.is_relative_to(KNOWLEDGE_BASE) else str(file)
