# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast the least change of a case of 20 works is found, beside what clingo alone takes: ``python benchmarks/fix.py``.

Somebody who asks for it has thought before and reads afterwards. So each round begins after a pause, and takes all times one
after the other: a machine whose speed changes then slows all of them alike.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter, sleep

from desk import sentences

from licet.engine.advice.fix import Wishes, fixed
from licet.engine.case import Case
from licet.engine.consequence import consequences
from licet.engine.decide import prepare
from licet.engine.knowledge import grounded
from licet.repl.desk.judge import Judge
from licet.repl.desk.sentences import stated
from licet.repl.desk.state import Desk

ROUNDS = 7

PAUSE = 3.0
"""Seconds between two rounds."""


def case_of_20_works() -> Case:
    """The case that the desk is measured with."""
    judge, plain = Judge(), Desk().case
    for line in sentences():
        plain = stated(plain, line)
    case = judge.case(plain)
    judge.close()
    return case


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that something takes."""
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)


def main() -> None:
    """Measures and prints one line for clingo alone and one for each set of readings."""
    case = case_of_20_works()
    facts, licenses = prepare([case])
    works: dict[str, Callable[[], object]] = {
        "clingo alone": lambda: consequences(grounded(facts, licenses), "cautious"),
        "majority": lambda: fixed(case, Wishes()),
        "all": lambda: fixed(case, Wishes(readings="all")),
    }
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        sleep(PAUSE)
        for name, work in works.items():
            taken[name].append(timed(work))
    print(f"20 works, {ROUNDS} rounds; {len(fixed(case, Wishes()).ways)} plans")
    limit = taken["clingo alone"]
    for name, times in taken.items():
        ratio = median(one / least for one, least in zip(times, limit, strict=True))
        print(f"{name:<13} {median(times):7.0f} ms   at most {max(times):5.0f} ms   {ratio:5.1f} x clingo alone")


if __name__ == "__main__":
    main()
