# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is wrong with an input, said so that a person can act on it: place, message, what was expected, the nearest word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .case import Place

LISTED = 12
"""How many expected words a message lists; longer lists are left to the nearest word and the published schema."""

_SHOWN = 60
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with an input.

    ``expected`` is a phrase (``one of settled, likely``), ``nearest`` the known words that come closest to what stands there.
    """

    place: Place
    message: str
    expected: str = ""
    nearest: tuple[str, ...] = ()

    def __str__(self) -> str:
        path = f" ({self.place.path})" if self.place.path else ""
        expected = f"; expected {self.expected}" if self.expected else ""
        nearest = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"{self.place.file}:{self.place.line}: {self.message}{path}{expected}{nearest}"


class InputError(Exception):
    """An input that cannot be evaluated. ``problems`` are all that were found in it, in the order of the lines."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


def nearest(word: str, known: Iterable[str], count: int = 1, cutoff: float = 0.6) -> tuple[str, ...]:
    """Return the known words closest to ``word`` (at most ``count``, best first); underscores and case do not matter.

    ``cutoff`` is how alike they must be at least, from 0 to 1.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only a bad input pays for it

    plain: dict[str, str] = {}
    for candidate in known:
        plain.setdefault(_plain(candidate), candidate)
    return tuple(plain[match] for match in get_close_matches(_plain(word)[:200], plain, n=count, cutoff=cutoff))


def hint(word: str, known: Iterable[str]) -> str:
    """Return the end of a message that names the nearest known word: ``; did you mean tuned?``; nothing if none is near."""
    return "".join(f"; did you mean {match}?" for match in nearest(word, known))


def listing(words: Iterable[str]) -> str:
    """Return ``one of a, b, c``, or nothing where the words are too many to read."""
    chosen = tuple(words)
    if not chosen or len(chosen) > LISTED:
        return ""
    return chosen[0] if len(chosen) == 1 else "one of " + ", ".join(chosen)


def quoted(text: str) -> str:
    """Return ``text`` for a message: between back quotes, shortened, with control characters spelled out."""
    return f"`{printable(text)}`"


def printable(text: str) -> str:
    """Return ``text`` on one line, shortened, with control characters spelled out, safe to write to a terminal."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), short)


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
