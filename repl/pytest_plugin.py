# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases as items of pytest: one for each, named by its file and its sentence.

YAML files under the folders of the ini option ``licet_scenarios`` are collected, and such files of cases as are named on the
command line. Cases are decided a batch at a time, when the first of the batch is run, so that what ``-k`` leaves out costs
nothing. Nothing of the engine is imported before there is a file to collect.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from licet.engine.case import Case
    from licet.engine.workbench.cases.trial import Trial

FOLDERS = "licet_scenarios"
SUFFIXES = (".yaml", ".yml")

EXPLAINED = 5
"""Failed cases that are explained in a run."""

_CASE = re.compile(r"""^[\s\-{]*["']?given["']?\s*:|[{,]\s*["']?given["']?\s*:""", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the folders."""
    parser.addini(FOLDERS, "Folders whose YAML files are cases of licet, each a test.", type="paths", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Keep what was decided with the run."""
    config.stash[_BENCH] = Bench(config)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take a YAML file for cases where it stands in one of the folders, or is named and holds cases."""
    if file_path.suffix.lower() not in SUFFIXES:
        return None
    folders: list[Path] = parent.config.getini(FOLDERS)
    if any(file_path.is_relative_to(folder) for folder in folders):
        return Scenarios.from_parent(parent, path=file_path)
    if parent.session.isinitpath(file_path) and _holds_cases(file_path):
        return Scenarios.from_parent(parent, path=file_path)
    return None


class Scenarios(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[Item]:
        """The cases, each by its sentence.

        Raises:
            InputError: the file cannot be read
        """
        from licet.engine.reader import read  # noqa: PLC0415 - only those who have cases pay for it
        from licet.engine.source import Source  # noqa: PLC0415

        source = Source(str(self.path))
        cases = read(source.text, _shown(self.path, self.config))
        names = Counter(case.name for case in cases)
        for case in cases:
            again = f" (line {case.place.line})" if case.place and names[case.name] > 1 else ""
            yield Item.from_parent(self, name=case.name + again, case=case)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What is wrong with the file."""
        return _problems(excinfo.value) or super().repr_failure(excinfo)


class Item(pytest.Item):
    """A case."""

    def __init__(self, *, case: Case, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.case = case

    def runtest(self) -> None:
        """Hold what was decided against what is expected."""
        trial = self.config.stash[_BENCH].trial(self)
        if trial.outcome == "skipped":
            pytest.skip("the case expects nothing")
        if trial.outcome == "failed":
            raise UnmetError(trial)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """The text that ``licet kb test`` prints."""
        if isinstance(excinfo.value, UnmetError):
            return self.config.stash[_BENCH].told(excinfo.value.trial)
        return _problems(excinfo.value) or super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int | None, str]:
        """Where the case stands."""
        return self.path, self.case.place.line - 1 if self.case.place else None, self.name


class UnmetError(Exception):
    """A case does not meet its expectations."""

    def __init__(self, trial: Trial) -> None:
        super().__init__(*map(str, trial.unmet))
        self.trial = trial


class Bench:
    """What was decided in a run of pytest, and how many failures were explained."""

    def __init__(self, config: pytest.Config) -> None:
        self._shares = hasattr(config, "workerinput")
        self._trials: dict[Item, Trial] = {}
        self._broken: Exception | None = None
        self._explained = 0

    def trial(self, item: Item) -> Trial:
        """The trial of a case, which is decided with those that follow it unless it was.

        Raises:
            InputError: the knowledge base cannot be decided on
        """
        if self._broken is not None:
            raise self._broken
        if item not in self._trials:
            try:
                self._decide(item)
            except Exception as error:  # what breaks one batch breaks the others
                self._broken = error
                raise
        return self._trials[item]

    def _decide(self, item: Item) -> None:
        from licet.engine.decide import BATCH  # noqa: PLC0415 - only those who have cases pay for it
        from licet.engine.workbench.cases.soundness import sound  # noqa: PLC0415
        from licet.engine.workbench.cases.trial import tried  # noqa: PLC0415

        items = [each for each in item.session.items if isinstance(each, Item)]
        following = [each for each in items[items.index(item) :] if each not in self._trials]
        if self._shares:  # of pytest-xdist's workers one gets a file; what follows may be another's
            following = [each for each in following if each.path == item.path]
        batch = following[:BATCH]
        self._trials.update(zip(batch, sound(tried(each.case for each in batch)), strict=True))

    def told(self, trial: Trial) -> str:
        """Why a trial failed; the first ones with reasons."""
        from licet.engine.report.look import Look  # noqa: PLC0415 - only failures pay for it
        from licet.engine.report.trials import Told, failed  # noqa: PLC0415
        from licet.engine.workbench.cases.reasoned import reasoned  # noqa: PLC0415

        self._explained += 1
        reasons = tuple(reasoned(trial)) if self._explained <= EXPLAINED else ()
        lines = [line for line in failed(Told(trial, reasons), Look()) if line]
        if not reasons:
            lines.append(f"  Not explained, for {EXPLAINED} cases were: `licet kb test -k WORDS` explains this one.")
        return "\n".join(lines)


_BENCH = pytest.StashKey[Bench]()


def _shown(path: Path, config: pytest.Config) -> str:
    """A file as pytest names it: from the folder that it was started for."""
    return str(path.relative_to(config.rootpath)) if path.is_relative_to(config.rootpath) else str(path)


def _problems(error: BaseException) -> str:
    """What is wrong with an input, if the error says so."""
    from licet.engine.problem import InputError  # noqa: PLC0415 - only failures pay for it

    return str(error) if isinstance(error, InputError) else ""


def _holds_cases(path: Path) -> bool:
    """Whether a text looks like cases; whether it can be read, the reader says."""
    try:
        return _CASE.search(path.read_text(encoding="utf-8")) is not None
    except (OSError, UnicodeDecodeError):
        return False
