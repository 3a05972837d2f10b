# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Random cases for property tests: works in layers, so that nothing is made from itself."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from licet.engine.case import Act, Case, Making, Party, Purpose, Work

LICENSES = (
    "MIT",
    "Apache-2.0",
    "GPL-3.0-only",
    "GPL-2.0-or-later",
    "AGPL-3.0-only",
    "CC-BY-SA-4.0",
    "CC-BY-NC-4.0",
    "llama2",
    "llama3.1",
    "gemma",
    "bigscience-openrail-m",
    "bigcode-openrail-m",
    "MIT OR GPL-2.0-only",
    "openrail",
    "no-such-licence",
    "NONE",
    None,
)
KINDS = ("software", "model", "dataset")
VERBS = {
    "software": ("links-statically", "links-dynamically", "runs", "calls", "bundles", "copies", "loads"),
    "model": ("fine-tunes", "merges", "quantizes", "distills", "trains-on", "adapts"),
    "dataset": ("outputs-of", "copies", "modifies"),
}
USES = ("medical-advice", "impersonation", "military", "malware")

DECIDING = settings(max_examples=settings.default.max_examples // 20)
"""For tests that decide cases with each example, which takes long: fewer of them."""


@st.composite
def cases(draw: st.DrawFn, name: str = "case") -> Case:
    """A case of two to five works, one party, one or two acts, sometimes a purpose."""
    works: list[Work] = []
    for index in range(draw(st.integers(2, 5))):
        kind = draw(st.sampled_from(KINDS))
        sources = draw(st.lists(st.sampled_from(works), max_size=2, unique_by=lambda work: work.name)) if works else []
        makings = tuple(Making(draw(st.sampled_from(VERBS[kind])), source.name) for source in sources)
        works.append(Work(f"work {index}", kind, draw(st.sampled_from(LICENSES)), makings=makings))
    acts = tuple(
        Act(
            "acme",
            draw(st.sampled_from(("use", "host", "distribute"))),
            draw(st.sampled_from(works)).name,
            {"commercially": draw(st.booleans())} if draw(st.booleans()) else {},
            tuple(Purpose(use) for use in draw(st.lists(st.sampled_from(USES), max_size=2, unique=True))),
        )
        for _ in range(draw(st.integers(1, 2)))
    )
    return Case(name, tuple(works), (Party("acme"),), acts)


def several_cases() -> st.SearchStrategy[tuple[Case, ...]]:
    """Cases that are decided together: of deciding, the rules cost more than the cases."""
    return st.tuples(*(cases(f"case {number}") for number in range(6)))
