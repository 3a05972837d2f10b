# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Calling things otherwise and settling questions: `rename tuned student`, `assume linking one-work`."""

from __future__ import annotations

from copy import deepcopy

from licet.engine.glossary import glossary
from licet.engine.problem import hint, quoted

from .phrases import Plain, SentenceError
from .sentences import part, short, sources, split, stated_acts
from .words import makings


def renamed(case: Plain, line: str) -> Plain:
    """The case in which a work or party goes by another name.

    Raises:
        SentenceError: there is none of that name, or the new name is taken
    """
    words, changed = split(line), deepcopy(case)
    if len(words) != 2:
        raise SentenceError("expected rename NAME NEW-NAME")
    old, new = words
    section = next((name for name in ("works", "parties") if old in part(changed, name)), None)
    if section is None:
        raise SentenceError(f"there is no work or party {quoted(old)}")
    if new in part(changed, section):
        raise SentenceError(f"there is a {quoted(new)} already")
    held = part(changed, section)
    given = changed["given"]
    assert isinstance(given, dict)
    given[section] = {new if name == old else name: value for name, value in held.items()}
    _refer(changed, {"works": "work", "parties": "party"}[section], old, new)
    return changed


def _expected(value: object, key: str, old: str, new: str) -> object:
    """What a case expects, with another name in it."""
    if isinstance(value, list):
        return [_expected(each, key, old, new) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _called(told, old, new) if name in (key, f"{key}s") else _expected(told, key, old, new)
        for name, told in value.items()
    }


def _called(value: object, old: str, new: str) -> object:
    return [_called(each, old, new) for each in value] if isinstance(value, list) else new if value == old else value


def _refer(case: Plain, key: str, old: str, new: str) -> None:
    if "expect" in case:
        case["expect"] = _expected(case["expect"], key, old, new)
    for act in stated_acts(case):
        if act.get(key) == old:
            act[key] = new
    for work in part(case, "works").values():
        assert isinstance(work, dict)
        if key == "party" and work.get("by") == old:
            work["by"] = new
        if key == "work":
            for verb in {*makings().values()} & work.keys():
                work[verb] = short(
                    [{**each, "work": new if each["work"] == old else each["work"]} for each in sources(work, verb)]
                )


def assumed(case: Plain, line: str) -> Plain:
    """The case with a question of law settled, or under a jurisdiction or theory.

    Raises:
        SentenceError: there is no such question
    """
    words, changed = split(line), deepcopy(case)
    if len(words) != 2:
        raise SentenceError("expected assume QUESTION ANSWER, as in: assume linking one-work; questions lists them")
    known = (*glossary()["question"], "jurisdiction", "theory")
    question = words[0].lower().replace("_", "-")
    if question not in known:
        meant = hint(question, known)
        raise SentenceError(f"there is no question {quoted(words[0])}{meant}")
    part(changed, "readings")[question] = words[1]
    return changed
