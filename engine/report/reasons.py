# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A reason for programs, for documents and as a diagram: JSON, Markdown and Mermaid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..because.step import Step, outlined
from ..finding import Finding
from .markdown import literal
from .tree import ending, grounds, standing

_SHAPES = {
    "fact": ("[", "]"),
    "clause": ("[/", "/]"),
    "question": ("{{", "}}"),
    "absence": ("(", ")"),
    "law": ("[/", "/]"),
    "conclusion": ("(", ")"),
    "finding": ("([", "])"),
}
"""How Mermaid draws each kind of step."""


def structured(root: Step) -> Mapping[str, object]:
    """A reason as a list of steps that name each other by number; the first is the root."""
    numbers = {step: number for number, step in enumerate(root)}
    return {"steps": [_object(step, numbers) for step in numbers]}


def _object(step: Step, numbers: Mapping[Step, int]) -> Mapping[str, object]:
    return {
        "id": numbers[step],
        "kind": step.kind,
        "holds": step.holds,
        "sentence": step.sentence,
        "source": step.source,
        "rule": step.rule,
        "place": step.place,
        "premises": [numbers[premise] for premise in step.premises],
        "background": [numbers[premise] for premise in step.background],
    }


def markdown(finding: Finding, root: Step) -> Iterator[str]:
    """The lines of a reason as a nested list, with what is to be known of its standing above."""
    yield from (f"*{literal(line)}*\n" for line in standing(finding, root))
    for step, depth, number, again in outlined(root):
        lead = "  " * depth + "- "
        if again:
            yield f"{lead}{literal(step.sentence)}: see ({number})"
            continue
        mark = f" ({number})" if number is not None else ""
        by = grounds(step)
        yield f"{lead}{literal(step.sentence + ending(step) + mark)}" + (f"  \n{'  ' * depth}  *{literal(by)}*" if by else "")


def mermaid(root: Step) -> Iterator[str]:
    """The lines of a reason as a diagram: from facts, clauses and open questions at the bottom to what was found at the top."""
    numbers = {step: number for number, step in enumerate(root.told)}
    yield "flowchart BT"
    for step, number in numbers.items():
        opening, closing = _SHAPES[step.kind]
        yield f'  s{number}{opening}"{_quoted(step.sentence + ending(step))}"{closing}'
    for step, number in numbers.items():
        yield from (f"  s{numbers[premise]} --> s{number}" for premise in step.premises)


def _quoted(text: str) -> str:
    """A text inside a label: nothing in it is read as markup."""
    return "".join(f"#{ord(char)};" if char in '"#<>&;`\\' or not char.isprintable() else char for char in text)
