# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Whether an answer holds what a pattern says, and where it does not.

Of a mapping every key of the pattern has to be there. Of a list every pattern has to fit some element, and those with
``found: no`` none; where the pattern says ``nothing else``, every element has to be fitted. Values are compared as JSON writes
them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from ...node import ListNode, MapNode, Node, ScalarNode

FOUND = "found"
ALL = "nothing else"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """What a pattern expects and an answer does not hold: the line of the pattern, the path in the answer, what is there."""

    line: int
    path: str
    expected: str
    answered: str

    def __str__(self) -> str:
        return f"{self.line}: {self.path or 'the answer'}: expected {self.expected}, answered {self.answered}"


def differences(expected: Node, answer: object, path: str = "") -> Iterator[Difference]:
    """What a pattern expects of an answer that it does not hold.

    Args:
        expected: the pattern
        answer: a value of JSON
        path: where the answer stands in the whole
    """
    if isinstance(expected, MapNode) and isinstance(answer, dict):
        for key, value in expected.pairs:
            yield from differences(value, answer.get(key.text), f"{path}.{key.text}".lstrip("."))
    elif isinstance(expected, ListNode) and isinstance(answer, list):
        patterns = [item for item in expected.items if not _closes(item)]
        for item in patterns:
            yield from _among(item, answer, path)
        if len(patterns) < len(expected.items) or not patterns:
            yield from _beside(expected, patterns, answer, path)
    elif not _same(expected, answer):
        yield Difference(expected.line, path, written(expected), _short(answer))


def _among(item: Node, answer: list[object], path: str) -> Iterator[Difference]:
    """Of one pattern of a list."""
    pattern, wanted = _wanted(item)
    unlike = [list(differences(pattern, element, f"{path}[{place}]")) for place, element in enumerate(answer)]
    if all(unlike) != wanted:
        return
    if not wanted:
        place = next(place for place, found in enumerate(unlike) if not found)
        yield Difference(item.line, f"{path}[{place}]", f"nothing like {written(pattern)}", _short(answer[place]))
    elif not answer:
        yield Difference(item.line, path, written(pattern), "[]")
    else:
        yield from min(unlike, key=len)


def _closes(item: Node) -> bool:
    return isinstance(item, ScalarNode) and item.text == ALL


def _beside(expected: Node, patterns: list[Node], answer: list[object], path: str) -> Iterator[Difference]:
    """The elements that no pattern fits."""
    for place, element in enumerate(answer):
        if not any(not list(differences(pattern, element)) for pattern in patterns):
            yield Difference(expected.line, f"{path}[{place}]", ALL, _short(element))


def _wanted(item: Node) -> tuple[Node, bool]:
    """A pattern of a list without the word that says whether it is to be found, and that."""
    if not isinstance(item, MapNode):
        return item, True
    pairs = tuple(pair for pair in item.pairs if pair[0].text != FOUND)
    unwanted = any(key.text == FOUND and written(value) == "no" for key, value in item.pairs)
    return MapNode(item.line, pairs), not unwanted


def _same(expected: Node, answer: object) -> bool:
    """Whether a value is the one expected; null and nothing are the same."""
    if not isinstance(expected, ScalarNode) or isinstance(answer, dict | list):
        return False
    text = answer if isinstance(answer, str) else json.dumps(answer)
    return expected.text == text or (answer is None and expected.plain and not expected.text)


def written(pattern: Node) -> str:
    """A pattern on one line."""
    if isinstance(pattern, ScalarNode):
        return pattern.text
    if isinstance(pattern, ListNode):
        return f"[{', '.join(map(written, pattern.items))}]"
    return "{" + ", ".join(f"{key.text}: {written(value)}" for key, value in pattern.pairs) + "}"


def _short(answer: object) -> str:
    text = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
