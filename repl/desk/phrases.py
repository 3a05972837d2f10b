# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What follows the verb of a sentence: keys with their values, as ``under MIT by acme not modified``."""

from __future__ import annotations

from collections.abc import Mapping

from licet.engine.problem import hint, quoted

from .words import Keys, purpose_keys

Plain = dict[str, object]
"""A part of a case as plain values, as YAML has them."""

_JOINING = frozenset({"AND", "OR", "WITH", "(", ")", "+"})
_CURRENCY_LENGTH = 3


class SentenceError(ValueError):
    """A sentence that cannot be understood; the message says what was expected."""


def said(words: list[str], keys: Keys) -> Plain:
    """The keys and values that words give.

    Args:
        words: the rest of a sentence
        keys: what may be said, with the answers there are
    Raises:
        SentenceError: a word is none of the keys, or a value is missing
    """
    values: Plain = {}
    rest = list(words)
    while rest:
        word = rest.pop(0)
        negated = word == "not" or (word == "is" and rest[:1] == ["not"])
        if word in ("is", "not", "and"):
            if word == "is" and negated:
                rest.pop(0)
            if not rest:
                raise SentenceError(f"something is missing after {quoted(word)}")
            if word == "and":
                continue
            word = rest.pop(0)
        key = word.lower().replace("_", "-")
        if key not in keys:
            meant = hint(word, keys)
            raise SentenceError(f"{quoted(word)} is nothing that can be said here{meant}")
        _take(key, rest, keys, negated, values)
    return values


def _take(key: str, rest: list[str], keys: Keys, negated: bool, values: Plain) -> None:
    """Take the value of a key from the words that follow it."""
    answers = keys[key]
    value: object
    if set(answers) == {"yes", "no"}:
        value = (_next_of(rest, ("yes", "no", "true", "false")) or "yes") in ("yes", "true")
        value = not value if negated else value
    elif key == "under":
        value = _expression(rest)
    elif key == "for":
        values["purposes"] = [*_list(values, "purposes"), *_uses(rest)]
        return
    elif key == "in":
        values["in"] = [*_list(values, "in"), *_several(rest, key)]
        return
    elif not answers and rest and (key.endswith(("users", "visits", "revenue", "staff"))):
        value = _figure(key, rest, values.get(key))
    else:
        value = _one(rest, key)
    if key in purpose_keys() and values.get("purposes"):
        _of_last_purpose(values)[key] = value
        return
    values["form" if key == "as" else key] = value


def _list(values: Mapping[str, object], key: str) -> list[object]:
    held = values.get(key, [])
    return held if isinstance(held, list) else [held]


def _of_last_purpose(values: Plain) -> Plain:
    """The last purpose as a mapping, to which something can be added."""
    purposes = _list(values, "purposes")
    last = purposes[-1]
    detailed = last if isinstance(last, dict) else {"use": last}
    purposes[-1] = detailed
    values["purposes"] = purposes
    return detailed


def _next_of(rest: list[str], words: tuple[str, ...]) -> str | None:
    return rest.pop(0).lower() if rest and rest[0].lower() in words else None


def _one(rest: list[str], key: str) -> str:
    if not rest:
        raise SentenceError(f"something is missing after {quoted(key)}")
    return rest.pop(0)


def _several(rest: list[str], key: str) -> list[str]:
    """One word, and more of them after commas or ``and``."""
    found = [_one(rest, key)]
    while rest and (found[-1].endswith(",") or rest[0] == "and"):
        if rest[0] == "and":
            rest.pop(0)
        found[-1] = found[-1].rstrip(",")
        found.append(_one(rest, key))
    return [part for word in found for part in word.split(",") if part]


def _uses(rest: list[str]) -> list[str]:
    return [use.lower().replace("_", "-") for use in _several(rest, "for")]


def _expression(rest: list[str]) -> str:
    """A licence expression: words as long as they are joined."""
    words = [_one(rest, "under")]
    while rest and (rest[0].upper() in _JOINING or words[-1].upper() in _JOINING or _open(words)):
        words.append(rest.pop(0))
    return " ".join(words)


def _open(words: list[str]) -> bool:
    """Whether a parenthesis is still open."""
    return "".join(words).count("(") > "".join(words).count(")")


def _figure(key: str, rest: list[str], before: object) -> object:
    """A number, with the currency or the month that it is counted in."""
    unit = rest.pop(0) if len(rest) > 1 and _is_unit(rest[0]) else None
    text = _one(rest, key).replace(",", "").replace("_", "")
    if not text.isdecimal():
        raise SentenceError(f"{quoted(text)} is no number")
    if unit is None:
        return int(text)
    return {**(before if isinstance(before, dict) else {}), unit: int(text)}


def _is_unit(word: str) -> bool:
    return (word.isalpha() and word.isupper() and len(word) == _CURRENCY_LENGTH) or (word[:4].isdecimal() and "-" in word)
