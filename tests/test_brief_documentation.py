# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""docs/briefs.md holds the words of briefs as they are, and its example is a brief.

``PYTHONPATH=.dev python -m tests.test_brief_documentation`` writes the tables anew after a change of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from licet.engine.advice.draft.program import demands
from licet.engine.advice.draft.reading import read_brief
from licet.engine.glossary import glossary

DOCUMENT = Path(__file__).parent.parent / "docs" / "briefs.md"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, tuple("---" for _ in heads), *rows))


def tables() -> dict[str, str]:
    """The tables by the names of their places."""
    rights = ((f"`{word}`", entry.sentence) for word, entry in glossary()["right"].items())
    limits = ((f"`{word}`", entry.sentence) for word, entry in glossary()["within"].items())
    duties = ((f"`{word}`", entry.sentence) for word, entry in glossary()["duty"].items() if word in demands())
    matters = (
        (f"`{word}`", entry.sentence, "; ".join(f"`{answer}`: {phrase}" for answer, phrase in entry.answers.items()))
        for word, entry in glossary()["matter"].items()
    )
    return {
        "rights": _table(("word", "what people may do"), rights),
        "limits": _table(("word", "what it keeps people within"), limits),
        "demands": _table(("word", "meaning"), duties),
        "matters": _table(("word", "question", "answers"), matters),
    }


def written(text: str) -> str:
    """The document with the tables as they have to be."""
    for name, table in tables().items():
        text = re.sub(
            rf"(<!-- {name} -->\n).*?(<!-- end of {name} -->)",
            lambda found, table=table: f"{found[1]}{table}\n{found[2]}",  # type: ignore[misc]
            text,
            flags=re.DOTALL,
        )
    return text


@pytest.mark.parametrize("name", tables())
def test_the_tables_hold_the_words_of_briefs(name: str) -> None:
    assert tables()[name] in DOCUMENT.read_text(encoding="utf-8")


def test_the_example_is_a_brief() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert read_brief(example, "briefs.md").license == "Acme-Vision-1.0"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
