# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The line from a request to its answer: licences are tried, compared, and those that lead are looked at closer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from clingo import Symbol

from ...catalog import tagged
from ...facts import word
from ...finding import Cite, Decision, Finding
from ...sentence import hyphenated
from . import programs
from .answer import Choice, Constraint, Option, Reason, Trade
from .contradiction import contradictions
from .later import with_future
from .profiles import Profiles
from .programs import Atoms, fact
from .request import Request
from .trial import Trials, Watch, label_facts, tried


def unwatched(decisions: Iterable[Decision], _what: str, _total: int) -> Iterator[Decision]:
    """Decisions as they come; nobody looks."""
    yield from decisions


def chosen(request: Request, watch: Watch = unwatched) -> Choice:
    """Which licences will do, and which of them serve the goals best.

    Args:
        request: the work, its case, and the goals
        watch: is told how far the trials are
    Raises:
        ExpressionError: a licence that is asked for cannot be read
    """
    trials = tried(request, watch)
    told, licenses = label_facts(trials.decisions, trials.staying)
    compared = programs.compared([*told, *trials.facts(), *_wanted(request)], licenses)
    profiles = Profiles.of(compared)
    best = programs.best([*profiles.facts(compared), *_order(request)])
    options = tuple(_options(request, trials, compared, best, profiles))
    trade = _trade(trials, compared)
    constraints = {symbol: _constraint(symbol, trials, compared) for _, symbol in compared["ruled_out"]}
    feasible = [label.string for (label,) in compared["feasible"]]
    return Choice(
        request,
        len(compared["option"]),
        len(feasible),
        with_future(request, options, trade, watch),
        _missing(compared),
        tuple(trials.obstacles[number.number] for (number,) in compared["unavoidable"]),
        _outdone(best, profiles),
        tuple(sorted(constraints.values(), key=lambda each: (each.goal is None, each.goal or "", each.license or ""))),
        ()
        if feasible
        else tuple(
            tuple(constraints[one] for one in kept) for kept in contradictions(compared["option"], compared["ruled_out"])
        ),
        trade,
    )


def _wanted(request: Request) -> Iterator[Symbol]:
    goals = request.goals
    yield fact("kind_of_work", word(request.work.kind))
    yield from (fact("wished", word(goal)) for goal in goals.wish)
    yield from (fact("required", word(goal)) for goal in goals.must)
    yield from (fact("unwanted", word(use)) for use in goals.bar)
    yield from (fact("listed", name, place) for place, name in enumerate(tagged()))


def _order(request: Request) -> Iterator[Symbol]:
    """Which goal counts how much: those that are told first more."""
    yield from (fact("precedence", word(goal), place) for place, goal in enumerate(reversed(request.goals.asked)))


def _options(request: Request, trials: Trials, compared: Atoms, best: Atoms, profiles: Profiles) -> Iterator[Option]:
    earlier = Counter(label.string for _, label in best["before"])
    remaining = {(label.string, name.string, extent.name) for label, name, extent in compared["stays_on"]}
    for label in sorted((label.string for (label,) in best["leads"]), key=lambda name: earlier[name]):
        yield Option(
            label,
            trials.decisions[label],
            {hyphenated(goal): grade.number for found, goal, grade in compared["grade"] if found.string == label},
            _reasons(label, request.goals.asked, compared["merit"], compared["proved"]),
            _reasons(label, request.goals.asked, compared["concern"], compared["shown_in"]),
            tuple(profiles.like(label)),
            (),
            tuple(
                (hyphenated(term), Cite(text.string, place.string))
                for found, text, place, term in compared["endures"]
                if found.string == label
            ),
            tuple(one for one in trials.staying if (label, one.license, one.extent) in remaining),
        )


def _reasons(
    label: str, goals: Sequence[str], said: Sequence[Sequence[Symbol]], cited: Sequence[Sequence[Symbol]]
) -> tuple[Reason, ...]:
    """The reasons of one label, in the order of the goals, each with its sections."""
    cites: dict[Symbol, set[Cite]] = {}
    for found, reason, license_id, section in cited:
        if found.string == label:
            cites.setdefault(reason, set()).add(Cite(license_id.string, section.string))
    own = {(hyphenated(goal), reason) for found, goal, reason in said if found.string == label}
    ordered = sorted(own, key=lambda each: (goals.index(each[0]), each[1]))
    return tuple(Reason(goal, reason, tuple(sorted(cites.get(reason, ()), key=str))) for goal, reason in ordered)


def _trade(trials: Trials, compared: Atoms) -> Trade:
    """How the work can be sold under terms of one's own: alone if that will do."""
    sold = sorted((label.string for (label,) in compared["sold_so"]), key=lambda label: (len(label), label))
    numbers = sorted({number.number for _, number in compared["held_back"]})
    return Trade(sold[0] if sold else None, tuple(trials.obstacles[number] for number in numbers))


def _missing(compared: Atoms) -> Mapping[str, Sequence[str]]:
    """The required goals that those which come nearest do not serve, by label."""
    near = {label.string for (label,) in compared["nearest"]}
    found: dict[str, list[str]] = {}
    for label, goal in compared["missing"]:
        if label.string in near:
            found.setdefault(label.string, []).append(hyphenated(goal))
    return {label: sorted(goals) for label, goals in found.items()}


def _outdone(best: Atoms, profiles: Profiles) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for number, label in best["outdone"]:
        found.setdefault(label.string, []).extend(name for name, own in profiles.numbers.items() if own == number.number)
    return {label: sorted(names) for label, names in found.items()}


def _constraint(symbol: Symbol, trials: Trials, compared: Atoms) -> Constraint:
    """A constraint with an example of each sort of what it finds in the way."""
    failing = {label.string for label, constraint in compared["ruled_out"] if constraint == symbol}
    if symbol.name == "goal":
        return Constraint(hyphenated(symbol.arguments[0]), None, (), (), len(failing))
    license_id = symbol.arguments[0].string if symbol.arguments else None
    demanded = {number.number for number, cited in compared["demands"] if cited.string == license_id}
    numbers = sorted({number.number for label, number in compared["excluded"] if not license_id or number.number in demanded})
    sorts: dict[str, Finding] = {}
    for number in numbers:
        sorts.setdefault(trials.obstacles[number].topic, trials.obstacles[number])
    works = trials.inbound.get(license_id, ()) if license_id else ()
    return Constraint(None, license_id, works, tuple(sorts.values()), len(failing))
