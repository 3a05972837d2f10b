# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Completion at the desk: what can follow what was typed, each with the sentence that explains it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from prompt_toolkit.completion import Completer, Completion, PathCompleter
from prompt_toolkit.document import Document

from licet.engine.catalog import licenses
from licet.engine.glossary import glossary
from licet.engine.words import plain, sentences

from .phrases import Plain
from .registry import COMMANDS, find
from .sentences import making, section
from .words import act_keys, acts, kinds, making_keys, party_keys, work_keys

_BEGUN = re.compile(r"[a-z_]+$")

Choices = Mapping[str, str]
"""What can follow, each with what explains it."""


def choices(line: str, case: Plain) -> Choices:
    """What can follow a beginning of a line.

    Args:
        line: up to the word that is being typed
        case: the case at the desk
    """
    found = find(line)
    if found is not None and found[0].completes != "sentence":
        return _after_command(found[0].completes, found[1], case)
    words = (found[1] if found else line).split()
    if not words:
        commands = {} if found else {name: each.help for name, each in COMMANDS.items()}
        return {**_names(case), **commands, "work": "a new work", "party": "a party"}
    return _of_sentence(words, case)


def _after_command(sort: str, rest: str, case: Plain) -> Choices:
    words = rest.split()
    match sort:
        case "work" if not words:
            return {**_names(case), **dict.fromkeys(section(case, "readings"), "a reading")}
        case "work":
            return _of_sentence(words, case)
        case "question" if not words:
            return {**sentences("question"), "jurisdiction": "whose courts are followed", "theory": "which theory is followed"}
        case "question":
            entry = glossary()["question"].get(words[0])
            theories = sentences("theory") if words[0] == "theory" else {}
            return {word: plain(phrase) for word, phrase in entry.answers.items()} if entry else theories
        case "license":
            return {"show": "the clauses", "diff": "what tells two apart", **dict.fromkeys(licenses(), "")}
    return {name: each.help for name, each in COMMANDS.items()} if sort == "command" else {}


def _of_sentence(words: list[str], case: Plain) -> Choices:
    """What can follow in a sentence that builds a case."""
    first = words[0].lower()
    if first in ("work", *kinds()):
        return kinds() if len(words) == 2 and first == "work" else _said(work_keys(), words, case) if len(words) > 1 else {}
    if words[0] in section(case, "works"):
        verb, rest = making(words[1:])
        if verb is not None:
            return _said(making_keys(verb), rest, case) if rest else dict.fromkeys(section(case, "works"), "a work")
        return _said({**work_keys(), **dict.fromkeys(glossary()["making"], ())}, words[1:], case)
    if len(words) > 1 and words[1].lower() in acts():
        return _said(act_keys(), words[3:], case) if len(words) > 2 else dict.fromkeys(section(case, "works"), "a work")
    if words[0] in section(case, "parties") or first == "party":
        verbs = {verb: plain(glossary()["act"][act].sentence) for verb, act in acts().items() if verb.endswith("s")}
        return {**verbs, **_said(party_keys(), words[1:], case)}
    return {verb: plain(glossary()["act"][act].sentence) for verb, act in acts().items() if verb.endswith("s")}


def _said(keys: Mapping[str, tuple[str, ...]], before: list[str], case: Plain) -> Choices:
    """The keys that can follow, or the values of the last one."""
    last = before[-1].lower() if before else ""
    known = {**glossary()["attribute"], **glossary()["circumstance"], **glossary()["making"]}
    if last == "under":
        return dict.fromkeys(licenses(), "a licence")
    if last == "by":
        return dict.fromkeys(section(case, "parties"), "a party")
    if last == "for":
        return sentences("use")
    if last in keys and keys[last] and set(keys[last]) != {"yes", "no"}:
        return {answer: plain(known[last].answers[answer]) if last in known else "" for answer in keys[last]}
    return {key: plain(known[key].sentence) if key in known else "" for key in keys}


def _names(case: Plain) -> Choices:
    return {**dict.fromkeys(section(case, "works"), "a work"), **dict.fromkeys(section(case, "parties"), "a party")}


def _conclusions(line: str) -> Iterator[Completion]:
    """What a query can ask for: the names of findings, and the conclusions of the rules."""
    from licet.engine.because.phrases import phrases  # noqa: PLC0415 - only those who query pay for it
    from licet.engine.query import predicates  # noqa: PLC0415

    begun = _BEGUN.search(line)
    word = begun[0] if begun else ""
    named = {f"{each.name}({', '.join(each.arguments)})": each.sentence for each in predicates()}
    rules = {f"{name}({', '.join(each.arguments)})": each.positive for (name, _), each in phrases().items()}
    for choice, told in {**rules, **named}.items() if word else named.items():
        if choice.startswith(word):
            yield Completion(choice, -len(word), display_meta=_blanks(told))


def _blanks(told: str) -> str:
    return told.replace("{", "").replace("}", "")


class DeskCompleter(Completer):
    """Completes lines; ``current`` gives the case at the desk."""

    def __init__(self, current: Callable[[], Plain]) -> None:
        self._current = current
        self._paths = PathCompleter(expanduser=True)

    def get_completions(self, document: Document, complete_event: object) -> Iterator[Completion]:
        """What can stand where the cursor is."""
        line = document.text_before_cursor
        if line.startswith("?"):
            yield from _conclusions(line)
            return
        before, _, word = line.rpartition(" ")
        found = find(before)
        if found is not None and found[0].completes == "file":
            yield from self._paths.get_completions(Document(word), complete_event)  # type: ignore[arg-type]
            return
        for choice, told in choices(before, self._current()).items():
            if choice.lower().startswith(word.lower()):
                yield Completion(choice, -len(word), display_meta=told)
