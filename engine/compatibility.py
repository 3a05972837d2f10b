# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""May a work under one licence go into a work under another? Asked as a case like any other, for any pair.

A part under the inbound licence and a base under the outbound one, both of others, are made into a whole that is offered
under the outbound licence, by somebody whom no clause on size, place or purpose keeps out: what is found is between the
licences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .case import Act, Case, Making, Party, Value, Work
from .catalog import identify
from .clauses import license_file
from .decide import decide
from .expression import branches
from .finding import WRONG, Decision, Finding
from .identity import Known
from .placement import ACT, ACT_FIGURES, PARTY, PARTY_FIGURES

DEFAULT_VERB = "modifies"
DEFAULT_ACT = "distribute"
_KINDS = {"software": "software", "model": "model", "data": "dataset", "content": "content"}
_CELLS = {"clear": "yes", "settled": "no", "likely": "no", "unknown": "depends", "possible": "depends"}
_HARMLESS = {"research", "education", "computational", "personal"}
"""What an act says yes to, so that it keeps within every purpose; to the rest it says no."""
_LEFT_OPEN = {"internal", "user-product"}


@dataclass(frozen=True, slots=True)
class Pair:
    """What may become of a work under ``inbound`` inside one that is offered under ``outbound``."""

    inbound: str
    outbound: str
    decision: Decision

    @property
    def cell(self) -> str:
        """``yes``, ``no``, or ``depends``: on a fact, or on how one reads the law."""
        return _CELLS[self.decision.verdict]

    @property
    def wrongs(self) -> tuple[Finding, ...]:
        """What stands in the way."""
        return self.decision.of_kind(*WRONG)


def pairs(asked: Iterable[tuple[str, str]], verb: str = DEFAULT_VERB, act: str = DEFAULT_ACT) -> Iterator[Pair]:
    """Decide pairs of licences, in their order.

    Args:
        asked: inbound and outbound licence expressions; an outbound `LicenseRef-…` stands for terms of one's own
        verb: the way in which the one work is made from the other
        act: what is then done with it
    """
    names = tuple(asked)
    decisions = decide(_case(inbound, outbound, verb, act) for inbound, outbound in names)
    for (inbound, outbound), decision in zip(names, decisions, strict=True):
        yield Pair(inbound, outbound, decision)


def _case(inbound: str, outbound: str, verb: str, act: str) -> Case:
    """The case that a pair stands for."""
    kinds = _kind(inbound), _kind(outbound)
    part_kind, whole_kind = (kind or other or "software" for kind, other in (kinds, kinds[::-1]))
    author = "you" if outbound.lower().startswith("licenseref-") else None
    part = Work(f"the {inbound} part", part_kind, inbound, attributes={"modified": False})
    base = Work(f"the {outbound} base", whole_kind, outbound, author, attributes={} if author else {"modified": False})
    whole = Work("the whole", whole_kind, outbound, makings=(Making(verb, part.name), Making("modifies", base.name)))
    circumstances: dict[str, Value] = {word: word in _HARMLESS for word in ACT if word not in _LEFT_OPEN}
    figures = {metric: {"USD" if metric.endswith("revenue") else "": 0} for metric in ACT_FIGURES}
    deed = Act("you", act, whole.name, circumstances, places=("US",), figures=figures)
    sizes = {metric: {"USD" if metric.endswith("revenue") else "": 0} for metric in PARTY_FIGURES}
    you = Party("you", "US", {word: word == "nonprofit" for word in PARTY}, sizes)
    return Case(f"{inbound} in {outbound}", (part, base, whole), (you,), (deed,))


def _kind(expression: str) -> str | None:
    """The kind of work that a licence is written for, if it is written for one."""
    for branch in branches(expression):
        for term in branch:
            identity = identify(term.license)
            if isinstance(identity, Known) and license_file(identity.id).kind in _KINDS:
                return _KINDS[license_file(identity.id).kind]
    return None
