# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The words of the knowledge base with their sentences, read from the comments that stand above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .elsewhere import location

KNOWLEDGE_BASE = location(Path(__file__).parent.parent / "kb")
"""The folder of the knowledge base: beside this package in a checkout and in the wheel alike, unless it is elsewhere."""

_FACT = re.compile(r"^(word|use|question)\((\w+)(?:, (\w+(?:\(\w+\))?))?\)\.$")
_ANSWER = re.compile(r"^([a-z_0-9]+): (.+)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word (hyphenated, as cases write it), its sort, its sentence, and phrases for its answers if it is a question."""

    sort: str
    word: str
    sentence: str
    answers: Mapping[str, str] = field(default_factory=dict)


def entries(text: str) -> Iterator[Entry]:
    """The words that a text declares, in their order, each with the comment above it."""
    sentence: list[str] = []
    answers: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("% "):
            answer = _ANSWER.match(line[2:])
            if answer:
                answers[answer[1].replace("_", "-")] = answer[2]
            else:
                sentence.append(line[2:].strip())
            continue
        fact = _FACT.match(line)
        if fact:
            sort, word = (fact[2], fact[3]) if fact[1] == "word" else (fact[1], fact[2])
            yield Entry(sort, word.replace("_", "-"), " ".join(sentence), dict(answers))
        sentence, answers = [], {}


_WORDS = ("vocabulary.lp", "uses.lp", "evidence.lp", "briefs.lp")


@cache
def glossary() -> Mapping[str, Mapping[str, Entry]]:
    """Every declared word: sort (``making``, ``duty``, ``use``, ``question``, …) to word to entry."""
    files = [*(KNOWLEDGE_BASE / name for name in _WORDS), *sorted((KNOWLEDGE_BASE / "doctrine").glob("*.lp"))]
    words: dict[str, dict[str, Entry]] = {}
    for file in files:
        for entry in entries(file.read_text(encoding="utf-8")):
            words.setdefault(entry.sort, {})[entry.word] = entry
    return words
