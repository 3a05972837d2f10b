# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The words for what edits of the knowledge base mean, whatever the form of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from ..finding import Finding
from ..workbench.diff.blame import How
from ..workbench.diff.changes import CaseChange
from ..workbench.diff.comparing import Group, Outcome
from ..workbench.diff.edits import Edit
from .words import count

HOW: dict[How, str] = {
    "alone": "",
    "together": "These edits together, none of which can be missing:",
    "each": "Each of these edits by itself:",
    "unknown": "Some of these edits, which could not be told apart:",
}
"""How several edits are responsible, in words."""


SIGNS = {"came": "+", "went": "-", "changed": "~"}


WORDED: Mapping[str, Callable[[Finding], str]] = {
    "standing": lambda finding: finding.standing,
    "clauses": lambda finding: "; ".join(map(str, finding.cites)),
    "conditions": lambda finding: "; or ".join(" and ".join(answers) for answers in finding.conditions),
    "facts": lambda finding: "; ".join(finding.rests_on),
    "remedies": lambda finding: " ".join(finding.remedies),
    "breach": lambda finding: "a breach of promise" if finding.breach else "no breach of promise",
    "wording": lambda finding: f"“{finding.sentence}”" + (f" ({finding.detail})" if finding.detail else ""),
}
"""How a finding reads in each aspect in which it can change."""


def closing(outcome: Outcome, revision: str, total: int) -> Iterator[str]:
    """The sentences at the end."""
    if not outcome.edits:
        yield f"The knowledge base is that of {revision}: nothing can follow otherwise."
        return
    cases = {case_key(each) for group in outcome.groups for each in group.cases}
    findings = sum(len(each.changes) for group in outcome.groups for each in group.cases)
    edits = count(len(outcome.edits), "edit", "edits")
    told = f"{count(findings, 'finding', 'findings')} in {count(len(cases), 'case', 'cases')}"
    yield f"{edits} since {revision}; of {count(total, 'case', 'cases')} {outcome.decided} can be concerned: " + (
        f"{told} changed." if outcome.groups else "nothing follows otherwise."
    )


def case_key(change: CaseChange) -> tuple[str, int, str]:
    """What tells cases apart."""
    place = change.case.place
    return place.file if place else "", place.line if place else 0, change.case.name


def place(edit: Edit, revision: str) -> str:
    """Where an edit is, as ``kb/rules/reach.lp:12``."""
    where = f"kb/{edit.path}:{edit.line}"
    return f"{where} of {revision}" if edit.gone else where


def summary(group: Group) -> str:
    """How much follows otherwise, as ``3 findings in 2 cases: 2 came, 1 changed (standing)``."""
    changes = [change for each in group.cases for change in each.changes]
    ways = Counter(change.way for change in changes)
    aspects = Counter(aspect for change in changes for aspect in change.aspects)
    in_what = f" ({', '.join(f'{aspect} {number}' for aspect, number in aspects.items())})" if aspects else ""
    told = [f"{ways[way]} {way}{in_what if way == 'changed' else ''}" for way in SIGNS if ways[way]]
    verdicts = sum(each.verdicts is not None for each in group.cases)
    told += [f"{count(verdicts, 'verdict', 'verdicts')} changed"] if verdicts else []
    return f"{count(len(changes), 'finding', 'findings')} in {count(len(group.cases), 'case', 'cases')}: {', '.join(told)}"


def differences(edit: Edit) -> Iterator[tuple[str, str]]:
    """The lines of the statement that went (``-``) and those that came (``+``); whole licences are left out."""
    for sign, block in (("-", edit.before), ("+", edit.after)):
        if block is not None and not edit.whole:
            yield from ((sign, line) for line in (block.text.strip() if edit.only_comments else block.code).splitlines())


def cited(finding: Finding) -> str:
    """The clauses of a finding in brackets."""
    return f" [{worded(finding, 'clauses')}]" if finding.cites else ""


def worded(finding: Finding, aspect: str) -> str:
    """A finding in one aspect, in words."""
    return WORDED[aspect](finding) or "none"
