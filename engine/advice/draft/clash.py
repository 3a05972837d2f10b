# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Why a line of a brief is not kept: a smallest set of lines that keep it from being so, whatever the others say."""

from __future__ import annotations

from collections.abc import Iterable

from clingo import Function, Symbol

from ...because.asked import Asked
from ...consequence import answer_set, irreducible
from ...content import kind
from ...sentence import hyphenated
from .court import Opened, opened
from .outcome import Outcome, Try
from .terms import KEPT, Terms


def clashing(failed: Try, terms: Terms) -> tuple[int, ...]:
    """The numbers of the lines that cannot be had together with what a trial was to show; what is kept back stays so.

    Args:
        failed: a trial that did not end as it has to
        terms: the draft
    Returns:
        the lines in their order; none where the trial could not end so with any of them: then nothing brings it about
    """
    stage = opened(failed.case, terms)
    wanted = _wanted(failed.outcome, stage)
    asked = Asked(stage.control)
    usual = asked.only(asked.usual())
    answers = {atom: (question, answer) for question in asked.questions for answer, atom in question.answers.items()}
    held = answer_set(stage.control, [*stage.lines.values(), -wanted, *usual], answers)
    if held is None:
        return ()
    kept = [atom for line, atom in stage.lines.items() if line == KEPT]
    given = [*usual, *asked.only(tuple(answers[atom] for atom in sorted(held))), wanted, *kept]
    core = set(irreducible(stage.control, (atom for atom in stage.lines.values() if atom not in kept), given))
    return tuple(sorted(line for line, atom in stage.lines.items() if atom in core))


def _wanted(outcome: Outcome, stage: Opened) -> int:
    """The literal of a trial's ending as it has to."""
    barred = stage.control.symbolic_atoms[Function("barred", [stage.case])]
    if outcome.sort in ("allowed", "barred"):
        literals: Iterable[int] = () if barred is None else (barred.literal,)
    else:
        found = ((atom.literal, atom.symbol.arguments[0]) for atom in stage.control.symbolic_atoms.by_signature("finding", 1))
        literals = [literal for literal, term in found if _is_about(term, outcome)]
    with stage.control.backend() as backend:
        any_of: int = backend.add_atom()
        for literal in literals:
            backend.add_rule([any_of], [literal])
    return any_of if outcome.sort in ("barred", "found") else -any_of


def _is_about(term: Symbol, outcome: Outcome) -> bool:
    """Whether a finding is what a trial looks for."""
    return kind(term) == outcome.kind and hyphenated(term.arguments[-1]) == outcome.topic
