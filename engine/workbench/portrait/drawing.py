# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The portrait of a licence: all that follows for those who do with a work under it what is usually done, as cases.

A portrait holds each clause of a licence to what it leads to: whoever edits the clause, or a rule, sees what moves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from ...case import Act, Case, Making, Party, Purpose, Value, Work
from ...clauses import Clause, LicenseFile
from ...decide import decide
from ...expected import TOPICS
from ...finding import KINDS, WRONG, Decision, Finding
from ...placement import ACT, ACT_FIGURES, PARTY, PARTY_FIGURES
from ...sentence import hyphenated
from ...written import Plain, one_or_all, plain
from .named import named
from .usual import USUAL, Scene

HEADER = """\
# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
# What follows from {id}, on the most cautious reading of the law, for what is usually done?
# Written by `licet kb portrait`; what an edit changes here is to be read against the text.

"""

READINGS = {"theory": "conservative"}
"""The reading on which most clauses bite; how sure a conclusion is on others, the other cases tell."""

LARGE = 2_000_000_000
"""Users, visits, staff or dollars that no small company has."""


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who does it, how, and what is told of him: all that follows, or what stands in the way alone."""

    told: str
    nonprofit: bool = False
    commercial: bool = True
    size: int = 1
    places: tuple[str, ...] = ("US",)
    kinds: tuple[str, ...] = KINDS


COMPANY = Sitter("a small company in the United States")
MAY = ("permission", *sorted(WRONG))
LABORATORY = Sitter("a research institute without profit", nonprofit=True, commercial=False, kinds=MAY)
GIANT = Sitter("one of the largest companies", size=LARGE, places=("DE", "KR"), kinds=MAY)


USES = "uses"
"""The folder of the portraits that tell what a licence bars: many questions each, and so decided apart from the others."""


def portrait(file: LicenseFile) -> Mapping[str, str]:
    """Files of cases, by their names in the folder of portraits.

    Args:
        file: the licence
    """
    texts = {f"{file.id}.yaml": _written(file, [*(_pictured(file, sitter) for sitter in _sitters(file)), _speaking(file)])}
    if barred := _barred(file):
        texts[f"{USES}/{file.id}.yaml"] = _written(file, [_serving(file, barred)])
    return texts


def _written(file: LicenseFile, cases: Sequence[tuple[Case, Sequence[str]]]) -> str:
    told = [
        _told(decision, kinds) for decision, kinds in zip(decide(case for case, _ in cases), (k for _, k in cases), strict=True)
    ]
    return HEADER.format(id=file.id) + "\n".join(_text(each) for each in told)


def _sitters(file: LicenseFile) -> Iterator[Sitter]:
    """A small company; others where the licence treats them otherwise."""
    yield COMPANY
    words = _words(file)
    if words & {"noncommercial", "commercially", "research", "nonprofit", "scholarly", "education", "over"}:
        yield LABORATORY
    if words & {"over", "established_in", "takes_place_in"}:
        yield GIANT


def _words(file: LicenseFile) -> frozenset[str]:
    """The words in the clauses of a licence."""
    return frozenset(word for clause in file.clauses for word in re.findall(r"[a-z_]+", str(clause.term)))


def _barred(file: LicenseFile) -> tuple[str, ...]:
    """The uses that a licence bars, in any circumstances or some."""
    return tuple(dict.fromkeys(use for clause in file.clauses for use in _uses(clause)))


def _uses(clause: Clause) -> Iterator[str]:
    if clause.term.name == "bars":
        yield hyphenated(clause.term.arguments[0])


def _pictured(file: LicenseFile, sitter: Sitter) -> tuple[Case, Sequence[str]]:
    name = f"All that follows for {sitter.told} from doing the usual with a work under {file.id} is told here"
    if sitter is not COMPANY:
        name = (
            f"What {sitter.told} may do of the usual with a work under {file.id}, and all that stands in the way, is told here"
        )
    return _case(name, file, USUAL[_kind(file)], sitter), sitter.kinds


def _speaking(file: LicenseFile) -> tuple[Case, Sequence[str]]:
    """What else the text speaks of, done by a small company."""
    offered = [clause.term.arguments[0].string for clause in file.saying("relicenses")]
    name = f"All that follows from whatever else the text of {file.id} speaks of is told here"
    return _case(name, file, named(_kind(file), _words(file), offered), COMPANY), COMPANY.kinds


def _case(name: str, file: LicenseFile, scene: Scene, sitter: Sitter) -> Case:
    works, acts = scene
    words = _words(file)
    placed = tuple(replace(work, under=file.id) if work.under == "" else work for work in works)
    return Case(name, placed, (_party(sitter, words),), tuple(_done(act, sitter, words) for act in acts), READINGS)


def _serving(file: LicenseFile, uses: Sequence[str]) -> tuple[Case, Sequence[str]]:
    """The licensed work, put to all that the licence bars, and what it puts out, where the licence minds that, too."""
    works, _ = USUAL[_kind(file)]
    works = tuple(work for work in works if work.under == "" and not work.makings)
    acts: tuple[Act, ...] = tuple(Act("acme", "host", work.name, purposes=tuple(map(Purpose, uses))) for work in works)
    if any(file.saying("restricts_outputs")):
        made = Making("outputs-of", works[0].name, {"contains-source": False})
        works = (*works, Work("answers", "content", "MIT", "acme", (made,)))
        acts = (*acts, Act("acme", "use", "answers", purposes=tuple(map(Purpose, uses))))
    name = f"All uses that {file.id} bars, and what each depends on, are told here"
    return _case(name, file, (works, acts), COMPANY), ("restricted-use", "question")


def _party(sitter: Sitter, words: frozenset[str]) -> Party:
    """The licensee, with what the licence looks at."""
    attributes: dict[str, Value] = {word: word == "nonprofit" and sitter.nonprofit for word in _mentioned(PARTY, words)}
    seat = sitter.places[0] if "established_in" in words else None
    return Party("acme", seat, attributes, _figures(PARTY_FIGURES, sitter, words))


def _done(act: Act, sitter: Sitter, words: frozenset[str]) -> Act:
    """An act, with what the licence looks at."""
    so = ("commercially", "production") if sitter.commercial else ("research", "education")
    told: dict[str, Value] = {word: word in so for word in ("commercially", *_mentioned(ACT, words)) if word != "internal"}
    places = sitter.places if "takes_place_in" in words else ()
    return replace(act, attributes={**told, **act.attributes}, places=places, figures=_figures(ACT_FIGURES, sitter, words))


def _figures(metrics: Iterable[str], sitter: Sitter, words: frozenset[str]) -> dict[str, dict[str, int]]:
    return {metric: {"USD" if metric.endswith("revenue") else "": sitter.size} for metric in _mentioned(metrics, words)}


def _mentioned(told: Iterable[str], words: frozenset[str]) -> list[str]:
    return [word for word in told if word.replace("-", "_") in words]


def _kind(file: LicenseFile) -> str:
    return file.kind if file.kind in USUAL else "software"


def _told(decision: Decision, kinds: Sequence[str]) -> Plain:
    """A case that expects all that was found, of these kinds."""
    expected: Plain = {"verdict": decision.verdict, "complete": list(kinds)}
    for kind in kinds:
        patterns = [each for finding in decision.of_kind(kind) for each in _patterns(finding)]
        if patterns:
            expected[kind] = list({str(pattern): pattern for pattern in patterns}.values())
    return {**plain(decision.case), "expect": expected}


def _patterns(finding: Finding) -> Iterator[Mapping[str, object]]:
    """What a finding says; once for each set of answers that it turns on."""
    topic = TOPICS[finding.kind][0] if finding.kind in TOPICS else "topic"
    clauses = [f"{cite.license} {cite.section}" for cite in finding.cites if cite.section and not cite.steward]
    told = {
        "work": finding.work,
        topic: finding.topic,
        "works": one_or_all(finding.works[1:]),
        "act": finding.act,
        "clause" if len(clauses) == 1 else "clauses": one_or_all(clauses),
        "standing": finding.standing if finding.standing != "settled" else None,
        "detail": finding.detail,
        "breach": True if finding.breach else None,
    }
    if topic == "topic" and finding.kind == "permission":
        told.pop("topic")
    for answers in finding.conditions or ((),):
        yield {key: value for key, value in (told | {"if": one_or_all(answers)}).items() if value}


def _text(case: Plain) -> str:
    return yaml.dump([case], Dumper=_Plain, sort_keys=False, allow_unicode=True, default_flow_style=None, width=400)


class _Plain(yaml.SafeDumper):
    """Writes what occurs twice twice, not by a reference that a reader would have to follow."""

    def ignore_aliases(self, data: object) -> bool:
        return True
