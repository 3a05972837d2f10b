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
from licet.engine.glossary import KNOWLEDGE_BASE, glossary

LICENSES = sorted(KNOWLEDGE_BASE.glob("licenses/*.lp"))
TERMS = {
    *(("contract", 0), ("waives", 0), ("claims_outputs", 0), ("restricts_outputs", 0), ("restricts_outputs", 1)),
    *(("counts", 2), ("counts", 3), ("contradicts", 1), ("governed_by", 1), ("regards", 2), ("regards", 3)),
    *(
        ("may", 2),
        ("may", 3),
        ("denies", 1),
        ("must", 3),
        ("must", 4),
        ("must_not", 1),
        ("must_not", 2),
        ("must_not", 3),
        ("bars", 1),
        ("bars", 2),
    ),
    *(("bars_further_restrictions", 0), ("tolerates", 1), ("relicenses", 1), ("relicenses", 2), ("joins", 1), ("later", 1)),
    *(("ends_on", 1), ("ends_patents_on", 1), ("cure", 1)),
}
"""The terms of the clause language, each with the number of its arguments."""
WORDS = {
    "must": (("duty", 2), ("fact", 3)),
    "may": (("limit", 2),),
    "bars": (("use", 0), ("fact", 1)),
    "restricts_outputs": (("use", 0),),
    "denies": (("fact", 0),),
    "tolerates": (("burden", 0),),
    "regards": (("fact", 2),),
    "must_not": (("fact", 1), ("fact", 2)),
}
"""Which arguments of a term name words, and of which sort."""


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
    words = glossary()
    for sort, word in _words(file):
        declared = {*words[sort], *words["duty"]} if sort == "burden" else words[sort]
        assert word in declared, f"{file.name}: {word} is no declared {sort}"


def _facts(file: Path) -> Iterator[clingo.Symbol]:
    control = clingo.Control(["--warn=none"])
    control.load(str(file))
    control.ground([("base", [])])
    for atom in control.symbolic_atoms:
        yield atom.symbol


def _words(file: Path) -> Iterator[tuple[str, str]]:
    """Sort and word of every duty, use, limit, burden and fact that a licence file names."""
    for symbol in _facts(file):
        if len(symbol.arguments) == 3:
            term = symbol.arguments[2]
            assert (term.name, len(term.arguments)) in TERMS, f"{file.name}: {term} is no term of docs/clauses.md"
            for sort, place in WORDS.get(term.name, ()):
                if place < len(term.arguments):
                    yield from _named(sort, term.arguments[place])


def _named(sort: str, symbol: clingo.Symbol) -> Iterator[tuple[str, str]]:
    """Words that a place of a term names: one of its sort, or those of a condition."""
    if symbol.type != clingo.SymbolType.Function:
        return
    if symbol.name in ("if", "unless", "both", "either"):
        for argument in symbol.arguments:
            yield from _named("fact", argument)
    elif symbol.name == "over":
        assert symbol.arguments[1].type == clingo.SymbolType.Number
        yield from _named("fact", symbol.arguments[0])
    elif symbol.name not in ("reading", "except"):
        word = symbol.name.replace("_", "-")
        attribute = sort == "fact" and word in glossary()["attribute"]
        yield ("attribute" if attribute else "circumstance" if sort == "fact" else sort), word


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
    patterns = (f"{license_id}.txt", f"{license_id}-use-policy.txt", f"{license_id}-prohibited-use-policy*.txt")
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
