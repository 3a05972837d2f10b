# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A report for a terminal: what is wrong, for whom, by which clause, and what to do. Reads the same without colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..finding import STANDINGS
from . import words
from .contrast import contrast
from .entry import Entry
from .layout import plain, unbroken, wrap
from .look import ROLE_OF, Look
from .outcome import Outcome, Refusal, Tally, counted
from .outline import Group, Outline, outline
from .table import table

_INDENT = 5
_ITEM = "  - "


def report(items: Iterable[Outcome | Refusal], level: str, look: Look) -> Iterator[str]:
    """Lay out outcomes as they come in, then a summary.

    Args:
        items: outcomes and refusals, in the order of the input. A refusal is only counted: it is told on standard error.
        level: the level from which a case fails.
        look: width, colours, and what to leave out.

    Returns:
        Chunks of text, each ending with a line break: one for each case, one for the summary.
    """
    tally = Tally(level)
    for item in counted(items, tally):
        if isinstance(item, Outcome) and not look.brief:
            yield "".join(line + "\n" for line in (*_case(item, look), ""))
    yield "".join(line + "\n" for line in _summary(tally, look))


def _case(outcome: Outcome, look: Look) -> Iterator[str]:
    shown = outline(outcome.decision)
    yield look.paint("-" * look.width, "faint")
    yield from (look.paint(line, "name") for line in wrap(outcome.decision.case.name, look.width))
    if place := words.place(outcome):
        yield look.paint(plain(place), "faint")
    yield from _verdict(shown, look)
    for title, body in _sections(shown, outcome, look):
        lines = list(body)
        if lines:
            yield ""
            yield from (look.paint(line, "heading") for line in wrap(title, look.width))
            yield from lines


def _sections(shown: Outline, outcome: Outcome, look: Look) -> Iterator[tuple[str, Iterator[str]]]:
    settled = "settled where nothing else is said"
    yield "How the works relate", _statements(shown.relations, look)
    yield "What stands in the way", _wrongs(shown.wrongs, look)
    yield f"Obligations, {settled}", groups(shown.obligations, look)
    yield f"Permissions, {settled}", groups(shown.permissions if look.permissions else (), look)
    yield "Open questions, with the place of the answer", _questions(shown.questions, look)
    yield "Notices", _statements(shown.notices, look)
    yield "Licence chosen", _elections(shown, look)
    if outcome.comparison is not None:
        yield "What changes with the reading (-: not found)", table(contrast(outcome.comparison, look.permissions), look)
    yield "Expectations not met", look.columns([(sentence, ()) for sentence in outcome.unmet], _ITEM)


def _verdict(shown: Outline, look: Look) -> Iterator[str]:
    verdict = shown.decision.verdict
    text = words.VERDICTS[verdict]
    if numbers := words.numbers(shown):
        text += f" | {numbers}"
    yield from (look.paint(line, ROLE_OF[verdict]) for line in wrap(text, look.width, "=> ", 3))


def _wrongs(entries: Iterable[Entry], look: Look) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        told = entry.told
        topic = f" {told.topic}" if told.kind == "restricted-use" else ""
        head = f"{words.kind_name(told.kind)}{topic}, {told.standing}: {'; '.join(entry.subjects)}"
        for line in wrap(head, look.width, f"{number:>3}. ", _INDENT):
            yield look.paint(line, ROLE_OF[told.standing])
        yield from wrap(entry.sentence, look.width, " " * _INDENT, _INDENT)
        if entry.cites:
            cited = "; ".join(map(unbroken, words.clauses(entry)))
            yield from look.labelled([("clause", cited, "plain")], _INDENT)
        yield from _details(entry, look, _INDENT)


def _details(entry: Entry, look: Look, indent: int) -> Iterator[str]:
    roles = {"fix": "fix", "or": "fix", "if": "plain", "or if": "plain"}
    return look.labelled(((label, text, roles.get(label, "faint")) for label, text in words.remarks(entry)), indent)


def _statements(entries: Iterable[Entry], look: Look) -> Iterator[str]:
    """What is so, with its clauses beside it and what it turns and rests on below."""
    for entry in entries:
        yield from look.columns([(words.statement(entry), words.clauses(entry))], _ITEM)
        yield from _details(entry, look, 4)


def groups(shown: Iterable[Group], look: Look) -> Iterator[str]:
    """Lay out what is said of those who do the same, with its clauses beside it."""
    for group in shown:
        yield from wrap("; ".join(group.doings) + ":", look.width, "  ", 2)
        for block in group.blocks:
            if block.standing != "settled":
                yield from (look.paint(line, "doubt") for line in wrap(words.reserve(block) + ":", look.width, "    ", 4))
            rows = [(words.duty(entry, group), words.clauses(entry)) for entry in block.entries]
            if block.standing == "possible":  # on a minority reading only: what it would come to, not what to do
                rows = [(line, []) for line in words.brief(block)]
            yield from look.columns(rows, "  " + _ITEM)


def _questions(entries: Iterable[Entry], look: Look) -> Iterator[str]:
    return look.columns([(words.question(entry), (entry.told.detail or entry.told.topic,)) for entry in entries], _ITEM)


def _elections(shown: Outline, look: Look) -> Iterator[str]:
    return look.columns([(words.election(chosen), ()) for chosen in shown.elections], _ITEM)


def _summary(tally: Tally, look: Look) -> Iterator[str]:
    yield look.paint("=" * look.width, "faint")
    if tally.cases > 1 or look.brief:
        for headline in sorted(tally.headlines, key=lambda headline: STANDINGS.index(headline.verdict)):
            text = f"{headline.name} ({headline.where})" if headline.where else headline.name
            for line in wrap(text, look.width, f"{headline.verdict:<8}  ", 10):
                yield look.paint(line, ROLE_OF[headline.verdict])
    for sentence in words.totals(tally):
        yield from wrap(sentence, look.width)
