# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A file of the knowledge base in blocks: each statement with the comments right above it, and other comments by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from clingo.ast import AST, ASTType, parse_string


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a file, with the line where the statement in them begins, or where the block does if there is none."""

    text: str
    line: int

    @property
    def code(self) -> str:
        """The statement, without the comments before it; nothing where there are comments alone."""
        lines = self.text.splitlines()
        begin = next((number for number, line in enumerate(lines) if line.strip() and not line.startswith("%")), len(lines))
        return "\n".join(lines[begin:]).strip()

    @property
    def comment(self) -> str:
        """The lines of comment that stand right above the statement, as one; of comments alone the last lines."""
        lines = self.text.rstrip().splitlines()
        end = len(lines) - len(self.code.splitlines())
        begin = end
        while begin and lines[begin - 1].startswith("%"):
            begin -= 1
        return " ".join(line.lstrip("%*!# ").strip() for line in lines[begin:end]).strip()


def blocks(text: str) -> tuple[Block, ...]:
    """Cuts a file into blocks, which put together are the file again.

    Args:
        text: a program; what cannot be parsed is one block
    """
    lines = text.splitlines(keepends=True)
    found: list[Block] = []
    done = 0
    for begin, end in _spans(text):
        above = begin - 1
        while above > done and lines[above - 1].startswith("%"):
            above -= 1
        if above > done:
            found.append(Block("".join(lines[done:above]), done + 1))
        found.append(Block("".join(lines[above:end]), begin))
        done = end
    if done < len(lines):
        found.append(Block("".join(lines[done:]), done + 1))
    return tuple(found)


def _spans(text: str) -> list[tuple[int, int]]:
    """The first and the last line of each statement; of several that share a line those of all."""
    statements: list[AST] = []
    try:
        parse_string(text, statements.append, logger=lambda code, message: None)
    except RuntimeError:
        return []
    spans: list[tuple[int, int]] = []
    for statement in statements:
        if statement.ast_type in (ASTType.Comment, ASTType.Program):
            continue
        begin, end = statement.location.begin.line, statement.location.end.line
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((begin, end))
    return spans
