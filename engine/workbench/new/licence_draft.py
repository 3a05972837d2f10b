# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A new licence: its file, its entry in the catalogue where it needs one, and the case that proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...catalog import file_of
from ...clauses import license_file
from ...problem import quoted
from ...vetting import faults
from . import case_file, licence_file
from .draft import Change, Draft, DraftError, new_file
from .identity_entry import entered, is_tag_of_the_hub
from .licence_name import Name, name_of


@dataclass(frozen=True, slots=True)
class Wish:
    """What the author knows of a licence: what it is called, written for, where its text is, what names it, what it resembles.

    ``like`` is the id of a licence of the knowledge base; ``cases`` the file that the case goes to; ``distinct`` says that a
    name which resembles another is meant.
    """

    name: str
    title: str = ""
    kind: str | None = None
    url: str = ""
    like: str | None = None
    tags: tuple[str, ...] = ()
    cases: str | None = None
    distinct: bool = False


def draft(root: Path, wish: Wish) -> Draft:
    """Begin a licence.

    Args:
        root: of the checkout
        wish: what the author knows
    Raises:
        DraftError: the name is taken or nearly so, a file is there already, or what is known cannot be written down
    """
    name = name_of(wish.name, wish.distinct)
    kind = wish.kind or _kind(name, wish.like)
    _check_text("--title", wish.title)
    _check_text("--url", wish.url)
    text = _text(name.id, kind, wish)
    if wrong := faults(text, name.id):
        raise DraftError(f"what would be written is no licence file: {wrong[0][1]}")
    file = new_file(root / "kb" / "licenses" / f"{name.id}.lp", licence_file.SPDX_LINES + text)
    cases = case_file.place(root, wish.cases, name.id.lower())
    title = f"What does {name.id} allow, and what does it ask?"
    case = case_file.change(cases, title, [case_file.of_licence(name.id, kind)], bool(wish.cases))
    identity = root / "kb" / "identity.lp"
    before = identity.read_text(encoding="utf-8")
    after = entered(before, name, wish.tags)
    entry = (Change(identity, after, before),) if after != before else ()
    return Draft((file, *entry, case), tuple(_notes(name, kind, wish, before)), _steps(name, wish.like, cases.name))


def _kind(name: Name, like: str | None) -> str:
    """What a licence is written for of which the author does not say it."""
    return "exception" if name.exception else license_file(like).kind if like else "software"


def _check_text(option: str, text: str) -> None:
    if not text.isprintable():
        raise DraftError(f"{option} holds a character that cannot be printed: {quoted(text)}")


def _text(license_id: str, kind: str, wish: Wish) -> str:
    header = licence_file.header(license_id, wish.title, wish.url)
    if wish.like is None:
        return f"{header}\n{licence_file.asking(license_id, kind)}"
    text = file_of(wish.like).read_text(encoding="utf-8")
    return f"{header}\n{licence_file.taken_over(license_id, kind, wish.like, text)}"


def _notes(name: Name, kind: str, wish: Wish, identity: str) -> Iterator[str]:
    hub = name.missing and is_tag_of_the_hub(name.id, identity)
    known_as = "a tag of the hub whose text was not found before" if hub else name.known_as
    yield f"{name.id}: {known_as}; written for {kind}{'' if wish.kind else ' (--kind says otherwise)'}."
    if name.id != wish.name:
        yield f"It is spelled {name.id}, not {wish.name}."
    if not wish.tags and not hub:
        yield "The name of the file makes it known; a tag of the hub that means it is entered by --tag TAG."


def _steps(name: Name, like: str | None, cases: str) -> tuple[str, ...]:
    start = "compare every clause with it" if like else "turn the prompts that it answers into clauses"
    marks = ("If the OSI approves it or the FSF counts it as free, enter it in kb/approvals.lp.",) if name.spdx else ()
    return (
        f"Read the text and {start}. The header says what is encoded and what is left out.",
        *marks,
        f'licet kb test scenarios/{cases} -k "{name.id}": fails until the clauses are there and the case names their section.',
        "licet kb lint",
        f"licet kb mutate --only kb/licenses/{name.id}.lp: each clause that no case notices wants one.",
    )
