# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence files that did not come with licet, checked before anything of them is handed to the solver.

They may hold facts alone, about one licence each, in the words of the clause language: no rules, no directives, no scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import prod
from pathlib import Path

from clingo import MessageCode, Symbol, SymbolType, parse_term
from clingo.ast import AST, ASTType, Sign, parse_string

from .case import Place
from .catalog import added, identify, is_or_later
from .expression import NOASSERTION, NONE
from .facts import CEILING
from .identity import Unknown
from .language import mistakes
from .problem import InputError, Problem, quoted

MAXIMUM_FACTS = 200
"""Facts that one sentence may stand for."""

MAXIMUM_DEPTH = 30
"""Levels of a term."""

MAXIMUM_SIZE = 1_000_000
"""Bytes of a licence file; the longest of our own has some thirty thousand."""

KINDS = ("software", "model", "data", "content", "any", "exception")
"""What a licence may be written for; an exception stands after WITH."""

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]*")
"""What the id of a licence may look like."""

_ARITIES = {"license": 2, "clause": 3, "position": 3}
_PLAIN = {ASTType.SymbolicTerm, ASTType.Function, ASTType.Pool, ASTType.SymbolicAtom, ASTType.Literal, ASTType.BooleanConstant}
_HIDDEN = re.compile(r'"(?:\\[n"\\]|[^"\\\n])*"|%(?!\*)[^\n]*')
"""Strings and comments of one line. Block comments stay visible: they can be nested, and so hide what is none."""
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
    place = Place(folder, 1)
    try:
        files = tuple(sorted(file for file in Path(folder).glob("*.lp") if file.is_file()))
    except OSError as error:
        raise InputError(Problem(place, f"the folder cannot be read: {error.strerror}")) from error
    if not files:
        raise InputError(Problem(place, "there is no folder of licence files here", "files named <id>.lp"))
    new = [file for file in files if file.resolve() not in added()]
    problems = [problem for file in new for problem in (*_misnamed(file, new), *_problems(file))]
    if problems:
        raise InputError(*problems)
    return files


def _misnamed(file: Path, files: Iterable[Path]) -> Iterator[Problem]:
    """What is wrong with the name of a file, which is the id of the licence."""
    place = Place(str(file), 1)
    if not ID.fullmatch(file.stem):
        yield Problem(
            place, f"{quoted(file.stem)} cannot be the id of a licence", "letters, digits, dots, plus signs and hyphens"
        )
    elif not is_free(file.stem):
        yield Problem(place, f"the knowledge base already holds {quoted(file.stem)}, or knows the name", "another id")
    elif any(other != file and other.stem.lower() == file.stem.lower() for other in files):
        yield Problem(place, f"another file differs from {quoted(file.stem)} in capitals only", "one file for an id")


def is_free(name: str) -> bool:
    """Whether a name stands for nothing yet: no licence, no tag, no family, no later version of any, nothing reserved."""
    identity = identify(name)
    return isinstance(identity, Unknown) and not identity.named and not is_or_later(name) and name not in (NONE, NOASSERTION)


def _problems(file: Path) -> Iterator[Problem]:
    """What is wrong with what stands in one file."""
    try:
        if file.stat().st_size > MAXIMUM_SIZE:
            yield Problem(Place(str(file), 1), f"the file is larger than {MAXIMUM_SIZE:,} bytes")
            return
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        yield Problem(Place(str(file), 1), f"the file cannot be read: {error}")
        return
    yield from (Problem(Place(str(file), line), message) for line, message in faults(text, file.stem))


def faults(text: str, license_id: str) -> tuple[tuple[int, str], ...]:
    """What is wrong with the text of a licence file, each fault with its line.

    Args:
        text: of the file
        license_id: the licence that the file is named after
    """
    strange = tuple(_strange(text))  # an #include would be followed, and a strange letter end the parser, while it is parsed
    return strange or tuple(_faults(text, license_id))


def _strange(text: str) -> Iterator[tuple[int, str]]:
    """What has no place in a file of facts: directives, block comments, letters outside strings, numbers that do not fit."""
    bare = _HIDDEN.sub("", text)  # neither a string nor a comment spans lines
    for number, (line, rest) in enumerate(zip(text.split("\n"), bare.split("\n"), strict=True), 1):
        if not line.replace("\t", " ").isprintable():
            yield number, "a character that cannot be printed stands here"
        if "#" in rest or "@" in rest:
            yield number, "a directive has no place in a licence file; facts have"
        if "%*" in rest:
            yield number, "a block comment has no place in a licence file; begin each line with %"
        if not rest.isascii():
            yield number, "a letter beyond ASCII stands outside a string"
        if any(int(digits) > CEILING for digits in re.findall(r"[0-9]+", rest)):
            yield number, f"a number is larger than {CEILING}"


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
    facts: list[tuple[int, Symbol]] = []
    for statement in statements:
        line = statement.location.begin.line
        if statement.ast_type in (ASTType.Program, ASTType.Comment):
            continue
        if not _is_fact(statement):
            yield line, f"`{statement}` is no fact about a licence"
        elif ";" in str(statement.head) and _count(statement.head) > MAXIMUM_FACTS:  # only pools stand for several
            yield line, f"the sentence stands for more than {MAXIMUM_FACTS} facts"
        else:
            facts += [(line, parse_term(str(fact.head))) for fact in statement.unpool()]
    yield from ((line, fault) for line, fact in facts for fault in _wrong(fact, license_id))
    kinds = sum(fact.name == "license" for _, fact in facts)
    if kinds != 1:
        yield (
            1,
            f"the file says {kinds} times what {quoted(license_id)} is written for; once belongs here: license(…, software)",
        )


def _is_fact(statement: AST) -> bool:
    """Whether a statement is a fact of plain terms: no variables, no arithmetic, nothing called, nothing too deep."""
    if statement.ast_type != ASTType.Rule or statement.body or statement.head.ast_type != ASTType.Literal:
        return False
    head = statement.head
    if head.sign != Sign.NoSign or head.atom.ast_type != ASTType.SymbolicAtom:
        return False
    level, depth = [head], 0
    while level and depth < MAXIMUM_DEPTH:
        if any(node.ast_type not in _PLAIN or getattr(node, "external", 0) for node in level):
            return False
        level, depth = [child for node in level for child in _children(node)], depth + 1
    return not level


def _children(node: AST) -> Iterator[AST]:
    for key in node.child_keys:
        child = getattr(node, key)
        yield from [child] if isinstance(child, AST) else (child or [])


def _count(node: AST) -> int:
    """How many facts a term stands for, its pools written out."""
    counts = [_count(child) for child in _children(node)]
    return sum(counts) if node.ast_type == ASTType.Pool else prod(counts)


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
