# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb new``: what it begins can be read, fails until it is filled in, and holds once it is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from licet.engine.catalog import file_of, licenses
from licet.engine.clauses import read_license
from licet.engine.glossary import KNOWLEDGE_BASE
from licet.engine.language import mistakes, signatures
from licet.engine.reader import read
from licet.engine.vetting import faults
from licet.engine.workbench.new import case_file, draft, licence_draft, question_draft, rule_draft
from licet.engine.workbench.new.draft import Change, DraftError, unfinished
from licet.engine.workbench.new.licence_file import asking, taken_over
from licet.engine.workbench.new.licence_name import name_of
from licet.engine.workbench.new.topics import asked, example, terms, topics
from licet.repl.main import run

ROOT = Path(__file__).parent.parent
IDENTITY = (KNOWLEDGE_BASE / "identity.lp").read_text(encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A checkout with as much of the knowledge base as is written to."""
    for name in ("kb/rules", "kb/doctrine", "kb/licenses", "scenarios"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("identity.lp", "conclusions.lp", "rules/reach.lp", "doctrine/software.lp", "doctrine/data.lp"):
        shutil.copy(KNOWLEDGE_BASE / name, tmp_path / "kb" / name)
    shutil.copy(ROOT / "scenarios" / "boundary.yaml", tmp_path / "scenarios")
    return tmp_path


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole checkout that may be written to, with few cases."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("engine", "repl", "kb"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "scenarios").mkdir()
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / ".dev" / "licet").mkdir(parents=True)
    for name in ("engine", "repl", "kb"):
        (folder / ".dev" / "licet" / name).symlink_to(folder / name)
    return folder


def licet(copy: Path, *arguments: str, where: str = ".") -> subprocess.CompletedProcess[str]:
    """Run licet as the checkout has it."""
    environment = {**os.environ, "PYTHONPATH": str(copy / ".dev"), "COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", "from licet.repl.main import main; main()", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=copy / where, check=False)


def files(folder: Path) -> dict[str, str]:
    """All files with their texts."""
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    """Replace texts that stand once in a file."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


# ---- The questions to put to a text


def test_every_term_stands_under_a_question_and_every_example_is_one() -> None:
    assert [known for topic in topics() for known in topic.signatures] == list(signatures())
    written = [text for topic in topics() for text in (*topic.examples, *map(example, topic.signatures))]
    assert len(written) > len(signatures())
    assert [mistake for text in written for term in terms(text) for mistake in mistakes(term)] == []
    assert all(topic.question.rstrip().endswith((".", "?")) for topic in topics())


def test_a_new_term_is_asked_for_by_itself() -> None:
    told = asked(
        "% May it be sung?\nterm(sings(text)).\n\n% ---- Song\n%\n%  Is there a tune?\n\n% In {0}.\nterm(tune(count)).\n"
    )
    assert [topic.heading for topic in told] == ["Song", "What else does it say?"]
    assert [example(known) for topic in told for known in topic.signatures] == ["tune(30)", 'sings("…")']


@pytest.mark.parametrize("kind", ["software", "model", "data", "content", "any", "exception"])
def test_a_begun_licence_is_a_licence_file(root: Path, kind: str) -> None:
    drafted = licence_draft.draft(root, licence_draft.Wish("acme-3.0", "Acme", kind, "https://acme.example"))
    texts = {change.path.name: change.text for change in drafted.changes}
    text = texts["acme-3.0.lp"]
    assert faults(text, "acme-3.0") == ()
    assert all(f"%  {key} " in text for key in ("text", "encoded", "left out"))
    assert text.startswith("% SPDX") and f'license("acme-3.0", {kind}).' in text
    (case,) = read(texts["acme-3.0.yaml"], "acme-3.0.yaml")
    assert case.expectations


def test_every_prompt_of_a_licence_would_be_a_clause() -> None:
    text = asking("acme-3.0", "model")
    prompts = [line[2:] for line in text.splitlines() if line.startswith("% clause(")]
    assert len(prompts) > len(signatures())
    assert faults("\n".join(['license("acme-3.0", model).', *prompts]), "acme-3.0") == ()
    for known in signatures():
        assert any(re.search(rf'"\[fill in\]", {known.pattern.name}\b', line) for line in prompts)


@pytest.mark.parametrize("other", licenses())
def test_what_is_taken_over_says_the_same_with_every_section_marked(other: str, tmp_path: Path) -> None:
    text = taken_over("acme-3.0", "any", other, file_of(other).read_text(encoding="utf-8"))
    path = tmp_path / "acme-3.0.lp"
    path.write_text(text, encoding="utf-8")
    assert faults(text, "acme-3.0") == ()
    before, after = read_license(file_of(other)).clauses, read_license(path).clauses
    assert [clause.term for clause in after] == [clause.term for clause in before]
    assert all((clause.steward or clause.section).startswith("[re-read] ") for clause in after)
    assert [(clause.steward or clause.section).removeprefix("[re-read] ") for clause in after] == [
        clause.steward or clause.section for clause in before
    ]
    marked = {number for number, _ in unfinished(text)}
    commented = [number for number, line in enumerate(text.splitlines(), 1) if line.startswith(("clause", "position"))]
    assert set(commented) <= marked
    paragraphs = [part for part in text.split("\n\n")[2:] if part.startswith("%")]
    assert [part for part in paragraphs if not part.startswith("% [re-read] ")] == []


# ---- Names


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("mit", "`mit` is MIT, which is there already"),
        ("gpl-3.0", "GPL-3.0-only, which is there already"),
        ("GPL-3.0-or-later", "means a later version"),
        ("Apache2.0", "is nearly `Apache-2.0` of the knowledge base"),
        ("apache-2", "is nearly `Apache-2.0`"),
        ("MITT", "is nearly `MIT`"),
        ("gpl3", "is nearly `GPL-3.0-only`"),
        ("Llama-3.1-Community-License", "is nearly `llama3.1`"),
        ("openrail", "names a family of licences"),
        ("other", "names no licence"),
        ("GPL-1.0", "given `GPL-1.0` up for `GPL-1.0-only`"),
        ("GPL-1.0-or-later", "this version or later"),
        ("GPL-2.0-with-bison-exception", "WITH Bison-exception-2.2"),
        ("NONE", "choose another id"),
        ("LicenseRef-acme", "choose another id"),
        ("../evil", "cannot be an id"),
        ("a b", "cannot be an id"),
    ],
)
def test_a_name_that_is_taken_or_nearly_so_is_refused(written: str, told: str) -> None:
    with pytest.raises(DraftError) as caught:
        name_of(written, False)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("written", "id", "known_as"),
    [
        ("apache-1.1", "Apache-1.1", "an id of SPDX"),
        ("bsd-4-clause", "BSD-4-Clause", "an id of SPDX"),
        ("GCC-exception-2.0", "GCC-exception-2.0", "an id of SPDX"),
        ("H-Research", "h-research", "without its text"),
        ("llama3.4", "llama3.4", "neither an id of SPDX nor a tag"),
        ("acme-3.0", "acme-3.0", "neither an id of SPDX nor a tag"),
    ],
)
def test_a_name_is_recognised(written: str, id: str, known_as: str) -> None:
    found = name_of(written, False)
    assert found.id == id
    assert known_as in found.known_as
    assert found.exception == id.startswith("GCC")


def test_a_name_that_resembles_another_can_be_meant() -> None:
    assert name_of("MITT", True).id == "MITT"
    with pytest.raises(DraftError):
        name_of("MIT", True)


# ---- The catalogue


def _entry(root: Path, name: str, *tags: str) -> str:
    drafted = licence_draft.draft(root, licence_draft.Wish(name, tags=tags))
    return next((change.text for change in drafted.changes if change.path.name == "identity.lp"), IDENTITY)


def test_a_name_of_its_own_needs_no_entry(root: Path) -> None:
    assert _entry(root, "acme-3.0") == IDENTITY


def test_a_tag_is_entered_where_its_sort_stands(root: Path) -> None:
    before, after = IDENTITY.splitlines(), _entry(root, "apache-1.1", "apache-1.1").splitlines()
    (line,) = set(after) - set(before)
    assert line == 'tag("apache-1.1", "Apache-1.1").'
    assert after[: after.index(line)] == before[: after.index(line)]
    assert after.index(line) < after.index("% ---- Tags that name a text without an SPDX id: the tag is the id")
    own = _entry(root, "acme-3.0", "acme", "acme-3.0").splitlines()
    assert own.index('tag("acme", "acme-3.0").') > own.index('tag("gemma", "gemma").')


def test_a_text_that_was_missing_is_missing_no_more(root: Path) -> None:
    hub = _entry(root, "h-research")
    assert 'no_text("h-research")' not in hub
    assert hub.count('tag("h-research", "h-research").') == 1
    other = _entry(root, "jamba-open-model")  # no tag of the hub
    assert 'no_text("jamba-open-model")' not in other
    assert 'tag("jamba-open-model"' not in other


@pytest.mark.parametrize("tag", ["mit", "openrail", "other", "Big", "a b"])
def test_a_tag_that_stands_for_something_is_refused(root: Path, tag: str) -> None:
    with pytest.raises(DraftError):
        licence_draft.draft(root, licence_draft.Wish("acme-3.0", tags=(tag,)))


# ---- Rules


@pytest.mark.parametrize(
    ("written", "head"),
    [
        ("reaches", "reaches(Party, License, Work, Form)"),
        ("reaches/4", "reaches(Party, License, Work, Form)"),
        ("reaches(A, B, C, D)", "reaches(Party, License, Work, Form)"),
        ("barely", "barely(License, Work, Source)"),
        ("fact", "fact(Subject, Fact, Answer)"),
    ],
)
def test_a_rule_takes_the_arguments_of_the_doc_block_or_of_other_rules(root: Path, written: str, head: str) -> None:
    drafted = rule_draft.draft(root, written, "kb/rules/reach.lp", None)
    assert [change.path.name for change in drafted.changes] == ["reach.lp", f"{re.split('[/(]', written)[0]}.yaml"]
    assert f"\n% {head} :-\n" in drafted.changes[0].text


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("reachs", "did you mean reaches?"),
        ("reaches/3", "there is reaches/4"),
        ("Reaches", "is no predicate"),
        ("heavy", "is several: heavy/1, heavy/2"),
        ("fresh(work)", "`work` is no variable"),
        ("fresh(Work, Work)", "same name"),
        ("fresh(Work)", "say where its rule belongs"),
    ],
)
def test_a_predicate_that_is_not_known_is_told(root: Path, written: str, told: str) -> None:
    with pytest.raises(DraftError) as caught:
        rule_draft.draft(root, written, None, None)
    assert told in str(caught.value)


@pytest.mark.parametrize("file", ["kb/goals/query.lp", "kb/identity.lp", "../x.lp", "kb/rules/x.yaml", "/etc/x.lp"])
def test_a_rule_belongs_to_the_rules(root: Path, file: str) -> None:
    with pytest.raises(DraftError, match="is no file of rules"):
        rule_draft.draft(root, "reaches", file, None)


def test_a_new_predicate_gets_its_doc_block(root: Path) -> None:
    drafted = rule_draft.draft(root, "fresh(License, Work)", "kb/rules/reach.lp", None)
    conclusions = next(change.text for change in drafted.changes if change.path.name == "conclusions.lp")
    block = "%*! fresh(License, Work)\n    [fill in: that it is so, as part of a sentence, with {License}, {Work}]\n    Not: "
    assert block in conclusions
    assert conclusions.index("% ---- reach.lp") < conclusions.index(block) < conclusions.index("% ---- derivation.lp")
    new = rule_draft.draft(root, "fresh(License, Work)", "kb/rules/other.lp", None)
    assert "%  derives  fresh/2\n" in new.changes[0].text
    assert "\n% ---- other.lp\n\n%*! fresh(License, Work)\n" in new.changes[1].text


# ---- Questions


@pytest.mark.parametrize(
    ("name", "answers", "majority", "told"),
    [
        ("linking", ("a", "b"), "a", "is there already: Does loading"),
        ("linkng", ("a", "b"), "a", "is nearly `linking`"),
        ("theory", ("a", "b"), "a", "settles several questions"),
        ("fresh", ("a",), "a", "two answers at least"),
        ("fresh", ("a", "a"), "a", "two answers at least"),
        ("fresh", ("a", "b"), "c", "`c` is none of the answers: a, b"),
        ("Fresh", ("a", "b"), "a", "is no word"),
        ("fresh", ("a", "b)"), "a", "is no word"),
    ],
)
def test_a_question_that_cannot_be_one_is_refused(
    root: Path, name: str, answers: tuple[str, ...], majority: str, told: str
) -> None:
    with pytest.raises(DraftError) as caught:
        question_draft.draft(root, question_draft.Wish(name, answers, majority))
    assert told in str(caught.value)


def test_a_question_goes_among_the_questions_of_its_file(root: Path) -> None:
    wish = question_draft.Wish("fresh-law", ("so", "other_wise"), "so", "kb/doctrine/software.lp")
    (change, _) = question_draft.draft(root, wish).changes
    text = change.text
    assert text.index("question(plugin_main).") < text.index("question(fresh_law).") < text.index("% ---- What follows")
    assert text.index("turns_on(Case, fresh_law)") > text.index("one_work(License, derivative)")
    assert text.count("% ---- What follows") == 1 and "\n\n\n" not in text
    assert "answer(fresh_law, (so; other_wise))." in text
    assert [line for line in (change.before or "").splitlines() if line not in text.splitlines()] == []


# ---- Files: all or none, and nothing over what is there


def test_nothing_is_overwritten(root: Path) -> None:
    drafted = licence_draft.draft(root, licence_draft.Wish("acme-3.0"))
    draft.write(drafted.changes)
    before = files(root)
    with pytest.raises(DraftError, match=r"acme-3\.0\.lp is there already"):
        licence_draft.draft(root, licence_draft.Wish("acme-3.0"))
    with pytest.raises(DraftError, match="nothing was written"):
        draft.write(drafted.changes)
    with pytest.raises(DraftError, match=r"boundary\.yaml is there already"):
        case_file.change(root / "scenarios" / "boundary.yaml", "", [case_file.of_rule("x/1")], False)
    assert files(root) == before


def test_nothing_is_half_done(root: Path) -> None:
    identity = root / "kb" / "identity.lp"
    before = files(root)
    changes = (
        Change(root / "kb" / "licenses" / "new.lp", "new"),
        Change(identity, "changed", IDENTITY),
        Change(root / "nowhere" / "case.yaml", "case"),
    )
    with pytest.raises(DraftError, match="nothing was written"):
        draft.write(changes)
    assert files(root) == before
    identity.write_text("edited meanwhile", encoding="utf-8")
    with pytest.raises(DraftError, match="changed in the meantime"):
        draft.write(changes)
    assert files(root) == before | {"kb/identity.lp": "edited meanwhile"}


def test_a_case_is_added_to_a_list_of_cases(root: Path) -> None:
    path = root / "scenarios" / "boundary.yaml"
    before = read(path.read_text(encoding="utf-8"), "b")
    change = case_file.change(path, "", [case_file.of_rule("x/1")], True)
    after = read(change.text, "b")
    assert [case.name for case in after[:-1]] == [case.name for case in before]
    assert "x/1" in after[-1].name
    path.write_text(change.text, encoding="utf-8")
    with pytest.raises(DraftError, match="waits to be filled in"):
        case_file.change(path, "", [case_file.of_rule("x/1")], True)
    for text in ("name: one case\n", "- [a\n", "", "[]\n"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(DraftError):
            case_file.change(path, "", [case_file.of_rule("x/1")], True)


@pytest.mark.parametrize("named", ["../x.yaml", "kb/x.yaml", "scenarios/x.lp", "/tmp/x.yaml", "scenarios/no/x.yaml"])
def test_cases_belong_to_the_scenarios(root: Path, named: str) -> None:
    with pytest.raises(DraftError, match="is no file of cases"):
        case_file.place(root, named, "x")


def test_a_text_that_would_end_a_comment_is_refused(root: Path) -> None:
    for wish in (licence_draft.Wish("acme-3.0", "a\n#script"), licence_draft.Wish("acme-3.0", url="a\x1b[0m")):
        with pytest.raises(DraftError, match="cannot be printed"):
            licence_draft.draft(root, wish)


def test_nothing_in_the_knowledge_base_waits_to_be_filled_in() -> None:
    texts = [*KNOWLEDGE_BASE.rglob("*.lp"), *(ROOT / "scenarios").rglob("*.yaml")]
    waiting = [f"{path.name}:{line}: {mark}" for path in texts for line, mark in unfinished(path.read_text(encoding="utf-8"))]
    assert waiting == []


# ---- The command


def test_it_writes_to_the_checkout_one_is_in_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["kb", "new", "licence", "acme-3.0"]) == 2
    assert "lies in no checkout of licet" in capsys.readouterr().err
    for name in ("kb", "scenarios"):
        (tmp_path / name).mkdir()
    for name in ("kb/terms.lp", "pyproject.toml"):
        (tmp_path / name).touch()
    assert run(["kb", "new", "licence", "acme-3.0"]) == 2
    assert "install the checkout" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.rglob("*.lp")) == ["terms.lp"]


def test_a_dry_run_writes_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT / "kb")
    assert run(["kb", "new", "license", "h-research", "--like", "MIT", "--dry-run"]) == 0
    told = capsys.readouterr()
    assert "==> kb/licenses/h-research.lp (new)" in told.out
    assert '+tag("h-research", "h-research").' in told.out and '-no_text("h-research").' in told.out
    assert "would be written; to be filled in: line 4, 6-8, 12" in told.err
    assert not (ROOT / "kb" / "licenses" / "h-research.lp").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("licens", "x"), "did you mean license?"),
        (("licence", "acme-3.0", "--like", "nobody"), "holds no text of `nobody`"),
        (("licence", "acme-3.0", "--like", "bsd"), "names a family"),
        (("question", "x"), "--answers"),
    ],
)
def test_a_slip_is_told(arguments: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["kb", "new", *arguments]) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_a_licence_fails_until_it_is_filled_in_and_then_holds(copy: Path) -> None:
    done = licet(copy, "kb", "new", "licence", "acme-3.0", "--kind", "model", where="kb/rules")
    assert done.returncode == 0, done.stderr
    assert "scenarios/acme-3.0.yaml written; to be filled in: line 5, 16" in done.stdout
    assert "expectations are not met" in licet(copy, "check", "scenarios/acme-3.0.yaml", "--quiet").stdout
    _write_acme(copy)
    edit(copy / "scenarios/acme-3.0.yaml", ("[fill in: section]", "2"), (" [fill in: or what it says]", ""))
    told = licet(copy, "check", "scenarios/acme-3.0.yaml")
    assert (told.returncode, "Expectations not met" in told.stdout) == (0, False), told.stdout


def _write_acme(copy: Path) -> None:
    """Turn prompts into clauses."""
    path = copy / "kb" / "licenses" / "acme-3.0.lp"
    wanted = {
        "contract": "0",
        "may((use; make; distribute; host), covered)": "1",
        "must(distribute, covered, license_copy)": "2",
    }
    for term, section in wanted.items():
        edit(path, (f'% clause("acme-3.0", "[fill in]", {term}).', f'clause("acme-3.0", "{section}", {term}).'))


def test_a_question_fails_until_it_is_filled_in_and_then_holds(copy: Path) -> None:
    done = licet(copy, "kb", "new", "question", "echoes", "--answers", "kept,lost", "--majority", "lost")
    assert done.returncode == 0, done.stderr
    assert "2 expectations are not met" in licet(copy, "check", "scenarios/echoes.yaml", "--quiet").stdout
    edit(
        copy / "kb/doctrine/echoes.lp",
        (
            "% turns_on(Case, echoes) :- [fill in: where it matters], belongs(Work, Case).",
            "turns_on(Case, echoes) :- made(Work, links_dynamically, _), belongs(Work, Case).",
        ),
        (
            "% [fill in: what follows] :- [fill in: the same], belongs(Work, Case), reading(Case, echoes, kept).",
            "finding(obligation(Act, Work, License, cite)) :- act(Act, _, _, Work), made(Work, links_dynamically, Source),\n"
            "    under(Source, License), belongs(Work, Case), reading(Case, echoes, kept).",
        ),
    )
    text = (copy / "scenarios/echoes.yaml").read_text(encoding="utf-8")
    first, second = text.replace('topic: "[fill in: the duty]"', "duty: cite").split("answered by kept")
    lost = first.replace("standing: settled", "found: no")
    (copy / "scenarios/echoes.yaml").write_text(f"{lost}answered by kept{second}", encoding="utf-8")
    assert "not met" not in licet(copy, "check", "scenarios/echoes.yaml").stdout
    swapped = f"{first}answered by kept{second.replace('standing: settled', 'found: no')}"
    (copy / "scenarios/echoes.yaml").write_text(swapped, encoding="utf-8")
    assert "2 expectations are not met" in licet(copy, "check", "scenarios/echoes.yaml", "--quiet").stdout


def test_a_rule_fails_until_it_is_written_and_then_holds(copy: Path) -> None:
    done = licet(copy, "kb", "new", "rule", "echoed(License, Work)", "--file", "kb/rules/echo.lp")
    assert done.returncode == 0, done.stderr
    assert "1 expectation is not met" in licet(copy, "check", "scenarios/echoed.yaml", "--quiet").stdout
    edit(copy / "scenarios/echoed.yaml", ('topic: "[fill in: the duty]"', "duty: no-misrepresentation"))
    assert "1 expectation is not met" in licet(copy, "check", "scenarios/echoed.yaml", "--quiet").stdout
    edit(
        copy / "kb/rules/echo.lp",
        (
            "% echoed(License, Work) :-\n%     [fill in: what has to hold].",
            "echoed(License, Work) :-\n    made(Work, _, Source), under(Source, License).\n"
            "finding(obligation(Act, Work, License, no_misrepresentation)) :- act(Act, _, _, Work), echoed(License, Work).",
        ),
    )
    assert "not met" not in licet(copy, "check", "scenarios/echoed.yaml").stdout
