# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The desk: sentences build cases, commands ask, a pipe is a script, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Timer
from time import sleep

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit import PromptSession
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from licet.engine.case import Case
from licet.engine.decide import decide
from licet.engine.finding import Decision
from licet.engine.glossary import glossary
from licet.engine.placement import ACT, MAKING, PARTY, WORK
from licet.engine.report.look import Look
from licet.repl.desk.coloring import sort
from licet.repl.desk.completing import DeskCompleter, choices
from licet.repl.desk.dropping import dropped
from licet.repl.desk.editing import assumed, renamed
from licet.repl.desk.foresight import Foresight
from licet.repl.desk.judge import Judge, written
from licet.repl.desk.phrases import Plain, SentenceError
from licet.repl.desk.registry import COMMANDS, Table, find
from licet.repl.desk.sentences import stated
from licet.repl.desk.session import sit
from licet.repl.desk.state import Desk, Home, blank
from licet.repl.desk.storage import Recovery, loaded, saved
from licet.repl.desk.talk import answer, whole
from licet.repl.desk.toolbar import Seen, toolbar

from .strategies import DECIDING

LICET = [sys.executable, "-c", "from licet.repl.main import main; main()"]
ENVIRONMENT = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "COLUMNS": "100"}


@pytest.fixture(scope="module")
def judge() -> Iterator[Judge]:
    """One for all tests: it only remembers."""
    one = Judge()
    yield one
    one.close()


@pytest.fixture
def table(judge: Judge, tmp_path: Path) -> Table:
    return Table(judge, lambda: Look(100), Recovery(tmp_path / "state"))


def built(*lines: str) -> Plain:
    case = blank()
    for line in lines:
        case = stated(case, line)
    return case


def spoken(table: Table, *lines: str, desk: Desk | None = None) -> tuple[Desk, list[str]]:
    """The desk after lines that are all understood, and what the last one answered."""
    desk, told = desk or Desk(), []
    for line in lines:
        reply = answer(table, desk, line)
        assert not reply.failed, (line, reply.lines)
        desk, told = reply.desk, list(reply.lines)
    return desk, told


TUNED = (
    "work base model under llama3.1",
    "work tuned model under MIT by acme",
    "tuned fine-tunes base",
    "acme distributes tuned as weights",
)


@pytest.mark.parametrize(
    ("line", "where", "value"),
    [
        ("work lib software under MIT OR Apache-2.0", ("works", "lib"), {"kind": "software", "under": "MIT OR Apache-2.0"}),
        ("software lib under (MIT AND ISC)", ("works", "lib"), {"kind": "software", "under": "(MIT AND ISC)"}),
        ('work "my lib" software', ("works", "my lib"), {"kind": "software"}),
        ("base is not modified", ("works", "base", "modified"), False),
        ("base modified", ("works", "base", "modified"), True),
        (
            "base under GPL-2.0-only WITH Classpath-exception-2.0",
            ("works", "base", "under"),
            "GPL-2.0-only WITH Classpath-exception-2.0",
        ),
        ("app dynamically links base together", ("works", "app", "links-dynamically"), {"work": "base", "together": True}),
        ("app links_dynamically base not together", ("works", "app", "links-dynamically"), {"work": "base", "together": False}),
        ("app plugs into base through main_only", ("works", "app", "plugs-into"), {"work": "base", "through": "main_only"}),
        ("app is output of base", ("works", "app", "outputs-of"), "base"),
        (
            "party acme established-in DE monthly-users 1,200",
            ("parties", "acme"),
            {"established-in": "DE", "monthly-users": 1200},
        ),
        ("party acme yearly-revenue USD 12000000", ("parties", "acme", "yearly-revenue"), {"USD": 12000000}),
    ],
)
def test_a_sentence_says_what_it_reads_like(line: str, where: tuple[str, ...], value: object) -> None:
    case: object = built("work base model under MIT", "work app software", line)["given"]
    for key in where:
        assert isinstance(case, dict)
        case = case[key]
    assert case == value


def test_an_act_with_circumstances_places_purposes_and_form() -> None:
    case = built(
        "work app software under MIT",
        "acme hosts app commercially in DE, FR for medical-advice and military consent yes as source",
    )
    (act,) = case["given"]["acts"]  # type: ignore[index]
    assert act == {
        "party": "acme",
        "does": "host",
        "work": "app",
        "commercially": True,
        "in": ["DE", "FR"],
        "purposes": ["medical-advice", {"use": "military", "consent": True}],
        "form": "source",
    }
    assert case["given"]["parties"] == {"acme": {}}  # type: ignore[index]


def test_saying_something_again_changes_it_and_several_sources_are_a_list() -> None:
    case = built("work a software", "work b software", "work c software", "c copies a", "c copies b", "c copies a substantial")
    assert case["given"]["works"]["c"]["copies"] == ["b", {"work": "a", "substantial": True}]  # type: ignore[index]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("tunde fine-tunes base", "there is no work `tunde`; did you mean tuned?"),
        ("tuned fine-tunes bas", "there is no work `bas`; did you mean base?"),
        ("tuned", "A verb is missing"),
        ("tuned modifed", "did you mean modified?"),
        ("acme hots tuned", "`hots` is no verb that is known here; did you mean hosts?"),
        ("work x", "expected work NAME KIND"),
        ("acme hosts", "what is it that acme hosts?"),
        ("party acme monthly-users many", "`many` is no number"),
        ("tuned under", "something is missing after `under`"),
        ("gibberish of some sort", "this is no sentence and no command"),
    ],
)
def test_what_cannot_be_understood_is_said_with_what_may_have_been_meant(line: str, told: str) -> None:
    case = built("work base model under MIT", "work tuned model", "party acme")
    with pytest.raises(SentenceError) as error:
        stated(case, line)
    assert told in str(error.value)


def test_what_the_reader_refuses_changes_nothing(table: Table) -> None:
    desk, _ = spoken(table, *TUNED)
    refused = answer(table, desk, "acme distributes tuned in Atlantis")
    assert refused.failed and refused.desk == desk
    assert "case:" not in "\n".join(refused.lines)


def test_dropping_takes_back_a_sentence_or_a_work_with_all_that_was_said_of_it() -> None:
    case = built(*TUNED, "work other model", "tuned fine-tunes other")
    assert dropped(case, "tuned fine-tunes other")["given"]["works"]["tuned"]["fine-tunes"] == "base"  # type: ignore[index]
    without = dropped(case, "base")["given"]
    assert "base" not in without["works"] and without["works"]["tuned"]["fine-tunes"] == "other"  # type: ignore[index]
    assert dropped(case, "acme distributes tuned")["given"]["acts"] == []  # type: ignore[index]
    assert "under" not in dropped(case, "tuned under")["given"]["works"]["tuned"]  # type: ignore[index]
    assert "form" not in dropped(case, "acme distributes tuned as")["given"]["acts"][0]  # type: ignore[index]
    assert dropped(case, "acme")["given"]["acts"] == []  # type: ignore[index]
    with pytest.raises(SentenceError, match="does not say"):
        dropped(case, "nothing of it")


def test_a_new_name_is_used_wherever_the_old_one_stood() -> None:
    case = {**built(*TUNED), "expect": {"conflict": [{"work": "base", "works": ["tuned", "base"]}]}}
    after = renamed(renamed(case, "base origin"), "acme umbrella")
    assert "base" not in yaml.safe_dump(after) and "acme" not in yaml.safe_dump(after)
    assert after["expect"] == {"conflict": [{"work": "origin", "works": ["tuned", "origin"]}]}
    with pytest.raises(SentenceError, match="already"):
        renamed(case, "base tuned")


def test_questions_are_settled_by_their_words() -> None:
    assert assumed(blank(), "linking one-work")["given"]["readings"] == {"linking": "one-work"}  # type: ignore[index]
    with pytest.raises(SentenceError, match="did you mean linking"):
        assumed(blank(), "linkin one-work")


def test_a_missing_fact_is_assumed_by_its_word_and_by_what_it_is_of(table: Table) -> None:
    lines = ("work engine software under GPL-3.0-only", "work tool software under LGPL-2.1-only", "acme distributes engine")
    desk, _ = spoken(table, *lines)
    desk, _ = spoken(table, "assume modified yes", desk=desk)
    assert desk.case["given"]["works"]["engine"]["modified"] is True  # type: ignore[index]
    desk, _ = spoken(table, *lines, "acme distributes tool", "assume modified tool no")
    works = desk.case["given"]["works"]  # type: ignore[index]
    assert works["tool"]["modified"] is False and "modified" not in works["engine"]
    both, _ = spoken(table, *lines, "acme distributes tool")
    assert "Of what?" in answer(table, both, "assume modified yes").lines[0]
    assert "nothing turns on" in answer(table, desk, "assume intent perform-similarly").lines[0]


def test_after_a_change_only_what_changed_is_told(table: Table) -> None:
    desk, told = spoken(table, *TUNED)
    assert any(line.startswith("+ conflict, settled: acme distributes tuned") for line in told)
    desk, told = spoken(table, "tuned under llama3.1", desk=desk)
    assert told[0].startswith("- conflict, settled: acme distributes tuned")
    assert not any("obligation" in line for line in told)
    _, told = spoken(table, "tuned under llama3.1", desk=desk)
    assert told == ["The case says so already."]


def test_undo_and_redo_walk_through_the_states_of_the_case(table: Table) -> None:
    desk, _ = spoken(table, *TUNED)
    back, _ = spoken(table, "undo", "undo", desk=desk)
    assert back.case == built(*TUNED[:2])
    again, _ = spoken(table, "redo", "redo", desk=back)
    assert again.case == desk.case
    assert answer(table, again, "redo").failed
    other, _ = spoken(table, "work x software", desk=back)
    assert not other.future


def test_supposing_leaves_the_case_alone(table: Table) -> None:
    desk, _ = spoken(table, *TUNED)
    after, told = spoken(table, "suppose tuned under llama3.1", desk=desk)
    assert after.case == desk.case and told[0].startswith("- conflict")
    _, told = spoken(table, "suppose drop acme distributes tuned", desk=desk)
    assert told[0].startswith("- conflict")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("check", "=> not allowed (settled)"),
        ("findings", "  1. conflict, settled:"),
        ("why 1", "acme distributes tuned: The covered part stays under llama3.1"),
        ("rests on 1", "[ ] tuned fine-tunes base"),
        ("flip 1", "tuned is under llama3.1, instead of: tuned is under MIT"),
        ("flip label-replaces", "tuned is under llama3.1, instead of: tuned is under MIT"),
        ("fix", "Obtain a licence of your own for base from its owner."),
        ("show", "fine-tunes: base"),
        ("readings", "under every theory"),
        ("questions linking", "one-work"),
        ("licenses show MIT", "MIT"),
        ("compat MIT GPL-3.0-only", "yes"),
        ("help", "Sentences build the case:"),
        ("help why not", "why not WORDS"),
        ("name A sentence of law", "Named."),
    ],
)
def test_a_command_answers(line: str, told: str, table: Table) -> None:
    _, lines = spoken(table, *TUNED, line)
    assert told in "\n".join(lines)


def test_every_command_has_help_and_says_what_is_missing_rather_than_fail(table: Table) -> None:
    for name, command in COMMANDS.items():
        assert command.help.endswith(".") and command.usage.startswith(name)
        assert find(name) == (command, "")
        reply = answer(table, Desk(), name)
        assert reply.leave or reply.lines


def test_an_interview_asks_until_nothing_open_matters(table: Table) -> None:
    desk, told = spoken(table, *TUNED, "ask")
    assert desk.asked and "700,000,000 users" in told[0] and "a number" in told[0]
    refused = answer(table, desk, "many")
    assert refused.failed and refused.desk == desk
    desk, told = spoken(table, "120000", desk=desk)
    assert told[-1] == "No open fact can change the outcome any more." and not desk.asked
    assert desk.case["given"]["parties"]["acme"] == {"monthly-users": 120000}  # type: ignore[index]


@pytest.mark.parametrize("link", ["dynamically links", "plugs into", "runs", "statically links"])
def test_an_answer_is_put_where_the_question_says(link: str, table: Table) -> None:
    works = ("work lib software under GPL-3.0-only", "work app software under MIT by acme")
    desk, told = spoken(table, *works, f"app {link} lib", "acme distributes app", "ask")
    seen = 0
    while desk.asked and seen < 12:
        word = " ".join(told).rpartition("(")[2].split(",")[0]
        desk, told = spoken(table, word, desk=desk)
        seen += 1
    assert told[-1] == "No open fact can change the outcome any more." and seen
    (verb,) = desk.case["given"]["works"]["app"].keys() - {"kind", "under", "by"}  # type: ignore[index]
    assert verb.replace("-", " ") in (link, "links dynamically", "links statically")


def test_a_query_answers_with_a_table(table: Table) -> None:
    desk, told = spoken(table, *TUNED, '? obliged("acme", Duty, tuned, _), not separate(tuned, _, _)')
    assert told[0] == "Duty" and "license-copy" in told
    assert spoken(table, "? derivative(tuned, base, _)", desk=desk)[1] == ["yes"]
    assert spoken(table, "? derivative(base, tuned, _)", desk=desk)[1] == ["no"]
    assert any("obliged(Party" in line for line in spoken(table, "?", desk=desk)[1])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("obligd(A, B)", "did you mean obliged?"),
        ("obliged(A)", "takes 5 arguments"),
        ("derivative(A, B, C). made(a, b, c)", "one line"),
        ("#script (python) import os #end", "no query"),
        ("X = @system(1)", "no place in a query"),
        ("#count { X : derivative(X, _, _) } > 0", "no place in a query"),
        ("not derivative(A, B, C)", "could be anything"),
        ("derivative(A, B, C) : made(A, B, C)", "no place in a query"),
    ],
)
def test_a_query_is_no_program_text(query: str, told: str, table: Table) -> None:
    desk, _ = spoken(table, *TUNED)
    reply = answer(table, desk, f"? {query}")
    assert reply.failed and told in reply.lines[0], reply.lines


def test_a_file_is_saved_with_its_comments(tmp_path: Path, table: Table) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text(
        "# two cases\n- name: The first   # stays\n  given:\n    works:\n      a: {kind: software, under: MIT}  # a note\n"
        "- name: The second\n  given:\n    works:\n      b: {kind: model, under: gemma}  # kept\n      c: {kind: model}\n",
        encoding="utf-8",
    )
    desk, _ = spoken(table, f"load {file}:6", "b under llama3.1", "drop c", "work d software under ISC")
    assert desk.unsaved
    desk, _ = spoken(table, "save", desk=desk)
    assert not desk.unsaved
    text = file.read_text(encoding="utf-8")
    assert "# two cases" in text and "# stays" in text and "# a note" in text and "# kept" in text
    first, second = yaml.safe_load(text)
    assert first == {"name": "The first", "given": {"works": {"a": {"kind": "software", "under": "MIT"}}}}
    assert second["given"]["works"] == {"b": {"kind": "model", "under": "llama3.1"}, "d": {"kind": "software", "under": "ISC"}}
    other = tmp_path / "new.yaml"
    spoken(table, f"save {other}", desk=desk)
    assert yaml.safe_load(other.read_text(encoding="utf-8")) == second
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_cannot_be_had_is_told(table: Table, tmp_path: Path) -> None:
    for line in ("load", f"load {tmp_path}/no.yaml", "save", f"save {tmp_path}/no/such/folder.yaml"):
        assert answer(table, Desk(), line).failed, line


def test_a_case_of_a_session_that_crashed_can_be_recovered(table: Table, tmp_path: Path) -> None:
    folder = tmp_path / "state"
    spoken(table, *TUNED)
    (own,) = folder.iterdir()
    assert list(table.recovery.left()) == []  # this process still runs
    own.rename(folder / "desk-999999999.yaml")
    desk, told = spoken(table, "recover")
    assert told[0] == "Recovered:" and desk.case == built(*TUNED) and desk.unsaved
    assert spoken(table, "recover")[1] == ["No session has left a case."]


def _choices(line: str, case: Plain) -> list[str]:
    completer = DeskCompleter(lambda: case)
    return [completion.text for completion in completer.get_completions(Document(line), None)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", "why not"),
        ("tu", "tuned"),
        ("work x ", "model"),
        ("tuned ", "fine-tunes"),
        ("tuned fine-tunes ", "base"),
        ("tuned under llama3", "llama3.1"),
        ("acme ", "hosts"),
        ("acme hosts ", "tuned"),
        ("acme hosts tuned ", "commercially"),
        ("acme hosts tuned for mil", "military"),
        ("acme distributes tuned as ", "weights"),
        ("assume ", "linking"),
        ("assume linking ", "one-work"),
        ("assume theory ", "fsf"),
        ("drop ", "tuned"),
        ("help w", "why"),
        ("licenses show MI", "MIT"),
        ("suppose tuned ", "fine-tunes"),
        ("? obl", "obliged(Party, Duty, Work, License, Standing)"),
        ("? obliged(A, B, C, D), not reach", "reaches(Party, License, Work, Form)"),
    ],
)
def test_completion_offers_what_can_follow(line: str, expected: str) -> None:
    assert expected in _choices(line, built(*TUNED))


def test_completions_explain_themselves() -> None:
    told = choices("tuned", built(*TUNED))
    assert told["fine-tunes"].startswith("Is a model made by training")
    assert _choices("load /", blank())


def test_words_are_coloured_by_what_they_are() -> None:
    names = frozenset({"tuned"})
    assert [sort(word, index, names) for index, word in enumerate(("tuned", "fine-tunes", "under", "nothing"))] == [
        "name",
        "verb",
        "key",
        "word",
    ]
    assert sort("why", 0, names) == "command"


def test_the_bottom_line_tells_case_verdict_counts_and_readings(table: Table) -> None:
    desk, _ = spoken(table, *TUNED, "assume weights protected")
    decision = table.judge.decided(desk.case)
    told = toolbar(desk, Seen().counts(decision if decision else None))
    assert "A case at the desk *" in told and "settled" in told and "1 conflict" in told and "weights=protected" in told


def test_what_is_typed_is_decided_ahead(table: Table) -> None:
    desk, _ = spoken(table, *TUNED)
    foresight = Foresight(table.judge, lambda: desk)
    for typed, meant in (
        ("tuned under llama3.1", "tuned under llama3.1"),
        ("acme hosts tuned comm", "acme hosts tuned commercially"),
        ("suppose tuned under Apache-2.0", "tuned under Apache-2.0"),
        ("suppose acme hosts tuned pers", "acme hosts tuned personal"),
    ):
        foresight.look_ahead(typed)
        case = stated(desk.case, meant)
        assert any(key == written(case) for key in table.judge._decided), typed
        table.judge.decided(case)
        assert table.judge.known(case) is not None


def test_what_is_typed_on_is_no_longer_decided(judge: Judge) -> None:
    desk = Desk(built(*TUNED, "party acme established-in DE"))
    foresight = Foresight(judge, lambda: desk)
    typed = [f"acme hosts tuned {word}" for word in ("personal", "internal", "research", "production", "education")]
    for line in typed:
        foresight.look_ahead(line)
    assert judge.decided(stated(desk.case, typed[-1])) is not None
    assert sum(judge.known(stated(desk.case, line)) is None for line in typed) >= 2
    assert judge.decided(stated(desk.case, typed[2])) is not None


@pytest.mark.parametrize(
    "line", ["tuned under llama3", "party acme monthly-users 12", "work other", "why 1", "acme hosts tuned zzz"]
)
def test_what_may_still_mean_something_else_is_not_decided_ahead(table: Table, line: str) -> None:
    desk, _ = spoken(table, *TUNED)
    Foresight(table.judge, lambda: desk).look_ahead(line)
    assert table.judge._foreseen is None


def _sitting(table: Table, folder: Path, keys: str) -> int:
    """A session in which somebody types."""
    with create_pipe_input() as typed:
        typed.send_text(keys)

        def prompt(_current: Callable[[], Desk]) -> PromptSession[str]:
            return PromptSession(input=typed, output=DummyOutput())

        return sit(table, folder, prompt)


def test_somebody_at_the_keyboard_is_asked_before_work_is_lost(
    table: Table, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "\r".join((*TUNED, "why 1", "quit", "no", "undo", "quit", "yes", ""))
    assert _sitting(table, tmp_path, lines) == 0
    told = capsys.readouterr().out
    assert "+ conflict, settled" in told and "kb/rules/label.lp" in told and told.count("- conflict, settled") == 1
    assert list((tmp_path / "state").glob("desk-*")) == []


def test_control_c_cancels_the_line_and_control_d_leaves(table: Table, tmp_path: Path) -> None:
    assert _sitting(table, tmp_path, "work base mod\x03help\r\x04") == 0


def test_control_c_cancels_what_is_being_decided(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def slow(cases: Iterable[Case]) -> Iterator[Decision]:
        Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
        sleep(0.5)
        return decide(cases)

    monkeypatch.setattr("licet.engine.decide.decide", slow)
    assert _sitting(table, tmp_path, "work base0 model\rshow\r\x04") == 0
    told = capsys.readouterr().out
    assert "Cancelled." in told and "base0" not in told.partition("Cancelled.")[2]


def test_a_sentence_may_go_on_in_the_next_line() -> None:
    lines = ["? derivative(A, B, C),", "  separate(A, D, E)", "work a \\", "software", "show"]
    assert list(whole(lines)) == ["? derivative(A, B, C),   separate(A, D, E)", "work a  software", "show"]


def test_a_defect_does_not_end_the_session(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr("licet.repl.desk.session.answer", fail)
    assert _sitting(table, tmp_path, "work base model\r\x04") == 0
    assert "This is a defect; the case is unchanged." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (TUNED, 1),
        ((*TUNED, "tuned under llama3.1", "party acme monthly-users 10"), 0),
        ((*TUNED, "nonsense of a line"), 2),
        (("# nothing", ""), 0),
    ],
)
def test_a_pipe_is_a_script_that_ends_like_check(lines: tuple[str, ...], code: int) -> None:
    script = "\n".join(lines)
    done = subprocess.run(LICET, input=script, capture_output=True, text=True, env=ENVIRONMENT, timeout=60, check=False)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stdout


NAMES = ["base", "tuned", "acme", "1", "MIT", "model", "linking"]
SAID = ["work", "under", "fine-tunes", "hosts", "not", "is", "and", "in", "for", "yes", "drop", "why", "flip", "undo"]
OTHER = ["(", "OR", "?", '"', "assume", "ask", "rename", "new"]
WORDS = st.sampled_from([*NAMES, *SAID, *OTHER])


@DECIDING
@given(lines=st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=4))
def test_whatever_is_typed_is_answered(judge: Judge, lines: list[str]) -> None:
    table = Table(judge, lambda: Look(80), Recovery(Path("/nonexistent")))
    desk = Desk(case=built(*TUNED[:3]))
    for line in lines:
        desk = answer(table, desk, line).desk


@DECIDING
@given(
    verb=st.sampled_from(sorted(MAKING)),
    work=st.sampled_from(WORK),
    party=st.sampled_from(PARTY),
    act=st.sampled_from(ACT),
)
def test_whatever_the_vocabulary_can_say_a_sentence_can_say(judge: Judge, verb: str, work: str, party: str, act: str) -> None:
    known = {**glossary()["attribute"], **glossary()["circumstance"]}
    details = " ".join(f"{key} {next(iter(known[key].answers))}" for key in MAKING[verb] if key in known)
    case = built(
        "work a model under MIT",
        "work b model",
        f"b {verb} a {details}",
        f"b {work} {next(iter(known[work].answers))}",
        f"party acme {party} {next(iter(known[party].answers))}",
        f"acme hosts b {act} {next(iter(known[act].answers))}",
    )
    assert judge.case(case).works


def test_a_case_goes_through_a_file_unchanged(tmp_path: Path) -> None:
    case = built(*TUNED, "acme hosts tuned in DE for military consent no")
    saved(case, Home(str(tmp_path / "case.yaml")))
    assert loaded((tmp_path / "case.yaml").read_text(encoding="utf-8"), None) == case
