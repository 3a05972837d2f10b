# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What ``kb/identity.lp`` has to say of a new licence: which tags name it, and that its text is no longer missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...catalog import identify
from ...identity import Missing, Unknown
from ...problem import quoted
from .draft import DraftError
from .licence_name import Name

_TAG = re.compile(r"[a-z0-9][a-z0-9.+_-]*")
_HEADINGS = {
    True: "% ---- Tags that name a text with an SPDX id\n",
    False: "% ---- Tags that name a text without an SPDX id: the tag is the id\n",
}
"""By whether the text has an id of SPDX: the heading under which its tags stand."""
_OF_THE_HUB = "% Tags of the hub.\n"


def is_tag_of_the_hub(missing: str, text: str) -> bool:
    """Whether a name whose text was missing is one of the hub's own tags, as ``kb/identity.lp`` has it."""
    of_the_hub = text.partition(_OF_THE_HUB)[2].partition("\n\n")[0]
    return f'no_text("{missing}").\n' in of_the_hub + "\n"


def entered(text: str, name: Name, tags: Iterable[str]) -> str:
    """Enter a new licence.

    Args:
        text: of ``kb/identity.lp``
        name: of the licence, whose file makes it known by itself
        tags: of the hub, that mean the licence
    Returns:
        the text with the tags, and without the notice that a text is missing; the same text where there is nothing to say
    Raises:
        DraftError: a tag stands for something already
    """
    wanted = list(dict.fromkeys(tags))
    for tag in wanted:
        _check(tag)
    if name.missing and is_tag_of_the_hub(name.id, text) and name.id not in wanted:
        wanted.append(name.id)
    for found in (name.id, *wanted):
        text = text.replace(f'no_text("{found}").\n', "")
    return _under(text, _HEADINGS[name.spdx], [f'tag("{tag}", "{name.id}").\n' for tag in wanted])


def _check(tag: str) -> None:
    if not _TAG.fullmatch(tag):
        raise DraftError(f"{quoted(tag)} cannot be a tag; the hub writes them in small letters")
    identity = identify(tag)
    if not isinstance(identity, Missing) and not (isinstance(identity, Unknown) and not identity.named):
        raise DraftError(f"the tag {quoted(tag)} stands for something already: see `licet licenses show {tag}`")


def _under(text: str, heading: str, lines: list[str]) -> str:
    """The text with lines at the end of the part that a heading begins."""
    if not lines:
        return text
    before, found, after = text.partition(heading)
    if not found:
        raise DraftError(f"kb/identity.lp has no part headed “{heading.strip()}”")
    part, rule, rest = after.partition("\n% ----")
    return f"{before}{heading}{part}{''.join(lines)}{rule}{rest}" if rule else f"{before}{heading}{part}{''.join(lines)}"
