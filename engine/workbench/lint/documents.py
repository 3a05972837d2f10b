# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Checks on doc blocks: which predicates have one, and whether what it says of them is so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...because.phrases import FILES, Block
from ...because.phrases import written as blocks
from ...because.wording import SPECIAL
from .base import Base, Fault
from .program import Key, law, traffic, written

_ARGUMENT = re.compile(r"[A-Z][A-Za-z]+'*")
_NOTE = re.compile(r"^      (\S+):", re.MULTILINE)
_BLANK = re.compile(r"\{([^}]*)\}")


def documented(base: Base) -> Iterator[tuple[str, Key, Block]]:
    """Every doc block, with its file and its predicate."""
    return ((file.name, (block.name, len(block.arguments)), block) for file in base.others for block in blocks(file.text))


@lru_cache(maxsize=64)
def places(base: Base) -> Mapping[Key, tuple[str, ...]]:
    """What stands at the places of each predicate that has a doc block."""
    return {predicate: block.arguments for _, predicate, block in documented(base)}


def crossing(base: Base) -> Iterator[Fault]:
    """Every predicate that goes from one file to another, in or out has a doc block."""
    known, told = {predicate for _, predicate, _ in documented(base)}, traffic(base)
    for predicate in sorted({*told.read, *told.concluded, *told.declared}):
        if predicate in known or not (told.crosses(predicate) or predicate in told.declared):
            continue
        places_of = told.concluded.get(predicate) or told.read.get(predicate) or {"predicates.lp": 1}
        file, line = next((item for item in places_of.items() if item[0] != "licenses/"), ("predicates.lp", 1))
        message = f"`{written(predicate)}` goes from file to file and has no doc block"
        yield Fault(file, line, message, f"`%*! {predicate[0]}(…)` in one of {', '.join(FILES)}, unsaid.lp")


def existing(base: Base) -> Iterator[Fault]:
    """No doc block tells of a predicate that there is no more; its arguments are as many as the predicate has."""
    told = traffic(base)
    present = {*told.read, *told.concluded, *told.shown}
    for file, predicate, block in documented(base):
        if predicate not in present:
            others = sorted(arity for name, arity in present if name == predicate[0])
            message = f"no rule concludes or reads `{written(predicate)}`"
            yield Fault(file, block.line, message, " or ".join(f"{predicate[0]}/{arity}" for arity in others))


def arguments(base: Base) -> Iterator[Fault]:
    """The arguments in a doc block are words with a capital, all different; its blanks and notes name no others."""
    for file, predicate, block in documented(base):
        name = written(predicate)
        for argument in block.arguments:
            if not _ARGUMENT.fullmatch(argument) or block.arguments.count(argument) > 1:
                yield Fault(
                    file,
                    block.line,
                    f"`{argument}` does not name one argument of `{name}`",
                    "words with a capital, all different",
                )
        for other in {*_BLANK.findall(block.sentence), *_NOTE.findall(block.notes)} - {*block.arguments}:
            yield Fault(file, block.line, f"`{other}` is no argument of `{name}`", ", ".join(block.arguments))


def once(base: Base) -> Iterator[Fault]:
    """A predicate has one doc block, and one that says something."""
    seen: dict[Key, str] = {}
    for file, predicate, block in documented(base):
        if predicate in seen and _wider(file) == _wider(seen[predicate]):
            yield Fault(file, block.line, f"`{written(predicate)}` has another doc block in {seen[predicate]}")
        seen.setdefault(predicate, file)
        if not block.sentence.strip():
            yield Fault(file, block.line, f"the doc block of `{written(predicate)}` says nothing", "a sentence")


def _wider(file: str) -> str:
    """Goals are put on top one at a time: what one calls something does not concern the rules."""
    return file if file.startswith("goals/") else ""


def contrary(base: Base) -> Iterator[Fault]:
    """What rules conclude, and want absent somewhere, can be told as not being so (`Not:`); so can all in conclusions.lp."""
    told = {predicate for _, predicate, block in documented(base) if "\n    Not: " in block.sentence}
    for file, predicate, block in documented(base):
        if file == "conclusions.lp" and predicate not in told:
            yield Fault(
                file, block.line, f"the doc block of `{written(predicate)}` does not say the contrary", "a line `    Not: …`"
            )
    rules = [rule for rule in law(base) if not rule.file.startswith("goals/")]
    derived = {atom.key for rule in rules if rule.premises for atom in rule.concluded}
    seen: set[Key] = set()
    for rule in rules:
        for predicate in (atom.key for atom in rule.read if not atom.wanted):
            if predicate in derived - told - seen and predicate[0] not in {*SPECIAL, "says"}:
                seen.add(predicate)
                yield Fault(
                    rule.file, rule.line, f"`{written(predicate)}` is wanted absent here, and no doc block tells that it is"
                )


def defined(base: Base) -> Iterator[Fault]:
    """What comes from outside the rules is declared by a `#defined` under its doc block, and no other arity is."""
    told = traffic(base)
    known = {predicate for _, predicate, _ in documented(base)}
    for file in base.others:
        for predicate, line in ((key_, number) for key_, number in _declared(file.text)):
            if predicate not in known:
                yield Fault(file.name, line, f"`{written(predicate)}` is declared, and no doc block tells of it")
    for name, predicate, block in documented(base):
        if predicate in told.read and predicate not in told.concluded and predicate not in told.declared:
            message = f"nothing concludes `{written(predicate)}`, and nothing declares that it comes from outside"
            yield Fault(name, block.line, message, f"`#defined {written(predicate)}.` under its doc block")


def _declared(text: str) -> Iterator[tuple[Key, int]]:
    for found in re.finditer(r"^#defined (\w+)/(\d+)\.", text, re.MULTILINE):
        yield (found[1], int(found[2])), text.count("\n", 0, found.start()) + 1
