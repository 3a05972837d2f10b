# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast the least change of a case of 20 works is found, beside what clingo alone takes: ``python benchmarks/fix.py``."""

from __future__ import annotations

from statistics import median
from time import perf_counter

from desk import sentences

from licet.engine.advice.fix import Wishes, fixed
from licet.engine.consequence import consequences
from licet.engine.decide import prepare
from licet.engine.knowledge import grounded
from licet.repl.desk.judge import Judge
from licet.repl.desk.sentences import stated
from licet.repl.desk.state import Desk


def main() -> None:
    """Measures and prints one line for each set of readings."""
    judge, plain = Judge(), Desk().case
    for line in sentences():
        plain = stated(plain, line)
    case = judge.case(plain)
    judge.close()
    facts, licenses = prepare([case])
    alone = []
    for _ in range(5):
        start = perf_counter()
        consequences(grounded(facts, licenses), "cautious")
        alone.append(1000 * (perf_counter() - start))
    print(f"20 works; clingo alone decides them in {median(alone):.0f} ms")
    for readings in ("majority", "all"):
        taken = []
        for _ in range(3):
            start = perf_counter()
            advice = fixed(case, Wishes(readings=readings))
            taken.append(1000 * (perf_counter() - start))
        found = f"{len(advice.ways)} plans"
        print(f"{readings:<9} {median(taken):8.0f} ms   {median(taken) / median(alone):5.1f} x clingo alone   {found}")


if __name__ == "__main__":
    main()
