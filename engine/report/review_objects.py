# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A review for programs, as ``engine/schema/review.json`` describes it: every cell, and every key always there."""

from __future__ import annotations

from collections.abc import Iterable

from ..advice.review.values import Answer, Cell, Deed, Duty, Matter, Patents, Restriction, Review, Text, Untouched
from .objects import Object

VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def structured(reviews: Iterable[Review]) -> Object:
    """Reviews as one object."""
    return {"version": VERSION, "reviews": [_review(review) for review in reviews]}


def _review(review: Review) -> Object:
    place = review.case.place
    return {
        "name": review.case.name,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "verdict": review.verdict,
        "texts": [_text(text) for text in review.texts],
        "cells": [_cell(cell) for cell in review.cells],
        "untouched": [_untouched(each) for each in review.untouched],
        "unrestricted": list(review.unrestricted),
        "silent": [_deed(deed) for deed in review.silent],
        "duties": [_duty(duty) for duty in review.duties],
        "patents": [_patents(said) for said in review.patents],
        "matters": [_matter(matter) for matter in review.matters],
    }


def _text(text: Text) -> Object:
    return {
        "work": text.work,
        "license": text.license,
        "standing": text.standing,
        "title": text.title or None,
        "doubt": text.doubt,
        "question": text.question or None,
        "stops": text.stops,
        "answers": [_answer(answer) for answer in text.answers],
        "without_text": list(text.without_text),
    }


def _answer(answer: Answer) -> Object:
    return {
        "license": answer.license,
        "verdict": answer.verdict,
        "cells": [_cell(cell) for cell in answer.cells],
        "wrongs": [wrong._asdict() for wrong in answer.wrongs],
    }


def _deed(deed: Deed) -> Object:
    return {"party": deed.party, "act": deed.does, "acted_on": deed.work}


def _restriction(restriction: Restriction) -> Object:
    return {
        "license": restriction.license,
        "section": restriction.section,
        "bars": restriction.use,
        "qualifier": restriction.qualifier,
    }


def _untouched(each: Untouched) -> Object:
    return {**_deed(each.deed), **_restriction(each.restriction), "standing": each.standing}


def _cell(cell: Cell) -> Object:
    return {
        **_deed(cell.deed),
        "work": cell.work,
        "purpose": cell.purpose,
        **_restriction(cell.restriction),
        "risk": cell.risk,
        "reason": cell.reason,
        "standing": cell.standing,
        "conditions": [list(answers) for answers in cell.conditions],
    }


def _duty(duty: Duty) -> Object:
    owed = duty.finding
    return {
        "group": duty.group,
        "duty": owed.topic,
        "party": owed.party,
        "act": owed.act,
        "acted_on": owed.acted_on or owed.work,
        "work": owed.work,
        "sentence": owed.sentence,
        "standing": owed.standing,
        "conditions": [list(answers) for answers in owed.conditions],
        "clauses": [str(cite) for cite in owed.cites],
    }


def _patents(said: Patents) -> Object:
    return {
        "license": said.license,
        "section": said.section or None,
        "extent": said.extent,
        "ends": [{"section": section, "says": sentence} for section, sentence in said.ends],
    }


def _matter(matter: Matter) -> Object:
    return {
        "subject": matter.subject,
        "sentence": matter.sentence,
        "standing": matter.standing,
        "ask": list(matter.whom),
        "exposure": list(matter.exposure),
        "clauses": list(matter.clauses),
        "questions": list(matter.questions),
        "remedies": list(matter.remedies),
    }
