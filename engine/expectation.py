# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a case expects against what was found: expectations that are not met, each said with the findings that come nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from .case import Expectation, Place
from .finding import Decision, Finding
from .problem import printable

Pattern = Mapping[str, str | tuple[str, ...]]

NEAREST = 3
"""How many findings are shown beside an expectation that is not met."""

_HELD: Mapping[str, Callable[[Finding], Iterable[str | None]]] = {
    "work": lambda finding: (finding.work,),
    "works": lambda finding: finding.works,
    "party": lambda finding: (finding.party,),
    "act": lambda finding: (finding.act,),
    "clause": lambda finding: map(str, finding.cites),
    "clauses": lambda finding: map(str, finding.cites),
    "steward": lambda finding: (cite.steward for cite in finding.cites),
    "standing": lambda finding: (finding.standing,),
    "detail": lambda finding: (finding.detail,),
    "remedy": lambda finding: finding.remedies,
    "rests-on": lambda finding: finding.rests_on,
    "breach": lambda finding: ("yes" if finding.breach else "no",),
}
"""What a finding has where a pattern has a key."""

_TOPICS = frozenset({"topic", "duty", "ground", "use", "question"})


@dataclass(frozen=True, slots=True)
class Unmet:
    """One expectation that is not met.

    ``nearest`` are the findings of its kind that meet most of it, best first; where it is ``unwanted``, those that should not
    be there. ``pattern`` is what was expected of a finding, or not to be found.
    """

    place: Place | None
    kind: str
    expected: str
    nearest: tuple[Finding, ...] = ()
    verdict: str = ""
    pattern: Pattern = field(default_factory=dict)
    unwanted: bool = False

    def __str__(self) -> str:
        where = f"{self.place.file}:{self.place.line}: " if self.place else ""
        return f"{where}{self.expected}; {self.found}"

    @property
    def found(self) -> str:
        """What was found instead, as a clause."""
        if self.kind == "verdict":
            return f"it is {self.verdict}"
        return "found " + "; ".join(_shown(finding) for finding in self.nearest) if self.nearest else "found none"


def unmet(decision: Decision) -> tuple[Unmet, ...]:
    """Return the expectations of a decision's case that are not met, in the order of the case.

    Args:
        decision: a case with what was found.

    Returns:
        One `Unmet` for each pattern that no finding of its kind matches, for each pattern with ``found: no`` that some
        finding matches, for each empty list although there are findings of that kind, and for another verdict.
    """
    return tuple(each for expectation in decision.case.expectations for each in _unmet(expectation, decision))


def matches(finding: Finding, pattern: Pattern) -> bool:
    """Return whether a finding is what a pattern describes; the kind is not looked at."""
    return all(key == "found" or _meets(finding, key, value) for key, value in pattern.items())


def missed(finding: Finding, pattern: Pattern) -> tuple[str, ...]:
    """Return the keys of a pattern in which a finding is something else; the kind is not looked at."""
    return tuple(key for key, value in pattern.items() if key != "found" and not _meets(finding, key, value))


def value_of(finding: Finding, key: str) -> str:
    """Return what a finding has where a pattern has a key, in the words of patterns; nothing where it has nothing."""
    if key == "if":
        return "; or if ".join(", ".join(answers) for answers in finding.conditions)
    return (" " if key == "remedy" else ", ").join(_held(finding, key))


def _unmet(expectation: Expectation, decision: Decision) -> Iterator[Unmet]:
    kind, place = expectation.kind, expectation.place
    if kind == "verdict":
        for pattern in expectation.patterns:
            if pattern["verdict"] != decision.verdict:
                said = f"expected the verdict {pattern['verdict']}"
                yield Unmet(place, kind, said, verdict=decision.verdict, pattern=pattern)
        return
    if kind == "complete":
        for pattern in expectation.patterns:
            yield from _unlisted(str(pattern["kind"]), place, decision)
        return
    findings = decision.of_kind(kind)
    if not expectation.patterns and findings:
        yield Unmet(place, kind, f"expected no {kind}", findings[:NEAREST], unwanted=True)
    for pattern in expectation.patterns:
        matching = tuple(finding for finding in findings if matches(finding, pattern))
        if pattern.get("found") == "no" and matching:
            said = f"expected no {kind}{_described(pattern)}"
            yield Unmet(place, kind, said, matching[:NEAREST], pattern=pattern, unwanted=True)
        elif pattern.get("found") != "no" and not matching:
            said = f"expected a finding of kind {kind}{_described(pattern)}"
            yield Unmet(place, kind, said, _closest(findings, pattern), pattern=pattern)


def _unlisted(kind: str, place: Place | None, decision: Decision) -> Iterator[Unmet]:
    """Findings of a kind that no expectation of the case lists."""
    listed = [pattern for each in decision.case.expectations if each.kind == kind for pattern in each.patterns]
    wanted = [pattern for pattern in listed if pattern.get("found") != "no"]
    others = tuple(each for each in decision.of_kind(kind) if not any(matches(each, pattern) for pattern in wanted))
    if others:
        yield Unmet(place, kind, f"expected no other {kind}", others[:NEAREST], unwanted=True)


def _closest(findings: tuple[Finding, ...], pattern: Pattern) -> tuple[Finding, ...]:
    """The findings that meet most of a pattern, best first."""
    return tuple(sorted(findings, key=lambda finding: len(missed(finding, pattern)))[:NEAREST])


def _meets(finding: Finding, key: str, value: str | tuple[str, ...]) -> bool:
    values = {value} if isinstance(value, str) else set(value)
    if key == "if":
        return values in map(set, finding.conditions)
    if key in ("clause", "clauses"):
        return set(map(_clause, values)) <= {_clause(f"{cite.license} {cite.section}") for cite in finding.cites}
    return values <= set(_held(finding, key))


def _held(finding: Finding, key: str) -> tuple[str, ...]:
    """All that a finding has where a pattern has a key."""
    if key in _TOPICS:
        return (finding.topic,)
    if key not in _HELD:
        raise ValueError(f"a pattern has no key {key!r}")
    return tuple(filter(None, _HELD[key](finding)))


def _clause(text: str) -> str:
    """A citation for comparing: the case of a licence id does not matter, that of a section does."""
    license, _, section = text.partition(" ")
    return f"{license.casefold()} {' '.join(section.split())}"


def _described(pattern: Pattern) -> str:
    """A pattern as a phrase: `` with work tuned, duty license-copy``."""
    parts = [
        f"{key} {printable(value) if isinstance(value, str) else ', '.join(map(printable, value))}"
        for key, value in pattern.items()
        if key != "found"
    ]
    return " with " + ", ".join(parts) if parts else ""


def _shown(finding: Finding) -> str:
    """A finding in the words that patterns use."""
    facts = {
        "work": finding.work,
        "works": ", ".join(finding.works[1:]),
        "topic": finding.topic,
        "party": finding.party,
        "act": finding.act,
        "detail": finding.detail,
        "standing": finding.standing,
        "if": "; or if ".join(", ".join(answers) for answers in finding.conditions),
        "clauses": ", ".join(str(cite) for cite in finding.cites),
    }
    return "(" + ", ".join(f"{key} {printable(value)}" for key, value in facts.items() if value) + ")"
