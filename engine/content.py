# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the term of a finding says: its kind, the word it turns on, the works it concerns, and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clingo import Symbol

from .catalog import identify
from .facts import Names
from .identity import Family, Unknown
from .sentence import hyphenated, phrase, plain


@dataclass(frozen=True, slots=True)
class Content:
    """A finding without what hangs on it. ``license`` is the licence it is found under, ``act`` the act it concerns."""

    kind: str
    topic: str
    works: tuple[str, ...]
    sentence: str
    license: str
    detail: str | None = None
    act: Symbol | None = None


def kind(term: Symbol) -> str:
    """The kind of finding that a term stands for."""
    return "restricted-use" if term.name == "restricted" else term.name


def content(term: Symbol, names: Names, details: str) -> Content:
    """Reads the term of a finding.

    Args:
        term: the argument of ``finding/1``
        names: what the symbols of the case stand for
        details: words that belong into the sentence, as the burdens of a conflict
    Raises:
        KeyError: the term stands for no kind of finding, or holds a word that the vocabulary does not
    """
    return _READERS[term.name](term, names, details)


def _relation(term: Symbol, names: Names, _: str) -> Content:
    *concerned, relation = term.arguments
    work, license_id, source = (plain(argument, names) for argument in concerned)
    topic = hyphenated(relation)
    sentence = phrase("relation", topic, {"work": work, "license": license_id, "source": source})
    return Content(kind(term), topic, (work, source), sentence, license_id)


def _notice(term: Symbol, names: Names, _: str) -> Content:
    *concerned, ground = term.arguments
    work, license_id = (plain(argument, names) for argument in concerned)
    topic = hyphenated(ground)
    sentence = phrase("notice", topic, {"work": work, "license": license_id}) + _meant(license_id)
    return Content("notice", topic, (work,), sentence, "" if license_id == "none" else license_id)


def _meant(license_id: str) -> str:
    """What a licence name may have been meant to say."""
    match identify(license_id):
        case Family(_, candidates) if candidates:
            return f" It may mean {', '.join(candidates)}."
        case Unknown(_, nearest) if nearest and not license_id.startswith("LicenseRef-"):
            return f" Did you mean {' or '.join(nearest)}?"
    return ""


def _permission(term: Symbol, names: Names, _: str) -> Content:
    act, work, license_id = term.arguments
    name = license_id.string
    return Content("permission", "permission", (plain(work, names),), f"{name} grants this.", name, act=act)


def _obligation(term: Symbol, names: Names, _: str) -> Content:
    act, work, license_id, duty = term.arguments
    topic, said = hyphenated(duty), duty.arguments
    text = plain(said[0], names) if said else None
    sentence = phrase("duty", topic, {} if text is None else {"first": f"“{text}”"})
    return Content("obligation", topic, (plain(work, names),), sentence, license_id.string, text, act)


def _restricted(term: Symbol, names: Names, _: str) -> Content:
    act, work, license_id, use = term.arguments
    name, topic = license_id.string, hyphenated(use)
    sentence = f"{name} bars this use: {phrase('use', topic, {})}"
    return Content(kind(term), topic, (plain(work, names),), sentence, name, act=act)


def _ground(term: Symbol, names: Names, details: str) -> Content:
    act, work, license_id, *other, ground = term.arguments
    values = {"work": plain(work, names), "license": license_id.string, "detail": details}
    if other:
        values["other"] = plain(other[0], names)
    topic = hyphenated(ground)
    sentence = phrase("ground", topic, values)
    return Content(kind(term), topic, (values["work"],), sentence, license_id.string, details or None, act)


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
