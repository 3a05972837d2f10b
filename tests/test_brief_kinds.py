# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Briefs for works of every kind, with lines that stand together oddly: each is drafted, and what it wants is tried."""

from __future__ import annotations

import pytest

from .briefs import ALL, PLAIN, draft_of, places


@pytest.mark.parametrize("kind", ["software", "data", "content"])
def test_what_is_said_of_outputs_of_what_has_none_is_idle(kind: str) -> None:
    draft = draft_of(PLAIN.replace("kind: model", f"kind: {kind}") + "terms: {outputs: research}")
    assert not draft.clashes and places(draft, draft.idle) == {"terms.outputs"}


def test_what_a_steward_says_of_his_licence_is_no_clause_that_a_draft_lacks() -> None:
    """The nearest licence has a published position: the text itself does not say it."""
    draft = draft_of(
        PLAIN.replace("kind: model", "kind: software")
        .replace(ALL, "[use, distribute-changed]")
        .replace("bars: [military]\n", "")
        .replace("license-copy", "attribute")
        + "terms: {recipients: same, breach: cured}\nlaw: Germany"
    )
    near = draft.terms.near[0]
    assert near.only_theirs and all(clause.steward is None for clause in near.only_theirs)
