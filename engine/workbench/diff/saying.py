# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a statement of the knowledge base says, and where that comes from."""

from __future__ import annotations

import re
from pathlib import Path

from ...because.marked import comments
from ...clauses import Clause, read_license
from .blocks import Block

_SOURCED = re.compile(r"\[([^\]]+)\] (.*)")


def said(file: Path, block: Block) -> tuple[str, str]:
    """The source and the sentence of a statement: of a clause its section and what the text says there.

    Args:
        file: where it stands
        block: the statement with its comments
    """
    if not block.code:
        return "", "A comment."
    if file.parent.name == "licenses":
        clauses = _clauses(file)
        clause = next((each for each in clauses if each.line == block.line), None)
        return (f"{clause.license} {clause.section or clause.steward}", clause.sentence) if clause else ("", block.comment)
    own = _SOURCED.fullmatch(block.comment)
    if own or block.comment:
        return (own[1], own[2]) if own else ("", block.comment)
    return comments(file)[block.line - 1]


def _clauses(file: Path) -> tuple[Clause, ...]:
    try:
        return read_license(file).clauses
    except RuntimeError:  # it does not parse, which the solver says better
        return ()
