# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the texts that a name may mean come to: where it is the same whichever it is, and where it turns on the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..advice.review.values import RISKS, Answer, Deed, Text
from ..finding import STANDINGS
from ..sentence import phrase
from .survey import done

ABSENT = "not found"
"""What is said of texts under which something else does not stand in the way."""

Labelled = tuple[tuple[str, tuple[str, ...]], ...]
"""Texts with their clauses, by what is said of them."""


@dataclass(frozen=True, slots=True)
class Turning:
    """A purpose that some text does not leave clear, or something else in the way (without ``use``); texts by what they say."""

    doing: str
    use: str
    by_label: Labelled

    @property
    def turns(self) -> bool:
        """Whether it turns on the text."""
        return len(self.by_label) > 1


def turnings(text: Text) -> tuple[Turning, ...]:
    """What the texts come to for each purpose, and beside the purposes; what turns on the text first.

    Where the name does lead to a text, what is the same under all of them is told with that one.
    """
    found = (turning for turning in (*_purposes(text.answers), *_wrongs(text.answers)) if turning.turns or text.stops)
    return tuple(sorted(found, key=lambda turning: not turning.turns))


def _purposes(answers: Sequence[Answer]) -> Iterator[Turning]:
    asked = dict.fromkeys((cell.deed, cell.purpose) for answer in answers for cell in answer.cells)
    alike: dict[tuple[str, Labelled], list[str]] = {}
    for deed, use in asked:
        by_risk = {risk: [answer for answer in answers if answer.worst(deed, use) == risk] for risk in RISKS}
        told = {risk: tuple(_clauses(answer, deed, use, risk) for answer in found) for risk, found in by_risk.items()}
        labelled = tuple((phrase("risk", risk, {}), named) for risk, named in told.items() if named)
        alike.setdefault((use, labelled), []).append(done(deed))
    yield from (Turning("; ".join(doings), use, labelled) for (use, labelled), doings in alike.items())


def _clauses(answer: Answer, deed: Deed, use: str, risk: str) -> str:
    """A text with the sections that come to a risk for a purpose."""
    cells = [cell for cell in answer.cells if (cell.deed, cell.purpose, cell.risk) == (deed, use, risk)]
    return f"{answer.license} {', '.join(dict.fromkeys(cell.restriction.section for cell in cells))}".rstrip()


def _wrongs(answers: Sequence[Answer]) -> Iterator[Turning]:
    """What stands in the way beside the purposes: the texts by how sure it is, and those of which it is not found."""
    sentences = {(wrong.doing, wrong.topic): wrong.sentence for answer in answers for wrong in answer.wrongs}
    alike: dict[tuple[str, Labelled], tuple[list[str], str]] = {}
    for (whose, topic), sentence in sentences.items():
        standings = {answer.license: _standing(answer, whose, topic) for answer in answers}
        told = {label: tuple(name for name, its in standings.items() if its == label) for label in (*STANDINGS, ABSENT)}
        labelled = tuple((label, named) for label, named in told.items() if named)
        alike.setdefault((topic, labelled), ([], sentence))[0].append(whose)
    for (_, labelled), (doings, sentence) in alike.items():
        yield Turning(f"{'; '.join(doings)}: {sentence}", "", labelled)


def _standing(answer: Answer, whose: str, topic: str) -> str:
    """How sure it is that something stands in the way under a text."""
    found = {wrong.standing for wrong in answer.wrongs if (wrong.doing, wrong.topic) == (whose, topic)}
    return next((standing for standing in STANDINGS if standing in found), ABSENT)
