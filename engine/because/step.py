# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A reason as a value: a tree of sentences, down to facts of the case, clauses and open questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from clingo import Symbol

Kind = Literal["finding", "conclusion", "absence", "fact", "clause", "question", "law"]
"""What a step is: what was found, what follows on the way, what does not follow, and what a reason ends in.

``law`` is what the law says of itself, as that one territory lies in another. An absence can end a reason, too: where nothing
leads to it.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One step of a reason. A step that several others rest on is one and the same value.

    ``sentence`` says what is so, without a full stop. ``source`` and ``rule`` cite and say the rule or the clause by which it
    is, ``place`` is the file and line of that; the source of an open question of law is the word for it. ``background`` holds
    what a reader takes for granted, and what an open question arises from; a question itself ends the tree. ``atom`` is what
    the solver knows the step by, ``holds`` whether it is true.
    """

    kind: Kind
    sentence: str
    atom: Symbol
    holds: bool = True
    source: str = ""
    rule: str = ""
    place: str = ""
    premises: tuple[Step, ...] = ()
    background: tuple[Step, ...] = ()

    def __iter__(self) -> Iterator[Step]:
        """Every step once, this one first, with those in the background."""
        return _once(self, lambda step: (*step.premises, *step.background))

    @property
    def told(self) -> Iterator[Step]:
        """Every step that a reader is told, once, in the order of telling."""
        return _once(self, lambda step: step.premises)

    @property
    def leaves(self) -> tuple[Step, ...]:
        """What the reason ends in, that of its background included."""
        return tuple(step for step in self if step.kind in ("fact", "clause", "question"))


@dataclass(frozen=True, slots=True, eq=False)
class Attempt:
    """A rule that could have led to what does not follow: what it says, its source, its place, and what it lacks."""

    rule: str
    source: str
    place: str
    lacking: tuple[Step, ...]


def _once(root: Step, below: Callable[[Step], Sequence[Step]]) -> Iterator[Step]:
    seen: set[Step] = set()
    stack = [root]
    while stack:
        step = stack.pop()
        if step not in seen:
            seen.add(step)
            yield step
            stack.extend(reversed(below(step)))


def outlined(root: Step) -> Iterator[tuple[Step, int, int | None, bool]]:
    """The steps as one reads them: each with its depth, its number if several rest on it, and whether it was told before.

    What a step with a number rests on is told once; leaves are told again wherever they stand.
    """
    numbers = shared(root)
    seen: set[Step] = set()
    stack = [(root, 0)]
    while stack:
        step, depth = stack.pop()
        again = step in seen and step in numbers
        yield step, depth, numbers.get(step), again
        if not again:
            seen.add(step)
            stack.extend((premise, depth + 1) for premise in reversed(step.premises))


def shared(root: Step) -> dict[Step, int]:
    """The steps that rest on others and on which several rest, numbered in the order in which they are told."""
    resting = Counter(premise for step in root.told for premise in step.premises)
    told = (step for step in root.told if step.premises and resting[step] > 1)
    return {step: number for number, step in enumerate(told, 1)}
