# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review laid out for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..advice.review.values import Review, Text
from ..sentence import phrase
from .layout import plain, unbroken, wrap
from .look import ROLE_OF, Look
from .survey import Survey, differing, done, survey
from .text import groups
from .words import DISCLAIMER, VERDICTS

_ROLES = {"barred": "wrong", "check": "doubt", "grey": "doubt", "clear": "good"}
_LABEL = 10


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
    yield "Barred as well; no purpose told comes near it (*: on a condition)", _untouched(shown, look)
    for title, owed in shown.duties:
        yield title, groups(owed, look)
    yield "Patents, and how the licences end", _patents(shown, look)
    yield "To ask, what exposes most first", _matters(shown, look)


def _texts(shown: Survey, look: Look) -> Iterator[str]:
    for text in shown.review.texts:
        title = f", {text.title}" if text.title else ""
        yield from wrap(f"{text.work}: {text.license}{title}", look.width, "  - ", 4)
        if text.doubt:
            lead = "STOP: " if text.stops else ""
            yield from (look.paint(line, "doubt") for line in wrap(f"{lead}{text.question}", look.width, "    ", 4))
        yield from _answers(text, look)
    if not shown.review.texts:
        yield from wrap("No licence of others binds what is done here.", look.width, "  ", 2)


def _answers(text: Text, look: Look) -> Iterator[str]:
    """What each text that may be meant comes to, where they differ and where they do not."""
    if text.without_text:
        yield from wrap(f"No text is known here for {', '.join(text.without_text)}.", look.width, "    ", 4)
    if not text.answers:
        return
    found = list(differing(text.answers))
    if not found and len({answer.verdict for answer in text.answers}) == 1:
        yield from wrap(f"It makes no difference here between {_named(text)}.", look.width, "    ", 4)
        return
    yield from wrap(f"What it comes to under {_named(text)}:", look.width, "    ", 4)
    for doing, use, by_risk in found:
        yield from wrap(f"{use} ({doing})", look.width, "    ", 6)
        rows = ((phrase("risk", risk, {}), "; ".join(map(unbroken, named)), _ROLES[risk]) for risk, named in by_risk)
        yield from look.labelled(rows, 6, _LABEL)
    for answer in text.answers:
        for wrong in answer.wrongs:
            yield from wrap(f"{answer.license}, {wrong}", look.width, "    ", 6)


def _named(text: Text) -> str:
    return ", ".join(answer.license for answer in text.answers)


def _purposes(shown: Survey, look: Look) -> Iterator[str]:
    for purpose in shown.purposes:
        head = f"{purpose.use} ({'; '.join(purpose.doings)})"
        yield from (look.paint(line, "name") for line in wrap(head, look.width, "  ", 4))
        rows = [(phrase("risk", risk, {}), text, _ROLES[risk]) for risk, text in purpose.remarks]
        if purpose.clear:
            others = "others have" if purpose.remarks else "restrictions have"
            rows.append((phrase("risk", "clear", {}), f"{purpose.clear} {others} nothing to do with it", "good"))
        yield from look.labelled(rows, 4, _LABEL)
    for deed in shown.review.silent:
        yield from wrap(f"{done(deed)}: {phrase('ask', 'silent', {})}", look.width, "  ", 4)


def _untouched(shown: Survey, look: Look) -> Iterator[str]:
    for doings, licenses in shown.untouched:
        yield from wrap("; ".join(doings) + ":", look.width, "  ", 2)
        for line in licenses:
            yield from wrap(line, look.width, "  - ", 4)


def _patents(shown: Survey, look: Look) -> Iterator[str]:
    for said in shown.review.patents:
        place = f"{said.license} {said.section}".rstrip()
        yield from look.columns([(f"{phrase('extent', said.extent, {})}.", [place])], "  - ")
        for section, ending in said.ends:
            yield from look.columns([(f"{ending}.", [f"{said.license} {section}"])], "    ")


def _matters(shown: Survey, look: Look) -> Iterator[str]:
    for number, (subjects, matter) in enumerate(shown.matters, 1):
        head = f"{matter.standing}: {'; '.join(subjects)}"
        yield from (look.paint(line, ROLE_OF[matter.standing]) for line in wrap(head, look.width, f"{number:>3}. ", 5))
        yield from wrap(matter.sentence, look.width, "     ", 5)
        rows = [("clause", "; ".join(map(unbroken, matter.clauses)), "plain")] if matter.clauses else []
        rows += [("ask", "; ".join(phrase("whom", whom, {}) for whom in matter.whom), "plain")] if matter.whom else []
        rows += [("whether", question, "plain") for question in matter.questions]
        rows += [("or" if index else "fix", remedy, "fix") for index, remedy in enumerate(matter.remedies)]
        yield from look.labelled(rows, 5)
