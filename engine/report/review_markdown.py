# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review as GitHub-flavoured Markdown, with the matrix of purposes and restrictions as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..advice.review.values import ANYTHING, RISKS, Restriction, Review, Text
from ..sentence import phrase
from .markdown import folded, literal, section
from .review_texts import turnings
from .reviews import asked
from .survey import Survey, done, survey
from .words import DISCLAIMER, VERDICTS


def lines(reviews: Iterable[Review]) -> Iterator[str]:
    """Reviews as Markdown, line by line."""
    yield "## licet review"
    for review in reviews:
        shown = survey(review)
        yield from ("", f"### {literal(review.case.name)}", "")
        told = ": ".join(filter(None, (f"**{VERDICTS[review.verdict]}**", shown.numbers)))
        place = f" ({literal(f'{review.case.place.file}:{review.case.place.line}')})" if review.case.place else ""
        yield told + place
        yield from section("Which texts bind", _texts(shown))
        yield from section("Purposes against restrictions", _purposes(shown))
        yield from _untouched(shown)
        for title, owed in shown.duties:
            yield from folded(title, owed)
        yield from section("Patents, and how the licences end", _patents(shown))
        yield from section("To ask, what exposes most first", _matters(shown))
    yield from ("", DISCLAIMER)


def _texts(shown: Survey) -> Iterator[str]:
    for text in shown.review.texts:
        sure = "" if text.standing == "settled" else f" ({text.standing})"
        yield f"- {literal(f'{text.work}: {text.license}')}" + (f", {literal(text.title)}" if text.title else "") + sure
        if text.doubt:
            yield f"  - {'**STOP** ' if text.stops else ''}{literal(text.question)}"
        if text.without_text:
            yield f"  - No text is known here for {literal(', '.join(text.without_text))}."
        yield from _meant(text)


def _meant(text: Text) -> Iterator[str]:
    found = turnings(text)
    if text.answers and not found:
        named = ", ".join(answer.license for answer in text.answers)
        yield f"  - {literal(f'For what is told here it comes to the same under {named}.')}"
    for turning in found:
        head = f"{turning.use} ({turning.doing})" if turning.use else turning.doing
        turns = "it turns on the text" if turning.turns else "the same under each"
        yield f"  - **{literal(head)}**, {turns}"
        yield from (f"    - *{label}*: {literal('; '.join(named))}" for label, named in turning.by_label)


def _purposes(shown: Survey) -> Iterator[str]:
    yield from _matrix(shown)
    for purpose in shown.purposes:
        if purpose.remarks:
            yield f"- **{literal(purpose.use)}** ({literal('; '.join(purpose.doings))})"
            yield from (f"  - *{phrase('risk', risk, {})}*: {literal(text)}" for risk, text in purpose.remarks)
    yield from (f"- {literal(done(deed))}: {phrase('ask', 'silent', {})}" for deed in shown.review.silent)
    if shown.review.unrestricted:
        yield f"- No restriction on uses binds here: {literal(', '.join(shown.review.unrestricted))}."


def _matrix(shown: Survey) -> Iterator[str]:
    """The restrictions that some purpose comes near, by purpose; a purpose of several who do the same has one column."""
    rows: dict[Restriction, dict[tuple[str, str], str]] = {}
    for cell in shown.review.cells:
        if cell.reason != "apart":
            row, column = rows.setdefault(cell.restriction, {}), (done(cell.deed), cell.purpose)
            row[column] = min(row.get(column, "clear"), cell.risk, key=RISKS.index)
    columns = shown.purposes
    if not rows:
        return
    yield f"| restriction | {' | '.join(literal(purpose.use) for purpose in columns)} |"
    yield "|---" * (len(columns) + 1) + "|"
    for restriction, row in rows.items():
        risks = (row.get((purpose.doings[0], purpose.use)) for purpose in columns)
        told = " | ".join(phrase("risk", risk, {}) if risk else "" for risk in risks)
        named = "not known" if restriction.use == ANYTHING else restriction.use
        yield f"| {literal(f'{restriction}: {named}')} | {told} |"
    yield ""


def _untouched(shown: Survey) -> Iterator[str]:
    if not shown.untouched:
        return
    yield from ("", "<details><summary>Barred as well (*: on a condition); no purpose told comes near</summary>", "")
    for doings, licenses in shown.untouched:
        yield f"- {literal('; '.join(doings))}"
        yield from (f"  - {literal(line)}" for line in licenses)
    yield from ("", "</details>")


def _patents(shown: Survey) -> Iterator[str]:
    for said in shown.review.patents:
        yield f"- {phrase('extent', said.extent, {})} ({literal(f'{said.license} {said.section}'.rstrip())})"
        yield from (f"  - {ending} ({literal(f'{said.license} {place}')})" for place, ending in said.ends)


def _matters(shown: Survey) -> Iterator[str]:
    for number, (subjects, matter) in enumerate(shown.matters, 1):
        yield f"{number}. **{matter.standing}**: {literal('; '.join(subjects))}<br>{literal(matter.sentence)}"
        yield from (f"   - *{label}*: {literal(text)}" for label, text in asked(matter))
