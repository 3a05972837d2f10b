# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Values of a YAML document, each with its line. Plain words have not yet become something else."""

from __future__ import annotations

from typing import NamedTuple


class ScalarNode(NamedTuple):
    """A single value, its text as written. ``plain``: without quotes, so that YAML may read it as no text."""

    line: int
    text: str
    plain: bool


class ListNode(NamedTuple):
    """Values in order."""

    line: int
    items: tuple[Node, ...]


class MapNode(NamedTuple):
    """Keys and values in the order of the text; a key may stand there twice."""

    line: int
    pairs: tuple[tuple[ScalarNode, Node], ...]


Node = ScalarNode | ListNode | MapNode
