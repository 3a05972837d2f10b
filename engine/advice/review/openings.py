# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is left open of an act: no purpose told, rules that were not read, a purpose that clauses come near."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clingo import Symbol

from ...sentence import hyphenated, phrase
from .judged import Judged
from .reading import place

OPEN = ("silent", "unlearned", "near")
"""What the conclusions call them."""

Opening = tuple[str, Sequence[str]]
"""What to ask, and the clauses that it is asked of."""


def opening(term: Symbol, judged: Judged) -> Opening:
    """What is to be asked of something left open.

    Args:
        term: one of OPEN, with the act and what is open of it
        judged: the conclusions
    """
    act, *rest = term.arguments
    if term.name == "unlearned":
        return _unlearned(act, rest, judged)
    if term.name == "near":
        return _near(act, rest, judged)
    return phrase("ask", "silent", {}), ()


def _unlearned(act: Symbol, rest: Sequence[Symbol], judged: Judged) -> Opening:
    license_id, policy = rest
    taken = judged.each("cell", 9)
    clauses = (
        (its, section) for of, _, its, section, *_, reason in taken if (of, its, reason.name) == (act, license_id, "policy")
    )
    return phrase("ask", "unlearned", {"license": license_id.string, "policy": policy.string}), _cited(clauses)


def _near(act: Symbol, rest: Sequence[Symbol], judged: Judged) -> Opening:
    (use,) = rest
    close = [told for told in judged.each("approach", 5) if (told[0], told[-1]) == (act, use)]
    barred = ", ".join(dict.fromkeys(hyphenated(named) for _, _, _, named, _ in close))
    clauses = ((license_id, section) for _, license_id, section, _, _ in close)
    return phrase("ask", "near", {"use": hyphenated(use), "barred": barred}), _cited(clauses)


def _cited(clauses: Iterable[tuple[Symbol, Symbol]]) -> Sequence[str]:
    """Clauses as they are cited, each once, in the order of the texts."""
    told = {(license_id.string, section.string) for license_id, section in clauses}
    return tuple(" ".join(each).rstrip() for each in sorted(told, key=lambda each: (each[0], place(each[1]))))
