# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence files that did not come with licet, checked before anything of them is handed to the solver.

They may hold facts alone, about one licence each, in the words of the clause language: no rules, no directives, no scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from clingo import MessageCode, Symbol, SymbolType, parse_term
from clingo.ast import AST, ASTType, Sign, parse_string

from .case import Place
from .catalog import file_of, licenses
from .language import mistakes
from .problem import InputError, Problem, quoted

MAXIMUM_SIZE = 1_000_000
"""Bytes of a licence file; the longest of our own has some thirty thousand."""

KINDS = ("software", "model", "data", "content", "any", "exception")
"""What a licence may be written for; an exception stands after WITH."""

_ARITIES = {"license": 2, "clause": 3, "position": 3}
_PLAIN = {ASTType.SymbolicTerm, ASTType.Function, ASTType.Pool, ASTType.SymbolicAtom, ASTType.Literal, ASTType.BooleanConstant}
_HIDDEN = re.compile(r'"(?:\\.|[^"\\\n])*"|%\*.*?\*%|%[^\n]*', re.DOTALL)
_LOCATED = re.compile(r"<string>:(\d+):[^ ]* (?:error: )?(.+)", re.DOTALL)


def vet(folder: str) -> tuple[Path, ...]:
    """Check the licence files of a folder.

    Args:
        folder: where files ``<id>.lp`` stand
    Returns:
        the files, each fit to be loaded
    Raises:
        InputError: the folder cannot be read or holds none, or a file is not fit; names every problem with file and line
    """
    try:
        files = tuple(sorted(Path(folder).glob("*.lp"))) if Path(folder).is_dir() else ()
    except OSError as error:
        raise InputError(Problem(Place(folder, 1), f"the folder cannot be read: {error.strerror}")) from error
    if not files:
        raise InputError(Problem(Place(folder, 1), "there is no folder of licence files here", "files named <id>.lp"))
    problems = [problem for file in files for problem in _problems(file)]
    if problems:
        raise InputError(*problems)
    return files


def _problems(file: Path) -> Iterator[Problem]:
    """What is wrong with one file."""
    try:
        if file.stat().st_size > MAXIMUM_SIZE:
            yield Problem(Place(str(file), 1), f"the file is larger than {MAXIMUM_SIZE:,} bytes")
            return
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(Place(str(file), 1), f"the file cannot be read: {error}")
        return
    if file.stem.lower() in (name.lower() for name in licenses()) and file_of(file.stem) != file:
        yield Problem(Place(str(file), 1), f"the knowledge base already holds {quoted(file.stem)}", "another id")
    directives = list(_directives(text))
    if directives:  # an #include would be followed while the text is parsed
        yield from (
            Problem(Place(str(file), line), "a directive has no place in a licence file", "facts") for line in directives
        )
        return
    yield from (Problem(Place(str(file), line), message) for line, message in _faults(text, file.stem))


def _directives(text: str) -> Iterator[int]:
    """The lines on which a ``#`` stands outside comments and strings."""
    bare = _HIDDEN.sub(lambda hidden: "\n" * hidden[0].count("\n"), text)
    yield from (number for number, line in enumerate(bare.split("\n"), 1) if "#" in line)


def _faults(text: str, license_id: str) -> Iterator[tuple[int, str]]:
    """What is wrong with the statements of a file, each with its line."""
    statements: list[AST] = []
    messages: list[str] = []

    def listen(_code: MessageCode, message: str) -> None:
        messages.append(message)

    try:
        parse_string(text, statements.append, logger=listen)
    except RuntimeError:
        for message in messages:
            located = _LOCATED.match(message)
            yield (int(located[1]), located[2].strip()) if located else (1, message.strip())
        return
    kinds = 0
    for statement in statements:
        if statement.ast_type in (ASTType.Program, ASTType.Comment):
            continue
        line = statement.location.begin.line
        if not _is_fact(statement):
            yield line, f"{quoted(str(statement))} is no fact about a licence"
            continue
        for fact in statement.unpool():
            symbol = parse_term(str(fact.head))
            kinds += symbol.name == "license"
            yield from ((line, fault) for fault in _wrong(symbol, license_id))
    if kinds != 1:
        yield (
            1,
            f"the file says {kinds} times what {quoted(license_id)} is written for; once belongs here: license(…, software)",
        )


def _is_fact(statement: AST) -> bool:
    """Whether a statement is a fact of the three predicates, without variables or arithmetic."""
    if statement.ast_type != ASTType.Rule or statement.body or statement.head.ast_type != ASTType.Literal:
        return False
    if statement.head.sign != Sign.NoSign:
        return False
    return (
        all(node.ast_type in _PLAIN for node in _nodes(statement.head)) and statement.head.atom.ast_type == ASTType.SymbolicAtom
    )


def _nodes(node: AST) -> Iterator[AST]:
    yield node
    for key in node.child_keys:
        child = getattr(node, key)
        for item in [child] if isinstance(child, AST) else (child or []):
            yield from _nodes(item)


def _wrong(fact: Symbol, license_id: str) -> Iterator[str]:
    """What is wrong with one fact."""
    if _ARITIES.get(fact.name) != len(fact.arguments):
        yield f"`{fact.name}/{len(fact.arguments)}` is none of license/2, clause/3 and position/3"
        return
    subject, *rest = fact.arguments
    if subject.type is not SymbolType.String or subject.string != license_id:
        yield f"{subject} is not the licence that the file is named after, {quoted(license_id)}"
    if fact.name == "license":
        if str(rest[0]) not in KINDS:
            yield f"`{rest[0]}` is nothing that a licence is written for: {', '.join(KINDS)}"
        return
    if rest[0].type is not SymbolType.String or not rest[0].string.strip():
        yield f"{rest[0]} stands where a section belongs, as a string"
    yield from mistakes(rest[1])
