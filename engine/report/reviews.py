# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review laid out for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..advice.review.values import Matter, Review, Text
from ..sentence import phrase
from .layout import plain, wrap
from .look import ROLE_OF, Look
from .review_texts import Turning, turnings
from .survey import Survey, done, survey
from .text import groups
from .words import DISCLAIMER, VERDICTS

_ROLES = {"barred": "wrong", "check": "doubt", "grey": "doubt", "clear": "good"}
_ITEM = "  - "


def lines(review: Review, look: Look) -> Iterator[str]:
    """A review for a terminal.

    Args:
        review: one product
        look: width and colours
    """
    shown = survey(review)
    place = review.case.place
    yield look.paint("-" * look.width, "faint")
    yield from (look.paint(line, "name") for line in wrap(review.case.name, look.width))
    if place is not None:
        yield look.paint(plain(f"{place.file}:{place.line}"), "faint")
    told = " | ".join(filter(None, (VERDICTS[review.verdict], shown.numbers)))
    yield from (look.paint(line, ROLE_OF[review.verdict]) for line in wrap(told, look.width, "=> ", 3))
    for title, body in _sections(shown, look):
        found = list(body)
        if found:
            yield from ("", *(look.paint(line, "heading") for line in wrap(title, look.width)), *found)
    yield from ("", DISCLAIMER)


def _sections(shown: Survey, look: Look) -> Iterator[tuple[str, Iterator[str]]]:
    yield "Which texts bind", _texts(shown, look)
    yield "Purposes against restrictions", _purposes(shown, look)
    yield "Barred as well (*: on a condition); no purpose told comes near", _untouched(shown, look)
    for title, owed in shown.duties:
        yield title, groups(owed, look)
    yield "Patents, and how the licences end", _patents(shown, look)
    yield "To ask, what exposes most first", _matters(shown, look)


def _texts(shown: Survey, look: Look) -> Iterator[str]:
    for text in shown.review.texts:
        title = f", {text.title}" if text.title else ""
        sure = "" if text.standing == "settled" else f" ({text.standing})"
        yield from wrap(f"{text.work}: {text.license}{title}{sure}", look.width, _ITEM, 4)
        if text.doubt:
            lead = "STOP: " if text.stops else ""
            yield from (look.paint(line, "doubt") for line in wrap(f"{lead}{text.question}", look.width, "    ", 4))
        yield from _meant(text, look)
    if not shown.review.texts:
        yield from wrap("No licence of others binds what is done here.", look.width, "  ", 2)


def _meant(text: Text, look: Look) -> Iterator[str]:
    """What each text that may be meant comes to, where it turns on the text and where it does not."""
    if text.without_text:
        yield from wrap(f"No text is known here for {', '.join(text.without_text)}.", look.width, "    ", 4)
    if not text.answers:
        return
    names = ", ".join(answer.license for answer in text.answers)
    found = turnings(text)
    if not found:
        yield from wrap(f"For what is told here it comes to the same under {names}.", look.width, "    ", 4)
        return
    for turns, title in ((True, "It turns on the text"), (False, "It is the same under each of them")):
        rows = [turning for turning in found if turning.turns == turns]
        yield from wrap(f"{title} ({names}):", look.width, "    ", 4) if rows else ()
        names = "as above" if rows else names
        for turning in rows:
            yield from _turning(turning, look)


def _turning(turning: Turning, look: Look) -> Iterator[str]:
    head = f"{turning.use} ({turning.doing})" if turning.use else turning.doing
    yield from wrap(head, look.width, "    - ", 6)
    roles = {phrase("risk", risk, {}): role for risk, role in _ROLES.items()} | ROLE_OF
    rows = ((label, "; ".join(named), roles.get(label, "good")) for label, named in turning.by_label)
    yield from look.labelled(rows, 6, 11)


def _purposes(shown: Survey, look: Look) -> Iterator[str]:
    for purpose in shown.purposes:
        head = f"{purpose.use} ({'; '.join(purpose.doings)})"
        yield from (look.paint(line, "name") for line in wrap(head, look.width, "  ", 4))
        rows = [(phrase("risk", risk, {}), text, _ROLES[risk]) for risk, text in purpose.remarks]
        if purpose.clear:
            others = "others have" if purpose.remarks else "restrictions have"
            rows.append((phrase("risk", "clear", {}), f"{purpose.clear} {others} nothing to do with it", "good"))
        yield from look.labelled(rows, 4)
    for deed in shown.review.silent:
        yield from (
            look.paint(row, "doubt") for row in wrap(f"{done(deed)}: {phrase('ask', 'silent', {})}", look.width, "  ", 4)
        )
    if shown.review.unrestricted:
        yield from wrap(f"No restriction on uses binds here: {', '.join(shown.review.unrestricted)}.", look.width, "  ", 2)


def _untouched(shown: Survey, look: Look) -> Iterator[str]:
    for doings, licenses in shown.untouched:
        yield from wrap("; ".join(doings) + ":", look.width, "  ", 2)
        for line in licenses:
            yield from wrap(line, look.width, "    - ", 6)


def _patents(shown: Survey, look: Look) -> Iterator[str]:
    for said in shown.review.patents:
        yield from look.columns([(phrase("extent", said.extent, {}), [f"{said.license} {said.section}".rstrip()])], _ITEM)
        yield from look.columns([(ending, [f"{said.license} {section}"]) for section, ending in said.ends], "    ")


def _matters(shown: Survey, look: Look) -> Iterator[str]:
    for number, (subjects, matter) in enumerate(shown.matters, 1):
        head = f"{matter.standing}: {'; '.join(subjects)}"
        yield from (look.paint(line, ROLE_OF[matter.standing]) for line in wrap(head, look.width, f"{number:>3}. ", 5))
        yield from wrap(matter.sentence, look.width, "     ", 5)
        rows = ((label, text, "fix" if label in ("fix", "or") else "plain") for label, text in asked(matter))
        yield from look.labelled(rows, 5)


def asked(matter: Matter) -> Iterator[tuple[str, str]]:
    """What is said below a matter, each with its label."""
    if matter.clauses:
        yield "clause", "; ".join(matter.clauses)
    if matter.whom:
        yield "ask", "; ".join(phrase("whom", whom, {}) for whom in matter.whom)
    yield from (("whether", question) for question in matter.questions)
    yield from (("or" if index else "fix", remedy) for index, remedy in enumerate(matter.remedies))
