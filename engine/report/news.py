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

_Key = tuple[str, str]


def news(before: Decision | None, after: Decision | None, look: Look) -> Iterator[str]:
    """The lines that tell which findings came, went or changed their standing. Permissions are not told.

    Args:
        before: what followed before; None if there was nothing to decide
        after: what follows now
        look: width and colours
    """
    was, now = _told(before), _told(after)
    pairs = {key: (was.get(key), now.get(key)) for key in {**was, **now}}
    changed = {key: pair for key, pair in pairs.items() if _standing(pair[0]) != _standing(pair[1])}
    minor = {key for key, pair in changed.items() if key[0] == "obligation" and set(map(_standing, pair)) <= {None, "possible"}}
    for key, pair in changed.items():
        if key not in minor:
            yield from _line(key, *pair, look)
    for sign, told in (("-", was), ("+", now)):
        if several := sum(key in told for key in minor):
            yield look.paint(f"{sign} {count(several, 'obligation', 'obligations')} on a minority reading only", "faint")
    if after is not None and (before is None or before.verdict != after.verdict):
        text = f"=> {VERDICTS[after.verdict]}"
        yield from (look.paint(line, ROLE_OF[after.verdict]) for line in wrap(text, look.width, "", 3))
    elif not changed:
        yield look.paint(f"nothing new: {count(len(now), 'finding', 'findings')}", "faint")


def _line(key: _Key, before: Numbered | None, after: Numbered | None, look: Look) -> Iterator[str]:
    kind, said = key
    was, now = _standing(before), _standing(after)
    number = f"  [{after.number}]" if after else ""
    sign = "-" if now is None else "+" if was is None else "~"
    standing = " → ".join(filter(None, (was, now)))
    wrong = kind in WRONG
    role = ("good" if now is None else "wrong") if wrong else "faint" if now is None else "plain"
    for line in wrap(f"{kind}, {standing}: {said}{number}", look.width, f"{sign} ", 2):
        yield look.paint(line, role)


def _told(decision: Decision | None) -> Mapping[_Key, Numbered]:
    """Each finding by what it says."""
    told: dict[_Key, Numbered] = {}
    for each in index(decision) if decision is not None else ():
        if each.finding is not None and each.finding.kind != "permission":
            told.setdefault((each.finding.kind, each.line.partition(": ")[2]), each)
    return told


def _standing(numbered: Numbered | None) -> str | None:
    return numbered.finding.standing if numbered is not None and numbered.finding is not None else None
