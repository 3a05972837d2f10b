# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Briefs for tests, and the drafts that come of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from licet.engine.advice.draft.brief import Brief, lines
from licet.engine.advice.draft.drafting import drafted
from licet.engine.advice.draft.reading import read_brief
from licet.engine.advice.draft.values import Draft

BRIEFS = Path(__file__).parent / "draft"

ALL = "[use, modify, distribute, distribute-changed, host]"
PLAIN = f"""
licence: New-1.0
title: New License
kind: model
tiers: {{everyone: {{may: {ALL}}}}}
bars: [military]
asks: [license-copy]
"""


def text_of(name: str) -> str:
    """The text of a brief of the tests."""
    return (BRIEFS / f"{name}.yaml").read_text(encoding="utf-8")


def brief_of(text: str) -> Brief:
    """A brief, read."""
    return read_brief(text, "brief.yaml")


@cache
def draft_of(text: str) -> Draft:
    """What comes of a brief."""
    return drafted(brief_of(text))


def told(draft: Draft) -> set[str]:
    """The terms of a draft as the clause language writes them."""
    return {str(clause.term) for clause in draft.terms.clauses}


def places(draft: Draft, numbers: Iterable[int]) -> set[str]:
    """Where lines of a brief stand; ``kept`` is what it keeps back."""
    by_number = {line.number: line.place.path for line in lines(draft.brief)}
    return {by_number.get(number, "kept") for number in numbers}
