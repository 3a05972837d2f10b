# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""YAML texts to trees: lines, limits, and everything that is refused before anything is read from it."""

from __future__ import annotations

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from licet.engine import document
from licet.engine.document import MAXIMUM_DEPTH, documents
from licet.engine.node import ListNode, MapNode, ScalarNode
from licet.engine.problem import InputError

BOMB = "\n".join(["- &a0 [x, x, x, x, x, x, x, x, x]"] + [f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)])


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        documents(text, "f.yaml")
    return str(caught.value)


def test_values_keep_their_lines_their_text_and_whether_they_were_quoted() -> None:
    (root,) = documents("a: 1.0\nb:\n  - 'no'\n  - !!str no\n", "f.yaml")
    assert root == MapNode(
        1,
        (
            (ScalarNode(1, "a", True), ScalarNode(1, "1.0", True)),
            (ScalarNode(2, "b", True), ListNode(3, (ScalarNode(3, "no", False), ScalarNode(4, "no", False)))),
        ),
    )


def test_an_alias_stands_for_its_anchor() -> None:
    (root,) = documents("[&x {a: b}, *x]", "f.yaml")
    assert isinstance(root, ListNode)
    assert root.items[0] is root.items[1]


def test_several_documents_are_several_roots_and_share_no_anchors() -> None:
    assert len(documents("--- a\n--- b\n", "f.yaml")) == 2
    assert "nothing above is named `&x`" in problem("--- &x a\n--- *x\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f.yaml:1: the file is empty; expected a list of cases, or one case"),
        ("# nothing\n", "f.yaml:1: the file is empty"),
        ("a: [b\nc: d", "f.yaml:2: broken YAML while parsing a flow sequence"),
        ("a: b\n\tc: d", "f.yaml:2: a tab indents the line"),
        ("a: b: c", "f.yaml:1: broken YAML"),
        ("a: 'x", "broken YAML while scanning a quoted scalar"),
        ("a: &x [*x]", "f.yaml:1: nothing above is named `&x`, or it contains itself"),
        ("a: *nobody", "nothing above is named `&nobody`"),
        ("- a\n- !!python/object/apply:os.system [ls]", "f.yaml:2: the tag `tag:yaml.org,2002:python/object/apply:os.system`"),
        ("!secret a", "the tag `!secret` has no meaning here"),
        ("[a]: b", "f.yaml:1: a list or mapping stands where a key belongs"),
        ("a\nb\0", "f.yaml:2: the text holds a control character"),
        ("a\n\n\ud800", "f.yaml:3: the text holds half a character"),
        ('"\\ud800"', "broken YAML"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(text: str, expected: str) -> None:
    assert expected in problem(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 5_000 + "x", "{a: " * 50_000, BOMB, "a: &a " + "[" * 40 + "]" * 40])
def test_deep_nesting_and_alias_bombs_are_refused_at_once(text: str) -> None:
    started = time.process_time()
    assert "nested more than 32 deep" in problem(text) or "aliases expanded" in problem(text)
    assert time.process_time() - started < 5


def test_aliases_count_for_depth_with_what_they_stand_for() -> None:
    half = MAXIMUM_DEPTH // 2
    deep = f"- &x {'[' * half}{']' * half}\n- {'[' * half}*x{']' * half}"
    assert "f.yaml:2: values are nested more than 32 deep" in problem(deep)
    shallow = f"- &x {'[' * (half - 1)}{']' * (half - 1)}\n- {'[' * (half - 1)}*x{']' * (half - 1)}"
    assert len(documents(shallow, "f.yaml")) == 1


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert len(documents("[" * MAXIMUM_DEPTH + "]" * MAXIMUM_DEPTH, "f.yaml")) == 1
    assert "nested more than" in problem("[" * (MAXIMUM_DEPTH + 1) + "]" * (MAXIMUM_DEPTH + 1))


def test_a_small_bomb_is_measured_not_walked() -> None:
    assert "holds more than 1000000 values, aliases expanded" in problem(BOMB)
    assert len(documents(BOMB.rpartition("- &a6")[0], "f.yaml")) == 1


def test_the_reader_in_pure_python_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "- {a: &x [1, 'b']}\n- *x\n"
    fast = documents(text, "f.yaml")
    monkeypatch.setattr(document, "_LOADER", yaml.SafeLoader)
    assert documents(text, "f.yaml") == fast
    assert "f.yaml:1: the text holds a control character" in problem("a\0")


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}&*!|>'\"#%@,? \n\t\\0éx\u2028\x85\x07"), max_size=60))
def test_no_text_raises_anything_but_an_input_error(text: str) -> None:
    try:
        assert documents(text, "f.yaml")
    except InputError as error:
        assert str(error).startswith("f.yaml:")
