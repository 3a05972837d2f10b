# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case may expect: patterns for each kind of finding, and a verdict."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .case import Expectation
from .cursor import Cursor
from .finding import KINDS, STANDINGS
from .record import Fields, Key, Record, keyed
from .scalar import YesNo
from .shape import Shape, Text, Word
from .structure import ListOf, Turned
from .words import sentences, word_of
from .work import Reference

VERDICTS = ("clear", *STANDINGS)

TOPICS = {
    "obligation": ("duty", ("duty",)),
    "prohibition": ("ground", ("ground",)),
    "conflict": ("ground", ("ground",)),
    "restricted-use": ("use", ("use",)),
    "question": ("question", ("question", "attribute", "circumstance")),
}
"""For a kind of finding: the key that names its topic, and the sorts of words that its topic may be."""

_STANDING_SENTENCES = {
    "clear": "Nothing stands in the way.",
    "settled": "It holds under every reading of the open questions.",
    "likely": "It holds under the majority reading, but not every one.",
    "unknown": "It depends on a fact that the case does not give.",
    "possible": "It holds under some reading, not the majority one.",
}
_KIND_SENTENCES = {
    "prohibition": "A licence does not allow an act.",
    "conflict": "Demands that cannot be met together.",
    "restricted-use": "A licence bars a purpose.",
    "derivative": "A work is a derivative of another.",
    "aggregate": "Works stand side by side, and none is a derivative of the other.",
    "obligation": "Something must be done.",
    "permission": "A licence allows an act.",
    "question": "A fact that matters and is missing, or an open question of law.",
    "notice": "Something to know, such as a licence in doubt.",
}
_FOUND = "found"
_MAXIMUM_DETAIL = 500


def _clause(text: str, cursor: Cursor) -> str | None:
    if re.fullmatch(r"\S+ .+", text):
        return text
    cursor.problem(f"`{text}` names no section of a licence", expected="a licence and a section, such as `Apache-2.0 4(b)`")
    return None


_CLAUSE: Shape[str] = Turned(Text(_MAXIMUM_DETAIL, folded=True), _clause)
_DETAIL = Text(_MAXIMUM_DETAIL, folded=True)


@cache
def _common() -> dict[str, Key[Any]]:
    """The keys that every pattern may have."""
    standings = {standing: _STANDING_SENTENCES[standing] for standing in STANDINGS}
    return keyed(
        Key("work", Reference("work"), "The work the finding is about."),
        Key("works", ListOf("works", Reference("work"), or_one=True, minimum=1), "Works the finding concerns, in any order."),
        Key("party", Reference("party"), "Whom it concerns."),
        Key("act", word_of("act"), "The act it concerns."),
        Key("clause", _CLAUSE, "A clause it cites: the licence and the section."),
        Key("clauses", ListOf("clauses", _CLAUSE, or_one=True, minimum=1), "Clauses it cites, at least these."),
        Key("steward", _DETAIL, "Whose published position it cites."),
        Key("standing", Word("standing", standings), "How sure it is."),
        Key(
            "if", ListOf("answers", _DETAIL, or_one=True, minimum=1), "Answers to open questions that suffice for it together."
        ),
        Key("topic", _DETAIL, "The word the finding turns on."),
        Key("detail", _DETAIL, "What the finding says in particular."),
        Key(
            "remedy",
            ListOf("remedies", _DETAIL, or_one=True, minimum=1),
            "What would help, in the words of a report.",
        ),
        Key("rests-on", ListOf("facts", _DETAIL, or_one=True, minimum=1), "Facts that it is told to rest on, at least these."),
        Key("breach", YesNo(), "Whether it breaks a promise rather than a right of the owner."),
        Key(_FOUND, YesNo(), "Whether there must be such a finding (yes, if this is left out), or must not."),
    )


def _pattern(kind: str) -> Fields[Expectation]:
    keys = dict(_common())
    if kind in TOPICS:
        topic, sorts = TOPICS[kind]
        keys |= keyed(Key(topic, Word(" or ".join(sorts), sentences(*sorts)), f"The {topic} that the finding turns on."))
    others = {key: kinds for key, kinds in _kinds_by_topic().items() if key not in keys}
    misplaced = {key: f"`{key}` belongs to {' and '.join(kinds)}, not to {kind}" for key, kinds in others.items()}

    def build(record: Record) -> Expectation:
        pattern = dict(record.among(keys))
        if "breach" in pattern:
            pattern["breach"] = "yes" if pattern["breach"] else "no"
        if pattern.pop(_FOUND, True) is False:
            pattern[_FOUND] = "no"
        return Expectation(kind, (pattern,), record.cursor.place)

    return Fields(f"a pattern of kind {kind}", keys, build, misplaced, minimum=1)


def _kinds_by_topic() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for kind, (topic, _) in TOPICS.items():
        kinds.setdefault(topic, []).append(kind)
    return kinds


def _or_none(kind: str) -> Shape[tuple[Expectation, ...]]:
    """Patterns of a kind, one expectation each, so that each has its line; or, for an empty list, that there is none."""
    return Turned(
        ListOf("patterns", _pattern(kind)), lambda patterns, cursor: patterns or (Expectation(kind, (), cursor.place),)
    )


def _verdict(verdict: str, cursor: Cursor) -> tuple[Expectation, ...]:
    return (Expectation("verdict", ({"verdict": verdict},), cursor.place),)


def _complete(kinds: tuple[str, ...], cursor: Cursor) -> tuple[Expectation, ...]:
    return (Expectation("complete", tuple({"kind": kind} for kind in kinds), cursor.place),)


@cache
def expected() -> Fields[tuple[Expectation, ...]]:
    """Everything a case expects."""
    kinds: dict[str, Key[tuple[Expectation, ...]]] = {
        kind: Key(kind, _or_none(kind), f"{_KIND_SENTENCES[kind]} An empty list: there is none.") for kind in KINDS
    }
    verdicts = {verdict: _STANDING_SENTENCES[verdict] for verdict in VERDICTS}
    verdict = Key("verdict", Turned(Word("verdict", verdicts), _verdict), "The surest thing that stands in the way, or clear.")
    complete = Key(
        "complete",
        Turned(ListOf("kinds", Word("finding", _KIND_SENTENCES), or_one=True, minimum=1), _complete),
        "Kinds of which nothing is found but what is listed.",
    )
    keys = {**kinds, verdict.word: verdict, complete.word: complete}
    return Fields("what is expected", keys, lambda record: tuple(each for _, several in record.among(keys) for each in several))
