# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base, handed to a clingo Control: all rules, and of the licences only those that are named."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import clingo

from .glossary import KNOWLEDGE_BASE
from .library import file_of

ALWAYS = ("predicates.lp", "uses.lp", "rules/*.lp", "doctrine/*.lp", "sanity.lp", "show.lp")
"""The parts every case is decided on."""


def rule_files() -> tuple[Path, ...]:
    """The files of the knowledge base that do not belong to one licence, in loading order."""
    return tuple(path for pattern in ALWAYS for path in sorted(KNOWLEDGE_BASE.glob(pattern)))


@cache
def _program(paths: tuple[Path, ...]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def load(control: clingo.Control, licenses: Iterable[str]) -> None:
    """Adds the rules and the files of the given licences (ids of the library, exceptions included) to a control."""
    files = sorted({file_of(license_id) for license_id in licenses})
    control.add("base", [], _program(rule_files()))
    for file in files:
        control.add("base", [], _program((file,)))
