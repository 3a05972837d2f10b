# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The knowledge base keeps to its own conventions: titles, sources above rules, no scripts, no predicate out of nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from clingo.ast import AST, ASTType, Sign, parse_files

from licet.engine.because.phrases import FILES, phrases
from licet.engine.because.wording import SPECIAL
from licet.engine.glossary import KNOWLEDGE_BASE, glossary

RULES = sorted([*KNOWLEDGE_BASE.glob("rules/*.lp"), *KNOWLEDGE_BASE.glob("doctrine/*.lp")])
EVERYTHING = sorted(KNOWLEDGE_BASE.rglob("*.lp"))
HEADS = re.compile(r"^%# .+", re.MULTILINE)
HEADER = re.compile(r"^%  reads +(.+(?:\n%   +.+)*)\n%  derives +(.+(?:\n%   +.+)*)", re.MULTILINE)
PREDICATE = r"\w+/\d+"


def _statements(file: Path) -> list[AST]:
    statements: list[AST] = []
    parse_files([str(file)], statements.append)
    return statements


@pytest.mark.parametrize("file", EVERYTHING, ids=lambda file: str(file.relative_to(KNOWLEDGE_BASE)))
def test_file_has_a_title_and_no_script(file: Path) -> None:
    assert HEADS.search(file.read_text(encoding="utf-8"))
    kinds = {statement.ast_type for statement in _statements(file)}
    assert not kinds & {ASTType.Script, ASTType.Minimize, ASTType.External}
    assert ASTType.ShowSignature not in kinds or file.name == "show.lp"


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_no_integrity_constraint_about_the_world(file: Path) -> None:
    heads = [statement.head for statement in _statements(file) if statement.ast_type == ASTType.Rule]
    constraints = [head for head in heads if head.ast_type == ASTType.Literal and str(head) == "#false"]
    assert constraints == []


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_every_rule_stands_under_a_source_and_a_sentence(file: Path) -> None:
    comment = ""
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("% "):
            comment = f"{comment}\n{line}" if comment else line
        elif not line.strip():
            comment = ""
        elif ":-" in line and not line.startswith(" "):
            assert "[" in comment, f"{file.name}:{number}: no source above {line}"


def _rules(file: Path) -> Iterator[AST]:
    """The rules of a file, pools expanded."""
    for statement in _statements(file):
        if statement.ast_type == ASTType.Rule:
            yield from statement.unpool(condition=True)


def _signatures(node: AST) -> Iterator[tuple[str, int]]:
    """Name and arity of every atom in a part of a rule."""
    if node.ast_type == ASTType.SymbolicAtom:
        yield node.symbol.name, len(node.symbol.arguments)
        return
    for child in (getattr(node, key) for key in node.child_keys):
        for item in [child] if isinstance(child, AST) else (child or []):
            yield from _signatures(item)


@pytest.mark.parametrize("file", sorted(KNOWLEDGE_BASE.glob("rules/*.lp")), ids=lambda file: file.stem)
def test_header_names_only_what_the_file_reads_and_derives(file: Path) -> None:
    reads, derives = HEADER.search(file.read_text(encoding="utf-8")).groups()  # type: ignore[union-attr]
    rules = list(_rules(file))
    bodies = {f"{name}/{arity}" for rule in rules for part in (rule.head, *rule.body) for name, arity in _signatures(part)}
    heads = {f"{name}/{arity}" for rule in rules for name, arity in _signatures(rule.head)}
    assert sorted(set(re.findall(PREDICATE, reads)) - bodies) == []
    assert sorted(set(re.findall(PREDICATE, derives)) - heads) == []


def test_every_predicate_that_is_read_is_derived_or_documented() -> None:
    heads: set[tuple[str, int]] = set()
    bodies: set[tuple[str, int]] = set()
    for rule in (rule for file in [*RULES, KNOWLEDGE_BASE / "sanity.lp", KNOWLEDGE_BASE / "uses.lp"] for rule in _rules(file)):
        heads.update(_signatures(rule.head))
        bodies.update(signature for literal in rule.body for signature in _signatures(literal))
    predicates = (KNOWLEDGE_BASE / "predicates.lp").read_text(encoding="utf-8")
    documented = re.findall(r"^#defined (\w+)/(\d+)\.", predicates, re.MULTILINE)
    assert sorted(bodies - heads - {(name, int(arity)) for name, arity in documented}) == []


def _all_rules() -> list[AST]:
    return [rule for file in RULES for rule in _rules(file)]


BLOCK = re.compile(r"^%\*! (\w+)\(([^)]*)\)\n(.*?)\n\*%", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("file", FILES)
def test_the_sentence_of_a_predicate_has_no_blanks_but_for_its_arguments_and_stands_once(file: str) -> None:
    seen: set[tuple[str, int]] = set()
    for name, places, body in BLOCK.findall((KNOWLEDGE_BASE / file).read_text(encoding="utf-8")):
        arguments = [place.strip() for place in places.split(",")]
        assert (name, len(arguments)) not in seen, name
        seen.add((name, len(arguments)))
        assert set(re.findall(r"\{([^}]*)\}", body)) <= set(arguments), name
        assert file == "predicates.lp" or "\n    Not: " in body, name


def test_every_conclusion_that_a_rule_wants_to_be_absent_can_be_told() -> None:
    derived = {signature for rule in _all_rules() if rule.body for signature in _signatures(rule.head)}
    literals = [part for rule in _all_rules() for part in rule.body if part.ast_type == ASTType.Literal]
    negated = {signature for part in literals if part.sign == Sign.Negation for signature in _signatures(part)}
    told = {name for name, _ in phrases()} | {*SPECIAL, "says"}
    assert sorted(name for name, _ in derived & negated if name not in told) == []


def test_every_conclusion_with_a_sentence_is_derived_by_some_rule() -> None:
    derived = {signature for rule in _all_rules() for signature in _signatures(rule.head)}
    told = BLOCK.findall((KNOWLEDGE_BASE / "conclusions.lp").read_text(encoding="utf-8"))
    assert sorted({(name, len(places.split(","))) for name, places, _ in told} - derived) == []


def test_evidence_is_known_for_whatever_a_case_can_state() -> None:
    words = {word for sort in ("making", "attribute", "circumstance", "act") for word in glossary()[sort]}
    assert sorted(words - glossary()["evidence"].keys()) == []
    assert all(entry.sentence.endswith(".") for entry in glossary()["evidence"].values())
