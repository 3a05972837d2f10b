# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast licet decides, as ratios within one run: ``python benchmarks/speed.py``.

Times are of the processor; they depend on the machine all the same, so compare the ratios. The limit is what clingo alone
takes to load, ground and solve the same program without any of our Python around it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from licet.engine.case import Act, Case, Making, Party, Work
from licet.engine.consequence import consequences
from licet.engine.decide import decide, prepare
from licet.engine.knowledge import grounded
from licet.engine.reader import read

SCENARIOS = Path(__file__).parent.parent / "scenarios"
RUNS = 9

# Installed packages are compiled, so licet is as well: the first run of a command, which does not count, sees to it.
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def spent() -> float:
    """Processor time in milliseconds that this process and those it waited for have used."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return 1000 * sum(one.ru_utime + one.ru_stime for one in used)


def compared(work: Callable[[], object], limit: Callable[[], object], runs: int = RUNS) -> tuple[float, float, float]:
    """The median times of two pieces of work, run in turn after one run that does not count, and the median of their ratios."""
    times = []
    for _ in range(runs + 1):
        start = spent()
        work()
        between = spent()
        limit()
        times.append((between - start, spent() - between))
    ours, theirs = zip(*times[1:], strict=True)
    ratios = [one / other for one, other in times[1:]]
    return statistics.median(ours), statistics.median(theirs), statistics.median(ratios)


def clingo_alone(cases: Sequence[Case]) -> Callable[[], object]:
    """Loading, grounding and one cautious solve of the cases, with facts prepared beforehand."""
    facts, licenses = prepare(cases)
    return lambda: consequences(grounded(facts, licenses), "cautious")


def doubts(number: int) -> Case:
    """A program linked with as many GPL libraries of which nobody said whether they are delivered with it."""
    libraries = tuple(
        Work(f"library {index}", "software", "GPL-3.0-only", attributes={"modified": False}) for index in range(number)
    )
    makings = tuple(Making("links-dynamically", library.name) for library in libraries)
    program = Work("program", "software", "MIT", "acme", makings)
    act = Act("acme", "distribute", "program", {"form": "binary", "user-product": False})
    return Case("A program with libraries", (*libraries, program), (Party("acme"),), (act,))


def command(*arguments: str) -> Callable[[], object]:
    """Running a command in a process of its own."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=COMPILED)


def main() -> None:
    """Measures and prints one line for each figure."""
    files = sorted(SCENARIOS.rglob("*.yaml"))
    cases = [case for file in files for case in read(file.read_text(encoding="utf-8"), file.name)]
    hundred = cases[:: len(cases) // 100][:100]
    single = Path(__file__).parent / "one.yaml"
    one = read(single.read_text(encoding="utf-8"), single.name)

    cold = command("-c", "from licet.repl.main import main; main()", "check", str(single))
    time, _, ratio = compared(cold, command("-c", "import clingo, yaml, click"))
    print(f"cold command, one case          {time:8.1f} ms   {ratio:5.2f} x starting Python with clingo, yaml and click")
    alone, limit, ratio = compared(lambda: list(decide(one)), clingo_alone(one))
    print(f"warm, one case alone            {alone:8.1f} ms   {ratio:5.2f} x clingo alone ({limit:.1f} ms)")
    batch, limit, ratio = compared(lambda: list(decide(hundred)), clingo_alone(hundred))
    print(f"warm, per case of a hundred     {batch / 100:8.1f} ms   {ratio:5.2f} x clingo alone ({limit / 100:.1f} ms)")
    for number in (12, 24):
        doubtful = [doubts(number)]
        time, limit, ratio = compared(lambda: list(decide(doubtful)), clingo_alone(doubtful), 3)  # noqa: B023 - runs at once
        print(f"one case, {number} open questions     {time:8.1f} ms   {ratio:5.2f} x clingo alone ({limit:.1f} ms)")
    print(f"one case alone                  {'':11}   {alone / (batch / 100):5.2f} x a case of a hundred")
    print(f"peak memory after that          {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f} MB")


if __name__ == "__main__":
    main()
