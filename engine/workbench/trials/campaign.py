# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""A run over many mutants: what is known is looked up, the rest is tried, all of it remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from ...case import Case
from ...glossary import KNOWLEDGE_BASE
from ..faults.law import Statement, laws, sayings
from ..faults.mutation import Mutation
from ..faults.operators import DROP, faults
from ..faults.triggers import slips
from .base import Base, Batch, batches
from .bench import bases, trials
from .hearing import Task, Trial
from .memory import Memory, keep, kept
from .world import case_key, contents_key, ordered_key, world_key

LIMIT = 400
"""How many cases a mutant is tried on before it counts as a survivor."""

UNLIKELY = 100
"""The same for a mutant with which nothing is sure to be lost that matters, nor anything gained."""


Watch = Callable[[Iterable[Base], int], Iterable[Base]]
"""Passes on what comes, and is told how much it will be."""


@dataclass(frozen=True, slots=True)
class Means:
    """With what a run is done: a folder to remember in, how many processes, and on how many cases a mutant is tried at most.

    ``unlikely`` is the limit where no case is known to lose or to gain anything that matters.
    """

    folder: Path
    jobs: int = 1
    limit: int | None = LIMIT
    unlikely: int | None = UNLIKELY


def statements_of(rules: bool, clauses: bool) -> tuple[Statement, ...]:
    """The statements that faults are put into."""
    return (*(laws() if rules else ()), *(sayings() if clauses else ()))


def mutations(statements: Sequence[Statement], folder: Path) -> list[Mutation]:
    """Every mutation of statements, those of one statement together.

    Args:
        statements: whole files or parts of them
        folder: where those of the whole knowledge base are remembered
    """
    if len(statements) < _MANY:
        return [mutation for statement in statements for mutation in mutated(statement)]
    files = sorted({each.file for each in (*laws(), *sayings())})
    contents = contents_key([*files, *sorted(KNOWLEDGE_BASE.glob("*.lp"))])
    named = folder / f"mutations-{ordered_key([str(KNOWLEDGE_BASE), contents])}"  # statements know the path of their file
    every = kept(named, list)
    if every is None:
        every = [mutation for each in statements_of(True, True) for mutation in mutated(each)]
        keep(named, every)
    wanted = set(statements)
    return [mutation for mutation in every if mutation.statement in wanted]


_MANY = 100


def mutated(statement: Statement) -> Iterator[Mutation]:
    """Every mutation of a statement; the first drops it."""
    return slips(statement) if statement.sort == "clause" else faults(statement)


def drops(statements: Iterable[Statement]) -> list[Mutation]:
    """The mutations that drop each statement as a whole."""
    return [Mutation(statement, "", DROP, "dropped") for statement in statements]


def decided(cases: Iterable[Case], means: Means, watch: Watch = lambda parts, _: iter(parts)) -> Base:
    """The cases decided on the knowledge base as it is, batch by batch from a former run where nothing has changed.

    Args:
        cases: those that mutants are tried on
        means: with what it is done
        watch: passes on what comes; told how much it will be
    """
    parts = list(batches(cases))
    files = [means.folder / f"base-{_part_key(part)}" for part in parts]
    found = [kept(file, Base) for file in files]
    missing = [number for number, part in enumerate(found) if part is None]
    coming = watch(bases([parts[number] for number in missing], means.jobs), len(missing))
    for number, part in zip(missing, coming, strict=True):
        keep(files[number], part)
        found[number] = part
    whole = Base()
    for each in found:
        assert each is not None
        whole.add(each)
    whole.cases = [case for part in parts for case in part.cases]  # what was kept may not know on which lines they stand now
    return whole


def _part_key(part: Batch) -> str:
    return ordered_key([contents_key(()), *map(str, part.numbers), *map(case_key, part.cases)])


class Campaign:
    """Tries mutants on cases.

    Args:
        whole: the cases
        means: with what it is done
    """

    def __init__(self, whole: Base, means: Means) -> None:
        self._whole, self._means = whole, means
        self._names = [case.name for case in whole.cases]
        self._numbers = {name: number for number, name in enumerate(self._names)}
        self._memory = Memory(means.folder, whole.keys, world_key([*whole.keys, str(means.limit), str(means.unlikely)]))

    def run(self, wanted: Sequence[Mutation]) -> Iterator[Trial]:
        """Tries mutants.

        Args:
            wanted: the mutants, those of one statement together
        Returns:
            what came of each, first what was known, then as it comes
        """
        rest = []
        for mutation in wanted:
            known = self._known(mutation)
            if known is not None:
                yield known
            else:
                rest.append(mutation)
        tasks = [self._task(tuple(group)) for _, group in groupby(rest, key=lambda each: each.statement)]
        if not tasks:
            return
        for found in trials(self._whole, tasks, self._means.jobs):
            for trial in found:
                self._memory.keep(trial, self._names)
                yield self._completed(trial)
            self._memory.save()

    def _known(self, mutation: Mutation) -> Trial | None:
        tried = self._memory.tried(mutation.key)
        for case, (told, _) in tried.items():
            if told:
                return Trial(mutation, case, told)
        foreseen = self._memory.survived(mutation.key)
        return None if foreseen is None else self._completed(Trial(mutation, None, foreseen=foreseen))

    def _completed(self, trial: Trial) -> Trial:
        """A survivor with all the cases that did not notice it, those of former runs too."""
        if trial.killer is not None:
            return trial
        before = {case: changes for case, (_, changes) in self._memory.tried(trial.mutation.key).items()}
        return replace(trial, tried={**before, **trial.tried})

    def _task(self, group: tuple[Mutation, ...]) -> Task:
        first, known = {}, {}
        for mutation in group:
            name = self._memory.noticed_by(mutation.key)
            first[mutation.key] = (self._numbers[name],) if name in self._numbers else ()
            known[mutation.key] = frozenset(self._memory.tried(mutation.key))
        return Task(group, self._means.limit, self._means.unlikely, first, known)
