# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The words that sentences at the desk are made of: verbs of making and acting, and keys with the values they take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from licet.engine.glossary import glossary
from licet.engine.placement import ACT, ACT_FIGURES, MAKING, PARTY, PARTY_FIGURES, PURPOSE, WORK
from licet.engine.sentence import does
from licet.engine.words import sentences

Keys = Mapping[str, tuple[str, ...]]
"""Keys that may follow, each with the answers it takes; none if it takes a name, a number or the like."""

WORK_KEYS = ("under", "by")
ACT_KEYS = ("for", "in", "as")


@cache
def kinds() -> Mapping[str, str]:
    """The kinds of work, each with its sentence."""
    return sentences("kind")


@cache
def makings() -> Mapping[tuple[str, ...], str]:
    """The ways of making as one may say them (``fine-tunes``, ``fine tunes``, ``dynamically links``), longest first."""
    said: dict[tuple[str, ...], str] = {}
    for word in glossary()["making"]:
        parts = tuple(word.split("-"))
        said |= {(word,): word, parts: word}
        if parts[0] == "links":
            said[parts[1], parts[0]] = word
    said["is", "output", "of"] = "outputs-of"
    return dict(sorted(said.items(), key=lambda pair: -len(pair[0])))


@cache
def acts() -> Mapping[str, str]:
    """The acts as verbs of a sentence: ``hosts`` and ``host``."""
    return {said: act for act in glossary()["act"] for said in (does(act), act)}


def _circumstances(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    known = {**glossary()["attribute"], **glossary()["circumstance"]}
    return {word: tuple(known[word].answers) for word in words if word in known}


@cache
def work_keys() -> Keys:
    """What may be said of a work."""
    return {**dict.fromkeys(WORK_KEYS, ()), **_circumstances(WORK)}


@cache
def making_keys(verb: str) -> Keys:
    """What may be said of a way of making."""
    return _circumstances(MAKING.get(verb, ()))


@cache
def party_keys() -> Keys:
    """What may be said of a party."""
    return {"established-in": (), **dict.fromkeys(PARTY_FIGURES, ()), **_circumstances(PARTY)}


@cache
def act_keys() -> Keys:
    """What may be said of an act, and of the purposes that it serves."""
    words = {**dict.fromkeys(ACT_KEYS, ()), **dict.fromkeys(ACT_FIGURES, ())}
    return {**words, "as": tuple(sentences("form")), **_circumstances(ACT), **purpose_keys()}


@cache
def purpose_keys() -> Keys:
    """What may be said of a purpose."""
    return _circumstances(PURPOSE)
