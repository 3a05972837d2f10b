# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the term of a finding says: its kind, the word it turns on, the works it concerns, and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clingo import Symbol

from .facts import Names
from .library import Family, Unknown, identify
from .sentence import hyphenated, phrase, plain


@dataclass(frozen=True, slots=True)
class Content:
    """A finding without what hangs on it. ``license`` is the licence it is found under."""

    kind: str
    topic: str
    works: tuple[str, ...]
    sentence: str
    license: str
    detail: str | None = None


def content(symbol: Symbol, names: Names, details: tuple[str, ...]) -> Content:
    """Reads the term of a finding.

    Args:
        symbol: the argument of ``finding/1``
        names: what the symbols of the case stand for
        details: words that belong into the sentence, as the burdens of a conflict
    """
    return _READERS[symbol.name](symbol, names, ", ".join(details))


def _relation(symbol: Symbol, names: Names, _: str) -> Content:
    work, license_id, source = (plain(argument, names) for argument in symbol.arguments[:3])
    topic = hyphenated(symbol.arguments[3])
    sentence = phrase("relation", topic, {"work": work, "license": license_id, "source": source})
    return Content(symbol.name, topic, (work, source), sentence, license_id)


def _notice(symbol: Symbol, names: Names, _: str) -> Content:
    work, license_id = (plain(argument, names) for argument in symbol.arguments[:2])
    topic = hyphenated(symbol.arguments[2])
    sentence = phrase("notice", topic, {"work": work, "license": license_id}) + _meant(license_id)
    return Content("notice", topic, (work,), sentence, "" if topic == "no-license-given" else license_id)


def _meant(license_id: str) -> str:
    """What a licence name may have been meant to say."""
    match identify(license_id):
        case Family(_, candidates) if candidates:
            return f" It may mean {', '.join(candidates)}."
        case Unknown(_, nearest) if nearest and not license_id.startswith("LicenseRef-"):
            return f" Did you mean {' or '.join(nearest)}?"
    return ""


def _permission(symbol: Symbol, names: Names, _: str) -> Content:
    license_id = symbol.arguments[2].string
    return Content("permission", "permission", (plain(symbol.arguments[1], names),), f"{license_id} grants this.", license_id)


def _obligation(symbol: Symbol, names: Names, _: str) -> Content:
    work, license_id, duty = symbol.arguments[1:]
    text = plain(duty.arguments[0], names) if duty.arguments else None
    sentence = phrase("duty", hyphenated(duty), {} if text is None else {"first": f"“{text}”"})
    return Content("obligation", hyphenated(duty), (plain(work, names),), sentence, license_id.string, text)


def _restricted(symbol: Symbol, names: Names, _: str) -> Content:
    work, license_id, use = symbol.arguments[1:]
    sentence = f"{license_id.string} bars this use: {phrase('use', hyphenated(use), {})}"
    return Content("restricted-use", hyphenated(use), (plain(work, names),), sentence, license_id.string)


def _ground(symbol: Symbol, names: Names, details: str) -> Content:
    work, license_id, *other, ground = symbol.arguments[1:]
    values = {"work": plain(work, names), "license": license_id.string, "detail": details}
    if other:
        values["other"] = plain(other[0], names)
    sentence = phrase("ground", hyphenated(ground), values)
    return Content(symbol.name, hyphenated(ground), (values["work"],), sentence, license_id.string, details or None)


_READERS: Mapping[str, Callable[[Symbol, Names, str], Content]] = {
    "derivative": _relation,
    "aggregate": _relation,
    "notice": _notice,
    "permission": _permission,
    "obligation": _obligation,
    "restricted": _restricted,
    "conflict": _ground,
    "prohibition": _ground,
}
