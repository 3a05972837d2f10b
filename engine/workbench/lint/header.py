# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on how a file begins: marks of its own licence, a title, and what the header says of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clingo.ast import ASTType

from .base import Base, Fault, File, line_of
from .program import Atom, Key, rules, traffic, written

MARKS = ("% SPDX-FileCopyrightText: licet contributors", "% SPDX-License-Identifier: Apache-2.0")
"""The lines that every file begins with."""

_FIELD = re.compile(r"^%  (reads|derives|text|encoded|left out) +(.+(?:\n%   +.+)*)", re.MULTILINE)
_PREDICATE = re.compile(r"[a-z]\w*/\d+|finding\([a-z]\w*\)")
_STATEMENTS = (ASTType.Rule, ASTType.Defined, ASTType.ShowSignature)
_LICENCE_KEYS = ("text", "encoded", "left out")


def fields(file: File) -> Mapping[str, tuple[int, str]]:
    """What a header says under each key, with the line on which it begins."""
    found: dict[str, tuple[int, str]] = {}
    for match in _FIELD.finditer(file.text):
        said = " ".join(line.lstrip("% ") for line in match[2].splitlines())
        found.setdefault(match[1], (file.text.count("\n", 0, match.start()) + 1, said))
    return found


def marks(base: Base) -> Iterator[Fault]:
    """Every file begins with the two SPDX lines."""
    for file in base.files.values():
        if file.lines[:2] != MARKS:
            yield Fault(
                file.name, 1, "the file does not begin with the two SPDX lines", " and ".join(f"`{mark}`" for mark in MARKS)
            )


def title(base: Base) -> Iterator[Fault]:
    """Every file has one title, above all statements: of rules the question they answer, of a licence its id and its name."""
    for file in base.files.values():
        titles = [comment for comment in file.comments if str(comment).startswith("%# ")]
        first = min(
            (line_of(node) for kind in (ASTType.Rule, ASTType.Defined) for node in file.kinds.get(kind, ())[:1]), default=None
        )
        expected = _title_of(file)
        if len(titles) != 1 or (first is not None and line_of(titles[0]) > first):
            line = line_of(titles[1]) if len(titles) > 1 else 1
            yield Fault(file.name, line, f"the file has {len(titles)} titles above its statements; one belongs there", expected)
        elif file.is_law and not str(titles[0]).rstrip().endswith("?"):
            yield Fault(file.name, line_of(titles[0]), "the title is not the question that the rules answer", expected)
        elif file.is_licence and not re.match(rf"%# {re.escape(file.stem)} — \S", str(titles[0])):
            yield Fault(
                file.name, line_of(titles[0]), "the title does not name the licence that the file is named after", expected
            )


def _title_of(file: File) -> str:
    return f"`%# {file.stem} — …`" if file.is_licence else "`%# …?`" if file.is_law else "`%# …`"


def keys(base: Base) -> Iterator[Fault]:
    """The header of rules says what they read and derive; that of a licence which text it is, what is encoded and left out."""
    for file in base.files.values():
        wanted = _LICENCE_KEYS if file.is_licence else _wanted_of_rules(base, file) if file.is_law else ()
        yield from (
            Fault(file.name, 1, f"the header does not say `{name}`", f"a line `%  {name} …`")
            for name in wanted
            if name not in fields(file)
        )


def _wanted_of_rules(base: Base, file: File) -> tuple[str, ...]:
    return tuple(name for name, said in (("reads", taken(base, file)), ("derives", given(base, file)[0])) if said)


def taken(base: Base, file: File) -> set[str]:
    """What the rules of a file read that is not concluded there alone."""
    concluded = traffic(base).concluded
    found = {atom.key for rule in rules(file) for atom in rule.read}
    return {written(predicate) for predicate in found if set(concluded.get(predicate, ())) != {file.name}}


def given(base: Base, file: File) -> tuple[set[str], set[str]]:
    """What the header of a file has to name as derived, and what it may name."""
    heads = [atom for rule in rules(file) for atom in rule.concluded]
    everything = {_named(atom) for atom in heads}
    if file.name.startswith("goals/"):  # what they conclude is read back by the engine
        read = {atom.key for rule in rules(file) for atom in rule.read}
        return {_named(atom) for atom in heads if atom.key not in read}, everything
    crossing = {_named(atom) for atom in heads if _leaves(base, atom.key)}
    return crossing, crossing


def _leaves(base: Base, predicate: Key) -> bool:
    return traffic(base).crosses(predicate) or predicate in traffic(base).declared


def _named(atom: Atom) -> str:
    """How a header names a conclusion: findings by their kind."""
    known = atom.key == ("finding", 1) and atom.arguments[0].ast_type == ASTType.Function
    return f"finding({atom.arguments[0].name})" if known else written(atom.key)


def reads(base: Base) -> Iterator[Fault]:
    """`reads` names every predicate that the rules of the file read and that comes from outside the file, and no other."""
    for file in base.law:
        wanted = taken(base, file)
        yield from _compared(file, "reads", wanted, wanted)


def derives(base: Base) -> Iterator[Fault]:
    """`derives` names every predicate that the file concludes for others, a finding by its kind, and no other."""
    for file in base.law:
        yield from _compared(file, "derives", *given(base, file))


def _compared(file: File, name: str, wanted: set[str], allowed: set[str]) -> Iterator[Fault]:
    if name not in fields(file):
        return
    line, said = fields(file)[name]
    told = _PREDICATE.findall(said)
    rest = _PREDICATE.sub("", said).replace(",", "").strip()
    if rest:
        yield Fault(file.name, line, f"`{name}` holds `{rest}`, which is no predicate", "predicates as `name/2`")
    for predicate in sorted(set(told) - allowed):
        yield Fault(
            file.name, line, f"`{name}` names `{predicate}`, which the file does not {name.removesuffix('s')} {_WHOSE[name]}"
        )
    for predicate in sorted(wanted - set(told)):
        yield Fault(file.name, line, f"`{name}` does not name `{predicate}`, which the file {name} {_WHOSE[name]}", predicate)
    for predicate in sorted({each for each in told if told.count(each) > 1}):
        yield Fault(file.name, line, f"`{name}` names `{predicate}` twice")


_WHOSE = {"reads": "from others", "derives": "for others"}
