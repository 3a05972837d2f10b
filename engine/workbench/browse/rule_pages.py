# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The pages on rules: the predicates, and each file of rules with its rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from ...because.phrases import Phrase, blocks
from ...glossary import KNOWLEDGE_BASE
from ...report.markdown import literal
from ..statements import Passage, Predicate, derived_in, passages, read_in, rule_files
from . import spots
from .page import Page, anchor, block, code, mark, table

_TOLD = (
    *(
        "predicates.lp",
        "conclusions.lp",
        "identity.lp",
        "approvals.lp",
        "overlaps.lp",
        "policies.lp",
        "patents.lp",
        "powers.lp",
    ),
    "goals/query.lp",
)
"""The files that have doc blocks."""
_TITLE = re.compile(r"^%# (.+)$", re.MULTILINE)
_NOTES = re.compile(r"^%# .+\n((?:%.*\n)*)", re.MULTILINE)


def told() -> dict[Predicate, tuple[str, Phrase]]:
    """Every predicate that has a doc block, with the file that it stands in."""
    found = ((name, phrase, file) for file in _TOLD for name, phrase in blocks(file))
    return {(name, len(phrase.arguments)): (file, phrase) for name, phrase, file in found}


def predicates() -> Page:
    """Every predicate: how it reads, where it is derived and read."""
    documented = told()
    silent = sorted((derived_in().keys() | read_in().keys()) - documented.keys())
    links = spots.predicates(sorted({*documented, *silent}), spots.PREDICATES)
    lines = [f"{links}.", "", "## With a sentence"]
    for found, (file, phrase) in documented.items():
        lines += _predicate(found, file, phrase)
    lines += [
        "",
        "## Without a sentence of their own",
        "",
        "They go without saying, or the words of the vocabulary say them.",
        "",
    ]
    lines += [f"- {mark(anchor(*found))}{code(f'{found[0]}/{found[1]}')}: {_places(found)}" for found in silent]
    return Page(spots.PREDICATES, "Predicates", tuple(lines))


def _predicate(found: Predicate, file: str, phrase: Phrase) -> Iterator[str]:
    head = f"{found[0]}({', '.join(phrase.arguments)})"
    yield from ("", mark(anchor(*found)), "", f"### {code(head)}", "")
    yield f"- it is so: {literal(phrase.positive)}"
    if phrase.negative:
        yield f"- it is not so: {literal(phrase.negative)}"
    for place, meaning in phrase.meanings:
        yield f"- {code(place)}: {literal(meaning)}"
    yield f"- documented in {code(f'kb/{file}')}; {_places(found)}"


def _places(found: Predicate) -> str:
    """Where a predicate is derived and read."""
    derived, read = derived_in().get(found, ()), read_in().get(found, ())
    said = (("derived in", derived), ("read in", read))
    return "; ".join(f"{verb} {spots.files(files, spots.PREDICATES)}" for verb, files in said if files) or "no rule has it"


def rule_pages() -> Iterator[Page]:
    """A page for each file of rules."""
    by_file: dict[Path, list[Passage]] = {file: [] for file in rule_files()}
    for passage in passages():
        by_file[passage.file].append(passage)
    return (_file(file, shown) for file, shown in by_file.items())


def title(file: Path) -> str:
    """The question that a file answers."""
    found = _TITLE.search(file.read_text(encoding="utf-8"))
    return found[1] if found else spots.name(file)


def _file(file: Path, shown: list[Passage]) -> Page:
    origin = spots.file(file).path
    notes = _NOTES.search(file.read_text(encoding="utf-8"))
    header = "\n".join(line.lstrip("%").strip() for line in notes[1].splitlines()).strip() if notes else ""
    lines = [code(f"kb/{spots.name(file)}")]
    lines += ["", *block(header, "text")] if header else []
    derives = sorted({each for passage in shown for each in passage.derives})
    reads = sorted({each for passage in shown for each in passage.reads})
    lines += ["", f"Derives {spots.predicates(derives, origin)}."] if derives else []
    lines += ["", f"Reads {spots.predicates(reads, origin)}."] if reads else []
    lines += [line for passage in shown for line in _passage(passage, origin)]
    return Page(origin, title(file), tuple(lines))


def _passage(passage: Passage, origin: str) -> Iterator[str]:
    yield from ("", mark(spots.passage(passage).anchor), "", f"## Line {passage.line}", "")
    if passage.sentence:
        source = f"\\[{spots.cited(passage.source, origin)}\\] " if passage.source else ""
        yield from (source + literal(passage.sentence), "")
    yield from block(passage.text, "prolog")
    yield ""
    yield f"- derives {spots.predicates(passage.derives, origin)}"
    if passage.reads:
        yield f"- reads {spots.predicates(passage.reads, origin)}"
    if passage.absent:
        yield f"- wants absent {spots.predicates(passage.absent, origin)}"


def list_of_rules(origin: str, folder: str, files: Iterable[Path]) -> tuple[str, ...]:
    """The files of a folder with the questions that they answer, as a table."""
    counts = Counter(passage.file for passage in passages())
    rows = ((spots.files([file], origin), literal(title(file)), str(counts[file])) for file in files)
    return table(("file", folder, "passages"), rows)


def folders() -> dict[str, list[Path]]:
    """The files of rules by their folders."""
    found: dict[str, list[Path]] = {}
    for file in rule_files():
        found.setdefault(file.relative_to(KNOWLEDGE_BASE).parent.as_posix(), []).append(file)
    return found
