# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Pages in Markdown, and what they are made of: anchors, links, code, text that is shown as it is. No words of their own."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from ...report.markdown import literal

MARKER = "<!-- Written by `licet kb doc`, which writes it anew: what is changed here is lost. -->"
"""The first line of every page, by which its writer knows it again."""

_ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:)\]]")
_PLAIN = re.compile(r"[^A-Za-z0-9._-]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page. ``path`` is where it stands below the folder of all pages, with slashes."""

    path: str
    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole page."""
        return "\n".join((MARKER, "", f"# {literal(self.title)}", "", *self.lines)) + "\n"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that can be linked to: a page, and an anchor on it if it is not its top."""

    path: str
    anchor: str = ""


def anchor(*parts: object) -> str:
    """The name of an anchor: each other name has another, and all can stand in an address as they are."""
    return "-".join(_PLAIN.sub(lambda char: f":{ord(char[0]):x}:", str(part)) for part in parts)


def mark(name: str) -> str:
    """What makes a place an anchor."""
    return f'<a id="{name}"></a>'


def link(said: str, target: Spot, origin: str) -> str:
    """A link.

    Args:
        said: what is shown, as Markdown
        target: where it leads
        origin: the path of the page on which it stands
    """
    path = "" if target.path == origin else quote(posixpath.relpath(target.path, posixpath.dirname(origin) or "."))
    return f"[{said}]({path}{'#' + target.anchor if target.anchor else ''})"


def code(text: str) -> str:
    """The text as code within a line."""
    fence = "`" * (_longest(text) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def block(text: str, language: str = "") -> tuple[str, ...]:
    """The text as code of its own lines."""
    fence = "`" * max(3, _longest(text) + 1)
    return (f"{fence}{language}", *text.splitlines(), fence)


def _longest(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def prose(text: str) -> str:
    """The text as it is, but for addresses, which become links."""
    parts, end = [], 0
    for found in _ADDRESS.finditer(text):
        parts += [literal(text[end : found.start()]), f"<{found[0]}>"]
        end = found.end()
    return "".join((*parts, literal(text[end:])))


def row(cells: Iterable[str]) -> str:
    """A row of a table; the cells are Markdown."""
    return "| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """A table; the cells are Markdown."""
    names = tuple(heads)
    return (row(names), "|" + " --- |" * len(names), *(row(cells) for cells in rows))
