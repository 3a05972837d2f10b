# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The predicate that a rule is to derive, as a user names it, with the names of its arguments."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clingo.ast import ASTType

from ...because.phrases import phrases
from ...problem import hint, quoted
from ..statements import Predicate, derived_in, heads, parsed, passages
from .draft import DraftError

_WRITTEN = re.compile(r"([a-z][A-Za-z0-9_]*)(?:/(\d+)|\(([^()]*)\))?")
_VARIABLE = re.compile(r"[A-Z][A-Za-z0-9]*'*")


@dataclass(frozen=True, slots=True)
class Head:
    """What a rule derives, with the names of its arguments; ``told`` where a doc block says how it reads."""

    name: str
    arguments: tuple[str, ...]
    told: bool
    new: bool

    @property
    def predicate(self) -> Predicate:
        """Its name and its number of arguments."""
        return self.name, len(self.arguments)

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments)})"


def head_of(written: str) -> Head:
    """Find the predicate that a user names.

    Raises:
        DraftError: it is not known and has no arguments, or is several
    """
    match = _WRITTEN.fullmatch(written.strip())
    if not match:
        raise DraftError(f"{quoted(written)} is no predicate; write reaches, reaches/4, or reaches(Party, License, Work, Form)")
    name, arity, places = match.groups()
    given = tuple(place.strip() for place in places.split(",")) if places else ()
    there = known(name)
    count = len(given) if given else int(arity) if arity else None
    fitting = {size: head for size, head in there.items() if count in (None, size)}
    if len(fitting) == 1:
        return next(iter(fitting.values()))
    if fitting:
        raise DraftError(f"{quoted(name)} is several: {', '.join(f'{name}/{size}' for size in sorted(fitting))}; name one")
    if not given:
        names = {each for each, _ in (*phrases(), *derived_in())}
        raise DraftError(
            f"there is no predicate {quoted(written)}{hint(name, names - {name})}"
            f"{others(name, there)}; give the arguments of a new one, as {name}(License, Work)"
        )
    if wrong := [place for place in given if not _VARIABLE.fullmatch(place)]:
        raise DraftError(f"{quoted(wrong[0])} is no variable; the arguments of a predicate are words, as License, Work, Work'")
    if len(set(given)) < len(given):
        raise DraftError(f"two arguments of {quoted(written)} have the same name; the second of a kind is primed, as Work'")
    return Head(name, given, False, True)


def others(name: str, sizes: Iterable[int]) -> str:
    """The end of a message that tells with which numbers of arguments a predicate is there."""
    there = ", ".join(f"{name}/{size}" for size in sorted(sizes))
    return f"; there is {there}" if there else ""


def known(name: str) -> dict[int, Head]:
    """The predicates of a name by their number of arguments: from doc blocks, else from the rules that derive them."""
    found = {size: Head(each, phrase.arguments, True, False) for (each, size), phrase in phrases().items() if each == name}
    for each, size in derived_in():
        if each == name and size not in found:
            found[size] = Head(name, arguments((name, size)), False, False)
    return found


def arguments(predicate: Predicate) -> tuple[str, ...]:
    """The names that some rule gives to the arguments of a predicate; where none names them all, what one writes there."""
    written = [
        tuple(map(str, atom.arguments))
        for passage in passages()
        if predicate in passage.derives
        for rule in parsed(passage.text)
        for found, atom in heads(rule)
        if found == predicate and all(place.ast_type != ASTType.Pool for place in atom.arguments)
    ]
    named = [places for places in written if all(_VARIABLE.fullmatch(place) for place in places)]
    return (named or written or [tuple(f"Argument{number}" for number in range(1, predicate[1] + 1))])[0]
