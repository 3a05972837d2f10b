# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a change of a case changes in what follows, told in a few lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..finding import WRONG, Decision
from .index import Numbered, index
from .layout import wrap
from .look import ROLE_OF, Look
from .words import VERDICTS, count

_Told = tuple[str, str]


def news(before: Decision | None, after: Decision | None, look: Look) -> Iterator[str]:
    """The lines that tell which findings came, went or changed their standing. Permissions are not told.

    Args:
        before: what followed before; None if there was nothing to decide
        after: what follows now
        look: width and colours
    """
    was, now = _told(before), _told(after)
    numbered = {key: each for each in (index(after) if after else ()) if (key := _key(each)) is not None}
    changed = [key for key in (*was, *(key for key in now if key not in was)) if was.get(key) != now.get(key)]
    minor = [key for key in changed if key[0] == "obligation" and {was.get(key), now.get(key)} <= {None, "possible"}]
    for key in changed:
        if key not in minor:
            number = f"  [{numbered[key].number}]" if key in numbered else ""
            yield from _line(key, was.get(key), now.get(key), number, look)
    for sign, told in (("-", was), ("+", now)):
        if several := sum(key in told for key in minor):
            yield look.paint(f"{sign} {count(several, 'obligation', 'obligations')} on a minority reading only", "faint")
    if after is not None and (before is None or before.verdict != after.verdict):
        text = f"=> {VERDICTS[after.verdict]}"
        yield from (look.paint(line, ROLE_OF[after.verdict]) for line in wrap(text, look.width, "", 3))
    elif was == now:
        yield look.paint(f"nothing new: {count(len(now), 'finding', 'findings')}", "faint")


def _line(key: _Told, was: str | None, now: str | None, number: str, look: Look) -> Iterator[str]:
    kind, said = key
    sign = "-" if now is None else "+" if was is None else "~"
    standing = " → ".join(filter(None, (was, now)))
    wrong = kind in WRONG
    role = ("good" if now is None else "wrong") if wrong else "faint" if now is None else "plain"
    for line in wrap(f"{kind}, {standing}: {said}{number}", look.width, f"{sign} ", 2):
        yield look.paint(line, role)


def _told(decision: Decision | None) -> Mapping[_Told, str]:
    """The standing of each finding by what it says."""
    told: dict[_Told, str] = {}
    for each in index(decision) if decision is not None else ():
        key = _key(each)
        if key is not None and each.finding is not None:
            told.setdefault(key, each.finding.standing)
    return told


def _key(numbered: Numbered) -> _Told | None:
    found = numbered.finding
    if found is None or found.kind == "permission":
        return None
    return found.kind, numbered.line.partition(": ")[2]
