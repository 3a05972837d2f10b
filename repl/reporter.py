# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The report that the options of a command ask for, with the width and the colours of the terminal it goes to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from licet.engine.report.outcome import Outcome, Refusal

if TYPE_CHECKING:
    from licet.engine.report.look import Look

FORMATS = ("text", "json", "markdown")

_STYLES: dict[str, dict[str, str | bool]] = {
    "name": {"bold": True},
    "heading": {"bold": True},
    "good": {"fg": "green"},
    "doubt": {"fg": "yellow"},
    "wrong": {"fg": "red"},
    "fix": {"fg": "cyan"},
    "faint": {"dim": True},
    "plain": {},
}
_WIDEST = 120
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants to see: format, failing level, permissions, the summary alone, colours (None: as it fits)."""

    shape: str = "text"
    level: str = "likely"
    permissions: bool = False
    brief: bool = False
    color: bool | None = None


def report(items: Iterable[Outcome | Refusal], wish: Wish) -> Iterator[str]:
    """Lay outcomes out as wished.

    Args:
        items: outcomes and refusals, in the order of the input.
        wish: what the user wants to see.

    Returns:
        Chunks of text for standard output, colours included.
    """
    if wish.shape == "json":
        from licet.engine.report import structured  # noqa: PLC0415 - only the report that is asked for is imported

        return structured.report(items)
    if wish.shape == "markdown":
        from licet.engine.report import markdown  # noqa: PLC0415

        return markdown.report(items, wish.level, wish.permissions, wish.brief)
    from licet.engine.report import text  # noqa: PLC0415

    return text.report(items, wish.level, look_of(wish))


def look_of(wish: Wish | None = None) -> Look:
    """How text for a terminal looks: its width, and colours as wished, else where they fit."""
    from licet.engine.report.look import Look, unpainted  # noqa: PLC0415 - only text asks for it

    wish = wish or Wish()
    width = min(max(get_terminal_size((80, 24)).columns, _NARROWEST), _WIDEST)
    return Look(width, wish.permissions, wish.brief, _painted if _colored(wish.color) else unpainted)


def _colored(color: bool | None) -> bool:
    """Whether text is coloured: as wished, else on a terminal where the environment does not forbid it."""
    if color is not None:
        return color
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _painted(text: str, role: str) -> str:
    return click.style(text, **_STYLES[role]) if text.strip() else text  # type: ignore[arg-type]
