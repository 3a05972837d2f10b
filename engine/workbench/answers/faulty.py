# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Faults in the goal programs, and a knowledge base with one of them in it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ...glossary import KNOWLEDGE_BASE
from ..faults.law import Statement, statements
from ..faults.mutation import Mutation

GOALS = "goals"

ASKED_BY = {"candidates": "choose", "front": "choose", "restrictions": "review", "changes": "flip", "traits": "licenses"}
"""The commands that ask goal programs which are not named as their command is."""


def goal_statements() -> tuple[Statement, ...]:
    """What the goal programs conclude with and from, in the order of files and lines."""
    return tuple(each for file in sorted((KNOWLEDGE_BASE / GOALS).glob("*.lp")) for each in statements(file))


def asked_by(file: Path) -> str:
    """The command that asks a goal program."""
    return ASKED_BY.get(file.stem, file.stem)


@contextmanager
def knowledge_base_with(mutation: Mutation) -> Iterator[Path]:
    """A folder that is the knowledge base with a fault in it, for as long as it lasts."""
    changed = mutation.statement.file
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for part in KNOWLEDGE_BASE.iterdir():
            if part != changed.parent:
                (copy / part.name).symlink_to(part)
        inner = copy / changed.parent.name
        inner.mkdir()
        for file in changed.parent.iterdir():
            (inner / file.name).symlink_to(file)
        (inner / changed.name).unlink()
        (inner / changed.name).write_text(mutation.applied(), encoding="utf-8")
        yield copy
