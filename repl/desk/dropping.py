# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Taking things back: `drop tuned`, `drop tuned fine-tunes base`, `drop tuned under`."""

from __future__ import annotations

from copy import deepcopy

from licet.engine.problem import hint, quoted

from .phrases import Plain, SentenceError
from .sentences import is_act, making, part, short, sources, split, stated_acts
from .words import acts, makings


def dropped(case: Plain, line: str) -> Plain:
    """The case without a work, a party, a reading, a way of making, an act, or something that is said of one of them.

    Raises:
        SentenceError: there is no such thing
    """
    words, changed = split(line), deepcopy(case)
    if not words:
        raise SentenceError(
            "what is to be dropped? A work, a party, a reading, or a sentence, as in: drop tuned fine-tunes base"
        )
    for take in (_drop_named, _drop_making, _drop_act, _drop_key):
        if take(changed, words):
            return changed
    known = (*part(changed, "works"), *part(changed, "parties"), *part(changed, "readings"))
    meant = hint(words[0], known)
    raise SentenceError(f"the case does not say {quoted(' '.join(words))}{meant}")


def _drop_named(case: Plain, words: list[str]) -> bool:
    if len(words) > 1:
        return False
    name = words[0]
    for section in ("works", "parties", "readings"):
        if name in part(case, section):
            del part(case, section)[name]
            _forget(case, section, name)
            return True
    return False


def _forget(case: Plain, section: str, name: str) -> None:
    """Take back what was said of a work or party that is gone."""
    key = {"works": "work", "parties": "party"}.get(section)
    if key:
        stated_acts(case)[:] = [act for act in stated_acts(case) if act.get(key) != name]
    for work in part(case, "works").values():
        assert isinstance(work, dict)
        if section == "parties" and work.get("by") == name:
            del work["by"]
        if section == "works":
            for verb in {*makings().values()} & work.keys():
                _without(work, verb, name)


def _without(work: Plain, verb: str, source: str) -> bool:
    told = sources(work, verb)
    kept = [each for each in told if each["work"] != source]
    if len(kept) == len(told):
        return False
    if kept:
        work[verb] = short(kept)
    else:
        del work[verb]
    return True


def _drop_making(case: Plain, words: list[str]) -> bool:
    work = part(case, "works").get(words[0])
    verb, rest = making(words[1:])
    return isinstance(work, dict) and verb is not None and len(rest) == 1 and _without(work, verb, rest[0])


def _drop_act(case: Plain, words: list[str]) -> bool:
    if len(words) != 3 or words[1].lower() not in acts():
        return False
    before = stated_acts(case)
    kept = [act for act in before if not is_act(act, words[0], acts()[words[1].lower()], words[2])]
    found = len(kept) < len(before)
    before[:] = kept
    return found


def _drop_key(case: Plain, words: list[str]) -> bool:
    """Something that is said of a work, a party, a way of making or an act."""
    *subject, key = words
    held = _subject(case, subject)
    key = {"as": "form", "for": "purposes"}.get(key, key)
    if held is None or key not in held or key in ("kind", "work", "party", "does"):
        return False
    del held[key]
    return True


def _subject(case: Plain, words: list[str]) -> Plain | None:
    if len(words) == 1:
        held = part(case, "works").get(words[0], part(case, "parties").get(words[0]))
        return held if isinstance(held, dict) else None
    if len(words) == 3 and words[1].lower() in acts():
        does = acts()[words[1].lower()]
        return next((act for act in stated_acts(case) if is_act(act, words[0], does, words[2])), None)
    return _making_details(case, words) if words else None


def _making_details(case: Plain, words: list[str]) -> Plain | None:
    work = part(case, "works").get(words[0])
    verb, rest = making(words[1:])
    if not isinstance(work, dict) or verb is None or len(rest) != 1:
        return None
    told = sources(work, verb)
    work[verb] = told
    return next((each for each in told if each["work"] == rest[0]), None)
