# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The check of sections against the texts of the licences, where somebody has them: they are no part of the knowledge base."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from .base import Base, Fault
from .licences import clauses
from .occurrence import POLICY, occurs
from .sections import path

_OF_POLICY = ("{}-use-policy.txt", "{}-prohibited-use-policy*.txt", "{}-acceptable-use-policy*.txt")


def folder_of(sources: Path) -> Path:
    """The folder of the texts: the one given, or the one below it where the collection keeps them."""
    below = sources / "licences" / "texts"
    return below if below.is_dir() else sources


def unread(base: Base, folder: Path) -> tuple[str, ...]:
    """The licences that cite sections and whose text is not in the folder."""
    return tuple(file.stem for file in base.licences if clauses(file) and not list(_texts(folder, file.stem, ())))


def existing(base: Base, folder: Path) -> Iterator[Fault]:
    """Every section that a clause cites exists in the text of the licence."""
    for file in base.licences:
        seen: set[str] = set()
        for line, section in clauses(file):
            if section not in seen and not occurs(section, list(_texts(folder, file.stem, path(section)))):
                seen.add(section)
                yield Fault(file.name, line, f"the text has no section `{section}`")


def _texts(folder: Path, license_id: str, section: tuple[str, ...]) -> Iterator[str]:
    """The texts in which a section of a licence may stand."""
    if section[:1] == ("GPL",):
        yield from _read(folder, ("GPL-3.0-only.txt",))
        return
    stems = dict.fromkeys(re.sub(end, "", license_id) for end in ("$", "-license$", "-tii-[0-9.]+$", "-terms.*$"))
    policies = list(_read(folder, (pattern.format(stem) for stem in stems for pattern in _OF_POLICY)))
    if section[:1] not in [(name,) for name in POLICY] and section[:3] != ("Acceptable", "Use", "Policy"):
        yield from _read(folder, (f"{license_id}.txt", f"{license_id}-terms-*.txt"))
    elif not policies:
        yield from _read(folder, (f"{license_id}.txt",))
    yield from policies


def _read(folder: Path, patterns: Iterable[str]) -> Iterator[str]:
    names = dict.fromkeys(name for pattern in patterns for name in _matching(folder, pattern))
    return (_text(folder / name) for name in names)


@lru_cache(maxsize=4096)
def _matching(folder: Path, pattern: str) -> list[str]:
    return fnmatch.filter(_names(folder), pattern)


@lru_cache(maxsize=8)
def _names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(file.name for file in folder.glob("*.txt")))


@lru_cache(maxsize=8)
def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
