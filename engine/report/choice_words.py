# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to choose, in words: rows of a label, a text and the role of the text, for any form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..advice.choose.answer import Choice, Constraint, Option, Reason, Staying
from ..advice.choose.telling import cited, constraint_sentence, sentence
from ..finding import Finding
from .choice_outlook import doubts, later, stays, trade
from .words import count

Row = tuple[str, str, str]

ALIKE = 8
"""Licences that serve alike, or are outdone by one option, that are named."""

SIGNS = ("yes", "in part", "no")
"""How a goal is served, by grade."""

ROLES = ("good", "doubt", "wrong")


def verdict(choice: Choice) -> tuple[str, str]:
    """How many licences will do, with the role of that."""
    work = choice.request.work.name
    if not choice.feasible:
        return f"none of {choice.tried} ways to license {work} will do", "wrong"
    best = count(len(choice.options), "serves", "serve")
    if choice.constant:
        sure = any(finding.standing in ("settled", "likely") for finding in choice.constant)
        stands = "something stands in the way of" if sure else "it is open whether something stands in the way of"
        told = f"{stands} every way to license {work}; but for that, {choice.feasible} of {choice.tried} will do"
        return told, "wrong" if sure else "doubt"
    return f"{choice.feasible} of {choice.tried} ways to license {work} will do; {best} the goals best", "good"


def constraint_words(constraint: Constraint, choice: Choice) -> str:
    """What somebody or something wants of the licence, and how much that rules out."""
    said = constraint_sentence(constraint, choice.request)
    return f"{said} Rules out {constraint.excluded} of {choice.tried}."


def example_words(finding: Finding) -> str:
    """What is in the way of one of those that are ruled out."""
    return f"e.g. {finding.sentence} {cited(finding.cites)}"


def common(choice: Choice, of: Callable[[Option], Sequence[Reason]]) -> tuple[Reason, ...]:
    """The reasons that all options share, where there are several, with the sections that all of them name."""
    first, *others = choice.options
    shared = []
    for reason in of(first):
        same = [found for option in others for found in of(option) if _is(found, reason)]
        if others and len(same) == len(others):
            cites = tuple(cite for cite in reason.cites if all(cite in found.cites for found in same))
            shared.append(Reason(reason.goal, reason.word, cites))
    return tuple(shared)


def common_rows(choice: Choice) -> list[Row]:
    """What speaks for and against every option alike."""
    merits, concerns = common(choice, lambda option: option.merits), common(choice, lambda option: option.concerns)
    rows = [*_reasons("for", "merit", merits, "good"), *_reasons("against", "concern", concerns, "doubt")]
    return [*rows, *_labelled("stays", stays(_staying(choice)))]


def _staying(choice: Choice) -> tuple[Staying, ...]:
    """What stays on the work under every option, where there are several."""
    first, *others = choice.options
    return tuple(one for one in first.stays if others and all(one in option.stays for option in others))


def option_rows(option: Option, choice: Choice) -> list[Row]:
    """What is to be said of one option, and not of all."""
    rows: list[Row] = []
    if " AND " in option.label:
        *kept, last = option.label.split(" AND ")
        rows.append(("means", f"What came under {', '.join(kept)} stays under it; what is yours is under {last} too.", "plain"))
    if option.alike:
        rows.append(("as well", named(option.alike, option.label), "plain"))
    if missing := choice.missing.get(option.label):
        rows.append(("without", ", ".join(missing), "wrong"))
    rows += _reasons("for", "merit", _without(option.merits, common(choice, lambda each: each.merits)), "good")
    rows += _reasons("against", "concern", _without(option.concerns, common(choice, lambda each: each.concerns)), "doubt")
    shared = _staying(choice)
    rows += _labelled("stays", stays([one for one in option.stays if one not in shared]))
    return [*rows, *_labelled("later", later(option)), *_labelled("doubt", doubts(option))]


def rest_rows(choice: Choice) -> list[Row]:
    """Whether one's own terms can be sold, what is outdone, what is ruled out."""
    rows = _labelled("own terms", trade(choice))
    outdone = ((option, choice.outdone.get(option.label, ())) for option in choice.options)
    rows += _labelled(
        "outdone", ((f"by {option.label}: {named(names, option.label)}", "faint") for option, names in outdone if names)
    )
    return [*rows, *(_labelled("ruled out", _ruled_out(choice)) if choice.feasible else ())]


def named(names: Sequence[str], label: str) -> str:
    """Some names; what they begin with as the label does is said once."""
    beginning = label[: label.rfind(" AND ") + 5] if " AND " in label else f"{label} AND "
    short = [name.removeprefix(beginning) for name in names]
    lead = f"{beginning}…: " if all(name.startswith(beginning) for name in names) else ""
    more = f" and {len(names) - ALIKE} more" if len(names) > ALIKE else ""
    return lead + ", ".join((short if lead else list(names))[:ALIKE]) + more


def _ruled_out(choice: Choice) -> Iterator[tuple[str, str]]:
    for constraint in choice.constraints:
        cites = constraint.examples[0].cites if constraint.examples else ()
        yield f"{constraint.excluded}: {constraint_sentence(constraint, choice.request)} {cited(cites)}".rstrip(), "faint"


def _reasons(label: str, sort: str, reasons: Sequence[Reason], role: str) -> list[Row]:
    told = ((f"{reason.goal}: {sentence(sort, reason)} {cited(reason.cites)}".rstrip(), role) for reason in reasons)
    return _labelled(label, told)


def _without(reasons: Sequence[Reason], shared: Sequence[Reason]) -> tuple[Reason, ...]:
    return tuple(reason for reason in reasons if not any(_is(reason, other) for other in shared))


def _is(reason: Reason, other: Reason) -> bool:
    return (reason.goal, reason.word) == (other.goal, other.word)


def _labelled(label: str, texts: Iterator[tuple[str, str]]) -> list[Row]:
    """Rows of which the first alone has the label."""
    return [("" if place else label, text, role) for place, (text, role) in enumerate(texts)]
