# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence files hold facts about one licence, in declared words, and cite sections that their texts print."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import clingo
import pytest
from clingo.ast import AST, ASTType, parse_files

from licet.engine.catalog import licenses
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.language import mistakes, signature

LICENSES = sorted(KNOWLEDGE_BASE.glob("licenses/*.lp"))


def _statements(file: Path) -> list[AST]:
    statements: list[AST] = []
    parse_files([str(file)], statements.append)
    return statements


@pytest.mark.parametrize("file", LICENSES, ids=lambda file: file.stem)
def test_licence_file_holds_facts_about_one_licence_in_declared_words(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert file.stem in licenses()
    assert all(f"%  {key} " in text for key in ("text", "encoded", "left out"))
    for statement in _statements(file):
        if statement.ast_type == ASTType.Rule:
            assert not statement.body
            assert str(statement.head.atom.symbol.name) in {"license", "clause", "position"}
    for symbol in _facts(file):
        assert symbol.arguments[0].string == file.stem
    for symbol in _facts(file):
        if len(symbol.arguments) == 3:
            assert signature(symbol.arguments[2]) is not None, "; ".join(mistakes(symbol.arguments[2]))


def _facts(file: Path) -> Iterator[clingo.Symbol]:
    control = clingo.Control(["--warn=none"])
    control.load(str(file))
    control.ground([("base", [])])
    for atom in control.symbolic_atoms:
        yield atom.symbol


@pytest.mark.parametrize("file", LICENSES, ids=lambda file: file.stem)
def test_cited_sections_occur_in_the_text(file: Path) -> None:
    sources = os.environ.get("LICET_SOURCES")
    if not sources:
        pytest.skip("LICET_SOURCES does not name the folder with the licence texts")
    texts = _texts(Path(sources), file.stem)
    if not texts:
        pytest.skip(f"no text of {file.stem} among the sources")
    sections = {symbol.arguments[1].string for symbol in _facts(file) if symbol.name == "clause"}
    missing = sorted(section for section in sections if not _occurs(section, texts))
    assert missing == []


def _texts(sources: Path, license_id: str) -> str:
    folder = sources / "licences" / "texts"
    patterns = (
        f"{license_id}.txt",
        f"{license_id}-use-policy.txt",
        f"{license_id}-prohibited-use-policy*.txt",
        f"{license_id.removesuffix('-license')}-acceptable-use-policy.txt",
        f"{license_id.removesuffix('-terms-of-use')}-prohibited-use-policy.txt",
    )
    return "\n".join(file.read_text(encoding="utf-8") for pattern in patterns for file in folder.glob(pattern))


def _occurs(section: str, text: str) -> bool:
    """Whether the text prints each number and letter of a section as the start of an item, or has that many items to count."""
    paragraph = re.match(r"para\. (\d+)", section)
    if paragraph:
        return len(re.split(r"\n\s*\n", text.strip())) >= int(paragraph[1])
    if section.startswith("AUP"):  # published as nested lists, whose letters the rendering adds
        first = re.search(r"\d+", section)
        return first is None or len(re.findall(r"(?m)^\s*(?:\d+|[a-z])\. ", text)) >= int(first[0])
    counted = r"\b(cond|item|para|last|and|Att|AUP|PUP)\b\.?( \d+)?"
    tokens = re.findall(r"\d+|\b[a-z]{1,4}\b", re.sub(counted, "", section))
    return all(re.search(rf"(?m)(^|[\s(.§]){token}[.):,\s]", text) for token in tokens)
