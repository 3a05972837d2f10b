# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A fault that is put into one statement of the knowledge base."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from ...glossary import KNOWLEDGE_BASE
from .law import Statement


@dataclass(frozen=True)
class Mutation:
    """A statement, what it is changed into (nothing, where it is dropped), by which operator, and in words what was done."""

    statement: Statement
    mutant: str
    operator: str
    what: str

    @cached_property
    def key(self) -> str:
        """What it is known by from run to run: the file, what stood there and what stands there instead; not the line."""
        said = (relative(self.statement.file), self.statement.text, self.mutant)
        return sha256("\0".join(said).encode()).hexdigest()[:32]

    def applied(self) -> str:
        """The text of the file with the fault in it; all other lines stay where they are."""
        content = self.statement.file.read_bytes()
        replaced = content[self.statement.begin : self.statement.end]
        kept = self.mutant.encode() + b"\n" * replaced.count(b"\n")
        return (content[: self.statement.begin] + kept + content[self.statement.end :]).decode("utf-8")


def relative(file: Path) -> str:
    """A file as seen from the knowledge base; its whole path, where it is none of it."""
    return file.relative_to(KNOWLEDGE_BASE).as_posix() if file.is_relative_to(KNOWLEDGE_BASE) else str(file)
