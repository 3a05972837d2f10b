# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence files of users hold facts about one licence, or are refused with file and line before anything is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
from clingo import parse_term
from clingo.ast import AST, ASTType, parse_files
from hypothesis import given
from hypothesis import strategies as st

from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.language import mistakes, signatures
from licet.engine.problem import InputError
from licet.engine.vetting import MAXIMUM_SIZE, vet

FACT = 'license("mine", software).\n'


def told(folder: Path, text: str, name: str = "mine") -> str:
    (folder / f"{name}.lp").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        vet(str(folder))
    return str(caught.value).replace(f"{folder}/", "")


def test_our_own_files_would_be_taken(tmp_path: Path) -> None:
    own = (KNOWLEDGE_BASE / "licenses" / "GPL-3.0-only.lp").read_text(encoding="utf-8")
    (tmp_path / "mine.lp").write_text(own.replace('"GPL-3.0-only", ', '"mine", '), encoding="utf-8")
    assert vet(str(tmp_path)) == (tmp_path / "mine.lp",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#script(python)\nimport os\n#end.", "mine.lp:1: a directive has no place in a licence file"),
        (FACT + '#include "/etc/passwd".', "mine.lp:2: a directive has no place"),
        (FACT + "#show.", "mine.lp:2: a directive"),
        (FACT + '%* %* *% " *% #include "/etc/passwd". % "', "a block comment has no place"),
        (FACT + "%*\n*%", "mine.lp:2: a block comment has no place"),
        ("\ufeff" + FACT, "mine.lp:1: a character that cannot be printed"),
        (FACT + "clause(\u201cmine\u201d).", "a letter beyond ASCII stands outside a string"),
        (FACT + "% \x1b[31m", "a character that cannot be printed"),
        (FACT + 'clause("mine", "1", denies(over(staff, 5000000000, ever))).', "a number is larger than 2147483647"),
        (FACT + 'clause("mine", "1", @f(1)).', "a directive has no place"),
        (FACT + 'clause("mine", "1", denies(' + "unless(" * 99 + "internal" + ")" * 99 + ")).", "is no fact about a licence"),
        (
            FACT + f'clause("mine", "1", must(({";".join(["use"] * 99)}), ({";".join(["covered"] * 99)}), cite)).',
            "more than 200 facts",
        ),
        (FACT + 'clause("mine", "1", must(use, covered, display("a", "b"))).', "is no declared duty"),
        (FACT + 'clause("mine", "1", denies(payload)).', "is no declared fact"),
        (FACT + 'clause("mine", "1", denies(over(yearly_revenue(5), 5, ever))).', "revenue has a currency"),
        (FACT + 'clause("mine", "1", denies(over(monthly_users, 5, in("soon")))).', "is neither ever nor a month"),
        (FACT + 'clause("mine", "1", regards(copies, part, if(both(together, substantial)))).', "a definition takes one"),
        (FACT + 'clause("mine", "1", regards(copies, part, reading(weights, yes))).', "`yes` is no answer to weights"),
        (FACT + 'clause("mine", "1", contract) :- case(_).', "mine.lp:2: `clause("),
        (FACT + 'clause("mine", "1", may(X, covered)).', "is no fact about a licence"),
        (FACT + 'clause("mine", "1", cure(1..5)).', "is no fact about a licence"),
        (FACT + 'clause("mine", "1", cure(2+3)).', "is no fact about a licence"),
        (FACT + 'not clause("mine", "1", contract).', "is no fact about a licence"),
        (FACT + ":- case(_).", "is no fact about a licence"),
        (FACT + '{ clause("mine", "1", contract) }.', "is no fact about a licence"),
        (FACT + 'offered(w0_0, "MIT").', "`offered/2` is none of license/2, clause/3 and position/3"),
        (FACT + 'clause("MIT", "1", contract).', '"MIT" is not the licence that the file is named after, `mine`'),
        (FACT + 'clause("mine", 1, contract).', "1 stands where a section belongs"),
        (FACT + 'clause("mine", "1", contrakt).', "is no term of the clause language; did you mean `contract`?"),
        (FACT + 'clause("mine", "1", must(use, covered, cite), 4).', "`clause/4` is none of"),
        (FACT + 'clause("mine", "1", bars(militry)).', "did you mean `military`?"),
        (FACT + 'clause("mine", "1", may(use, covered, if(both(internal, persnal)))).', "did you mean `personal`?"),
        (FACT + 'clause("mine", "1", denies(over(yearly_revenue, 5, ever))).', "revenue has a currency"),
        (FACT + 'clause("mine", "1", denies(over(staff, "5", ever))).', "stands where a whole number belongs"),
        (FACT + 'clause("mine", "1", denies(over(staff, 5, 2024))).', "is neither ever nor a month"),
        (FACT + 'clause("mine", "1", must(use, covered, display)).', "needs a text"),
        (FACT + 'clause("mine", "1", contract', ": syntax error"),
        ('license("mine", sofware).', "is nothing that a licence is written for"),
        ('clause("mine", "1", contract).', "the file says 0 times what `mine` is written for"),
        (FACT + FACT.replace("software", "model"), "the file says 2 times"),
    ],
)
def test_what_is_no_fact_of_the_language_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in told(tmp_path, text)


def test_a_sign_in_a_comment_or_string_is_no_directive(tmp_path: Path) -> None:
    text = FACT + '% the #1 licence\nclause("mine", "#2", must(use, covered, display("100 % #ok"))).\n'
    (tmp_path / "mine.lp").write_text(text, encoding="utf-8")
    assert vet(str(tmp_path))


@pytest.mark.parametrize("name", ["mit", "gpl-3.0", "openrail", "GPL-2.0-or-later", "NONE", "my licence", "other"])
def test_a_name_that_stands_for_something_is_not_taken(tmp_path: Path, name: str) -> None:
    assert f"`{name}`" in told(tmp_path, f'license("{name}", software).', name)


def test_names_differ_in_more_than_capitals(tmp_path: Path) -> None:
    (tmp_path / "MINE.lp").write_text('license("MINE", software).', encoding="utf-8")
    assert "in capitals only" in told(tmp_path, FACT)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert "is larger than" in told(tmp_path, "%" * (MAXIMUM_SIZE + 1))
    (tmp_path / "mine.lp").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="cannot be read"):
        vet(str(tmp_path))
    with pytest.raises(InputError, match="no folder of licence files"):
        vet(str(tmp_path / "nowhere"))


PIECES = (
    "%*",
    "*%",
    "%",
    '"',
    "#include ",
    "#script(python)",
    "\n",
    " ",
    ".",
    'clause("mine", "1", contract)',
    "case(c)",
    " :- ",
    "\\",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_what_gets_through_is_facts_about_the_licence(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    folder = tmp_path_factory.mktemp("kb")
    (folder / "mine.lp").write_text(FACT + "".join(pieces), encoding="utf-8")
    try:
        vet(str(folder))
    except InputError:
        return
    statements: list[AST] = []
    parse_files([str(folder / "mine.lp")], statements.append)
    rules = [str(statement) for statement in statements if statement.ast_type not in (ASTType.Comment, ASTType.Program)]
    assert set(rules) <= {'license("mine",software).', 'clause("mine","1",contract).'}


def test_the_document_explains_every_term() -> None:
    document = (Path(__file__).parent.parent / "docs" / "clauses.md").read_text(encoding="utf-8")
    assert [known.pattern.name for known in signatures() if f"`{known.pattern.name}" not in document] == []


def test_a_term_is_told_by_the_signature_it_comes_closest_to() -> None:
    assert mistakes(parse_term("must(use, covered, cite, internal)")) == ("`internal` is no condition: if(…) or unless(…)",)
    assert mistakes(parse_term("may(use, covered, research)")) == ()
