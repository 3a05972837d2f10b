# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""From YAML text to trees in which every value knows its line, and plain words have not yet become something else.

The trees are built from the parser's events, not by the library's composer: so depth and size are bounded while reading, an
alias bomb is seen before it goes off, and nothing recurses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import yaml

from .case import Place
from .node import ListNode, MapNode, Node, ScalarNode
from .problem import InputError, Problem, quoted

MAXIMUM_DEPTH = 32
MAXIMUM_NODES = 1_000_000
"""How many values one document may hold, each alias counted with all that it stands for."""

_STRING = "tag:yaml.org,2002:str"
_PLAIN_TAGS = frozenset({None, "!", _STRING, "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Open:
    """A list or mapping whose end has not been read yet. Scalars and aliases are closed at once."""

    __slots__ = ("anchor", "children", "height", "line", "mapping", "size")

    def __init__(self, line: int, anchor: str | None, mapping: bool) -> None:
        self.line = line
        self.anchor = anchor
        self.mapping = mapping
        self.children: list[Node] = []
        self.size = 1
        self.height = 1


_Measured = tuple[Node, int, int]
"""A node with its size and height, aliases expanded."""


def documents(text: str, file: str) -> tuple[Node, ...]:
    """Read every YAML document in a text.

    Args:
        text: YAML, of any origin.
        file: the name that problems give as their place.

    Returns:
        The root of each document. There is at least one.

    Raises:
        InputError: if the text is no YAML, holds nothing, nests too deeply, or its aliases expand too far.
    """
    try:
        found = tuple(_compose(yaml.parse(text, Loader=_LOADER), file))
    except yaml.MarkedYAMLError as error:
        raise _broken(error, text, file) from error
    except yaml.reader.ReaderError as error:
        offset = error.position if isinstance(error.position, int) else 0
        before = text.encode("utf-8", "surrogatepass")[:offset]
        raise _error(file, before.count(b"\n") + 1, "the text holds a control character, which YAML does not allow") from error
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise _error(file, line, "the text holds half a character (a lone surrogate)") from error
    if not found:
        raise _error(file, 1, "the file is empty", "a list of cases, or one case")
    return found


def _compose(events: Iterable[yaml.Event], file: str) -> Iterator[Node]:
    stack: list[_Open] = []
    anchors: dict[str, _Measured] = {}
    for event in events:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.DocumentStartEvent):
            anchors.clear()
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            _check_tag(event.tag, line, file)
            stack.append(_Open(line, event.anchor, isinstance(event, yaml.MappingStartEvent)))
            _check_depth(len(stack), line, file)
            continue
        measured = _closed(event, line, stack, anchors, file)
        if measured is None:
            continue
        _check_depth(len(stack) + measured[2], line, file)
        if stack:
            _add(stack[-1], measured, file)
        else:
            yield measured[0]


def _closed(event: yaml.Event, line: int, stack: list[_Open], anchors: dict[str, _Measured], file: str) -> _Measured | None:
    """The node that an event completes, if it completes one."""
    if isinstance(event, yaml.ScalarEvent):
        _check_tag(event.tag, line, file)
        measured: _Measured = (ScalarNode(line, event.value, event.implicit[0] and event.tag != "!"), 1, 0)
        anchor = event.anchor
    elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
        frame = stack.pop()
        node = MapNode(frame.line, _pairs(frame, file)) if frame.mapping else ListNode(frame.line, tuple(frame.children))
        measured, anchor = (node, frame.size, frame.height), frame.anchor
    elif isinstance(event, yaml.AliasEvent):
        anchor = event.anchor or ""
        if anchor not in anchors:
            raise _error(file, line, f"nothing above is named {quoted('&' + anchor)}, or it contains itself")
        return anchors[anchor]
    else:
        return None
    if anchor:
        anchors[anchor] = measured
    return measured


def _add(frame: _Open, measured: _Measured, file: str) -> None:
    node, size, height = measured
    frame.children.append(node)
    frame.size += size
    frame.height = max(frame.height, height + 1)
    if frame.size > MAXIMUM_NODES:
        raise _error(file, frame.line, f"the document holds more than {MAXIMUM_NODES} values, aliases expanded")


def _pairs(frame: _Open, file: str) -> tuple[tuple[ScalarNode, Node], ...]:
    pairs = []
    for key, value in zip(frame.children[::2], frame.children[1::2], strict=True):
        if not isinstance(key, ScalarNode):
            raise _error(file, key.line, "a list or mapping stands where a key belongs", "a word")
        pairs.append((key, value))
    return tuple(pairs)


def _check_depth(depth: int, line: int, file: str) -> None:
    if depth > MAXIMUM_DEPTH:
        raise _error(file, line, f"values are nested more than {MAXIMUM_DEPTH} deep")


def _check_tag(tag: str | None, line: int, file: str) -> None:
    if tag not in _PLAIN_TAGS:
        raise _error(file, line, f"the tag {quoted(str(tag))} has no meaning here", "plain values")


def _broken(error: yaml.MarkedYAMLError, text: str, file: str) -> InputError:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    if line <= len(lines) and lines[line - 1].startswith("\t"):
        return _error(file, line, "a tab indents the line, which YAML does not allow", "spaces")
    context = f" {error.context}" if error.context else ""
    return _error(file, line, f"broken YAML{context}: {error.problem or 'cannot be read'}")


def _error(file: str, line: int, message: str, expected: str = "") -> InputError:
    return InputError(Problem(Place(file, line), message, expected))
