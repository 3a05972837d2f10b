# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Licence expressions: what a work is offered under, as the branches among which the licensee may choose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any

from .catalog import former, identify, is_exception, is_or_later, versions
from .identity import Family, Known, Missing, Unspecific
from .problem import quoted

NONE = "NONE"
"""What a case writes for a work that is known to come with no licence."""

NOASSERTION = "NOASSERTION"
"""What a case writes where it is not known whether a licence came with the work, or which."""

MAXIMUM_BRANCHES = 64
MAXIMUM_LENGTH = 1000

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+:_-]*")


class ExpressionError(ValueError):
    """A licence expression that cannot be read. The message says why and shows the text."""


@dataclass(frozen=True, slots=True)
class Term:
    """One licence that binds, with its exception if there is one.

    ``license`` and ``exception`` are ids or tags of the catalogue where it knows them, and otherwise stand as written;
    ``written`` is what the expression says (``gpl-2.0-or-later``) and plays no part in comparisons.
    """

    license: str
    exception: str | None = None
    written: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.license} WITH {self.exception}" if self.exception else self.license


Branch = tuple[Term, ...]
"""Licences that bind together. The licensee chooses one branch and owes what every term of it asks."""


@lru_cache(maxsize=4096)
def branches(text: str) -> tuple[Branch, ...]:
    """Return the branches that a licence expression leaves to the licensee.

    Args:
        text: SPDX ids and tags of the hub, joined by AND, OR, WITH and parentheses; or NONE, or NOASSERTION, alone.

    Returns:
        At least one branch, in the order of the text. OR and later versions make branches (the version named comes first),
        AND joins terms. Ids that nobody knows stay as written: that they are not known is a finding, not an error.

    Raises:
        ExpressionError: if the text is no expression, or leaves more than 64 branches.
    """
    stripped = text.strip()
    if len(stripped) > MAXIMUM_LENGTH:
        raise ExpressionError(f"the licence expression {quoted(stripped)} is longer than {MAXIMUM_LENGTH} characters")
    if stripped in (NONE, NOASSERTION):
        return ((Term(stripped, written=stripped),),)
    if not re.search(r"[\s()]", stripped):
        return _license(stripped, None, stripped)
    return tuple(dict.fromkeys(_expand(_parse(stripped), stripped)))


def _parse(text: str) -> Any:
    try:
        return _licensing().parse(text)
    except Exception as error:  # the parser raises errors of its own and, for `()`, whatever it runs into
        raise ExpressionError(f"{quoted(text)} is not a licence expression{_reason(error)}") from error


@lru_cache(maxsize=1)
def _licensing() -> Any:
    # costs 25 ms, and most works name a single id
    from license_expression import Licensing  # type: ignore[import-untyped]  # noqa: PLC0415

    return Licensing()


def _reason(error: Exception) -> str:
    message = str(error).split("\n", 1)[0].replace('"', "`")
    return f": {message}" if len(message) > len("Invalid expression") and not isinstance(error, IndexError) else ""


def _expand(tree: Any, text: str) -> Iterator[Branch]:
    """Yield the branches of a syntax tree: alternatives one after the other, conjunctions combined."""
    if not hasattr(tree, "args") or not tree.args:
        exception = getattr(tree, "exception_symbol", None)
        license = tree.license_symbol.key if exception else tree.key
        yield from _license(license, exception.key if exception else None, text)
        return
    parts = (_expand(part, text) for part in tree.args)
    joined = product(*parts) if isinstance(tree, _licensing().AND) else ((branch,) for part in parts for branch in part)
    for count, choice in enumerate(joined):
        if count == MAXIMUM_BRANCHES:
            raise ExpressionError(f"the licence expression {quoted(text)} leaves more than {MAXIMUM_BRANCHES} choices")
        yield tuple(dict.fromkeys(term for branch in choice for term in branch))


def _license(name: str, exception: str | None, text: str) -> tuple[Branch, ...]:
    """The branches of one id with its exception: one for each version that may be chosen."""
    for id in (name, exception):
        if id is not None and not _ID.fullmatch(id):
            joint = "; licences are joined by AND, OR or WITH" if " " in id else ""
            raise ExpressionError(f"{quoted(id)} is not a licence id{joint}" + (f" (in {quoted(text)})" if id != text else ""))
        if id in (NONE, NOASSERTION):
            raise ExpressionError(f"{id} stands alone, not in {quoted(text)}")
    if exception is None and _known_exception(name):
        raise ExpressionError(f"{name} is an exception: it stands after a licence, as in `GPL-2.0-only WITH {name}`")
    if exception is not None and _known_license(exception):
        raise ExpressionError(f"{exception} is a licence, not an exception that could stand after WITH (in {quoted(text)})")
    written = name if exception is None else f"{name} WITH {exception}"
    name, exception = former(name) or (name, exception)
    known = identify(exception) if exception else None
    joined = known.id if isinstance(known, Known) else exception
    chosen = versions(name) if is_or_later(name) else (_id(name),)
    return tuple((Term(version, joined, written),) for version in chosen)


def _id(name: str) -> str:
    identity = identify(name)
    return identity.tag if isinstance(identity, (Family, Missing, Unspecific)) else identity.id


def _known_exception(name: str) -> bool:
    identity = identify(name)
    return isinstance(identity, Known) and is_exception(identity.id)


def _known_license(name: str) -> bool:
    identity = identify(name)
    return isinstance(identity, Known) and not is_exception(identity.id)
