# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Sentences that build a case: ``work tuned model under MIT``, ``tuned fine-tunes base``, ``acme hosts tuned in DE``.

A case in the making is plain data, as YAML has it. Nothing here changes what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy

from licet.engine.problem import hint, nearest, quoted

from .phrases import Plain, SentenceError, said
from .words import act_keys, acts, kinds, making_keys, makings, party_keys, work_keys

_WORD = re.compile(r'"([^"]*)"|(\S+)')


def split(line: str) -> list[str]:
    """The words of a line; what stands in double quotes is one word."""
    return [quotation or word for quotation, word in _WORD.findall(line)]


def part(case: Plain, name: str) -> Plain:
    """A mapping under ``given``, which is made if it is not there."""
    given = case.setdefault("given", {})
    assert isinstance(given, dict)
    held: Plain = given.setdefault(name, {})
    return held


def section(case: Plain, name: str) -> Mapping[str, object]:
    """What a case says under ``given`` by names; nothing where it says nothing. To be read only."""
    given = case.get("given")
    held = given.get(name) if isinstance(given, dict) else None
    return held if isinstance(held, dict) else {}


def stated_acts(case: Plain) -> list[Plain]:
    """The acts of a case."""
    given = case.setdefault("given", {})
    assert isinstance(given, dict)
    held: list[Plain] = given.setdefault("acts", [])
    return held


def stated(case: Plain, line: str) -> Plain:
    """The case after a sentence.

    Args:
        case: plain data, left as it is
        line: the sentence
    Raises:
        SentenceError: it cannot be understood
    """
    words = split(line)
    changed = deepcopy(case)
    for understand in (_work, _of_work, _act, _party):
        if understand(changed, words):
            return changed
    raise SentenceError(_not_understood(changed, words))


def _work(case: Plain, words: list[str]) -> bool:
    """``work NAME KIND …``, ``KIND NAME …``."""
    first, rest = words[0].lower(), words[1:]
    if first != "work" and first not in kinds():
        return False
    if first == "work" and len(rest) > 1 and rest[1].lower() in kinds():
        name, kind, rest = rest[0], rest[1].lower(), rest[2:]
    elif first != "work" and rest:
        name, kind, rest = rest[0], first, rest[1:]
    else:
        raise SentenceError(f"expected work NAME KIND, where KIND is one of {', '.join(kinds())}")
    held = part(case, "works").setdefault(name, {})
    assert isinstance(held, dict)
    held |= {"kind": kind, **said(rest, work_keys())}
    _with_maker(case, held)
    return True


def _with_maker(case: Plain, work: Plain) -> None:
    """Whoever made a work is a party of the case."""
    if isinstance(work.get("by"), str):
        part(case, "parties").setdefault(str(work["by"]), {})


def _of_work(case: Plain, words: list[str]) -> bool:
    """``WORK VERB SOURCE …``, ``WORK under LICENCE``, ``WORK is not modified``."""
    works = part(case, "works")
    work = works.get(words[0])
    if not isinstance(work, dict) or len(words) == 1:
        return False
    verb, rest = making(words[1:])
    if verb is None:
        if words[1] in acts():
            return False
        work |= said(words[1:], work_keys())
        _with_maker(case, work)
        return True
    if not rest:
        raise SentenceError(f"what is it that {words[0]} {verb}?")
    source, details = rest[0], said(rest[1:], making_keys(verb))
    if source not in works:
        meant = hint(source, works)
        raise SentenceError(
            f"there is no work {quoted(source)}{meant or '; say first what it is: work ' + source + ' KIND under LICENCE'}"
        )
    kept = [other for other in sources(work, verb) if other["work"] != source]
    before = next((other for other in sources(work, verb) if other["work"] == source), {"work": source})
    work[verb] = short([*kept, {**before, **details}])
    return True


def making(words: list[str]) -> tuple[str | None, list[str]]:
    """The way of making that words begin with, and the words after it."""
    lowered = [word.lower().replace("_", "-") for word in words]
    for told, verb in makings().items():
        if tuple(lowered[: len(told)]) == told:
            return verb, words[len(told) :]
    return None, words


def sources(work: Plain, verb: str) -> list[Plain]:
    """The sources under a verb, each as a mapping."""
    held = work.get(verb, [])
    several = held if isinstance(held, list) else [held]
    return [dict(each) if isinstance(each, dict) else {"work": each} for each in several]


def short(told: Iterable[Plain]) -> object:
    """Sources as a case would write them: names where nothing more is said, no list for one."""
    several = [each["work"] if set(each) == {"work"} else each for each in told]
    return several[0] if len(several) == 1 else several


def _act(case: Plain, words: list[str]) -> bool:
    """``PARTY VERBS WORK …``."""
    if len(words) < 2 or words[1].lower() not in acts():
        return False
    party, does, rest = words[0], acts()[words[1].lower()], words[2:]
    if not rest:
        raise SentenceError(f"what is it that {party} {words[1]}?")
    work, details = rest[0], said(rest[1:], act_keys())
    if work not in part(case, "works"):
        meant = hint(work, part(case, "works"))
        raise SentenceError(f"there is no work {quoted(work)}{meant}")
    part(case, "parties").setdefault(party, {})
    same = [act for act in stated_acts(case) if is_act(act, party, does, work)]
    if same:
        same[0] |= details
    else:
        stated_acts(case).append({"party": party, "does": does, "work": work, **details})
    return True


def is_act(act: Plain, party: str, does: str, work: str) -> bool:
    """Whether an act is that of a party, with a work."""
    return (act.get("party"), act.get("does"), act.get("work")) == (party, does, work)


def _party(case: Plain, words: list[str]) -> bool:
    """``party NAME …``, ``PARTY established-in DE``."""
    if words[0].lower() == "party" and len(words) > 1:
        words = words[1:]
    elif words[0] not in part(case, "parties") or _is_misspelt_verb(words[1:]):
        return False
    held = part(case, "parties").setdefault(words[0], {}) or {}
    assert isinstance(held, dict)
    part(case, "parties")[words[0]] = {**held, **said(words[1:], party_keys())}
    return True


def _is_misspelt_verb(words: list[str]) -> bool:
    """Whether a word is nothing that can be said of a party, but close to a verb."""
    return bool(words) and words[0] not in ("is", "not", *party_keys()) and bool(nearest(words[0], acts()))


def _not_understood(case: Plain, words: list[str]) -> str:
    if words[0] in part(case, "works"):
        return f"what about {quoted(words[0])}? A verb is missing, as in: {words[0]} fine-tunes SOURCE"
    known = (*part(case, "works"), *part(case, "parties"))
    meant = nearest(words[0], known)
    if len(words) > 1 and (making(words[1:])[0] or words[1] in work_keys()):
        first = "; did you mean " + meant[0] + "?" if meant else f"; say first what it is: work {words[0]} KIND under LICENCE"
        return f"there is no work {quoted(words[0])}{first}"
    if len(words) > 1 and (near := nearest(words[1], (*acts(), *(word for told in makings() for word in told if "-" in word)))):
        return f"{quoted(words[1])} is no verb that is known here; did you mean {near[0]}?"
    return f"this is no sentence and no command: {quoted(' '.join(words))}; help lists both"
