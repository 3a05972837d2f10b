# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base, handed to a clingo Control: all rules, and of the licences only those that are named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from clingo import Backend, Control, Symbol

from .catalog import file_of
from .glossary import KNOWLEDGE_BASE

ALWAYS = ("predicates.lp", "uses.lp", "policies.lp", "rules/*.lp", "doctrine/*.lp", "sanity.lp", "show.lp")
"""The parts every case is decided on."""


@cache
def rule_files() -> tuple[Path, ...]:
    """The files of the knowledge base that do not belong to one licence, in loading order."""
    return tuple(path for pattern in ALWAYS for path in sorted(KNOWLEDGE_BASE.glob(pattern)))


def load(control: Control, licenses: Iterable[str]) -> None:
    """Adds the rules and the files of the given licences to a control.

    Args:
        control: where they are added, as program part ``base``
        licenses: ids of the catalogue, exceptions included
    Raises:
        KeyError: the catalogue does not hold one of the licences
    """
    control.add("base", [], "\n".join(map(_text, rule_files())))
    _add(control, licenses)


def grounded(
    facts: Iterable[Symbol],
    licenses: Iterable[str],
    more: Callable[[Backend], None] = lambda _: None,
    goal: str | None = None,
) -> Control:
    """A control that holds the rules, the files of the given licences and the facts, grounded and ready to be solved.

    Args:
        facts: what holds
        licenses: ids of the catalogue, exceptions included
        more: adds what may hold or not, before anything is grounded
        goal: a file of the knowledge base to put on top of the rules
    """
    try:
        control = _STOCK.pop()
    except IndexError:
        control = _with_rules()
    _add(control, licenses)
    if goal is not None:
        control.add("base", [], _text(KNOWLEDGE_BASE / goal))
    with control.backend() as backend:
        for fact in facts:
            backend.add_rule([backend.add_atom(fact)])
        more(backend)
    control.ground([("base", [])])
    return control


def stock() -> None:
    """Makes ready what the next grounding begins with, for those who have time now and will have none later."""
    if not _STOCK:
        control = _with_rules()
        control.add("nothing", [], "")
        control.ground([("nothing", [])])  # clingo rewrites all that was added once it grounds anything
        _STOCK.append(control)


_STOCK: list[Control] = []


def _with_rules() -> Control:
    control = Control(["--warn=none"])
    load(control, ())
    return control


def _add(control: Control, licenses: Iterable[str]) -> None:
    for file in sorted({file_of(license_id) for license_id in licenses}):
        control.add("base", [], _text(file))


@contextmanager
def edited(texts: Mapping[Path, str]) -> Iterator[None]:
    """Decides as if files of the knowledge base had other texts, for as long as it lasts and in all of this process.

    Args:
        texts: by the file; an empty text takes a file away
    """
    before = dict(_EDITED)
    _EDITED.update(texts)
    _STOCK.clear()
    try:
        yield
    finally:
        _EDITED.clear()
        _STOCK.clear()
        _EDITED.update(before)


_EDITED: dict[Path, str] = {}


def _text(file: Path) -> str:
    return _EDITED[file] if file in _EDITED else _written(file)


@cache
def _written(file: Path) -> str:
    return file.read_text(encoding="utf-8")
