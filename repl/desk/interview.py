# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The interview: questions whose answers can still change the outcome, the most decisive first."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING

from licet.engine.glossary import glossary
from licet.engine.problem import hint, quoted

from .building import EDITS, changed, edit
from .phrases import Plain, SentenceError, said
from .registry import Table, command
from .sentences import part, sources, stated_acts
from .state import Desk, Reply, reply
from .words import act_keys, making_keys, party_keys, work_keys

if TYPE_CHECKING:
    from licet.engine.finding import Finding


def questions(table: Table, desk: Desk) -> tuple[Finding, ...]:
    """The questions whose answers can still change the outcome, the one to ask next first."""
    decision = table.judge.decided(desk.case)
    return decision.of_kind("question") if decision else ()


def question(table: Table, desk: Desk) -> Finding | None:
    """The question to ask next; None if no answer can change the outcome any more."""
    return next(iter(questions(table, desk)), None)


@command(
    "assume",
    "QUESTION [OF-WHAT] ANSWER",
    "Settle an open question of law or fact, or name a jurisdiction or theory.",
    "question",
)
def _assume(table: Table, desk: Desk, line: str) -> Reply:
    topic, *words = line.split() or [""]
    if topic not in {**glossary()["attribute"], **glossary()["circumstance"]}:
        return edit(table, desk, line, EDITS["assume"])
    asked = [found for found in questions(table, desk) if found.topic == topic]
    while words and any(words[0] in (*found.works, found.party) for found in asked):
        asked = [found for found in asked if words[0] in (*found.works, found.party)]
        words = words[1:]
    if not asked:
        raise SentenceError(f"nothing turns on {topic}: state it in a sentence if it is to be known all the same")
    if len(asked) > 1:
        raise SentenceError("\n".join(["Of what? Name it after the question.", *(f"  {found.sentence}" for found in asked)]))
    return changed(table, desk, with_answer(desk.case, asked[0], words))


@command("stop", "", "End the questions.")
def _stop(_table: Table, desk: Desk, _line: str) -> Reply:
    return reply(replace(desk, asked=False), ["There are no more questions."])


@command("ask", "", "Be asked for the facts that decide, the most decisive first.")
def _ask(table: Table, desk: Desk, _line: str) -> Reply:
    return asked(table, desk)


def asked(table: Table, desk: Desk, lines: tuple[str, ...] = ()) -> Reply:
    """The next question, after what the last answer changed."""
    found = question(table, desk)
    if found is None:
        return reply(replace(desk, asked=False), [*lines, "No open fact can change the outcome any more."])
    from licet.engine.report.layout import wrap  # noqa: PLC0415 - slow to import

    put = wrap(f"{found.sentence} ({', '.join(expected(found))}; stop)", table.look().width)
    return reply(replace(desk, asked=True), [*lines, *put])


def expected(found: Finding) -> tuple[str, ...]:
    """What answers a question takes."""
    key = _place(found)[-1]
    if key in ("in", "established-in"):
        return ("a country, as DE",)
    if key.endswith(("users", "visits", "revenue", "staff")):
        return ("a number, as 120000" if not key.endswith("revenue") else "a sum, as USD 12000000",)
    known = {**glossary()["attribute"], **glossary()["circumstance"]}
    if key in ("under", "form", "intent"):
        return {"under": ("a licence",), "form": ("source", "binary"), "intent": ("perform-similarly", "other")}[key]
    return tuple(known[key].answers) if key in known else ("yes", "no")


def answered(table: Table, desk: Desk, line: str) -> Reply:
    """The desk after an answer to the question that waits, and the next question.

    Raises:
        SentenceError: it is no answer to it
    """
    found = question(table, desk)
    if found is None:
        return reply(replace(desk, asked=False))
    case = with_answer(desk.case, found, line.split())
    after = changed(table, desk, case)
    return asked(table, after.desk, after.lines)


def _place(found: Finding) -> tuple[str, ...]:
    """Where the answer to a question stands: ``works``, name, way of making, key; or less of it."""
    where, _, key = (found.detail or "").rpartition(": ")
    if where.startswith("works."):
        work = found.works[0]
        verb = where.removeprefix(f"works.{work}").removeprefix(".")
        return ("works", work, verb, key) if verb else ("works", work, key)
    if where.startswith("purposes"):
        return "purposes", where.removeprefix("purposes: "), key
    return ("parties", found.party or "", key) if where.startswith("parties.") else ("acts", key)


def with_answer(case: Plain, found: Finding, words: list[str]) -> Plain:
    """The case with an answer to a question in the place where it belongs.

    Raises:
        SentenceError: it is none of the answers that the question takes
    """
    after, place = deepcopy(case), _place(found)
    key, choices = place[-1], expected(found)
    if {"yes", "no"} == set(choices) or choices[0] in glossary()["form"] or len(choices) > 1:
        answer = words[0].lower() if words else ""
        if answer not in choices:
            meant = hint(answer, choices)
            raise SentenceError(f"{quoted(' '.join(words))} is no answer to it; expected {', '.join(choices)}{meant}")
    _put(after, found, place, {"form": "as"}.get(key, key), words)
    return after


def _put(case: Plain, found: Finding, place: tuple[str, ...], key: str, words: list[str]) -> None:
    match place:
        case ("works", work, verb, _):
            told = sources(_work(case, work), verb)
            for each in told:
                if each["work"] == found.works[-1]:
                    each.update(said([key, *words], making_keys(verb)))
            _work(case, work)[verb] = told
        case ("works", work, _):
            _work(case, work).update(said([key, *words], work_keys()))
        case ("parties", party, _):
            held = part(case, "parties").get(party) or {}
            part(case, "parties")[party] = {**(held if isinstance(held, dict) else {}), **said([key, *words], party_keys())}
        case ("purposes", use, _):
            for act in stated_acts(case):
                _of_purpose(act, use, said(["for", use, key, *words], act_keys()))
        case _:
            for act in stated_acts(case):
                if found.party is None or act.get("party") == found.party:
                    act.update(said([key, *words], act_keys()))


def _work(case: Plain, name: str) -> Plain:
    held = part(case, "works")[name]
    assert isinstance(held, dict)
    return held


def _of_purpose(act: Plain, use: str, answer: Plain) -> None:
    """Add what is said of a use to an act that serves it."""
    purposes, new = act.get("purposes"), answer["purposes"]
    if not isinstance(purposes, list) or not isinstance(new, list) or not isinstance(new[0], dict):
        return
    for index, purpose in enumerate(purposes):
        held: Plain = purpose if isinstance(purpose, dict) else {"use": purpose}
        if held.get("use") == use:
            purposes[index] = {**held, **new[0]}
