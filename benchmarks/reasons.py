# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""How fast licet explains a case of 50 works: ``python benchmarks/reasons.py``.

Opening a case is deciding it and grounding it once more with every fact open; every explanation after that is asked of the same
ground program. The limit of an explanation is one solve of that program.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from time import process_time

from licet.engine.because.explanation import Explanation
from licet.engine.case import Act, Case, Making, Party, Work
from licet.engine.consequence import satisfiable
from licet.engine.decide import consider

SOFTWARE = ("MIT", "Apache-2.0", "GPL-3.0-only", "LGPL-2.1-only", "MPL-2.0", "BSD-3-Clause", "EPL-2.0", "GPL-2.0-only")
MODELS = ("llama3.1", "gemma", "Apache-2.0", "openrail++")
DATA = ("CC-BY-4.0", "CC-BY-SA-4.0", "ODbL-1.0")
WAYS = ("links-dynamically", "links-statically", "runs")


def product() -> Case:
    """A program with 24 libraries and 14 texts that loads five tuned models, each of a base and the data it was tuned on."""
    unmodified = {"modified": False}
    libraries = [Work(f"library {i}", "software", SOFTWARE[i % 8], attributes=unmodified) for i in range(24)]
    bases = [Work(f"base {i}", "model", MODELS[i % 4]) for i in range(5)]
    data = [Work(f"data {i}", "dataset", DATA[i % 3]) for i in range(5)]
    texts = [Work(f"text {i}", "content", "CC-BY-4.0") for i in range(10)]
    tuned = [
        Work(f"tuned {i}", "model", "MIT", "acme", (Making("fine-tunes", f"base {i}"), Making("trains-on", f"data {i}")))
        for i in range(5)
    ]
    made = [Making(WAYS[i % 3], library.name) for i, library in enumerate(libraries)]
    made += [Making("loads", model.name) for model in tuned] + [Making("bundles", text.name) for text in texts]
    app = Work("app", "software", "MIT", "acme", tuple(made))
    act = Act("acme", "distribute", "app", {"form": "binary"})
    return Case("A product of fifty works", (*libraries, *bases, *data, *texts, *tuned, app), (Party("acme"),), (act,))


def timed(work: Callable[[], object]) -> float:
    """Processor time in milliseconds of one run."""
    start = process_time()
    work()
    return 1000 * (process_time() - start)


def main() -> None:
    """Measures and prints one line for each figure."""
    case = product()
    explanation = Explanation(consider(case))
    findings = [finding for finding in explanation.decision.findings if finding.kind != "question"]
    print(f"{len(case.works)} works, {len(explanation.decision.findings)} findings")
    print(f"deciding it and opening it      {timed(lambda: Explanation(consider(case))):8.1f} ms")
    program = explanation._program
    limit = statistics.median(timed(lambda: satisfiable(program.control, ())) for _ in range(20))
    print(f"one solve, clingo alone         {limit:8.1f} ms")
    sample = findings[:: max(len(findings) // 60, 1)]
    for name, asked in (("why", explanation.why), ("rests on", explanation.rests_on)):
        times = sorted(timed(lambda finding=finding: asked(finding)) for finding in sample)  # type: ignore[misc] # noqa: B023
        middle, most = statistics.median(times), times[-1]
        print(f"{name:<32}{middle:8.1f} ms   {middle / limit:5.2f} x one solve; at most {most:.1f} ms")
    first, *others = [finding.term for finding in findings[::110] if finding.term is not None]
    time = timed(lambda: list(explanation.flips(first)))
    print(f"flip, the first of a case       {time:8.1f} ms   what the case could say instead is grounded, too")
    times = [timed(lambda term=term: list(explanation.flips(term))) for term in others]  # type: ignore[misc]
    print(f"flip, others                    {statistics.median(times):8.1f} ms   at most {max(times):.1f} ms")


if __name__ == "__main__":
    main()
