# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What the solver showed along with the findings: clauses, remedies, reasons, by the finding they belong to."""

from __future__ import annotations

from dataclasses import dataclass, field

from clingo import Symbol

from .finding import Cite
from .sentence import hyphenated, phrase
from .solve import Answer


@dataclass
class Attached:
    """What the solver showed along with each finding, by finding."""

    cites: dict[Symbol, list[Cite]] = field(default_factory=dict)
    remedies: dict[Symbol, list[Symbol]] = field(default_factory=dict)
    rests: dict[Symbol, list[Symbol]] = field(default_factory=dict)
    details: dict[Symbol, list[str]] = field(default_factory=dict)
    breaches: set[Symbol] = field(default_factory=set)
    doers: dict[Symbol, list[Symbol]] = field(default_factory=dict)


def attached(answer: Answer) -> Attached:
    """Sorts what was shown by the finding it belongs to."""
    relations = answer.relations
    stewards = {(symbol.arguments[0].string, symbol.arguments[1].string) for symbol in relations.get("steward", ())}
    result = Attached()
    for symbol in relations.get("cite", ()):
        finding, license_id, section = symbol.arguments
        published = (license_id.string, section.string) in stewards
        cite = Cite(license_id.string, "", section.string) if published else Cite(license_id.string, section.string)
        result.cites.setdefault(finding, []).append(cite)
    for table, name in ((result.remedies, "remedy"), (result.rests, "rests"), (result.doers, "doer")):
        for symbol in relations.get(name, ()):
            table.setdefault(symbol.arguments[0], []).append(symbol.arguments[1])
    for symbol in relations.get("detail", ()):
        result.details.setdefault(symbol.arguments[0], []).append(phrase("burden", hyphenated(symbol.arguments[1]), {}))
    result.breaches.update(symbol.arguments[0] for symbol in relations.get("breach", ()))
    return result
