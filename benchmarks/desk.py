# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast the desk answers a change of a case of 20 works: ``python benchmarks/desk.py``.

What a user waits for is the time from Enter to the answer. A line is decided while it is typed, so it is typed here, at
ten keys a second, quicker than nearly everybody types; Enter comes a tenth of a second after the last letter. What a change
costs that comes all at once, as from a pipe or a paste, is measured, too, beside what clingo alone takes for the same case.
"""

from __future__ import annotations

from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from licet.engine.consequence import consequences
from licet.engine.decide import prepare
from licet.engine.knowledge import grounded
from licet.engine.report.look import Look
from licet.repl.desk.foresight import Foresight
from licet.repl.desk.judge import Judge
from licet.repl.desk.registry import Table
from licet.repl.desk.sentences import stated
from licet.repl.desk.state import Desk
from licet.repl.desk.storage import Recovery
from licet.repl.desk.talk import answer

PAUSE = 0.1
"""Seconds between two keys."""

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


def typed(foresight: Foresight, line: str) -> None:
    """Types a line; comes back when Enter is pressed."""
    for end in range(1, len(line) + 1):
        foresight.look_ahead(line[:end])
        sleep(PAUSE)


def waited(judge: Judge, type_it: bool) -> list[float]:
    """Milliseconds from Enter to the answer, for each change of the case."""
    table, desk = Table(judge, lambda: Look(100), Recovery(Path("/nonexistent"))), Desk()
    for line in sentences():
        desk = answer(table, desk, line).desk
    foresight, waits = Foresight(judge, lambda: desk), []
    for line in CHANGES:
        if type_it:
            typed(foresight, line)
        start = perf_counter()
        after = answer(table, desk, line)
        waits.append(1000 * (perf_counter() - start))
        assert not after.failed, after.lines
        sleep(PAUSE)
    return waits


def alone() -> float:
    """Milliseconds that clingo alone takes for the case."""
    judge, case = Judge(), Desk().case
    for line in (*sentences(), CHANGES[0]):
        case = stated(case, line)
    facts, licenses = prepare([judge.case(case)])
    judge.close()
    taken = []
    for _ in range(5):
        start = perf_counter()
        consequences(grounded(facts, licenses), "cautious")
        taken.append(1000 * (perf_counter() - start))
    return median(taken)


def main() -> None:
    """Measures and prints one line for each figure."""
    figures = []
    for type_it in (True, False):
        judge = Judge()
        judge.warm()
        figures.append(waited(judge, type_it))
        judge.close()
    keyed, sudden = figures
    limit = alone()
    print(f"20 works, {len(CHANGES)} changes; from Enter to the answer")
    print(f"typed, ten keys a second   {median(keyed):8.1f} ms   at most {max(keyed):.1f} ms")
    ratio = median(sudden) / limit
    print(f"all at once                {median(sudden):8.1f} ms   {ratio:.2f} x clingo alone ({limit:.1f} ms)")


if __name__ == "__main__":
    main()
