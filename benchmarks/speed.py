# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast licet decides, as ratios within one run: ``python benchmarks/speed.py``.

Absolute times depend on the machine and on what else it does; compare the ratios. The limit is what clingo alone takes to
load, ground and solve the same program without any of our Python around it.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from clingo import Control, Symbol

from licet.engine.case import Case
from licet.engine.decide import decide, prepare
from licet.engine.knowledge import load
from licet.engine.reader import read

SCENARIOS = Path(__file__).parent.parent / "scenarios"
RUNS = 9


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of a piece of work in milliseconds, after one run that does not count."""
    work()
    times = []
    for _ in range(runs):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1000 * statistics.median(times)


def clingo_alone(cases: Sequence[Case]) -> Callable[[], object]:
    """Loading, grounding and one cautious solve of the cases, with facts prepared beforehand."""
    facts, licenses = prepare(cases)

    def work() -> Symbol | None:
        control = Control(["--warn=none"])
        load(control, licenses)
        with control.backend() as backend:
            for fact in facts:
                backend.add_rule([backend.add_atom(fact)])
        control.ground([("base", [])])
        control.configuration.solve.enum_mode = "cautious"
        with control.solve(yield_=True) as handle:
            for model in handle:
                model.symbols(shown=True)
        return None

    return work


def command(*arguments: str) -> Callable[[], object]:
    """Running a command in a process of its own."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False)


def main() -> None:
    """Measures and prints one line for each figure."""
    files = sorted(SCENARIOS.rglob("*.yaml"))
    cases = [case for file in files for case in read(file.read_text(encoding="utf-8"), file.name)]
    hundred = list(islice(cycle(cases), 100))
    single = Path(__file__).parent / "one.yaml"
    one = read(single.read_text(encoding="utf-8"), single.name)

    bare = median(command("-c", "import clingo, yaml, click"))
    cold = median(command("-c", "from licet.repl.main import main; main()", "check", str(single)))
    print(f"cold command, one case          {cold:8.1f} ms   {cold / bare:5.2f} x starting Python with clingo, yaml and click")
    alone, limit = median(lambda: list(decide(one))), median(clingo_alone(one))
    print(f"warm, one case alone            {alone:8.1f} ms   {alone / limit:5.2f} x clingo alone ({limit:.1f} ms)")
    batch, limit = median(lambda: list(decide(hundred)), 3), median(clingo_alone(hundred), 3)
    print(f"warm, per case of a hundred     {batch / 100:8.1f} ms   {batch / limit:5.2f} x clingo alone ({limit / 100:.1f} ms)")
    print(f"one case alone                  {'':11}   {alone / (batch / 100):5.2f} x a case of a hundred")
    print(f"peak memory after that          {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f} MB")


if __name__ == "__main__":
    main()
