# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The table of all checks, and running them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import documents, firing, header, licences, sources, statements, texts, variables, words
from .base import Base, Fault


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its name, and the function that does it, whose docstring is the convention in a sentence."""

    name: str
    run: Callable[[Base], Iterable[Fault]]

    @property
    def sentence(self) -> str:
        """The convention that the check looks after."""
        return " ".join((self.run.__doc__ or "").split())


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a file does not keep a convention, with the name of the check that says so."""

    check: str
    fault: Fault


CHECKS = (
    Check("parses", statements.parses),
    Check("spdx", header.marks),
    Check("title", header.title),
    Check("header", header.keys),
    Check("reads", header.reads),
    Check("derives", header.derives),
    Check("source", sources.source),
    Check("sentence", sources.sentence),
    Check("comment", sources.fact_comment),
    Check("documented", documents.crossing),
    Check("doc-of-nothing", documents.existing),
    Check("doc-arguments", documents.arguments),
    Check("doc-once", documents.once),
    Check("doc-contrary", documents.contrary),
    Check("defined", documents.defined),
    Check("declared", words.declared),
    Check("word-in-place", words.fitting),
    Check("quoted", words.quoted),
    Check("variable", variables.words),
    Check("variable-kind", variables.kinds),
    Check("safe", variables.safe),
    Check("undefined", firing.undefined),
    Check("unused", firing.unused),
    Check("never-fires", firing.firing),
    Check("never-there", firing.absent),
    Check("include", statements.included),
    Check("script", statements.scripts),
    Check("show", statements.shown),
    Check("constraint", statements.constraints),
    Check("aggregate", statements.aggregates),
    Check("directive", statements.directives),
    Check("clause", licences.facts),
    Check("clause-comment", licences.commented),
    Check("encoded", licences.encoded),
    Check("explained", licences.explained),
    Check("order", licences.ordered),
)
"""Every check that needs nothing but the knowledge base."""

SECTION = "section"
"""The name of the check that needs the texts of the licences."""


def sections(folder: Path | None) -> Check:
    """The check of sections against the texts of the licences.

    Args:
        folder: where the texts are, or the collection that holds them; without one nothing is found
    """

    def run(base: Base) -> Iterable[Fault]:
        return texts.existing(base, texts.folder_of(folder)) if folder else ()

    run.__doc__ = texts.existing.__doc__
    return Check(SECTION, run)


def lint(base: Base, checks: Iterable[Check], files: Collection[str] | None = None) -> Iterator[Finding]:
    """Run checks over a knowledge base.

    Args:
        base: all of it, for what a file says may be wrong because of another
        checks: those to run
        files: the files to tell of; None for all
    Returns:
        findings, check by check, and in the order of the lines for each file
    """
    for check in checks:
        found = (fault for fault in check.run(base) if files is None or fault.file in files)
        yield from (Finding(check.name, fault) for fault in sorted(found, key=lambda fault: (fault.file, fault.line)))
