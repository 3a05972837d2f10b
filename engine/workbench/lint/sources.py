# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on what stands above rules and facts: where they come from, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from clingo.ast import ASTType

from .base import Base, Fault, File, line_of

_SOURCED = {"majority", "holds_in"}
"""Facts that say how the law is read, and so cite somebody."""
_SOURCE = re.compile(r"% \[([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\] *(.*)", re.DOTALL)


@lru_cache(maxsize=1024)
def headings(file: File) -> tuple[str, ...]:
    """For each line the comment it stands under, its lines joined; nothing below an empty line, for a group ends there."""
    current, found, before = "", [], ""
    for line in file.lines:
        if not line.strip():
            current = ""
        elif line.startswith("%"):
            begins = not before.startswith("%") or line.startswith("% [")
            current = line if begins else f"{current}\n{line}"
        found.append(current)
        before = line
    return tuple(found)


def source(base: Base) -> Iterator[Fault]:
    """Above every rule, or group of rules, stands its source in brackets: a section, a judgment, or what else it rests on."""
    for file in base.law:
        told: set[int] = set()
        for rule in file.of(ASTType.Rule):
            line = line_of(rule)
            name = getattr(getattr(rule.head, "atom", None), "symbol", None)
            wants = rule.body or rule.head.ast_type != ASTType.Literal or getattr(name, "name", "") in _SOURCED
            if wants and line not in told and not _SOURCE.match(_above(file, line)):
                told.add(line)
                yield Fault(file.name, line, f"no source stands above `{_short(str(rule))}`", "`% [source] A sentence.`")


def _above(file: File, line: int) -> str:
    """The comment with a source above a line: the nearest one in its group."""
    return _group_source(file, line) or headings(file)[line - 1]


def _group_source(file: File, line: int) -> str:
    for above in range(line - 1, 0, -1):
        if not file.lines[above - 1].strip():
            return ""
        if _SOURCE.match(headings(file)[above - 1]):
            return headings(file)[above - 1]
    return ""


def sentence(base: Base) -> Iterator[Fault]:
    """After a source stands a sentence: it begins with a capital and ends with a full stop. Explanations tell it."""
    for file in base.law:
        for comment in file.comments:
            line = line_of(comment)
            if not str(comment).startswith("% ["):
                continue
            whole = _comment_from(file, line)
            found = _SOURCE.match(whole)
            said = " ".join(part.lstrip("% ") for part in found[2].split("\n")).strip() if found else ""
            if not found or not found[1].strip():
                yield Fault(file.name, line, f"`{_short(whole)}` names no source", "`% [source] A sentence.`")
            elif not said or not (said[0].isupper() or said[0] in '"“') or not said.endswith((".", ":", "?")):
                yield Fault(
                    file.name, line, f"`{_short(said)}` is no sentence", "a capital at its beginning, a full stop at its end"
                )


def _comment_from(file: File, line: int) -> str:
    """The comment that begins on a line, to the next one that begins a source."""
    taken = [file.lines[line - 1]]
    for following in file.lines[line:]:
        if not following.startswith("%") or following.startswith("% ["):
            break
        taken.append(following)
    return "\n".join(taken)


def fact_comment(base: Base) -> Iterator[Fault]:
    """Above every fact, or group of facts, stands a comment that says what it means."""
    for file in base.files.values():
        told: set[int] = set()
        for rule in file.of(ASTType.Rule):
            line = line_of(rule)
            name = getattr(getattr(getattr(rule.head, "atom", None), "symbol", None), "name", "")
            if not rule.body and name != "license" and line not in told and not headings(file)[line - 1]:
                told.add(line)
                yield Fault(file.name, line, f"no comment stands above `{_short(str(rule))}`", "`% A sentence.`")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 60 else f"{plain[:57].rstrip()}…"
