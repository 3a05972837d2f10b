# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A reason laid out for a terminal: a sentence to a step, what it rests on below, what several rest on told once."""

from __future__ import annotations

from collections.abc import Iterator

from ..because.step import Step, outlined
from ..finding import Finding
from .layout import wrap
from .look import Look

_ROLES = {"question": "doubt", "finding": "heading"}


def reason(finding: Finding, root: Step, look: Look) -> Iterator[str]:
    """The lines of a reason, with what is to be known of the standing of the finding above."""
    for told in standing(finding, root):
        yield from (look.paint(line, "doubt") for line in wrap(told, look.width))
    yield from tree(root, look)


def standing(finding: Finding, root: Step) -> Iterator[str]:
    """How sure a finding is, and which of several ways in which it follows a reason shows."""
    conditions = [" and ".join(answers) for answers in finding.conditions]
    if conditions:
        yield f"{finding.standing.capitalize()}; shown here if {conditions[0]}."
    if conditions[1:]:
        yield f"It follows as well if {'; or if '.join(conditions[1:])}."
    if finding.standing == "settled" and any(step.kind == "question" for step in root.told):
        yield "Settled: it follows whatever the answers to the open questions are; shown here for one answer to each."


def tree(step: Step, look: Look, depth: int = 0) -> Iterator[str]:
    """The lines of a reason.

    Args:
        step: its root
        look: width and colours
        depth: how far it is indented
    """
    for each, level, number, again in outlined(step):
        lead = "  " * (depth + level) + ("- " if depth + level else "")
        if again:
            yield from wrap(f"{each.sentence}: see [{number}]", look.width, lead, len(lead))
        else:
            yield from _lines(each, number, lead, look)


def _lines(step: Step, number: int | None, lead: str, look: Look) -> Iterator[str]:
    mark = f" [{number}]" if number is not None else ""
    for line in wrap(f"{step.sentence}{ending(step)}{mark}", look.width, lead, len(lead)):
        yield look.paint(line, _ROLES.get(step.kind, "plain"))
    if by := grounds(step):
        yield from (look.paint(line, "faint") for line in wrap(by, look.width, " " * len(lead), len(lead)))


def ending(step: Step) -> str:
    """What is put behind the sentence of a step to say what kind of step it is."""
    if step.kind == "fact":
        return " (case)" if step.holds else " (the case could say otherwise)"
    if step.kind == "absence" and not step.premises:
        return " (nothing leads to it)"
    if step.kind == "question":
        return f" (open question: {step.source})" if step.source else " (open question)"
    return f" ({step.source})" if step.kind == "clause" else ""


def grounds(step: Step) -> str:
    """The rule or clause by which a step is so, with its source and place; nothing for facts and questions."""
    if step.kind == "clause":
        return f"{step.rule} {step.place}".strip()
    by = "by" if step.holds else "though"
    return f"{by}: {step.rule} [{step.source}; {step.place}]" if step.place else ""
