# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""docs/cases.md holds the words of the vocabulary as they are, and its example is a case.

``PYTHONPATH=.dev python -m tests.test_case_documentation`` writes the tables anew after a change of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from licet.engine import placement
from licet.engine.glossary import Entry, glossary
from licet.engine.reader import read

DOCUMENT = Path(__file__).parent.parent / "docs" / "cases.md"


def _sentence(entry: Entry) -> str:
    subjects = {"{work}": "the work", "{source}": "the source", "{party}": "the party"}
    for template, words in subjects.items():
        entry = Entry(entry.sort, entry.word, entry.sentence.replace(template, words), entry.answers)
    return entry.sentence


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _words(sort: str) -> str:
    return _table(("word", "meaning"), ((f"`{word}`", _sentence(entry)) for word, entry in glossary()[sort].items()))


def _makings() -> str:
    rows = (
        (f"`{word}`", _sentence(entry), _listed(placement.MAKING.get(word, ()))) for word, entry in glossary()["making"].items()
    )
    return _table(("verb", "the work …", "may say"), rows)


def _attributes() -> str:
    names = dict.fromkeys(name for attributes in placement.MAKING.values() for name in attributes)
    return _questions(glossary()["attribute"].get(name) or glossary()["circumstance"][name] for name in names)


def _circumstances(names: Iterable[str]) -> Callable[[], str]:
    return lambda: _questions(glossary()["circumstance"][name] for name in names)


def _questions(entries: Iterable[Entry]) -> str:
    rows = ((f"`{entry.word}`", _sentence(entry), _listed(entry.answers)) for entry in entries)
    return _table(("word", "question", "answers"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


TABLES: dict[str, Callable[[], str]] = {
    "kinds": lambda: _words("kind"),
    "verbs": _makings,
    "attributes": _attributes,
    "work circumstances": _circumstances(placement.WORK),
    "acts": lambda: _words("act"),
    "forms": lambda: _words("form"),
    "act circumstances": _circumstances(placement.ACT),
    "purpose circumstances": _circumstances(placement.PURPOSE),
    "questions of law": lambda: _questions(glossary()["question"].values()),
    "duties": lambda: _words("duty"),
    "grounds": lambda: _words("ground"),
    "uses": lambda: _words("use"),
}


def _place(name: str) -> str:
    return rf"(<!-- {name} -->\n)(.*?)(\n<!-- end of {name} -->)"


@pytest.mark.parametrize("name", TABLES)
def test_the_document_holds_the_words_as_they_are(name: str) -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    shown = re.search(_place(name), text, re.DOTALL)
    assert shown is not None
    assert shown[2] == TABLES[name]()


def test_the_examples_are_cases() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert examples
    for example in examples:
        assert read(example, "docs/cases.md")


if __name__ == "__main__":
    written = DOCUMENT.read_text(encoding="utf-8")
    for table, made in TABLES.items():
        written = re.sub(_place(table), lambda found, made=made: found[1] + made() + found[3], written, flags=re.DOTALL)
    DOCUMENT.write_text(written, encoding="utf-8")
