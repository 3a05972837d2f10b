# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What a small company usually does with a work, decided under two licences: where the answers part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .case import Act, Case, Making, Party, Value, Work
from .clauses import LicenseFile
from .decide import decide
from .finding import WRONG, Decision, Finding
from .placement import ACT, ACT_FIGURES, PARTY, PARTY_FIGURES

_TOLD = (*sorted(WRONG), "obligation")
_KINDS = {"software": "software", "model": "model", "data": "dataset", "content": "content", "any": "software"}


@dataclass(frozen=True, slots=True)
class Situation:
    """What is done, in words; how the work in hand is made from the licensed one (nothing: it is the licensed one); the act."""

    told: str
    does: str
    makings: tuple[Making, ...] = ()
    modified: bool = False


@dataclass(frozen=True, slots=True)
class Parting:
    """A situation in which two licences lead to other findings: those under the first alone, and under the second alone."""

    told: str
    only_first: tuple[Finding, ...]
    only_second: tuple[Finding, ...]


_COMMON = (
    Situation("using it", "use"),
    Situation("hosting it for others", "host"),
    Situation("handing it over unchanged", "distribute"),
    Situation("handing it over changed", "distribute", modified=True),
)
_OF_KIND = {
    "model": (
        Situation("tuning it, and offering the tuned model under MIT", "distribute", (Making("fine-tunes", "work"),)),
        Situation(
            "teaching a model of another sort with its outputs, under MIT",
            "distribute",
            (Making("distills", "work", {"using": "outputs", "intent": "other"}),),
        ),
        Situation(
            "teaching a model that is to match it with its outputs, under MIT",
            "distribute",
            (Making("distills", "work", {"using": "outputs", "intent": "perform-similarly"}),),
        ),
        Situation(
            "offering a product that asks the copy of another host",
            "host",
            (Making("calls", "work", {"payload": "public-format"}),),
        ),
    ),
    "software": (
        Situation("linking it into a program under MIT", "distribute", (Making("links-statically", "work"),)),
        Situation(
            "loading it as a shared library of a program under MIT",
            "distribute",
            (Making("links-dynamically", "work", {"together": True}),),
        ),
    ),
    "dataset": (
        Situation(
            "training a model on it, under MIT", "distribute", (Making("trains-on", "work", {"more-than-de-minimis": False}),)
        ),
        Situation("adapting it, under MIT", "distribute", (Making("modifies", "work"),)),
    ),
    "content": (Situation("adapting it, under MIT", "distribute", (Making("modifies", "work"),)),),
}
"""What is looked at beside the common situations, by the kind of work."""


def partings(first: LicenseFile, second: LicenseFile) -> Iterator[Parting]:
    """The situations that two licences decide differently.

    The company is small, commercial, established in the United States, and no target of sanctions.
    """
    kind = _KINDS[
        first.kind if first.kind in _KINDS and first.kind != "any" else second.kind if second.kind in _KINDS else "any"
    ]
    situations = (*_COMMON, *_OF_KIND[kind])
    decided = [list(decide(_case(situation, kind, file.id) for situation in situations)) for file in (first, second)]
    for situation, one, other in zip(situations, *decided, strict=True):
        left, right = _findings(one), _findings(other)
        only_first = tuple(finding for key, finding in left.items() if key not in right)
        only_second = tuple(finding for key, finding in right.items() if key not in left)
        if only_first or only_second:
            yield Parting(situation.told, only_first, only_second)


def _findings(decision: Decision) -> dict[tuple[str, ...], Finding]:
    """What stands in the way and what is owed, by its word and how sure it is; names and texts make no difference."""
    found = sorted(decision.of_kind(*_TOLD), key=lambda finding: _TOLD.index(finding.kind))
    return {(finding.kind, finding.topic, finding.standing): finding for finding in found}


def _case(situation: Situation, kind: str, license_id: str) -> Case:
    work = Work("work", kind, license_id, attributes={"modified": situation.modified, "has-notice-file": False})
    verb = situation.makings[0].verb if situation.makings else ""
    made_kind = "software" if verb == "calls" else "model" if verb == "trains-on" else kind
    made = Work("result", made_kind, "MIT", makings=situation.makings, attributes=_TARGETS)
    works = (work, made) if situation.makings else (work,)
    circumstances: dict[str, Value] = {word: word in ("commercially", "production") for word in ACT}
    if situation.does == "use":
        circumstances["internal"] = True
    figures = {metric: {"USD" if metric.endswith("revenue") else "": 1} for metric in ACT_FIGURES}
    act = Act("you", situation.does, works[-1].name, circumstances, places=("US",), figures=figures)
    sizes = {metric: {"USD" if metric.endswith("revenue") else "": 1} for metric in PARTY_FIGURES}
    you = Party("you", "US", dict.fromkeys(PARTY, False), sizes)
    return Case(f"{situation.told} ({license_id})", works, (you,), (act,))


_TARGETS: dict[str, Value] = {"language-model": True, "generative-model": True, "competing-model": False}
"""What the model made is taken to be: a language model that competes with nobody."""
