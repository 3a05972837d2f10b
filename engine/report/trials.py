# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What failed trials of cases tell: the expectation, what comes nearest to it and in what it differs, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..clauses import Clause
from ..expectation import Unmet, missed, value_of
from ..finding import Finding
from ..gloss import gloss
from ..workbench.cases.reasoned import Found, Lacking, Reason, Unheard
from ..workbench.cases.trial import Trial
from . import obstacles
from .entry import headline
from .layout import wrap
from .look import Look
from .tree import reason as reason_lines
from .words import count, kind_name

LINES = 20
"""Lines of an explanation that are shown where not all are asked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A trial that failed; for each expectation that is not met the reasons, if they were looked for."""

    trial: Trial
    reasons: tuple[tuple[Reason, ...], ...] = ()


def failed(told: Told, look: Look, full: bool = False) -> Iterator[str]:
    """The lines that tell why a trial failed.

    Args:
        told: the trial with its reasons
        look: width and colours
        full: whether explanations are shown whole
    """
    case = told.trial.case
    yield from (look.paint(line, "wrong") for line in wrap(f"FAILED {heading(told.trial)}", look.width, "", 2))
    explained: set[Finding] = set()
    for number, each in enumerate(told.trial.unmet):
        where = f"{each.place.file}:{each.place.line}: " if each.place else f"{case.name}: "
        yield from (look.paint(line, "name") for line in wrap(where + each.expected, look.width, "  ", 4))
        yield from _nearest(each, look)
        if told.reasons:
            yield from _reasons(told.reasons[number], explained, look, full)
    yield ""


def heading(trial: Trial) -> str:
    """Where a case stands, and its sentence."""
    place = trial.case.place
    return f"{place.file}:{place.line}: {trial.case.name}" if place else trial.case.name


def _nearest(failure: Unmet, look: Look) -> Iterator[str]:
    if failure.kind == "verdict":
        yield from wrap(f"it is {failure.verdict}", look.width, "    ", 4)
        return
    if not failure.nearest:
        yield from wrap("found none of this kind", look.width, "    ", 4)
    for finding in failure.nearest:
        said = f"{kind_name(finding.kind)}, {finding.standing}: {headline(finding)}"
        yield from wrap(said, look.width, "    found ", 6)
        met = [
            f"{key} {value_of(finding, key)}" for key in failure.pattern if key not in ("found", *differing(failure, finding))
        ]
        if met:
            rows = wrap(f"as {'described' if failure.unwanted else 'expected'}: {', '.join(met)}", look.width, "      ", 8)
            yield from (look.paint(line, "faint") for line in rows)
        for key, (expected, found) in differing(failure, finding).items():
            row = f"! {key}: expected {expected}, found {found or 'none'}"
            yield from (look.paint(line, "doubt") for line in wrap(row, look.width, "      ", 8))


def differing(failure: Unmet, finding: Finding) -> Mapping[str, tuple[str, str]]:
    """The keys in which a finding is not what was expected, with what was and what is."""
    values = {key: failure.pattern[key] for key in missed(finding, failure.pattern)}
    said = {key: value if isinstance(value, str) else ", ".join(value) for key, value in values.items()}
    return {key: (expected, value_of(finding, key)) for key, expected in said.items()}


def _reasons(told: Sequence[Reason], explained: set[Finding], look: Look, full: bool) -> Iterator[str]:
    """Reasons below an expectation; what was explained above is not explained again."""
    inner = Look(look.width - 6, paint=look.paint)
    for reason in told:
        lines: list[str] = []
        match reason:
            case Found(finding) if finding in explained:
                head = f"Why it is found is told above: {headline(finding)}"
            case Found(finding, step):
                explained.add(finding)
                head, lines = "Why it is found:", list(reason_lines(finding, step, inner))
            case Lacking(sentence, attempts):
                head, lines = "Why it is not found:", list(obstacles.lines(sentence, attempts, inner))
            case Unheard(sections):
                head = "Nothing that the case says, or could say instead, leads to such a finding."
                lines = [line for cited, clauses in sections.items() for line in _section(cited, clauses, inner)]
        yield from (look.paint(line, "heading") for line in wrap(head, look.width, "    ", 6))
        yield from _cut(lines, look, full)


def _section(cited: str, clauses: Sequence[Clause], look: Look) -> Iterator[str]:
    """What the knowledge base has of a section."""
    if not clauses:
        yield from wrap(f"Of {cited} the knowledge base has no clause.", look.width, "", 2)
    for clause in clauses:
        said = f"{cited} says: {gloss([clause.term])} kb/licenses/{clause.license}.lp:{clause.line}"
        yield from wrap(said, look.width, "", 2)


def _cut(lines: Sequence[str], look: Look, full: bool) -> Iterator[str]:
    shown = lines if full or len(lines) <= LINES + 1 else lines[:LINES]
    yield from (f"      {line}".rstrip() for line in shown)
    if len(shown) < len(lines):
        more = f"… {len(lines) - len(shown)} more lines; `licet kb test --full` shows all"
        yield from (look.paint(line, "faint") for line in wrap(more, look.width, "      ", 6))


def closing(outcomes: Counter[str], refused: int, unexplained: int, seconds: float) -> Iterator[str]:
    """The sentences at the end of a run.

    Args:
        outcomes: how many trials ended how
        refused: how many sources could not be read
        unexplained: how many failed trials were not explained
        seconds: what all took
    """
    if unexplained:
        cases = count(unexplained, "failed case is", "failed cases are")
        yield f"{cases} not explained: `--explain {outcomes['failed']}` explains all, `-k` chooses some."
    parts = [f"{outcomes['passed']} passed"]
    parts += [f"{outcomes['failed']} failed"] if outcomes["failed"] else []
    parts += [f"{outcomes['skipped']} skipped (nothing is expected)"] if outcomes["skipped"] else []
    parts += [f"{count(refused, 'file', 'files')} could not be read"] if refused else []
    yield f"{count(outcomes.total(), 'case', 'cases')}: {', '.join(parts)}; {seconds:.1f} s."
