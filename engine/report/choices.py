# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..advice.choose.answer import GRADES, Choice, Constraint, Option, Reason
from ..advice.choose.telling import cited, constraint_sentence, own, sentence
from ..finding import Finding
from .layout import pad, wrap
from .look import Look
from .words import count

OPENED = 4
"""Options that are told with their reasons, unless all are asked for."""

ALIKE = 6
"""Licences that serve alike, or are outdone by one option, that are named."""

_ROLES = ("good", "doubt", "wrong")
_SIGNS = ("yes", "in part", "no")
_LATER = {"sell": "Terms of your own, sold", "reopen": "A text that asks for less (MIT)"}


def lines(choice: Choice, look: Look, every: bool = False) -> Iterator[str]:
    """The choice as lines.

    Args:
        choice: which licences will do
        look: width and colours
        every: whether to tell the reasons of all options
    """
    yield from (look.paint(line, "heading") for line in wrap(choice.request.case.name, look.width))
    yield from _verdict(choice, look)
    if choice.constant:
        yield from _constant(choice, look)
    if choice.contradictions:
        yield from _contradictions(choice, look)
    if choice.options:
        yield ""
        yield from _table(choice, look)
        shown = choice.options if every else choice.options[:OPENED]
        for number, option in enumerate(shown, 1):
            yield ""
            yield from _option(number, option, choice, look)
        if len(choice.options) > len(shown):
            yield ""
            yield from wrap("--all tells the reasons of the others too.", look.width)
    yield from _rest(choice, look)


def _verdict(choice: Choice, look: Look) -> Iterator[str]:
    work, best = choice.request.work.name, len(choice.options)
    if choice.feasible:
        told = f"=> {choice.feasible} of {choice.tried} ways to license {work} will do; {count(best, 'serves', 'serve')} the goals best"
        role = "doubt" if choice.constant else "good"
    else:
        told, role = f"=> none of {choice.tried} ways to license {work} will do", "wrong"
    yield from (look.paint(line, role) for line in wrap(told, look.width, "", 3))
    if choice.request.supposed:
        yield from wrap(f"The case does not say what is done with {work}: here it is handed over for money.", look.width)


def _constant(choice: Choice, look: Look) -> Iterator[str]:
    yield ""
    yield from wrap("Whatever the licence, this stands in the way; `licet fix` tells what to change:", look.width)
    yield from _findings(choice.constant, look)


def _findings(findings: Sequence[Finding], look: Look) -> Iterator[str]:
    for finding in findings:
        told = f"{finding.standing}: {finding.sentence} {cited(finding.cites)}"
        yield from (look.paint(line, "wrong") for line in wrap(told, look.width, "  - ", 4))


def _contradictions(choice: Choice, look: Look) -> Iterator[str]:
    for kept in choice.contradictions:
        yield ""
        yield from wrap("These cannot be had together:" if len(kept) > 1 else "This cannot be had at all:", look.width)
        for constraint in kept:
            yield from _constraint(constraint, choice, look)
    if choice.missing:
        yield ""
        yield from wrap("Nearest come, without what is required:", look.width)


def _constraint(constraint: Constraint, choice: Choice, look: Look) -> Iterator[str]:
    told = f"{constraint_sentence(constraint, choice.request)} Rules out {constraint.excluded} of {choice.tried}."
    yield from (look.paint(line, "wrong") for line in wrap(told, look.width, "  - ", 4))
    for finding in constraint.examples:
        yield from wrap(f"e.g. {finding.sentence} {cited(finding.cites)}", look.width, "    ", 6)


def _table(choice: Choice, look: Look) -> Iterator[str]:
    """A row for each option: how it serves each goal."""
    goals = choice.request.goals.asked
    names = max(len(option.label) for option in choice.options)
    if look.width < names + 6 + sum(len(goal) + 2 for goal in goals):
        for number, option in enumerate(choice.options, 1):
            told = "; ".join(f"{goal}: {_SIGNS[option.grades[goal]]}" for goal in goals)
            yield from wrap(f"{look.paint(option.label, 'name')}  {told}", look.width, f"{number:>3}. ", 5)
        return
    yield " " * (names + 5) + "".join("  " + goal for goal in goals)
    for number, option in enumerate(choice.options, 1):
        cells = "".join(
            "  " + look.paint(pad(_SIGNS[option.grades[goal]], len(goal)), _ROLES[option.grades[goal]]) for goal in goals
        )
        yield f"{number:>3}. {look.paint(pad(option.label, names), 'name')}{cells}".rstrip()


def _option(number: int, option: Option, choice: Choice, look: Look) -> Iterator[str]:
    for line in wrap(option.label, look.width, f"{number:>3}. ", 5):
        yield look.paint(line, "name")
    rows = []
    if " AND " in option.label:
        *kept, last = option.label.split(" AND ")
        rows.append(("means", f"What came under {', '.join(kept)} stays under it; what is yours is under {last} too.", "plain"))
    if option.alike:
        rows.append(("as well", _named(option.alike, option.label), "plain"))
    if missing := choice.missing.get(option.label):
        rows.append(("lacks", ", ".join(missing), "wrong"))
    rows += _reasons("for", "merit", option.merits, "good")
    rows += _reasons("against", "concern", option.concerns, "doubt")
    rows += [("later" if not place else "", *told) for place, told in enumerate(_later(option))]
    yield from look.labelled(rows, 5)


def _reasons(label: str, sort: str, reasons: Sequence[Reason], role: str) -> list[tuple[str, str, str]]:
    told = [f"{reason.goal}: {sentence(sort, reason)} {cited(reason.cites)}".rstrip() for reason in reasons]
    return [(label if not place else "", text, role) for place, text in enumerate(told)]


def _later(option: Option) -> Iterator[tuple[str, str, str]]:
    for term, cite in option.lasting[:1]:
        words = "cannot be taken back" if term == "irrevocable" else "can be taken back"
        yield f"What is out under it {words}. {cited((cite,))}", "plain"
    for later in option.later:
        if later.bars:
            cites = tuple(dict.fromkeys(cite for finding in later.bars for cite in finding.cites))
            told = "once others contributed only with their consent: agree with contributors beforehand."
            yield f"{_LATER[later.question]}: {told} {cited(cites)}", "doubt"
        else:
            yield f"{_LATER[later.question]}: contributions under it do not stand in the way.", "plain"


def _named(names: Sequence[str], label: str = "") -> str:
    """Some of the names, what they begin with like the label said once."""
    beginning = label[: label.rfind(" AND ") + 5] if " AND " in label else ""
    same = [name for name in names if beginning and name.startswith(beginning)]
    others = [name for name in names if name not in same]
    more = f" and {len(names) - ALIKE} more" if len(names) > ALIKE else ""
    shown = [*others, *(name[len(beginning) :] for name in same)][:ALIKE] if beginning else names[:ALIKE]
    lead = f"{beginning}… " if same and not others else ""
    return lead + ", ".join(shown if lead or not beginning else names[:ALIKE]) + more


def _rest(choice: Choice, look: Look) -> Iterator[str]:
    """What the parts bar, what is outdone, what is ruled out."""
    rows = []
    rows += [("own terms" if not place else "", *told) for place, told in enumerate(_trade(choice))]
    for option in choice.options:
        if names := choice.outdone.get(option.label):
            rows.append(("outdone", f"by {option.label}: {_named(names, option.label)}", "faint"))
    if choice.feasible:
        for constraint in choice.constraints:
            told_constraint = f"{constraint.excluded} of {choice.tried}: {constraint_sentence(constraint, choice.request)}"
            example = next(iter(constraint.examples), None)
            rows.append(("ruled out", told_constraint + (f" {cited(example.cites)}" if example else ""), "faint"))
    if rows:
        yield ""
        yield from look.labelled(rows, 0, 11)


def _trade(choice: Choice) -> Iterator[tuple[str, str]]:
    """Whether the work can be sold under terms of one's own beside any public licence."""
    if choice.trade.label is None:
        yield "The work cannot be sold under terms of your own, whatever its public licence:", "wrong"
        for finding in choice.trade.bars:
            yield own(f"{finding.sentence} {cited(finding.cites)}"), "wrong"
    elif " AND " in choice.trade.label:
        kept = choice.trade.label.rpartition(" AND ")[0]
        yield f"The work can be sold under terms of your own only beside {kept}, which stays on what came under it.", "doubt"
    else:
        yield "As far as its parts go, the work can be sold under terms of your own beside any public licence.", "good"
