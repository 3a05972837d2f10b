# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How problems are said."""

from __future__ import annotations

from licet.engine.case import Place
from licet.engine.problem import LISTED, InputError, Problem, listing, nearest, printable, quoted

PLACE = Place("f.yaml", 7, "given.works.tuned.under")


def test_a_problem_says_place_message_path_expectation_and_nearest_word() -> None:
    assert str(Problem(PLACE, "unknown kind `modle`", "one of a, b", ("model", "image"))) == (
        "f.yaml:7: unknown kind `modle` (given.works.tuned.under); expected one of a, b; did you mean model or image?"
    )
    assert str(Problem(Place("f.yaml", 1), "the file is empty")) == "f.yaml:1: the file is empty"


def test_an_input_error_is_its_problems_line_by_line() -> None:
    first, second = Problem(Place("a", 1), "x"), Problem(Place("a", 2), "y")
    error = InputError(first, second)
    assert error.problems == (first, second)
    assert str(error) == "a:1: x\na:2: y"


def test_the_nearest_word_ignores_case_and_underscores() -> None:
    words = ("fine-tunes", "prunes", "Apache-2.0")
    assert nearest("Fine_Tunes", words) == ("fine-tunes",)
    assert nearest("apache 2.0", words) == ("Apache-2.0",)
    assert nearest("zzz", words) == ()
    assert nearest("prune", ("prunes", "pruned", "prune-s"), 2) == ("prunes", "pruned")


def test_a_listing_is_as_long_as_one_can_read() -> None:
    words = [f"w{index}" for index in range(LISTED)]
    assert listing(words) == "one of " + ", ".join(words)
    assert listing([*words, "one-more"]) == ""
    assert listing(["alone"]) == "alone"
    assert listing([]) == ""


def test_what_is_shown_is_short_and_safe_for_a_terminal() -> None:
    assert printable("a\nb\x1b[31m\u202ec\ud800") == "a\\nb\\x1b[31m\\u202ec\\ud800"
    assert printable("x" * 60) == "x" * 60
    assert printable("x" * 61) == "x" * 59 + "…"
    assert quoted("a") == "`a`"
