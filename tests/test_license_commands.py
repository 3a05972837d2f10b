# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The commands that tell of licences: lists, sheets, differences, pairs, and licences of one's own."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from licet.engine import catalog
from licet.repl.main import run

OWN = """%# acme-1.0 — Acme licence 1.0
%
%  text      https://acme.example/1.0
%  encoded   1, 2
%  left out  nothing

license("acme-1.0", software).

% 1. Everything is allowed.
clause("acme-1.0", "1", may((use; make; distribute; host), covered)).

% 2. Changed versions bear the name.
clause("acme-1.0", "2", must(distribute, derivative, name_prefix("Acme"))).
"""


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a licence of one's own, forgotten after the test."""
    (tmp_path / "acme-1.0.lp").write_text(OWN, encoding="utf-8")
    monkeypatch.setattr(catalog, "_added", [])
    monkeypatch.setattr(catalog, "_files", catalog._files)
    return tmp_path


@pytest.fixture(autouse=True)
def _forget() -> None:
    catalog.include(())


def printed(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    assert run(list(arguments)) == code
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert run(list(arguments)) == 2
    return capsys.readouterr().err


def test_filters_hold_together(capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(capsys, "licenses", "--requires", "license-whole", "--approved", "osi", "--kind", "software")
    ids = {line.split()[0] for line in found.splitlines()}
    assert {"GPL-2.0-only", "GPL-3.0-only", "AGPL-3.0-only", "EUPL-1.2", "OSL-3.0"} <= ids
    assert not {"MIT", "MPL-2.0", "SSPL-1.0", "CC-BY-SA-4.0"} & ids


def test_a_list_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(printed(capsys, "licenses", "--restricts", "medical-advice", "--forbids", "training", "--format", "json"))
    assert all(set(row) == {"id", "name", "kind", "approved"} for row in rows)
    everything = json.loads(printed(capsys, "licenses", "--format", "json"))
    assert len(everything) == len(catalog.licenses())


def test_a_use_is_restricted_with_what_is_wider(capsys: pytest.CaptureFixture[str]) -> None:
    narrow = printed(capsys, "licenses", "--restricts", "child-sexual-abuse")
    assert "bigscience-openrail-m" in narrow  # harm to minors takes it in


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("licenses", "--requires", "licence-whole"), "did you mean license-whole"),
        (("licenses", "--restricts", "xyzzy"), "of no licence is it told that it restricts `xyzzy`"),
        (("licenses", "diff", "openrail", "MIT"), "names a family of licences, not a text: bigscience-openrail-m"),
        (("licenses", "show", "Apache-2"), "did you mean Apache-2.0"),
        (("licenses", "show", "h-research"), "holds no text of `h-research`"),
        (("licenses", "diff", "MIT", "MTI-0"), "did you mean MIT-0"),
        (("compat", "MIT"), "name the inbound and the outbound licence"),
        (("compat", "MIT", "GPL"), "`gpl` names a family of licences, not a text: GPL-1.0-only"),
        (("compat", "MIT AND", "MIT"), "Invalid value for '[INBOUND]'"),
        (("compat", "MIT", "MIT", "--matrix"), "a matrix takes no licences as arguments"),
        (("licenses", "new", "../evil"), "cannot be an id"),
        (("licenses", "new", "mit"), "`mit` is taken"),
        (("compat", "MIT", "MIT", "--format", "csv"), "belong to a --matrix"),
        (("compat", "LicenseRef-Foo", "MIT"), "holds no text of `LicenseRef-Foo`"),
    ],
)
def test_what_cannot_be_answered_is_said(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str) -> None:
    assert told in refused(capsys, *arguments)


def test_a_sheet_follows_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = printed(capsys, "licenses", "show", "gpl-3.0")
    assert sheet.startswith("GPL-3.0-only — GNU General Public License")
    sections = [line for line in sheet.splitlines() if line and not line.startswith(" ")]
    assert sections.index("5(c)") < sections.index("8") < sections.index("13")
    assert "License the work as a whole under the same licence." in " ".join(sheet.split())
    assert len(printed(capsys, "licenses", "show", "gpl-3.0", "--notes")) > len(sheet)


def test_a_sheet_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = json.loads(printed(capsys, "licenses", "show", "MIT", "--format", "json"))
    assert sheet["approved"] == ["OSI-approved", "FSF-libre"]
    assert "must(distribute,covered,retain_notices)" in [term for clause in sheet["clauses"] for term in clause["terms"]]


def test_llama_3_and_3_1_differ_in_training_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    told = printed(capsys, "licenses", "diff", "llama3", "llama3.1")
    before, after = told.split("only llama3.1")
    assert "You may not improve another language model" in before
    assert "a model improved with outputs of the work" in after
    assert "(2024-03)" in after and "(2024-06)" in after
    same = json.loads(printed(capsys, "licenses", "diff", "MIT", "MIT", "--format", "json"))
    assert same["only_first"] == same["only_second"] == same["changed"] == []


def test_a_pair_is_answered_with_clauses(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "compat", "MIT", "GPL-3.0-only").startswith("MIT in GPL-3.0-only: yes")
    told = printed(capsys, "compat", "Apache-2.0", "GPL-2.0-only", code=1)
    assert told.startswith("Apache-2.0 in GPL-2.0-only: no (settled)")
    assert "[Apache-2.0 3; GPL-2.0-only 6]" in told
    assert "source code of the whole is handed over" in printed(capsys, "compat", "MPL-2.0", "MIT", code=1)
    called = printed(capsys, "compat", "Apache-2.0", "GPL-2.0-only", "--by", "calls", code=1)
    assert called.startswith("Apache-2.0 in GPL-2.0-only: depends (possible)")
    assert printed(capsys, "compat", "MIT", "LicenseRef-Proprietary").startswith("MIT in LicenseRef-Proprietary: yes")
    assert printed(capsys, "compat", "GPL-2.0-only", "LicenseRef-Proprietary", code=1).split("\n")[0].endswith(": no (settled)")
    asked = json.loads(printed(capsys, "compat", "llama3.1", "MIT", "--by", "fine-tunes", "--format", "json", code=1))
    assert (asked["answer"], asked["findings"][0]["topic"]) == ("no", "label-replaces-agreement")


def test_a_matrix_has_rows_outbound_and_columns_inbound(capsys: pytest.CaptureFixture[str]) -> None:
    chosen = [part for name in ("MIT", "GPL-3.0-only", "AGPL-3.0-only") for part in ("--only", name)]
    header, *rows = csv.reader(io.StringIO(printed(capsys, "compat", "--matrix", *chosen)))
    assert header[1:] == ["MIT", "GPL-3.0-only", "AGPL-3.0-only"]
    assert rows[0] == ["MIT", "yes", "no", "no"]
    assert rows[1][:3] == ["GPL-3.0-only", "yes", "yes"]
    cells = json.loads(printed(capsys, "compat", "--matrix", *chosen, "--format", "json"))["outbound"]
    assert cells["MIT"]["GPL-3.0-only"] == "no"


def test_a_licence_of_ones_own_is_known_everywhere(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "Begin the model's name with “Acme”." in printed(capsys, "licenses", "show", "acme-1.0", "--kb", str(own))
    case = own / "case.yaml"
    case.write_text(
        "name: A fork bears the name\n"
        "given:\n"
        "  works: {a: {kind: software, under: acme-1.0}, b: {kind: software, under: MIT, modifies: a}}\n"
        "  parties: {p: }\n"
        "  acts: [{party: p, does: distribute, work: b}]\n"
        "expect: {obligation: [{work: b, duty: name-prefix, clause: acme-1.0 2}]}\n",
        encoding="utf-8",
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "LICET_KB": str(own)}
    line = [sys.executable, "-c", "from licet.repl.main import main; main()", "check", str(case)]
    ran = subprocess.run(line, capture_output=True, text=True, env=environment, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "not met" not in ran.stdout


def test_what_is_wrong_with_licences_of_ones_own_ends_the_command(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "bad.lp").write_text('license("bad", software).\nclause("bad", "1", must(use, covered, citte)).\n', encoding="utf-8")
    told = refused(capsys, "licenses", "--kb", str(own))
    assert told.endswith("bad.lp:2: `citte` is no declared duty; did you mean `cite`?\n")


def test_a_skeleton_can_be_loaded_at_once(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = printed(capsys, "licenses", "new", "acme-2.0", "--kind", "model")
    (own / "acme-2.0.lp").write_text(begun, encoding="utf-8")
    assert "acme-2.0 — " in printed(capsys, "licenses", "show", "acme-2.0", "--kb", str(own))
    asked = [line for line in begun.splitlines() if line.startswith("% ---- ") and line.endswith("?")]
    examples = [line[2:].replace("[fill in]", "1") for line in begun.splitlines() if line.startswith("% clause(")]
    assert len(examples) > len(asked) > 10
    (own / "acme-2.0.lp").write_text('license("acme-2.0", model).\n' + "\n".join(examples), encoding="utf-8")
    assert printed(capsys, "licenses", "show", "acme-2.0", "--kb", str(own))


def test_a_difference_tells_what_it_changes(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "licenses", "diff", "llama3", "llama3.1", "--format", "json"))["situations"]
    taught = next(change for change in told if change["situation"].startswith("teaching a model of another sort"))
    assert "improves-other-model" in [finding["topic"] for finding in taught["only_first"]]
    assert "name-prefix" in [finding["topic"] for finding in taught["only_second"]]
    assert json.loads(printed(capsys, "licenses", "diff", "MIT", "ISC", "--format", "json"))["situations"] == []
    for pair in (("CC-BY-4.0", "CC-BY-SA-4.0"), ("ODbL-1.0", "CC0-1.0"), ("PostgreSQL", "GPL-2.0-only")):
        assert json.loads(printed(capsys, "licenses", "diff", *pair, "--format", "json"))["situations"]


def test_a_family_is_told_by_what_its_texts_differ_in(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "licenses", "show", "bsd", "--format", "json"))
    assert "no-endorsement" in told["candidates"]["BSD-3-Clause"]["requires"]
    assert "no-endorsement" not in told["candidates"]["BSD-2-Clause"]["requires"]
    assert told["unknown"] == ["BSD-4-Clause"]
    shown = printed(capsys, "licenses", "show", "openrail")
    assert shown.startswith("openrail names a family of licences, not a text.")
    assert "bigcode-openrail-m" in shown
