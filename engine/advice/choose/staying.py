# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licences of what a work is made of bind whoever takes it up, whatever it is offered under (``kb/goals/staying.lp``)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...choice import elect
from ...solve import solve
from ...variant import numbered, stated
from .answer import Staying
from .request import OWN_TERMS, Request

GOAL = "goals/staying.lp"


def staying(request: Request, inbound: Mapping[str, tuple[str, ...]]) -> Sequence[Staying]:
    """The licences that stay on the work or on a part of it, on any reading.

    Args:
        request: the work and its case
        inbound: the licences of the other works, each with the works that are under it
    """
    elected = elect([request.under(OWN_TERMS)])
    (variant,) = variants = numbered((one.case, one.election) for one in elected)
    facts, licenses = stated(variants)
    answer = solve(facts, licenses, dict.fromkeys(variant.names.all(), variant.number), (), GOAL)
    found = []
    for one in answer.reviewed.get(variant.number, ()):
        work, license_id, extent = one.term.arguments
        if variant.names.names[work] == request.work.name:
            found.append(Staying(license_id.string, extent.name, inbound.get(license_id.string, ()), one.standing))
    return sorted(found, key=lambda each: (each.extent, each.license))
