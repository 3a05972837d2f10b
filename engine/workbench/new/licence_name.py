# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the name of a licence that is to be written down would be: an id of SPDX, a tag of the hub, or a name of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ...catalog import file_of, former, identify, is_or_later, licenses
from ...expression import NOASSERTION, NONE
from ...identity import Family, Known, Missing, Unknown, Unspecific
from ...problem import nearest, quoted
from ...vetting import ID
from .draft import DraftError

_ALIKE = 0.85
"""From which likeness on (0 to 1) two names with the same numbers are taken for one that was mistyped."""

_FILLERS = re.compile(r"licen[cs]e|agreement|community|only|\bv(?=\d)|\.0\b|[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class Name:
    """The name as the catalogue will have it. ``known_as`` is what it was recognised as, for people.

    ``spdx`` where SPDX lists it; ``exception`` where it only stands after WITH; ``missing`` where ``kb/identity.lp`` says that
    its text was not found.
    """

    id: str
    known_as: str
    spdx: bool = False
    exception: bool = False
    missing: bool = False


@cache
def _spdx() -> Mapping[str, tuple[str, bool]]:
    """The ids of SPDX by their lower case, each as SPDX spells it and whether it is an exception."""
    from license_expression import get_license_index  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to import

    listed = ((entry.get("spdx_license_key") or "", bool(entry["is_exception"])) for entry in get_license_index())
    return {id.lower(): (id, exception) for id, exception in listed if id and not id.startswith("LicenseRef-")}


def name_of(written: str, distinct: bool) -> Name:
    """Say what a name would be as that of a new licence.

    Args:
        written: as the user has it
        distinct: whether it is known to be another one than those that it resembles
    Returns:
        the name, spelled as SPDX or the knowledge base spells it
    Raises:
        DraftError: it cannot be an id, stands for something already, or resembles what does
    """
    if not ID.fullmatch(written):
        raise DraftError(f"{quoted(written)} cannot be an id; letters, digits, dots, plus signs and hyphens can")
    match identify(written):
        case Missing(tag):
            return Name(tag, "a name that was known without its text", missing=True)
        case Unknown(id) as unknown:
            _refuse_read_otherwise(written)
            if listed := _spdx().get(id.lower()):
                return Name(listed[0], "an id of SPDX", True, listed[1])
            if not (unknown.named or distinct):
                _refuse_alike(written)
            known_as = (
                "a name that the knowledge base mentions" if unknown.named else "neither an id of SPDX nor a tag of the hub"
            )
            return Name(id, known_as)
    raise DraftError(_taken(written))


def _taken(written: str) -> str:
    """What a name that cannot be given again stands for."""
    match identify(written):
        case Known(id):
            same = "" if written == id else f" is {id}, which"
            version = f"`{written}` means a later version of it, too, if one is open; " if is_or_later(written) else ""
            return f"{version}{quoted(written)}{same} is there already: kb/licenses/{file_of(id).name}"
        case Family(tag, candidates):
            return f"{quoted(tag)} names a family of licences, not a text; give the id of the text: {', '.join(candidates)}"
        case Unspecific(tag):
            return f"{quoted(tag)} names no licence on the hub; choose an id of the text's own"
    return f"{quoted(written)} cannot be the id of a licence"


def _refuse_read_otherwise(written: str) -> None:
    """Refuse names that would be read as something else than the new licence."""
    if written.upper() in (NONE, NOASSERTION) or written.lower().startswith("licenseref-"):
        raise DraftError(f"{quoted(written)} says in a case that terms are missing or one's own; choose another id")
    if is_or_later(written):
        raise DraftError(f"{quoted(written)} would be read as “this version or later”; give the id of one version")
    if told := former(written):
        raise DraftError(f"SPDX has given {quoted(written)} up for `{' WITH '.join(told)}`; write down what stands after WITH")
    later = _spdx().get(f"{written.lower()}-only")
    if later:
        raise DraftError(f"SPDX has given {quoted(written)} up for `{later[0]}`; give that id")


def _refuse_alike(written: str) -> None:
    """Refuse a name that is nearly that of another licence."""
    listed = {id: "of SPDX" for id, _ in _spdx().values()} | dict.fromkeys(licenses(), "of the knowledge base")
    alike = nearly(written, listed)
    if alike:
        known = listed[alike]
        raise DraftError(f"{quoted(written)} is nearly {quoted(alike)} {known}; if it is another text, say --distinct")


def nearly(name: str, known: Iterable[str]) -> str | None:
    """The known name that a name is a slip for: the same but for fillers and signs, or alike and with the same numbers."""
    candidates = tuple(known)
    bare = _bare(name)
    same = next((other for other in candidates if bare and _bare(other) == bare), None)
    return same or next((o for o in nearest(name, candidates, 5, _ALIKE) if _numbers(o) == _numbers(name)), None)


def _bare(name: str) -> str:
    return _FILLERS.sub("", name.lower())


def _numbers(name: str) -> list[str]:
    return re.findall(r"\d+", name)
