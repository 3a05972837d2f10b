# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Colours of a line while it is typed: what the desk knows, by what it is."""

from __future__ import annotations

from collections.abc import Callable

from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.lexers import Lexer

from licet.engine.glossary import glossary

from .phrases import Plain
from .registry import COMMANDS
from .sentences import section
from .words import act_keys, acts, kinds, party_keys, work_keys

STYLES = {
    "command": "ansimagenta",
    "name": "bold",
    "verb": "ansicyan",
    "key": "ansigreen",
    "word": "",
}
"""Styles by what a word is."""


class DeskLexer(Lexer):
    """Colours lines; ``current`` gives the case at the desk."""

    def __init__(self, current: Callable[[], Plain]) -> None:
        self._current = current

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The coloured words of each line."""
        case = self._current()
        names = frozenset({*section(case, "works"), *section(case, "parties")})

        def line(number: int) -> StyleAndTextTuples:
            told: StyleAndTextTuples = []
            for position, word in enumerate(document.lines[number].split(" ")):
                told += [("", " ")] if position else []
                told.append((STYLES[sort(word, position, names)], word))
            return told

        return line


def sort(word: str, position: int, names: frozenset[str]) -> str:
    """What a word of a line is."""
    low = word.lower()
    if word in names:
        return "name"
    if position == 0 and (low in ("work", "party", "?", *kinds()) or any(low in name.split() for name in COMMANDS)):
        return "command"
    if low in acts() or low in glossary()["making"]:
        return "verb"
    return "key" if low in work_keys() or low in act_keys() or low in party_keys() else "word"
