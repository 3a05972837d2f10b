# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review as values: which texts bind, what they come to for each purpose, what is owed, what to ask of whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ...case import Case
from ...finding import STANDINGS, Decision, Finding

RISKS = ("barred", "check", "grey", "clear")
"""What a sentence of a licence comes to for a purpose, the worst first."""


ANYTHING = "anything"
"""What a text may bar that is not known."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Who does what with which work."""

    party: str
    does: str
    work: str


@dataclass(frozen=True, slots=True)
class Restriction:
    """A sentence of a licence that names a use; ``qualifier`` is worded, as ``unless the person concerned has consented``."""

    license: str
    section: str
    use: str
    qualifier: str | None = None

    def __str__(self) -> str:
        return f"{self.license} {self.section}".rstrip()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a restriction comes to for a purpose of a deed.

    ``work`` is the one that the licence reaches; ``standing`` and ``conditions`` are those of the restriction being met, if it
    may be; ``reason`` is a word of the vocabulary.
    """

    deed: Deed
    work: str
    purpose: str
    restriction: Restriction
    risk: str
    reason: str
    standing: str | None = None
    conditions: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Untouched:
    """A restriction that binds a deed, as surely as ``standing`` says, and that no purpose told comes near."""

    deed: Deed
    restriction: Restriction
    standing: str


class Wrong(NamedTuple):
    """What stands in the way of a deed because of a text, beside the uses that it bars."""

    standing: str
    doing: str
    topic: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a product comes to with one text in the place of a name that leaves it open: the verdict, and what the text bars.

    ``wrongs`` tell what else stands in the way because of it.
    """

    license: str
    verdict: str
    cells: tuple[Cell, ...]
    wrongs: tuple[Wrong, ...]

    def worst(self, deed: Deed, purpose: str) -> str:
        """The worst that any restriction comes to for a purpose."""
        risks = {cell.risk for cell in self.cells if (cell.deed, cell.purpose) == (deed, purpose)}
        return next((risk for risk in RISKS if risk in risks), "clear")


@dataclass(frozen=True, slots=True)
class Text:
    """What is known of the text that came with a work, and how sure it is that it binds anybody here (``standing``).

    ``title`` is what the text calls itself, with its date. ``doubt`` is a word of the vocabulary where the name does not lead
    to one text, ``question`` what is then to be found out, ``answers`` what each text that may be meant comes to, and
    ``without_text`` are those among them that nobody knows.
    """

    work: str
    license: str
    standing: str
    title: str = ""
    doubt: str | None = None
    question: str = ""
    answers: tuple[Answer, ...] = ()
    without_text: tuple[str, ...] = ()

    @property
    def stops(self) -> bool:
        """Whether nothing can be said of what the licence of this work asks until the question is answered."""
        return self.doubt not in (None, "revised")


@dataclass(frozen=True, slots=True)
class Duty:
    """What is owed, and the group of duties that it belongs to."""

    group: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Patents:
    """What a licence says on patents, where, and to what extent; ``ends`` are sections with what they say of how it ends."""

    license: str
    section: str
    extent: str
    ends: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """Something to be asked: of whom, how sure it is, and how much is exposed (the least of the numbers comes first)."""

    subject: str
    sentence: str
    standing: str
    whom: tuple[str, ...]
    exposure: tuple[int, ...]
    clauses: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """A product reviewed. ``silent`` are deeds that restrictions bind and of which no purpose is told; ``unrestricted`` are
    licences whose texts are known and bar nothing of what is done.

    ``barred`` is how sure it is that there is anything at all in the way, which may be surer than each thing alone.
    """

    case: Case
    decision: Decision
    texts: tuple[Text, ...]
    cells: tuple[Cell, ...]
    untouched: tuple[Untouched, ...]
    unrestricted: tuple[str, ...]
    silent: tuple[Deed, ...]
    duties: tuple[Duty, ...]
    patents: tuple[Patents, ...]
    matters: tuple[Matter, ...]
    barred: str | None = None

    @property
    def verdict(self) -> str:
        """``clear``, or how sure it is that something stands in the way, or may."""
        standings = {matter.standing for matter in self.matters} | {self.barred}
        return next((standing for standing in STANDINGS if standing in standings), "clear")
