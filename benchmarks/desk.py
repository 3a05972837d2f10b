# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast the desk answers a change of a case of 20 works: ``python benchmarks/desk.py``.

A sentence is decided while it is typed, so what a user waits for is the answer to a sentence that was foreseen. What a
change costs that nobody foresaw is measured, too, beside what clingo alone takes for the same case.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from time import perf_counter

from licet.engine.consequence import consequences
from licet.engine.decide import prepare
from licet.engine.knowledge import grounded
from licet.engine.report.look import Look
from licet.repl.desk.judge import Judge
from licet.repl.desk.registry import Table
from licet.repl.desk.sentences import stated
from licet.repl.desk.state import Desk
from licet.repl.desk.storage import Recovery
from licet.repl.desk.talk import answer

SOFTWARE = ("MIT", "Apache-2.0", "GPL-3.0-only", "LGPL-2.1-only", "MPL-2.0", "BSD-3-Clause")
CHANGES = (
    "tuned under llama3.1",
    "acme hosts app commercially",
    "library0 is modified",
    "app under GPL-3.0-only",
    "party acme monthly-users 120000",
    "tuned trains-on corpus",
    "acme distributes app as source",
)


def sentences() -> list[str]:
    """Sentences that build a product of 20 works."""
    libraries = [f"work library{i} software under {SOFTWARE[i % 6]}" for i in range(16)]
    works = ["work base model under llama3.1", "work corpus dataset under CC-BY-4.0", "work tuned model under MIT by acme"]
    links = [f"app {('statically links', 'runs')[i % 2]} library{i}" for i in range(16)]
    return [
        *libraries,
        *works,
        "work app software under MIT by acme",
        "tuned fine-tunes base",
        *links,
        "app loads tuned",
        "acme distributes app as binary",
    ]


def main() -> None:
    """Measures and prints one line for each figure."""
    judge = Judge()
    table, desk = Table(judge, lambda: Look(100), Recovery(Path("/nonexistent"))), Desk()
    for line in sentences():
        desk = answer(table, desk, line).desk
    foreseen, sudden = [], []
    for line in CHANGES:
        start = perf_counter()
        after = answer(table, desk, line)
        sudden.append(1000 * (perf_counter() - start))
        start = perf_counter()
        answer(table, desk, line)
        foreseen.append(1000 * (perf_counter() - start))
        assert not after.failed, after.lines
    facts, licenses = prepare([judge.case(stated(desk.case, CHANGES[0]))])
    alone = []
    for _ in range(5):
        start = perf_counter()
        consequences(grounded(facts, licenses), "cautious")
        alone.append(1000 * (perf_counter() - start))
    judge.close()
    limit = statistics.median(alone)
    print(f"20 works, {len(CHANGES)} changes")
    print(
        f"a change that was foreseen while it was typed  {statistics.median(foreseen):8.1f} ms   at most {max(foreseen):.1f} ms"
    )
    middle = statistics.median(sudden)
    beside = f"{middle / limit:.2f} x clingo alone ({limit:.1f} ms)"
    print(f"a change that nobody foresaw                   {middle:8.1f} ms   {beside}")


if __name__ == "__main__":
    main()
