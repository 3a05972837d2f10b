# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The lines of a brief in words."""

from __future__ import annotations

from ..advice.draft.brief import Aim, Bar, Brief, Demand, Exclusion, Law, Line, Right, Settlement, lines
from ..advice.draft.terms import KEPT


def line_words(brief: Brief, number: int) -> str:
    """A line of the brief in words, with its place."""
    if number == KEPT:
        return "What no group is let do is kept back."
    (line,) = (line for line in lines(brief) if line.number == number)
    where = f"{line.place.file}:{line.place.line}"
    return f"{said(line)} ({where})"


def said(line: Line) -> str:
    """What a line says."""
    what = line.said
    told = ""
    match what:
        case Right():
            told = f"{line.tier.name if line.tier else ''} may {what.word}"
        case Bar():
            told = f"bars {what.use}" + (f" {'if' if what.holds else 'unless'} {what.fact}" if what.fact else "")
        case Demand():
            told = f"asks {what.duty}" + (f": {what.text}" if what.text else "")
        case Settlement():
            told = f"{what.matter}: {what.answer}"
        case Aim():
            told = f"aims at {what.word}"
        case Law():
            told = f"law: {what.name}"
        case Exclusion():
            told = f"not in {what.territory}"
    return told


def capital(text: str) -> str:
    """A text with its first letter in upper case."""
    return text[:1].upper() + text[1:]
