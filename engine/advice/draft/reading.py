# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML to a brief. A file is read as a whole or not at all, and everything wrong with it is said at once."""

from __future__ import annotations

from functools import cache

from ...cursor import Cursor, Report
from ...document import documents
from ...glossary import glossary
from ...placement import PURPOSE
from ...problem import quoted
from ...record import Fields, Key, Record, keyed
from ...scalar import Country, Sum, WholeNumber, YesNo
from ...shape import Definitions, Name, Schema, Text, Word
from ...structure import Either, ListOf, Named, Turned
from ...vetting import ID, is_free
from ...words import plain, sentences, word_of
from .brief import Aim, Bar, Brief, Demand, Exclusion, Law, Right, Settlement, Size, Tier
from .program import demands

KINDS = {
    "software": "A program or library.",
    "model": "Trained weights and parameters.",
    "data": "A collection of data.",
    "content": "A text, image, recording or other content.",
}
"""What works a drafted licence may be for."""

MAXIMUM_TEXT = 500
MAXIMUM_TITLE = 200


def read_brief(text: str, file: str) -> Brief:
    """Read a brief.

    Args:
        text: YAML, one document
        file: the name that problems give as their place
    Returns:
        the brief, every word of it known
    Raises:
        InputError: with every problem of the file, in the order of the lines
    """
    report = Report(file)
    roots = documents(text, file)
    if len(roots) > 1:
        Cursor(roots[1], report).problem("a second document stands here", expected="one brief in a file")
    brief = brief_shape().read(Cursor(roots[0], report))
    if report.problems or brief is None:
        raise report.error()
    return brief


class _Id:
    """The id of a licence that there is not yet."""

    def read(self, cursor: Cursor) -> str | None:
        name = Name("the id of the new licence").read(cursor)
        if name is None:
            return None
        if not ID.fullmatch(name):
            cursor.problem(f"{quoted(name)} cannot be the id of a licence", "letters, digits, dots, plus signs and hyphens")
        elif not is_free(name):
            cursor.problem(f"there is a licence {quoted(name)} already, or the name is known", "another id")
        else:
            return name
        return None

    def schema(self, definitions: Definitions) -> Schema:
        return {"type": "string", "pattern": f"^{ID.pattern}$"}


@cache
def brief_shape() -> Fields[Brief]:
    """Return the shape of a brief."""
    license_id = Key("licence", _Id(), "The id of the new licence, with a version.", required=True)
    title = Key("title", Text(MAXIMUM_TITLE, folded=True), "What the licence is called in full.", required=True)
    kind = Key("kind", Word("kind", KINDS), "What works it is for.", required=True)
    tiers = Key("tiers", Named("groups", _tier(), 1), "Who may do what: groups by names of your choice.", required=True)
    bars = Key("bars", ListOf("uses", _bar()), "Uses that are barred for everybody.")
    asks = Key("asks", ListOf("duties", _demand()), "What is asked of whoever uses the work or hands it over.")
    terms = Key("terms", _terms(), "Matters that decide answers, each settled in one way.")
    aims = Key(
        "aims", ListOf("aims", Turned(word_of("aim"), lambda word, cursor: Aim(word, cursor.place))), "What it is to be."
    )
    outside = Key("not-in", _exclusions(), "Countries or regions in which nothing may be done.")
    law = Key("law", Turned(Text(100, folded=True), lambda name, cursor: Law(name, cursor.place)), "The law that governs.")

    def build(record: Record) -> Brief:
        lists = (record.get(bars), record.get(asks), record.get(terms), record.get(aims), record.get(outside))
        chosen = record.get(law)
        said = (*(each for several in lists for each in several or ()), *((chosen,) if chosen else ()))
        return Brief(record.need(license_id), record.need(title), record.need(kind), record.need(tiers), said)

    return Fields("a brief", keyed(license_id, title, kind, tiers, bars, asks, terms, aims, outside, law), build)


def _tier() -> Fields[Tier]:
    right = Turned(word_of("right"), lambda word, cursor: Right(word, cursor.place))
    may = Key("may", ListOf("rights", right, minimum=1), "What the group may do.", required=True)
    within = Key("within", Word("limit", sentences("within")), "The limit within which they may do it.")
    approved = Key("approved", YesNo(), "Whether only those belong to it whom the licensor approves.")
    pays = Key("pays", YesNo(), "Whether only those belong to it who pay; how much, a brief does not say.")
    below = Key("below", _size(), "What its members are no larger than.")

    def build(record: Record) -> Tier:
        let_in = (record.get(approved) or False, record.get(pays) or False)
        return Tier(record.cursor.name, record.need(may), record.get(within), *let_in, record.get(below))

    return Fields("a group", keyed(may, within, approved, pays, below), build)


def _exclusions() -> ListOf[Exclusion]:
    return ListOf("countries", Turned(Country(), lambda code, cursor: Exclusion(code, cursor.place)), or_one=True)


def _size() -> Fields[Size]:
    counted = {word: Key(word, WholeNumber(), "A whole number.") for word in ("monthly-users", "staff")}
    paid = {word: Key(word, Sum(), "A sum by currency.") for word in ("monthly-revenue", "yearly-revenue")}

    def build(record: Record) -> Size | None:
        sizes = [Size(metric, number) for metric, number in record.among(counted)]
        sizes += [Size(metric, number, unit) for metric, sums in record.among(paid) for unit, number in sums.items()]
        if len(sizes) == 1:
            return sizes[0]
        record.cursor.problem("several sizes stand here", expected="one measure, in one currency")
        return None

    return Fields("a size", {**counted, **paid}, build, minimum=1)


def _bar() -> Either[Bar]:
    use = Key("use", word_of("use"), "The use.", required=True)
    facts = Word("circumstance of a use", {word: plain(glossary()["circumstance"][word].sentence) for word in PURPOSE})
    only = Key("if", facts, "It is barred only if this is so.")
    unless = Key("unless", facts, "It is barred unless this is so.")

    def build(record: Record) -> Bar | None:
        conditions = [(record.get(only), True), (record.get(unless), False)]
        told = [(fact, holds) for fact, holds in conditions if fact is not None]
        if len(told) > 1:
            record.cursor.problem(
                "`if` and `unless` stand side by side", expected="one of the two; write the use twice for both"
            )
            return None
        fact, holds = told[0] if told else (None, True)
        return Bar(record.need(use), record.cursor.place, fact, holds)

    short = Turned(word_of("use"), lambda word, cursor: Bar(word, cursor.place))
    return Either(short, Fields("a barred use", keyed(use, only, unless), build))


def _demand() -> Either[Demand]:
    words = {word: sentence for word, sentence in sentences("duty").items() if word in demands()}
    quoting = {word for word in words if "{first}" in glossary()["duty"][word].sentence}
    duty = Key("duty", Word("duty to ask for", words), "The duty.", required=True)
    text = Key("text", Text(MAXIMUM_TEXT, folded=True), "The text that it quotes.", required=True)

    def bare(word: str, cursor: Cursor) -> Demand | None:
        if word in quoting:
            cursor.problem(f"{quoted(word)} needs a text", expected=f"{{duty: {word}, text: …}}")
            return None
        return Demand(word, cursor.place)

    def build(record: Record) -> Demand | None:
        word = record.need(duty)
        if word not in quoting:
            record.cursor.problem(f"{quoted(word)} quotes no text", expected=f"the word alone: {word}")
            return None
        return Demand(word, record.cursor.place, record.need(text))

    return Either(Turned(Word("duty to ask for", words), bare), Fields("a duty", keyed(duty, text), build))


def _terms() -> Fields[tuple[Settlement, ...]]:
    def key(matter: str) -> Key[Settlement]:
        entry = glossary()["matter"][matter]
        answers = Word(f"answer to {matter}", dict(entry.answers))
        shape = Turned(answers, lambda answer, cursor: Settlement(matter, answer, cursor.place))
        return Key(matter, shape, entry.sentence)

    keys = {matter: key(matter) for matter in glossary()["matter"]}
    return Fields("`terms`", keys, lambda record: tuple(each for _, each in record.among(keys)))
