# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a draft leaves untried, unsaid and open, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from ..advice.draft.brief import Settlement, lines
from ..advice.draft.values import Caution, Draft, Gap
from ..finding import STANDINGS, WRONG, Decision, Finding
from ..glossary import Entry, glossary
from .draft_lines import capital, line_words, said
from .words import VERDICTS, alternatives


def silent(draft: Draft) -> list[str]:
    """The lines that are kept by saying nothing."""
    served = {line for wanted in draft.terms.serving.values() for line in wanted}
    quiet = (line for line in lines(draft.brief) if line.number not in served and isinstance(line.said, Settlement))
    return [f"{said(line)} ({line.place.file}:{line.place.line})" for line in quiet]


def untried(draft: Draft) -> list[str]:
    """The lines whose terms no case shows."""
    return [line_words(draft.brief, number) for number in draft.untried]


def unworded(draft: Draft) -> list[str]:
    """What the text has to say beside its terms."""
    return [glossary()["unworded"][word].sentence for word in draft.unworded]


def open_matters(draft: Draft) -> list[Gap]:
    """What is left open, and shows."""
    return [gap for gap in draft.gaps if not _is_moot(gap)]


def moot(draft: Draft) -> list[str]:
    """What is left open, and turns on nothing that a group is let do."""
    matters = moot_matters(draft)
    return [f"Nothing that a group is let do turns on these, so they can wait: {', '.join(matters)}."] if matters else []


def moot_matters(draft: Draft) -> list[str]:
    """The same, as words of a brief."""
    return [gap.matter for gap in draft.gaps if _is_moot(gap)]


def _is_moot(gap: Gap) -> bool:
    return not gap.tried and gap.matter not in glossary()["silence"]


def question(gap: Gap) -> str:
    """The question that a matter is."""
    return _entry(gap).sentence


def _entry(gap: Gap) -> Entry:
    return glossary()["item" if gap.own else "matter"][gap.matter]


def follows_then(gap: Gap) -> Iterator[tuple[str, str]]:
    """What is tried where a matter is left open, and what follows: labels and texts."""
    for told, decision in gap.tried:
        yield "tried", f"{capital(told)}."
        yield "then", "; ".join((VERDICTS[decision.verdict], *_reasons(decision)))
    silence = glossary()["silence"].get(gap.matter)
    if silence is not None and not gap.tried:
        yield "then", silence.sentence


def _reasons(decision: Decision) -> list[str]:
    """How the works relate and what stands in the way, the surest of each."""
    relations = sorted(decision.of_kind("derivative", "aggregate"), key=lambda finding: STANDINGS.index(finding.standing))
    wrongs = sorted(decision.of_kind(*WRONG), key=lambda finding: STANDINGS.index(finding.standing))
    return [_reason(finding) for finding in (*relations[:1], *wrongs[:1])]


def _reason(finding: Finding) -> str:
    conditions = "; or if ".join(alternatives(finding.conditions))
    standing = "" if finding.standing == "settled" else f" ({finding.standing}{f', if {conditions}' if conditions else ''})"
    return f"{finding.sentence.removesuffix('.')}{standing}"


def answers(gap: Gap) -> str:
    """The answers that a brief can give."""
    told = (f"{answer} ({phrase})" for answer, phrase in _entry(gap).answers.items())
    return f"{gap.matter}: {'; '.join(told)}"


def answer_words(gap: Gap) -> list[str]:
    """The same, as words of a brief; none where a brief says it in words of its own."""
    return [] if gap.own else list(_entry(gap).answers)


def idle(draft: Draft) -> Iterator[str]:
    """The lines that nobody's doing can meet."""
    for number in draft.idle:
        yield f"{line_words(draft.brief, number)}: nothing that a group is let do with such works is what it is about."


def caution(told: Caution) -> str:
    """What no licence does by itself."""
    return glossary()["caution"][told.word].sentence


def turning(told: Caution) -> list[str]:
    """The questions of law that it turns on."""
    return [f"{glossary()['question'][word].sentence} (licet questions {word})" for word in told.questions]
