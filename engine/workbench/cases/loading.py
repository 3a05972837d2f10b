# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which files of the knowledge base a case is decided on, and which cases an edit of files can affect."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...case import Case
from ...catalog import file_of
from ...glossary import KNOWLEDGE_BASE
from ...terms import files, terms_of


def loaded(case: Case) -> frozenset[str]:
    """The licence files that a case is decided on: their paths in the knowledge base, the whole paths of those of users."""
    found = (file_of(license_id) for license_id in files(terms_of([case])))
    return frozenset(path_of(file) for file in found)


def decides_only(path: str) -> bool:
    """Whether a file of the knowledge base matters only to the cases that load it: a licence does, a rule matters to all.

    Args:
        path: that of the file in the knowledge base, as ``licenses/MIT.lp``, or the whole path of a licence file of a user
    """
    return path.startswith("licenses/") or Path(path).is_absolute()


def affected(loads: Iterable[str], edited: Iterable[str]) -> bool:
    """Whether edits of files can change what follows from a case that loads certain licence files.

    Args:
        loads: as ``loaded`` tells them
        edited: paths in the knowledge base
    """
    known = frozenset(loads)
    return any(path in known or not decides_only(path) for path in edited)


def path_of(file: Path) -> str:
    """The path of a file in the knowledge base; the whole path of one that is not in it."""
    return file.relative_to(KNOWLEDGE_BASE).as_posix() if file.is_relative_to(KNOWLEDGE_BASE) else str(file)
