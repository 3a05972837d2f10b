# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the decision of a case depends on, as one short key: the case, the rules, the licences it loads, the engine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from ...case import Case
from ...catalog import file_of
from ...glossary import KNOWLEDGE_BASE
from ...terms import files, terms_of

_ENGINE = Path(__file__).parents[2]

_BESIDE = ("advice", "report", "schema", "workbench")
"""Parts of the engine that no decision depends on."""

_TRYING = (".", "faults", "trials")
"""Parts of the workbench that what comes of a mutant depends on."""

_NO_LAW = ("licenses", "goals")
"""Folders of the knowledge base that only those cases depend on that load them, or none."""


def license_files(case: Case) -> frozenset[Path]:
    """The licence files that a case loads."""
    return frozenset(map(file_of, files(terms_of([case]))))


def case_key(case: Case) -> str:
    """A key that changes whenever anything changes that the decision of a case, or its expectations, can depend on."""
    works = [replace(work, place=None) for work in case.works]
    expected = [(expectation.kind, expectation.patterns) for expectation in case.expectations]
    content = (case.name, works, case.parties, case.acts, case.readings, expected)
    return _hash([repr(content), common_key(), *map(_content, sorted(license_files(case)))])


def world_key(keys: Iterable[str]) -> str:
    """A key for all cases together."""
    return _hash(sorted(keys))


def ordered_key(parts: Iterable[str]) -> str:
    """A key for several things in their order."""
    return _hash(parts)


def contents_key(paths: Iterable[Path]) -> str:
    """A key for what files hold, and for the engine with what mutants are made and tried by."""
    workbench = sorted(path for part in _TRYING for path in (_ENGINE / "workbench" / part).glob("*.py"))
    return _hash([common_key(), *map(_content, (*paths, *workbench))])


@cache
def common_key() -> str:
    """A key for all that every decision depends on: what is no licence in the knowledge base, the engine, the solver."""
    law = sorted(path for path in KNOWLEDGE_BASE.rglob("*.lp") if path.parent.name not in _NO_LAW)
    engine = sorted(path for path in _ENGINE.rglob("*.py") if path.relative_to(_ENGINE).parts[0] not in _BESIDE)
    return _hash([version("clingo"), *map(_content, (*law, *engine))])


@cache
def _content(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _hash(parts: Iterable[str]) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()[:32]
