# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A report for a comment on a change or for a file: the outline of the text report, as GitHub-flavoured Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..finding import STANDINGS
from . import words
from .contrast import Contrast, contrast
from .entry import Entry
from .layout import plain
from .outcome import Outcome, Refusal, Tally, counted
from .outline import Group, Outline, outline

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$!&])")
_REFERENCE = re.compile(r"([@#])(?=\w)")
_LIST = re.compile(r"^(\d*)([-+=.)])(?=\s)")


def literal(text: str) -> str:
    """The text so that Markdown shows it as it is: no markup, and no word that calls a person or an issue by name."""
    shown = _LIST.sub(r"\1\\\2", _SPECIAL.sub(r"\\\1", plain(text)))
    return _REFERENCE.sub("\\1\u2060", shown)


def report(items: Iterable[Outcome | Refusal], level: str, permissions: bool = False, brief: bool = False) -> Iterator[str]:
    """Lay out outcomes, the summary first: nothing comes before the last outcome is known.

    Args:
        items: outcomes and refusals, in the order of the input.
        level: the level from which a case fails.
        permissions: whether permissions are told.
        brief: whether only the summary is wanted.

    Returns:
        Chunks of text, each ending with a line break: one for the summary, one for each case.
    """
    tally = Tally(level)
    cases = [item for item in counted(items, tally) if isinstance(item, Outcome)]
    yield "".join(line + "\n" for line in _summary(tally))
    for outcome in () if brief else cases:
        yield "".join(line + "\n" for line in ("", *_case(outcome, permissions)))


def _summary(tally: Tally) -> Iterator[str]:
    yield "## licet"
    yield ""
    yield " ".join(literal(sentence) for sentence in words.totals(tally))
    if tally.headlines:
        yield ""
        yield "| verdict | case | where |"
        yield "|---|---|---|"
    for headline in sorted(tally.headlines, key=lambda headline: STANDINGS.index(headline.verdict)):
        yield f"| {headline.verdict} | {literal(headline.name)} | {literal(headline.where)} |"


def _case(outcome: Outcome, permissions: bool) -> Iterator[str]:
    shown = outline(outcome.decision)
    numbers = words.numbers(shown)
    yield f"### {literal(outcome.decision.case.name)}"
    yield ""
    yield f"**{words.VERDICTS[outcome.decision.verdict]}**" + (f": {numbers}" if numbers else "")
    if place := words.place(outcome):
        yield ""
        yield literal(place)
    yield from section("How the works relate", _statements(shown.relations))
    yield from section("What stands in the way", _wrongs(shown.wrongs))
    yield from section("Open questions", _questions(shown.questions))
    yield from section("Notices", _statements(shown.notices))
    yield from section("Licence chosen", _elections(shown))
    if outcome.comparison is not None:
        yield from section("What changes with the reading (-: not found)", _table(contrast(outcome.comparison, permissions)))
    yield from section("Expectations not met", (f"- {literal(sentence)}" for sentence in outcome.unmet))
    yield from folded("Obligations", shown.obligations)
    yield from folded("Permissions", shown.permissions if permissions else ())


def section(title: str, body: Iterable[str]) -> Iterator[str]:
    """A heading with what stands below it; nothing where there is nothing."""
    lines = list(body)
    yield from ("", f"#### {title}", "", *lines) if lines else ()


def folded(title: str, groups: Iterable[Group]) -> Iterator[str]:
    """Groups, folded: long, and read only by whoever has to act on them."""
    lines = [line for group in groups for line in _group(group)]
    number = sum(line.startswith("- ") for line in lines)
    yield from ("", f"<details><summary>{title} ({number})</summary>", *lines, "", "</details>") if lines else ()


def _group(group: Group) -> Iterator[str]:
    yield from ("", f"**{literal('; '.join(group.doings))}**")
    for block in group.blocks:
        yield from ("", f"*{literal(words.reserve(block))}*", "")
        yield from (f"- {literal(words.duty(entry, group))} ({_cites(entry)})" for entry in block.entries)


def _wrongs(entries: Iterable[Entry]) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        told = entry.told
        topic = f" {literal(told.topic)}" if told.kind == "restricted-use" else ""
        head = f"**{words.kind_name(told.kind)}{topic}, {told.standing}**"
        yield f"{number}. {head}: {literal('; '.join(entry.subjects))}<br>{literal(entry.sentence)}"
        yield from _details(entry)


def _details(entry: Entry) -> Iterator[str]:
    if entry.cites:
        yield f"   - *clause*: {_cites(entry)}"
    yield from (f"   - *{label}*: {literal(text)}" for label, text in words.remarks(entry))


def _statements(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"- {literal(words.statement(entry))}"
        yield from _details(entry)


def _questions(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"- {literal(words.question(entry))} Answer: {literal(entry.told.detail or entry.told.topic)}"


def _table(shown: Contrast) -> Iterator[str]:
    if len(shown.columns) > 1:
        yield f"| under | {' | '.join(literal(', '.join(column.readings)) for column in shown.columns)} |"
        yield "|---" * (len(shown.columns) + 1) + "|"
        yield f"| **verdict** | {' | '.join(f'**{column.verdict}**' for column in shown.columns)} |"
        for concerned, lines in shown.groups:
            yield from (f"| {literal(concerned)}<br>{literal(line.words)} | {' | '.join(line.cells)} |" for line in lines)
        yield ""
    yield literal(shown.unchanged)


def _elections(shown: Outline) -> Iterator[str]:
    yield from (f"- {literal(words.election(chosen))}" for chosen in shown.elections)


def _cites(entry: Entry) -> str:
    return literal("; ".join(words.clauses(entry)))
