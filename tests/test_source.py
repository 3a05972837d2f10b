# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Paths to texts: what is found, in which order, and what is refused."""

from __future__ import annotations

import io
import sys
import tracemalloc
from pathlib import Path

import pytest

from licet.engine.problem import InputError
from licet.engine.source import MAXIMUM_BYTES, sources


def message(path: Path | str) -> str:
    with pytest.raises(InputError) as caught:
        _ = next(iter(sources([str(path)]))).text
    return str(caught.value)


def test_a_folder_gives_its_yaml_files_at_any_depth_sorted(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "deep/er/c.YAML", "notes.txt", ".hidden.yaml", ".git/d.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = [Path(source.file).relative_to(tmp_path).as_posix() for source in sources([str(tmp_path)])]
    assert found == ["a.yml", "b.yaml", "deep/er/c.YAML"]


def test_a_folder_named_with_a_leading_dot_is_searched_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / ".cases").mkdir()
    (tmp_path / ".cases" / "a.yaml").write_text("x", encoding="utf-8")
    assert len(list(sources([str(tmp_path / ".cases")]))) == 1


def test_a_file_named_twice_is_read_once_and_order_is_kept(tmp_path: Path) -> None:
    first, second = tmp_path / "z.yaml", tmp_path / "a.txt"
    for file in (first, second):
        file.write_text(file.name, encoding="utf-8")
    assert [source.text for source in sources([str(first), str(second), str(first), str(tmp_path)])] == ["z.yaml", "a.txt"]


def test_standard_input_is_read_for_a_hyphen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("é".encode())))
    assert next(sources(["-"])).text == "é"


def test_standard_input_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"#" * (MAXIMUM_BYTES + 1))))
    assert "-:1: the file is larger than 8 MB" in message("-")


def test_a_byte_order_mark_is_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbfname: x")
    assert next(sources([str(tmp_path)])).text == "name: x"


def test_a_bad_source_does_not_keep_the_next_from_being_read(tmp_path: Path) -> None:
    good = tmp_path / "good.yaml"
    good.write_text("fine", encoding="utf-8")
    bad, fine = sources([str(tmp_path / "absent.yaml"), str(good)])
    with pytest.raises(InputError):
        _ = bad.text
    assert fine.text == "fine"


def test_a_missing_file_is_an_error_that_names_its_nearest_sibling(tmp_path: Path) -> None:
    (tmp_path / "llama.yaml").write_text("x", encoding="utf-8")
    found = message(tmp_path / "lama.yaml")
    assert "there is no such file or folder" in found
    assert f"did you mean {tmp_path / 'llama.yaml'}?" in found


def test_a_folder_without_cases_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert "the folder holds no cases; expected files named *.yaml or *.yml" in message(tmp_path)


def test_text_that_is_not_utf8_is_an_error_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(b"- name: a\n- name: caf\xe9\n")
    assert message(file) == f"{file}:2: the file is not UTF-8 text"


def test_a_name_the_system_cannot_hold_is_an_error() -> None:
    assert "the file cannot be read" in message("null\0character.yaml") or "no such file" in message("null\0character.yaml")


def test_a_huge_file_is_refused_without_being_read_into_memory(tmp_path: Path) -> None:
    file = tmp_path / "huge.yaml"
    with file.open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    try:
        found = message(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert f"{file}:1: the file is larger than 8 MB" in found
    assert peak < 3 * MAXIMUM_BYTES


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    file.write_bytes(b"#" * MAXIMUM_BYTES)
    assert len(next(sources([str(file)])).text) == MAXIMUM_BYTES
