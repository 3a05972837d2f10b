# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A draft of a licence for programs."""

from __future__ import annotations

from collections.abc import Mapping

from ..advice.draft.drafting import Clash, Draft
from ..advice.draft.files import licence, scenarios
from ..advice.draft.terms import Section
from . import draft_words as words

Plain = dict[str, object]


def draft_object(draft: Draft) -> Mapping[str, object]:
    """The draft: its sections with their models, who may do what, contradictions, gaps, the licence file and its cases."""
    brief = draft.brief
    return {
        "licence": brief.license,
        "title": brief.title,
        "kind": brief.kind,
        "holds": not draft.clashes,
        "trials": len(draft.tries),
        "access": [{"group": each.group, "right": each.right, "wanted": each.wanted, "has": each.has} for each in draft.access],
        "contradictions": [_clash(draft, each) for each in draft.clashes],
        "sections": [_section(draft, each) for each in draft.terms.sections],
        "silent": words.silent(draft),
        "open": [
            {"matter": gap.matter, "question": words.question(gap), "follows": [list(row) for row in words.follows_then(gap)]}
            for gap in draft.gaps
        ],
        "idle": list(words.idle(draft)),
        "limits": [{"sentence": words.caution(each), "questions": list(each.questions)} for each in draft.cautions],
        "near": [{"licence": each.license, "likeness": each.likeness, "shared": each.shared} for each in draft.terms.near],
        "file": licence(draft.terms),
        "cases": scenarios(draft),
    }


def _section(draft: Draft, section: Section) -> Plain:
    return {
        "number": section.number,
        "chapter": section.chapter,
        "sentences": words.sentences(draft.brief, section),
        "terms": [str(clause.term) for clause in section.clauses],
        "follows": [str(cite) for cite in section.follows],
        "new": [str(term) for term in section.new],
    }


def _clash(draft: Draft, clash: Clash) -> Plain:
    return {
        "lines": words.clashing(draft, clash),
        "ruled-out-by": [words.line_words(draft.brief, number) for number in clash.against],
        "trials": [{"told": each.told, "verdict": each.decision.verdict} for each in clash.tries],
    }
