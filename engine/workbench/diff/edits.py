# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What tells two knowledge bases apart: edits of single statements, each of which can be taken back by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from ..cases.loading import decides_only
from .blocks import Block, blocks
from .pairing import paired
from .saying import said


@dataclass(frozen=True, slots=True)
class Edit:
    """A statement that came, went or was changed, with its comments; of a licence that came or went the whole file.

    ``before`` and ``after`` are None where it is not there. ``source`` and ``sentence`` are those of the rule or the clause, as
    it is after the edit or, where it went, as it was; ``whole`` tells that it is a licence that came or went.
    """

    number: int
    path: str
    before: Block | None
    after: Block | None
    source: str = ""
    sentence: str = ""
    whole: bool = False

    @property
    def only_comments(self) -> bool:
        """Whether no statement differs."""
        return (self.before.code if self.before else "") == (self.after.code if self.after else "")

    @property
    def gone(self) -> bool:
        """Whether the statement is no longer there, though its comments may be."""
        return self.after is None or bool(self.before and self.before.code and not self.after.code)

    @property
    def line(self) -> int:
        """Its line, in the file as it is after the edit; of what went in the file as it was."""
        block = self.before if self.gone else self.after
        return block.line if block else 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file before and after, None where there is no such file, and the edit that makes the difference."""

    before: str | None
    after: str | None
    edit: Edit | None = None


@dataclass(frozen=True)
class Edits:
    """The edits between two knowledge bases, and the files of both in parts."""

    edits: tuple[Edit, ...]
    _files: Mapping[str, Sequence[_Part]]

    @property
    def paths(self) -> frozenset[str]:
        """The files that differ."""
        return frozenset(edit.path for edit in self.edits)

    @property
    def catalogue(self) -> bool:
        """Whether licences came or went, by which every name of a licence may mean something else."""
        parts = (part for parts in self._files.values() for part in parts)
        return any(part.before is None or part.after is None for part in parts)

    def write(self, target: Path, back: Collection[Edit] = ()) -> None:
        """Writes the second knowledge base with some edits taken back.

        Args:
            target: an empty folder
            back: the edits
        """
        for path, parts in self._files.items():
            texts = [part.before if part.edit in back and part.edit is not None else part.after for part in parts]
            said = [text for text in texts if text is not None]
            if said:
                file = target / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes("".join(said).encode("utf-8", "surrogateescape"))


def edits_between(before: Path, after: Path) -> Edits:
    """Finds the edits between two knowledge bases.

    Args:
        before: the folder of the first
        after: that of the second
    """
    return _Comparison(before, after).edits()


class _Comparison:
    """Two knowledge bases, and the edits between them that were found so far."""

    def __init__(self, before: Path, after: Path) -> None:
        self._before, self._after = before, after
        self._found: list[Edit] = []

    def edits(self) -> Edits:
        was, now = _texts(self._before), _texts(self._after)
        files = {path: list(self._parts(path, was.get(path), now.get(path))) for path in sorted({*was, *now})}
        return Edits(tuple(self._found), files)

    def _parts(self, path: str, before: str | None, after: str | None) -> Iterator[_Part]:
        """The parts of a file; its edits are added to those that were found."""
        if before == after:
            yield _Part(before, after)
        elif (before is None or after is None) and decides_only(path):
            yield _Part(before, after, self._licence(path, before, after))
        else:
            was, now = blocks(before or ""), blocks(after or "")
            first, second = ([block.text.strip() for block in several] for several in (was, now))
            for tag, i, j, k, m in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
                for old, new in zip(was[i:j], now[k:m], strict=True) if tag == "equal" else paired(was[i:j], now[k:m]):
                    same = (old.text.strip() if old else "") == (new.text.strip() if new else "")
                    edit = None if same else self._statement(path, old, new)
                    yield _Part(old.text if old else "", new.text if new else "", edit)

    def _licence(self, path: str, before: str | None, after: str | None) -> Edit:
        old, new = (Block(text, 1) if text is not None else None for text in (before, after))
        sentence = f"The licence {Path(path).stem} {'is no longer' if new is None else 'is now'} known."
        return self._add(Edit(len(self._found) + 1, path, old, new, sentence=sentence, whole=True))

    def _statement(self, path: str, before: Block | None, after: Block | None) -> Edit:
        edit = Edit(len(self._found) + 1, path, before, after)
        folder, block = (self._before, before) if edit.gone else (self._after, after)
        source, sentence = said(folder / path, block) if block is not None else ("", "")
        return self._add(replace(edit, source=source, sentence=sentence))

    def _add(self, edit: Edit) -> Edit:
        self._found.append(edit)
        return edit


def _texts(folder: Path) -> dict[str, str]:
    """Every file by its path; bytes that are no text are kept as they are."""
    files = sorted(folder.rglob("*.lp"))
    return {file.relative_to(folder).as_posix(): file.read_bytes().decode("utf-8", "surrogateescape") for file in files}
