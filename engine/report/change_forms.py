# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What edits of the knowledge base mean, for documents and for programs: Markdown and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..workbench.diff.changes import CaseChange, Change
from ..workbench.diff.comparing import Group, Outcome
from ..workbench.diff.edits import Edit
from .change_words import HOW, SIGNS, case_key, cited, closing, differences, place, summary, worded
from .entry import headline
from .markdown import literal
from .structured import finding as finding_object
from .words import kind_name


def markdown(outcome: Outcome, revision: str, total: int) -> Iterator[str]:
    """The lines of the report as a document; cases are folded."""
    yield f"## What the edits since {literal(revision)} mean"
    yield ""
    yield from (literal(sentence) for sentence in closing(outcome, revision, total))
    for group in outcome.groups:
        yield ""
        yield from _group(group, revision)
    if outcome.undecided:
        yield from ("", "### Cases that cannot be decided", "")
        for case, side, reason in outcome.undecided:
            yield f"- {literal(case.name)}: {'before' if side == 'before' else 'after'} the edits, {literal(reason)}"
    if outcome.idle:
        yield from ("", "### Edits that change nothing in these cases", "")
        yield from (f"- {_head(edit, revision)}" for edit in outcome.idle)


def _group(group: Group, revision: str) -> Iterator[str]:
    yield f"### {literal(summary(group))}"
    if HOW[group.how]:
        yield from ("", literal(HOW[group.how]))
    for edit in group.edits:
        yield from ("", _head(edit, revision))
        if told := [f"{sign} {line}" for sign, line in differences(edit)]:
            fence = "`" * max(3, 1 + max(map(_ticks, told)))
            yield from ("", f"{fence}diff", *told, fence)
    yield from ("", "<details><summary>Cases</summary>", "")
    for each in group.cases:
        yield from _case(each)
    yield from ("", "</details>")


def _ticks(line: str) -> int:
    return max(map(len, "".join(char if char == "`" else " " for char in line).split()), default=0)


def _head(edit: Edit, revision: str) -> str:
    source = f" [{edit.source}]" if edit.source else ""
    return literal(f"{place(edit, revision)}:{source} {edit.sentence}".rstrip(": "))


def _case(change: CaseChange) -> Iterator[str]:
    file, line, name = case_key(change)
    yield f"- {literal(f'{file}:{line}: {name}' if file else name)}"
    if change.verdicts:
        yield f"  - ~ verdict: {change.verdicts[0]} → {change.verdicts[1]}"
    for each in change.changes:
        told = each.told
        said = f"{kind_name(told.kind)}, {told.standing}: {headline(told)}{cited(told)}"
        yield f"  - {literal(SIGNS[each.way])} {literal(said)}"
        for aspect in each.aspects:
            assert each.before is not None and each.after is not None
            yield f"    - *{aspect}*: {literal(worded(each.before, aspect))} → {literal(worded(each.after, aspect))}"


def structured(outcome: Outcome, revision: str, commit: str, total: int) -> Mapping[str, object]:
    """The report for programs."""
    return {
        "revision": revision,
        "commit": commit,
        "cases": total,
        "concerned": outcome.decided,
        "edits": [_edit(edit) for edit in outcome.edits],
        "groups": [
            {
                "edits": [edit.number for edit in group.edits],
                "how": group.how,
                "cases": [_case_object(each) for each in group.cases],
            }
            for group in outcome.groups
        ],
        "idle": [edit.number for edit in outcome.idle],
        "undecided": [
            {"name": case.name, "file": case.place.file if case.place else None, "side": side, "reason": reason}
            for case, side, reason in outcome.undecided
        ],
    }


def _edit(edit: Edit) -> Mapping[str, object]:
    return {
        "number": edit.number,
        "file": f"kb/{edit.path}",
        "line_before": edit.before.line if edit.before else None,
        "line_after": edit.after.line if edit.after else None,
        "source": edit.source,
        "sentence": edit.sentence,
        "before": edit.before.text if edit.before else None,
        "after": edit.after.text if edit.after else None,
    }


def _case_object(change: CaseChange) -> Mapping[str, object]:
    file, line, name = case_key(change)
    verdicts = dict(zip(("before", "after"), change.verdicts, strict=True)) if change.verdicts else None
    return {
        "name": name,
        "file": file,
        "line": line,
        "verdict": verdicts,
        "findings": [_change(each) for each in change.changes],
    }


def _change(change: Change) -> Mapping[str, object]:
    return {
        "change": change.way,
        "aspects": change.aspects,
        "before": finding_object(change.before) if change.before else None,
        "after": finding_object(change.after) if change.after else None,
    }
