# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base keeps to its own conventions: every check of ``licet kb lint`` finds nothing in it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from licet.engine.glossary import glossary
from licet.engine.workbench.lint.base import Base, read
from licet.engine.workbench.lint.checks import CHECKS, Check, lint, sections


@cache
def base() -> Base:
    return read()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_the_knowledge_base_keeps_the_convention(check: Check) -> None:
    assert [str(finding.fault) for finding in lint(base(), [check])] == []


def test_the_sections_that_clauses_cite_exist_in_the_texts() -> None:
    sources = os.environ.get("LICET_SOURCES")
    if not sources:
        pytest.skip("LICET_SOURCES does not name the folder with the licence texts")
    assert [str(finding.fault) for finding in lint(base(), [sections(Path(sources))])] == []


def test_evidence_is_known_for_whatever_a_case_can_state() -> None:
    words = {word for sort in ("making", "attribute", "circumstance", "act") for word in glossary()[sort]}
    assert sorted(words - glossary()["evidence"].keys()) == []
    assert all(entry.sentence.endswith(".") for entry in glossary()["evidence"].values())
