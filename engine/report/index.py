# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Findings by numbers, and by words that tell them apart: how one names a finding on a command line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clingo import Symbol

from ..because.explanation import Explanation
from ..content import content
from ..finding import KINDS, Decision, Finding
from .entry import Entry
from .outline import outline
from .words import kind_name


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding that one may name: its number, the line that tells it, and all the words by which one may look for it.

    ``finding`` is None where the case only could come to it.
    """

    number: int
    line: str
    words: str
    term: Symbol
    finding: Finding | None = None


def index(decision: Decision) -> tuple[Numbered, ...]:
    """Every finding in the order of the report; what stands in the way has the number it has there.

    Findings that say the same are one.
    """
    shown = outline(decision)
    permissions = (entry for group in shown.permissions for block in group.blocks for entry in block.entries)
    told = (*shown.wrongs, *shown.relations, *shown.duties, *permissions, *shown.questions, *shown.notices)
    return tuple(_numbered(number, entry) for number, entry in enumerate(told, 1))


def _numbered(number: int, entry: Entry) -> Numbered:
    told = entry.told
    assert told.term is not None
    said = "" if told.kind in ("derivative", "aggregate", "notice", "question") else f"{'; '.join(entry.subjects)}: "
    line = f"{kind_name(told.kind)}, {told.standing}: {said}{entry.sentence}"
    cited = " ".join(map(str, entry.cites))
    words = f"{line} {told.kind} {told.topic} {' '.join(entry.works)} {cited}"
    return Numbered(number, line, words.lower(), told.term, told)


def absent(explanation: Explanation) -> tuple[Numbered, ...]:
    """Every finding that a case could come to but did not, what would stand in the way first."""
    told = sorted(_absent(explanation), key=lambda each: (KINDS.index(each[0]), each[1]))
    return tuple(Numbered(number, line, words, term) for number, (_, line, words, term) in enumerate(told, 1))


def _absent(explanation: Explanation) -> Iterator[tuple[str, str, str, Symbol]]:
    for finding in explanation.absent:
        (term,) = finding.arguments
        said = content(term, explanation.names, "")
        line = f"{kind_name(said.kind)}: {explanation.sentence(finding)}"
        yield said.kind, line, f"{line} {said.kind} {said.topic} {' '.join(said.works)} {said.license}".lower(), finding


def pick(numbered: Iterable[Numbered], wanted: str) -> Sequence[Numbered]:
    """The findings that a number or words name.

    Args:
        numbered: what there is to choose from
        wanted: a number, or words that all have to occur in what is said of the finding
    Returns:
        all that fit; those in which each word stands by itself, if there are any
    """
    if wanted.isdecimal():
        return [each for each in numbered if each.number == int(wanted)]
    sought = wanted.lower().split()
    fitting = [each for each in numbered if all(word in each.words for word in sought)]
    return [each for each in fitting if set(sought) <= {word.strip(".,:;()") for word in each.words.split()}] or fitting
