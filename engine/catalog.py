# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licences are known, and which text a name means: SPDX ids, tags of the hub, families, later versions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from .glossary import KNOWLEDGE_BASE
from .identity import Family, Identity, Known, Missing, Unknown, Unspecific
from .problem import nearest

_FACT = re.compile(r'^([a-z_]+)\("([^"]+)"(?:, "([^"]+)")?\)\.$', re.MULTILINE)
_LATER = re.compile(r'^\s*clause\("[^"]*", *"[^"]*", *later\(([^)]*)\)', re.MULTILINE)
_OPENED = re.compile(r"\brelicenses\((\([^()]*\)|[^(),]*)\)")
_EXCEPTION = re.compile(r'^license\("[^"]*", *exception\)\.', re.MULTILINE)
_OR_LATER = re.compile(r"(.+?)(?:-or-later|\+)", re.IGNORECASE)
_NEAREST = 3
_ALIKE = 0.75  # licences of other stewards often have similar ids: BUSL-1.1 is no ODbL-1.0
_SHORT = 0.6  # two letters of three in their order, as in MTI


@cache
def _facts() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """The facts of ``identity.lp``: predicate to tag to the further arguments, in the order of the file."""
    facts: dict[str, dict[str, tuple[str, ...]]] = {}
    for predicate, tag, license in _FACT.findall((KNOWLEDGE_BASE / "identity.lp").read_text(encoding="utf-8")):
        of_tag = facts.setdefault(predicate, {})
        of_tag[tag] = of_tag.get(tag, ()) + ((license,) if license else ())
    return facts


_added: list[Path] = []


def include(files: Iterable[Path]) -> None:
    """Add licence files to the catalogue, for the life of the process and before names are looked up in it.

    Args:
        files: files that were vetted, each named after its licence
    """
    _added.extend(file.resolve() for file in files if file.resolve() not in _added)
    for kept in (_files, identify, versions, opened, _text):
        kept.cache_clear()


def added() -> tuple[Path, ...]:
    """The files that were added, by their whole paths."""
    return tuple(_added)


@cache
def _files() -> Mapping[str, Path]:
    """The licence files by their id in lower case."""
    own = sorted((KNOWLEDGE_BASE / "licenses").glob("*.lp"))
    return {file.stem.lower(): file for file in (*own, *_added)}


@cache
def _named() -> Mapping[str, str]:
    """Ids that ``identity.lp`` mentions, by their lower case."""
    mentioned = [id for predicate in ("tag", "candidate") for ids in _facts().get(predicate, {}).values() for id in ids]
    return {id.lower(): id for id in mentioned}


def licenses() -> tuple[str, ...]:
    """Return the ids of the licences (and exceptions) whose clauses the knowledge base holds."""
    return tuple(file.stem for file in _files().values())


@lru_cache(maxsize=4096)
def identify(name: str) -> Identity:
    """Say which licence a name means.

    Args:
        name: an SPDX id or a tag of the hub, in any case. ``-or-later`` and ``+`` are read as the version they name;
            `versions` gives the later ones.

    Returns:
        What the name stands for. Only `Known` has terms to go by; nothing else is ever a permission.
    """
    identity = _identity(name)
    base = None if identity else _base(name)
    if found := identity or (_identity(base) if base else None):
        return found
    return Unknown(name, nearest(name, licenses(), _NEAREST, _SHORT if len(name) <= len("0BSD") else _ALIKE))


def _identity(name: str) -> Identity | None:
    plain = name.lower()
    facts = _facts()
    if plain in _files():
        return Known(_files()[plain].stem)
    if plain in facts.get("family", {}):
        return Family(plain, facts["candidate"].get(plain, ()))
    if plain in facts.get("no_text", {}):
        return Missing(plain)
    if plain in facts.get("unspecific", {}):
        return Unspecific(plain)
    id = facts["tag"].get(plain, (_named().get(plain, ""),))[0]
    if id.lower() in _files():
        return Known(id, plain in facts["ambiguous_version"])
    return Unknown(id, named=True) if id else None


@lru_cache(maxsize=4096)
def versions(name: str) -> tuple[str, ...]:
    """Return the versions a name leaves open: the one it names, then later ones the licence texts lead to.

    A name without ``-or-later`` or ``+`` leaves one. A name whose version is not known stays as written, alone.
    """
    identity = identify(name)
    if not isinstance(identity, Known):
        return (name,)
    if not is_or_later(name):
        return (identity.id,)
    open_versions = [identity.id]
    for version in open_versions:  # grows while it is read: later versions may lead to still later ones
        later = re.findall(r'"([^"]+)"', " ".join(_LATER.findall(_text(version))))
        open_versions += [id for id in later if id not in open_versions]
    return tuple(open_versions)


@lru_cache(maxsize=4096)
def opened(id: str) -> tuple[str, ...]:
    """Return the licences that the text of a licence opens its material to and whose own texts open it further."""
    named = re.findall(r'"([^"]+)"', " ".join(_OPENED.findall(_text(id))))
    return tuple(other for other in named if "relicenses(" in _text(other))


def earlier(id: str) -> tuple[str, ...]:
    """Return the texts that went by the name of a licence before it was changed in place, the latest first."""
    return _facts().get("revised", {}).get(id.lower(), ())


def former(name: str) -> tuple[str, str] | None:
    """Return the licence and the exception that an id given up by SPDX stands for, or None for every other name."""
    for old, expressions in _facts().get("former", {}).items():
        if old.lower() == name.lower():
            license, exception = expressions[0].split(" WITH ")
            return license, exception
    return None


def tags(id: str) -> tuple[str, ...]:
    """Return the tags of the hub that name a licence, in the order of ``identity.lp``."""
    return tuple(tag for tag, ids in _facts().get("tag", {}).items() if id in ids)


def tagged() -> tuple[str, ...]:
    """Return the licences that tags of the hub name, in the order of ``identity.lp``."""
    return tuple(dict.fromkeys(ids[0] for ids in _facts().get("tag", {}).values()))


def families() -> Mapping[str, tuple[str, ...]]:
    """Return the tags that name a family, each with the licences that may be meant."""
    return {tag: _facts()["candidate"].get(tag, ()) for tag in _facts().get("family", {})}


def is_or_later(name: str) -> bool:
    """Return whether a name leaves later versions open (``GPL-2.0-or-later``, ``GPL-2.0+``; not ``openrail++``)."""
    return name.lower() not in _named() and _base(name) is not None


def is_exception(id: str) -> bool:
    """Return whether the text of this id is an exception, which only stands after WITH. False where it is not known."""
    return _EXCEPTION.search(_text(id)) is not None


def file_of(id: str) -> Path:
    """Return the file that holds the clauses of a licence.

    Raises:
        KeyError: if the knowledge base does not hold it; `identify` tells beforehand.
    """
    return _files()[id.lower()]


def _base(name: str) -> str | None:
    """The version an or-later name names: ``GPL-2.0-or-later`` and ``GPL-2.0+`` to ``GPL-2.0-only``; None for others."""
    match = _OR_LATER.fullmatch(name)
    if not match or match[1].lower().endswith(("-only", "-or-later", "+")):
        return None
    only = f"{match[1]}-only"
    return only if only.lower() in _files() or only.lower() in _named() else match[1]


@cache
def _text(id: str) -> str:
    file = _files().get(id.lower())
    return file.read_text(encoding="utf-8") if file else ""
