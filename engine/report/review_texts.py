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


@dataclass(frozen=True, slots=True)
class Turning:
    """A purpose that some text does not leave clear, or something else in the way (without ``use``); texts by what they say."""

    doing: str
    use: str
    by_label: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def turns(self) -> bool:
        """Whether it turns on the text."""
        return len(self.by_label) > 1


def turnings(text: Text) -> tuple[Turning, ...]:
    """What the texts come to for each purpose, and beside the purposes; what turns on the text first."""
    found = (*_purposes(text.answers), *_wrongs(text.answers))
    return tuple(sorted(found, key=lambda turning: not turning.turns))


def _purposes(answers: Sequence[Answer]) -> Iterator[Turning]:
    asked = dict.fromkeys((cell.deed, cell.purpose) for answer in answers for cell in answer.cells)
    for deed, use in asked:
        by_risk = {
            phrase("risk", risk, {}): tuple(
                _clauses(answer, deed, use, risk) for answer in answers if answer.worst(deed, use) == risk
            )
            for risk in RISKS
        }
        yield Turning(done(deed), use, tuple((risk, named) for risk, named in by_risk.items() if named))


def _clauses(answer: Answer, deed: Deed, use: str, risk: str) -> str:
    """A text with the sections that come to a risk for a purpose."""
    cells = [cell for cell in answer.cells if (cell.deed, cell.purpose, cell.risk) == (deed, use, risk)]
    own = [cell.restriction.section for cell in cells if cell.restriction.license == answer.license]
    others = [str(cell.restriction) for cell in cells if cell.restriction.license != answer.license]
    return " ".join((answer.license, ", ".join(dict.fromkeys((*own, *others))))).strip()


def _wrongs(answers: Sequence[Answer]) -> Iterator[Turning]:
    """What stands in the way beside the purposes: the texts by how sure it is, and those of which it is not found."""
    for sentence in dict.fromkeys(sentence for answer in answers for _, sentence in answer.wrongs):
        found = {standing: _having(answers, (standing, sentence)) for standing in STANDINGS}
        absent = tuple(answer.license for answer in answers if sentence not in {told for _, told in answer.wrongs})
        yield Turning(sentence, "", tuple((label, named) for label, named in (*found.items(), (ABSENT, absent)) if named))


def _having(answers: Sequence[Answer], wrong: tuple[str, str]) -> tuple[str, ...]:
    return tuple(answer.license for answer in answers if wrong in answer.wrongs)
