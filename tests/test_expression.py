# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence expressions to branches."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.engine.expression import MAXIMUM_BRANCHES, ExpressionError, Term, branches


def shown(text: str) -> list[str]:
    return [" & ".join(map(str, branch)) for branch in branches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT", ["MIT"]),
        ("mit", ["MIT"]),
        ("  apache-2.0 ", ["Apache-2.0"]),
        ("llama3.1", ["llama3.1"]),
        ("MIT OR Apache-2.0", ["MIT", "Apache-2.0"]),
        ("MIT or mit", ["MIT"]),
        ("MIT AND Apache-2.0", ["MIT & Apache-2.0"]),
        ("(MIT OR Apache-2.0) AND GPL-3.0-only", ["MIT & GPL-3.0-only", "Apache-2.0 & GPL-3.0-only"]),
        ("MIT OR Apache-2.0 AND GPL-3.0-only", ["MIT", "Apache-2.0 & GPL-3.0-only"]),
        ("GPL-2.0-or-later", ["GPL-2.0-only", "GPL-3.0-only"]),
        ("GPL-2.0+", ["GPL-2.0-only", "GPL-3.0-only"]),
        ("GPL-3.0-or-later", ["GPL-3.0-only"]),
        ("Apache-2.0+", ["Apache-2.0"]),
        ("gpl-3.0", ["GPL-3.0-only"]),
        (
            "GPL-2.0-or-later WITH classpath-exception-2.0",
            ["GPL-2.0-only WITH Classpath-exception-2.0", "GPL-3.0-only WITH Classpath-exception-2.0"],
        ),
        ("MIT WITH Some-exception", ["MIT WITH Some-exception"]),
        ("OpenRAIL", ["openrail"]),
        ("openrail++", ["openrail++"]),
        ("openrail++ OR MIT", ["openrail++", "MIT"]),
        ("LicenseRef-Acme-1 AND DocumentRef-x:LicenseRef-y", ["LicenseRef-Acme-1 & DocumentRef-x:LicenseRef-y"]),
        ("No-Such-License-7.0", ["No-Such-License-7.0"]),
        ("No-Such-License-7.0-or-later", ["No-Such-License-7.0-or-later"]),
        ("NONE", ["NONE"]),
        ("NOASSERTION", ["NOASSERTION"]),
    ],
)
def test_branches_of_an_expression(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_a_term_remembers_what_was_written() -> None:
    first, second = branches("GPL-2.0-or-later WITH Classpath-exception-2.0")
    assert {term.written for branch in (first, second) for term in branch} == {"GPL-2.0-or-later WITH Classpath-exception-2.0"}
    assert first == (Term("GPL-2.0-only", "Classpath-exception-2.0"),)


def test_the_reason_is_given_where_the_parser_has_one() -> None:
    found = []
    for text in ("(MIT", "MIT OR", "()"):
        with pytest.raises(ExpressionError) as caught:
            branches(text)
        found.append(str(caught.value))
    assert found == [
        "`(MIT` is not a licence expression",
        "`MIT OR` is not a licence expression: OR requires two or more licenses as in: MIT OR BSD",
        "`()` is not a licence expression",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "`` is not a licence id"),
        ("MIT License", "`MIT License` is not a licence id; licences are joined by AND, OR or WITH"),
        (
            "MIT License OR Zlib",
            "`MIT License` is not a licence id; licences are joined by AND, OR or WITH (in `MIT License OR Zlib`)",
        ),
        ("MIT/Apache-2.0", "`MIT/Apache-2.0` is not a licence id"),
        ("(MIT", "`(MIT` is not a licence expression"),
        ("()", "`()` is not a licence expression"),
        ("MIT OR", "`MIT OR` is not a licence expression"),
        ("MIT AND OR Zlib", "is not a licence expression"),
        ("NONE OR MIT", "NONE stands alone, not in `NONE OR MIT`"),
        ("MIT AND NOASSERTION", "NOASSERTION stands alone"),
        ("Classpath-exception-2.0", "Classpath-exception-2.0 is an exception: it stands after a licence"),
        ("GPL-2.0-only WITH MIT", "MIT is a licence, not an exception"),
        ("x" * 2000, "is longer than 1000 characters"),
        ('"). evil(X) :- (', "is not a licence expression"),
        ("x\n#script(python)", "`x\\n#script(python)` is not a licence expression"),
        ("évil", "`évil` is not a licence id"),
    ],
)
def test_a_broken_expression_is_an_error_that_shows_it(text: str, expected: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        branches(text)
    assert expected in str(caught.value)


def test_choices_are_counted_before_they_are_made() -> None:
    def choice(number: int) -> str:
        return " AND ".join(f"(a{index} OR b{index})" for index in range(number))

    assert len(branches(choice(6))) == MAXIMUM_BRANCHES
    for number in (7, 40):
        with pytest.raises(ExpressionError, match="leaves more than 64 choices"):
            branches(choice(number))


def test_a_single_id_does_not_pay_for_the_parser() -> None:
    program = (
        "import sys; from licet.engine.expression import branches; branches('GPL-2.0-or-later'); "
        "assert 'license_expression' not in sys.modules; branches('MIT OR Zlib'); assert 'license_expression' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, env={"PYTHONPATH": ":".join(sys.path)}, timeout=60)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aMIT -+()\"'.:ORANDWH\n,é"), max_size=40))
def test_no_text_raises_anything_but_an_expression_error(text: str) -> None:
    try:
        found = branches(text)
    except ExpressionError:
        return
    assert found
    assert all(term.license for branch in found for term in branch)


def test_an_id_given_up_by_spdx_says_the_same_as_the_expression() -> None:
    assert branches("GPL-2.0-with-classpath-exception") == branches("GPL-2.0-only WITH Classpath-exception-2.0")
