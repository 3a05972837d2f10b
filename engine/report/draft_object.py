# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A draft of a licence for programs, as ``engine/schema/draft.json`` describes it: every key always there."""

from __future__ import annotations

from ..advice.draft.files import licence, scenarios
from ..advice.draft.terms import Section
from ..advice.draft.values import Clash, Draft, Gap
from . import draft_clashes, draft_lines, draft_open
from . import draft_words as words
from .objects import Object

VERSION = 1
"""The version of the format. It grows when a program that reads the format would have to change."""


def draft_object(draft: Draft) -> Object:
    """The draft: its sections with their models, who may do what, contradictions, gaps, the licence file and its cases."""
    brief = draft.brief
    return {
        "version": VERSION,
        "license": brief.license,
        "title": brief.title,
        "kind": brief.kind,
        "holds": not draft.clashes,
        "trials": len(draft.tries),
        "access": [{"group": each.group, "right": each.right, "wanted": each.wanted, "has": each.has} for each in draft.access],
        "contradictions": [_clash(draft, each) for each in draft.clashes],
        "sections": [_section(draft, each) for each in draft.terms.sections],
        "untried": draft_open.untried(draft),
        "silent": draft_open.silent(draft),
        "idle": list(draft_open.idle(draft)),
        "open": [_gap(gap) for gap in draft_open.open_matters(draft)],
        "moot": draft_open.moot_matters(draft),
        "unworded": draft_open.unworded(draft),
        "limits": [{"sentence": draft_open.caution(each), "questions": list(each.questions)} for each in draft.cautions],
        "near": [{"license": each.license, "likeness": each.likeness, "shared": each.shared} for each in draft.terms.near],
        "file": licence(draft.terms),
        "cases": scenarios(draft),
    }


def _section(draft: Draft, section: Section) -> Object:
    return {
        "number": section.number,
        "chapter": section.chapter,
        "sentences": words.sentences(draft.brief, section),
        "terms": [str(clause.term) for clause in section.clauses],
        "follows": [str(cite) for cite in section.models.whole],
        "follows_in_part": [str(cite) for cite in section.models.partly],
        "new": [str(term) for term in section.new],
    }


def _clash(draft: Draft, clash: Clash) -> Object:
    return {
        "lines": draft_clashes.clashing(draft, clash),
        "ruled_out_by": [draft_lines.line_words(draft.brief, number) for number in clash.against],
        "trials": [{"told": each.told, "verdict": each.decision.verdict} for each in clash.tries],
        "fixes": draft_clashes.missing(draft, clash),
    }


def _gap(gap: Gap) -> Object:
    return {
        "matter": gap.matter,
        "question": draft_open.question(gap),
        "tried": [{"told": told, "verdict": decision.verdict} for told, decision in gap.tried],
        "then": [told for label, told in draft_open.follows_then(gap) if label == "then"],
        "answers": draft_open.answer_words(gap),
    }
