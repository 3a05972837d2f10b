# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case may give: the shapes of works, parties, acts, purposes and readings, built from the words of the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .case import Act, Making, Party, Purpose, Value, Work
from .cursor import Cursor
from .expression import MAXIMUM_LENGTH, ExpressionError, branches
from .glossary import Entry, glossary
from .placement import ACT, MAKING, OF_SOMETHING_ELSE, SAID_OTHERWISE, WORK
from .problem import nearest, quoted
from .shape import Country, Definitions, Name, Schema, Shape, Text, WholeNumber, Word, YesNo, text_at
from .structure import Either, Fields, Key, ListOf, Record, Turned, keyed


def sentences(*sorts: str) -> dict[str, str]:
    """Return the words of these sorts of the glossary, each with its sentence."""
    return {word: entry.sentence for sort in sorts for word, entry in glossary().get(sort, {}).items()}


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of a work or party that the case defines."""

    kind: str

    def read(self, cursor: Cursor) -> str | None:
        name = text_at(cursor, f"the name of a {self.kind}")
        defined = cursor.scope.works if self.kind == "work" else cursor.scope.parties
        if name is None or defined is None or name in defined:
            return name
        expected = f"a {self.kind} of given.{'works' if self.kind == 'work' else 'parties'}"
        cursor.problem(f"no {self.kind} is called {quoted(name)}", expected, nearest(name, sorted(defined)))
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return Name().schema(definitions)


@dataclass(frozen=True, slots=True)
class License:
    """A licence expression. Unknown ids are no problem here: they become findings."""

    def read(self, cursor: Cursor) -> str | None:
        text = text_at(cursor, "a licence expression")
        if text is None:
            return None
        try:
            branches(text)
        except ExpressionError as error:
            cursor.problem(str(error), expected="SPDX ids or tags of the hub, joined by AND, OR, WITH; or NONE, or NOASSERTION")
            return None
        return text

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "string", "pattern": r"\S", "maxLength": MAXIMUM_LENGTH}


def answered(entry: Entry) -> Shape[Any]:
    """Return the shape of an answer to a question: yes and no, or the words it lists."""
    return YesNo() if set(entry.answers) == {"yes", "no"} else Word(f"answer to {entry.word}", entry.answers)


def _stated(words: Iterable[str]) -> dict[str, Key[Value]]:
    """Keys for attributes and circumstances, as far as the vocabulary has them."""
    known = {**glossary().get("attribute", {}), **glossary().get("circumstance", {})}
    return {word: Key(word, answered(known[word]), known[word].sentence) for word in words if word in known}


WORK_NAME = Key("work", Reference("work"), "The work that this one was made from.", required=True)


def _making(verb: str) -> Shape[tuple[Making, ...]]:
    """How one verb is written: the name of a work, or a mapping with attributes, or a list of either."""
    attributes = _stated(MAKING.get(verb, ()))

    def build(record: Record) -> Making:
        return Making(verb, record.need(WORK_NAME), dict(record.among(attributes)))

    plain = Turned(Reference("work"), lambda name, _: Making(verb, name))
    misplaced = {word: _does_not_go(word, verb) for word in _stated(glossary().get("attribute", {})) if word not in attributes}
    detailed = Fields(f"`{verb}`", {WORK_NAME.word: WORK_NAME, **attributes}, build, misplaced)
    return ListOf("works", Either(plain, detailed), or_one=True, minimum=1)


def _does_not_go(word: str, verb: str) -> str:
    verbs = [other for other, attributes in MAKING.items() if word in attributes]
    return f"{quoted(word)} says nothing about {quoted(verb)}; it goes with {', '.join(verbs)}"


KIND = Key("kind", Word("kind", sentences("kind")), "What sort of work this is.", required=True)
UNDER = Key("under", License(), "The licence it is offered under: an SPDX expression, or tags of the hub; NONE, NOASSERTION.")
BY = Key("by", Name(), "Who made it. A party of the case, or anybody else.")


@cache
def work() -> Fields[Work]:
    """A work: its kind, its licence, its maker, how it was made, and what else it says of itself."""
    verbs = {verb: Key(verb, _making(verb), entry.sentence) for verb, entry in glossary()["making"].items()}
    circumstances = _stated(WORK)

    def build(record: Record) -> Work:
        makings = tuple(making for _, several in record.among(verbs) for making in several)
        seen: set[tuple[str, str]] = set()
        for making in makings:
            if (making.verb, making.source) in seen:
                record.cursor.problem(f"{quoted(making.verb)} names {quoted(making.source)} twice")
            seen.add((making.verb, making.source))
        return Work(
            name=record.cursor.name,
            kind=record.need(KIND),
            under=record.get(UNDER),
            author=record.get(BY),
            makings=makings,
            attributes=dict(record.among(circumstances)),
            place=record.cursor.place,
        )

    return Fields("a work", {**keyed(KIND, UNDER, BY), **verbs, **circumstances}, build, _elsewhere(WORK))


def _elsewhere(words: Iterable[str]) -> Mapping[str, str]:
    return {word: how for word, how in SAID_OTHERWISE.items() if word not in words}


_PARTY: dict[str, Key[Any]] = keyed(
    Key("established-in", Country(), "The country it is established in, by its two letters."),
    Key("monthly-users", WholeNumber(), "How many users its products have in a month."),
)


def _party(record: Record) -> Party:
    return Party(record.cursor.name, dict(record.among(_PARTY)))


PARTY = Fields("a party", _PARTY, _party)


@cache
def purposes() -> ListOf[Purpose]:
    """Purposes: restricted uses, or other words of that list, with what the case says of each."""
    circumstances = _stated(word for word in glossary()["circumstance"] if word not in OF_SOMETHING_ELSE)
    use = Key("use", Word("use", sentences("use")), "What the work is used for.", required=True)

    def build(record: Record) -> Purpose:
        return Purpose(record.need(use), dict(record.among(circumstances)))

    plain = Turned(use.shape, lambda word, _: Purpose(word))
    return ListOf("purposes", Either(plain, Fields("a purpose", {use.word: use, **circumstances}, build)))


@cache
def act() -> Fields[Act]:
    """An act: who does what with which work, in which form and circumstances, and what for."""
    actor = Key("party", Reference("party"), "Who acts.", required=True)
    does = Key("does", Word("act", sentences("act")), "What is done.", required=True)
    object_ = Key("work", Reference("work"), "The work it is done with.", required=True)
    serves = Key("purposes", purposes(), "What the work is used for in this act.")
    stated: dict[str, Key[Any]] = {
        **keyed(Key("form", Word("form", sentences("form")), "The form in which the work is handed over.")),
        **_stated(ACT),
    }

    def build(record: Record) -> Act:
        return Act(
            party=record.need(actor),
            does=record.need(does),
            work=record.need(object_),
            attributes=dict(record.among(stated)),
            purposes=record.get(serves) or (),
            place=record.cursor.place,
        )

    return Fields("an act", {**keyed(actor, does, object_, serves), **stated}, build)


@cache
def readings() -> Fields[Mapping[str, str]]:
    """Answers to open questions: the questions of the doctrine, or a jurisdiction or theory that answers several."""
    keys: dict[str, Key[str]] = {
        "jurisdiction": Key("jurisdiction", _reading("jurisdiction"), "Whose courts are followed where they have decided."),
        "theory": Key("theory", _reading("theory"), "Which theory is followed where it has an answer."),
    }
    for word, entry in glossary().get("question", {}).items():
        shape: Shape[Any] = answered(entry) if entry.answers else Text(MAXIMUM_LENGTH, folded=True)
        keys[word] = Key(word, Turned(shape, _as_word), entry.sentence)
    return Fields("the readings", keys, lambda record: dict(record.among(keys)))


def _reading(sort: str) -> Shape[str]:
    known = sentences(sort)
    if known:
        return Word(sort, known)
    return Country() if sort == "jurisdiction" else Text(MAXIMUM_LENGTH, folded=True)


def _as_word(answer: str | bool, cursor: Cursor) -> str:
    return {True: "yes", False: "no"}.get(answer, answer) if isinstance(answer, bool) else answer
