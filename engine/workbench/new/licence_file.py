# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The beginning of a licence file: its header, and what has to be asked of the text, or what a similar licence says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from ...gloss import gloss
from ...language import Signature, signature
from .draft import REREAD, fill_in
from .topics import Topic, choices, example, terms, topics

SPDX_LINES = "% SPDX-FileCopyrightText: licet contributors\n% SPDX-License-Identifier: Apache-2.0\n\n"
"""How a file of the knowledge base begins."""

_WIDTH = 120
_LISTED = 12
"""How many words a list in a prompt may have."""
_PLACES = {"use": "kb/uses.lp", "question": "licet questions"}
"""Where the words of a sort are listed that has many, if not in the description of the clause language."""
_NAMES = {"single": "condition", "facts": "condition"}
"""What a place is called, if not by its sort."""
_SECTION = re.compile(r'^((?:clause|position)\(")[^"]+(", *")', re.MULTILINE)
_COMMENT = re.compile(r"(?<=\n\n)% (?=.)")


def header(license_id: str, title: str = "", text: str = "") -> str:
    """The header of a licence file.

    Args:
        license_id: what the licence is called
        title: its name in full; empty if the author has to fill it in
        text: where the text is to be had; empty likewise
    """
    source = f"{text}, {fill_in('version or date')}" if text else fill_in("where the text is to be had, its version or date")
    rows = (
        f"%# {license_id} — {title or fill_in('its name in full')}",
        "%",
        f"%  text      {source}",
        f"%  encoded   {fill_in('the sections that are encoded below')}",
        f"%  left out  {fill_in('the others, and why nothing there turns on how works are combined')}",
    )
    return "\n".join(rows) + "\n"


def asking(license_id: str, kind: str) -> str:
    """What comes after the header where the author begins with the text: the questions, each with the terms that answer it."""
    lines = [
        f'license("{license_id}", {kind}).',
        "",
        f"% {fill_in('the clauses, from the prompts below')} One fact for each sentence that binds, in the order of the text,",
        "% under a comment that begins with the section and says in your own words what the sentence does. Of the prompts take",
        "% what the text says, write it where it belongs in the order of the text, and delete all the others.",
        *_prompts(license_id),
    ]
    return "\n".join(lines) + "\n"


def _prompts(license_id: str) -> Iterator[str]:
    listed: set[str] = set()
    for topic in topics():
        yield from ("", f"% ---- {topic.heading}")
        if topic.question:
            yield from ("%", *_comment(topic.question))
        for said, written in _examples(topic):
            yield from ("%", *_comment(said))
            yield from (f'% clause("{license_id}", "{fill_in()}", {term}).' for term in written)
        words = dict(each for told in topic.signatures for each in choices(told) if each[0] not in listed)
        listed |= words.keys()
        if words:
            yield "%"
        for sort, of_sort in words.items():
            yield from _comment(f"{sort}: {_listing(sort, of_sort)}")


def _listing(sort: str, words: tuple[str, ...]) -> str:
    if len(words) > _LISTED:
        return f"{', '.join(words[:3])} … ({len(words)} words, see {_PLACES.get(sort, 'docs/clauses.md')})"
    return ", ".join(words)


def _examples(topic: Topic) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each term that answers a question by its sentence, with examples; then examples of terms that stand elsewhere."""
    by_signature: dict[Signature | None, list[str]] = {}
    for written in topic.examples:
        by_signature.setdefault(signature(terms(written)[0]), []).append(written)
    for told in topic.signatures:
        yield _blank(told), tuple(by_signature.pop(told, [example(told)]))
    for others in by_signature.values():
        yield from ((gloss(terms(written)), (written,)) for written in others)


def _blank(told: Signature) -> str:
    """The sentence of a term with the sorts of words that fill its blanks."""
    sorts = (place.arguments[0] if place.name == "train" else place for place in told.pattern.arguments)
    return told.sentence.format(*(f"({_NAMES.get(place.name, place.name)})" for place in sorts))


def _comment(text: str) -> list[str]:
    return [f"% {line}" for line in wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)]


def taken_over(license_id: str, kind: str, other: str, text: str) -> str:
    """What comes after the header where a similar licence is the start: all it says, with every section marked for re-reading.

    Args:
        license_id: the new licence
        kind: what it is written for
        other: the similar licence
        text: of the file of the other licence
    """
    body = "\n" + text[text.index(f'license("{other}", ') :].partition("\n")[2]
    marked = _COMMENT.sub(f"% {REREAD} ", _SECTION.sub(rf"\g<1>{license_id}\g<2>{REREAD} ", body))
    return (
        f'license("{license_id}", {kind}).\n\n'
        f"% {fill_in(f'compare each clause below, which is one of {other}, with the text')} Correct, add and delete; take\n"
        f"% the mark {REREAD} away where section, comment and term are those of the text.{marked}"
    )
