# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""All pages together, and the index that leads to them."""

from __future__ import annotations

from collections.abc import Iterator

from ...doctrine import questions
from ...glossary import glossary
from ...language import signatures
from ..statements import passages
from . import spots
from .licence_pages import ids, licence_pages, list_of_licences, users
from .page import Page, Spot, link
from .rule_pages import folders, list_of_rules, predicates, rule_pages, told
from .word_pages import open_questions, terms, vocabulary

_FOLDERS = {"rules": "what follows", "doctrine": "the law at large", "goals": "put on top", ".": "what a case must not say"}


def pages() -> Iterator[Page]:
    """Every page, the index first."""
    by = users()
    yield _index()
    yield from (vocabulary(by), terms(by), open_questions(), predicates(), list_of_licences())
    yield from rule_pages()
    yield from licence_pages()


def _index() -> Page:
    words = sum(len(of_sort) for sort, of_sort in glossary().items() if sort not in ("question", "evidence"))
    parts = (
        (spots.VOCABULARY, "Vocabulary", f"{words} words of cases, licences and reports, each with its sentence"),
        (spots.TERMS, "What a clause can say", f"{len(signatures())} terms of the clause language"),
        (spots.LICENCES, "Licences", f"{len(ids())} licences, clause by clause"),
        (spots.QUESTIONS, "Open questions of law", f"{len(questions())} questions, with who answers them how"),
        (spots.PREDICATES, "Predicates", f"{len(told())} predicates with a sentence, and where they are derived and read"),
    )
    lines = [f"- {link(title, Spot(path), spots.INDEX)}: {said}" for path, title, said in parts]
    lines += ["", "## Rules", "", f"{len(passages())} passages, each of the rules under one sentence."]
    for folder, files in folders().items():
        lines += ["", *list_of_rules(spots.INDEX, _FOLDERS.get(folder, folder), files)]
    return Page(spots.INDEX, "The knowledge base of licet", tuple(lines))
