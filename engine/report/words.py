# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The words of a report that do not come from the knowledge base: verdicts, headings, who does what."""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import STANDINGS
from .entry import Entry
from .layout import unbroken
from .outcome import Outcome, Tally
from .outline import Block, Election, Group, Outline

VERDICTS = {
    "clear": "clear",
    "settled": "not allowed (settled)",
    "likely": "not allowed on the majority reading (likely)",
    "unknown": "not cleared: it depends on facts the case does not give",
    "possible": "allowed on the majority reading, but not on every reading (possible)",
}
"""A verdict in words."""

_KIND_NAMES = {
    "prohibition": ("prohibition", "prohibitions"),
    "conflict": ("conflict", "conflicts"),
    "restricted-use": ("restricted use", "restricted uses"),
    "obligation": ("obligation", "obligations"),
    "question": ("open question", "open questions"),
    "notice": ("notice", "notices"),
}

DISCLAIMER = "Not legal advice."


def kind_name(kind: str) -> str:
    """The name of a kind of finding, as ``restricted use``."""
    return _KIND_NAMES.get(kind, (kind, kind))[0]


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def numbers(shown: Outline) -> str:
    """What a verdict line counts: what is in the way by standing, then duties, open questions and notices."""
    by_standing = [
        f"{standing}: {counts(entry for entry in shown.wrongs if entry.told.standing == standing)}"
        for standing in STANDINGS
        if any(entry.told.standing == standing for entry in shown.wrongs)
    ]
    rest = counts([*shown.duties, *shown.questions, *shown.notices])
    return "; ".join([*by_standing, rest] if rest else by_standing)


def counts(entries: Iterable[Entry]) -> str:
    """How many there are of each kind, as ``2 conflicts, 1 open question``."""
    kinds = [entry.told.kind for entry in entries]
    return ", ".join(unbroken(count(kinds.count(kind), *names)) for kind, names in _KIND_NAMES.items() if kind in kinds)


def clauses(entry: Entry) -> list[str]:
    """What an entry cites: licence and section, or the licence alone where no section says it."""
    return [str(cite).strip() for cite in entry.cites]


def alternatives(conditions: Iterable[tuple[str, ...]]) -> list[str]:
    """Each set of answers as one phrase: all of its answers hold together."""
    return [" and ".join(answers) for answers in conditions]


def remarks(entry: Entry) -> list[tuple[str, str]]:
    """What is said below an entry, each with its label: ways to fix it, conditions, facts, whether a promise is broken."""
    rows = [("or" if index else "fix", text) for index, text in enumerate(entry.told.remedies)]
    rows += [("or if" if index else "if", text) for index, text in enumerate(alternatives(entry.conditions))]
    rows += [("rests on", "; ".join(entry.rests_on))] if entry.rests_on else []
    rows += [("breach", "of a promise (contract), not an infringement")] if entry.told.breach else []
    return rows


def reserve(block: Block) -> str:
    """What is said above findings that are not settled, as ``likely, if the act is commercial``."""
    conditions = "; or if ".join(alternatives(block.conditions))
    return f"{block.standing}, if {conditions}" if conditions else block.standing


def duty(entry: Entry, group: Group) -> str:
    """A sentence of a group, with the works it is about unless it is about all of the group."""
    return entry.sentence if entry.works == group.works else f"{entry.sentence} [{', '.join(entry.works)}]"


def brief(block: Block) -> list[str]:
    """The duties of a block by licence and works, each as its word and its sections."""
    duties: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for entry in block.entries:
        for license_id in dict.fromkeys(cite.license for cite in entry.cites):
            sections = ", ".join(cite.section for cite in entry.cites if cite.license == license_id and cite.section)
            told = f"{entry.told.topic} ({sections})" if sections else entry.told.topic
            duties.setdefault((license_id, entry.works), []).append(unbroken(told))
    return [f"{license_id} [{', '.join(works)}]: {', '.join(owed)}" for (license_id, works), owed in duties.items()]


def election(chosen: Election) -> str:
    """The branch chosen, for which works, and out of what."""
    return f"{', '.join(chosen.works)}: {chosen.branch}, out of {chosen.expression}"


def question(entry: Entry) -> str:
    """A question, with whom and what it concerns unless it names its works."""
    named = all(work in entry.sentence for work in entry.told.works)
    return entry.sentence if named else f"{entry.sentence} [{'; '.join(entry.subjects)}]"


def statement(entry: Entry) -> str:
    """A sentence about how works relate or a notice, with its standing if that is not settled, and whom it concerns."""
    standing = "" if entry.told.standing == "settled" else f" ({entry.told.standing})"
    if entry.told.kind in ("derivative", "aggregate") or all(text in entry.sentence for text in entry.subjects):
        return entry.sentence + standing
    return f"{entry.sentence}{standing} [{'; '.join(entry.subjects)}]"


def place(outcome: Outcome) -> str:
    """Where the case stands, as ``cases.yaml:3``, if it was read from a file, and under which reading, if one was asked for."""
    where = outcome.decision.case.place
    parts = [f"{where.file}:{where.line}"] if where else []
    parts += [f"under the reading {outcome.reading}"] if outcome.reading else []
    return ", ".join(parts)


def totals(tally: Tally) -> list[str]:
    """The sentences at the end of a report."""
    verdicts = ", ".join(
        f"{tally.verdicts[verdict]} {VERDICTS[verdict].partition(':')[0]}"
        for verdict in ("clear", *STANDINGS)
        if tally.verdicts[verdict]
    )
    lines = [f"{count(tally.cases, 'case', 'cases')}: {verdicts}." if tally.cases else "No case was decided."]
    if tally.failing:
        lines.append(f"{count(tally.failing, 'case fails', 'cases fail')} at the level chosen ({tally.level}).")
    if tally.turning is not None:
        lines.append(f"{count(tally.turning, 'verdict turns', 'verdicts turn')} on the reading.")
    if tally.unmet:
        lines.append(f"{count(tally.unmet, 'expectation is', 'expectations are')} not met.")
    if tally.refused:
        lines.append(f"{count(tally.refused, 'problem', 'problems')} in the input: what could not be read was not decided.")
    return [*lines, DISCLAIMER]
