# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb doc``: every link leads somewhere, nothing is left out, and nobody else's file is touched."""

from __future__ import annotations

import html
import os
import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from licet.engine.catalog import licenses
from licet.engine.clauses import license_file
from licet.engine.difference import provisions
from licet.engine.doctrine import questions
from licet.engine.glossary import glossary
from licet.engine.language import signatures
from licet.engine.report.markdown import literal
from licet.engine.workbench.browse.page import MARKER, Page, Spot, anchor, block, code, link, mark, prose
from licet.engine.workbench.browse.shelf import ShelfError, put
from licet.engine.workbench.browse.site import pages
from licet.engine.workbench.statements import derived_in, passages, read_in, rule_files
from licet.repl.main import run

ROOT = Path(__file__).parent.parent
ANCHOR = re.compile(r'<a id="([^"]+)"></a>')
FENCED = re.compile(r"(?ms)^(`{3,})[a-z]*\n.*?^\1$")
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LINK = re.compile(r"(?<!\\)\]\(([^)]*)\)")


@pytest.fixture(scope="module")
def site() -> dict[str, Page]:
    """The pages by their paths."""
    every = list(pages())
    assert len({page.path.lower() for page in every}) == len(every)  # also where capitals make no difference
    return {page.path: page for page in every}


def _outside_code(page: Page) -> str:
    return SPAN.sub("code", FENCED.sub("", page.text))


def _broken(site: dict[str, Page]) -> Iterator[str]:
    """Links that lead nowhere, and anchors that stand twice."""
    texts = {path: _outside_code(page) for path, page in site.items()}
    anchors = {path: ANCHOR.findall(text) for path, text in texts.items()}
    yield from (f"{path}: twice" for path, names in anchors.items() if len(names) != len(set(names)))
    for path, text in texts.items():
        for found in LINK.findall(text):
            there, _, name = found.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(there))) if there else path
            if target not in site or (name and name not in anchors[target]):
                yield f"{path}: {found}"


def test_every_link_leads_somewhere(site: dict[str, Page]) -> None:
    assert sum(len(LINK.findall(_outside_code(page))) for page in site.values()) > 10_000
    assert list(_broken(site)) == []


def test_a_link_that_leads_nowhere_would_be_found() -> None:
    good = Page("a/b.md", "b", (mark("x"), link("c", Spot("c.md"), "a/b.md"), link("x", Spot("a/b.md", "x"), "a/b.md")))
    assert list(_broken({"a/b.md": good, "c.md": Page("c.md", "c", ())})) == []
    assert list(_broken({"a/b.md": good})) == ["a/b.md: ../c.md"]
    assert list(_broken({"c.md": Page("c.md", "c", ("[x](#y)", mark("x"), mark("x")))})) == ["c.md: twice", "c.md: #y"]


def test_every_page_can_be_reached_from_the_index(site: dict[str, Page]) -> None:
    reached, waiting = {"index.md"}, ["index.md"]
    for path in waiting:
        for found in LINK.findall(_outside_code(site[path])):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(found.partition("#")[0] or path)))
            if target in site and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert reached == set(site)


def test_nothing_is_left_out(site: dict[str, Page]) -> None:
    words = {
        anchor(sort, word) for sort, of_sort in glossary().items() for word in of_sort if sort not in ("question", "evidence")
    }
    assert words <= set(ANCHOR.findall(site["vocabulary.md"].text))
    assert {anchor(known.pattern) for known in signatures()} == set(ANCHOR.findall(site["terms.md"].text))
    assert {anchor(word) for word in questions()} == set(ANCHOR.findall(site["questions.md"].text))
    predicates = set(ANCHOR.findall(site["predicates.md"].text))
    assert {anchor(*found) for found in (*derived_in(), *read_in())} <= predicates
    assert {f"licences/{name}.md" for name in licenses()} <= set(site)
    shown = "".join(page.text for path, page in site.items() if path.startswith("rules/"))
    assert len(rule_files()) == sum(path.startswith("rules/") for path in site)
    for file in rule_files():
        statements = [
            line for line in file.read_text(encoding="utf-8").splitlines() if ":-" in line and not line.startswith("%")
        ]
        assert [line for line in statements if line not in shown] == []


def test_a_licence_is_told_as_its_sheet_tells_it(site: dict[str, Page]) -> None:
    for name in ("llama3.1", "GPL-3.0-only", "creativeml-openrail-m", "CC-BY-SA-4.0"):
        text = site[f"licences/{name}.md"].text
        told = [provision.sentence for provision in provisions(license_file(name).clauses)]
        assert [line[2:] for line in text.splitlines() if line.startswith("- ") and line[2:] in set(map(literal, told))] == [
            literal(sentence) for sentence in told
        ]
    agpl = site["licences/AGPL-3.0-only.md"].text
    assert "[offer-source-to-users](../vocabulary.md#duty-offer-source-to-users)" in agpl
    assert "(../terms.md#" in agpl


def test_a_rule_is_told_with_its_source_and_what_it_reads(site: dict[str, Page]) -> None:
    text = site["rules/rules/reach.md"].text
    begin = text.index(mark("line-12"))
    entry = text[begin : text.index('<a id="line-16">')]
    assert "\\[definition\\] A licence binds those who did not make the work themselves." in entry
    assert "- derives [`reaches/4`](../../predicates.md#reaches-4)" in entry
    assert "- wants absent [`makes/2`](../../predicates.md#makes-2), [`waived/1`]" in entry
    headers = site["rules/doctrine/headers.md"].text
    assert "\\[[LGPL-3.0-only]" not in headers  # the source begins with a judgment
    assert "\\[[GPL-3.0-only](../../licences/GPL-3.0-only.md) 0\\]" in site["rules/doctrine/software.md"].text


def test_a_negated_condition_is_told_apart() -> None:
    (passage,) = (each for each in passages() if each.place == "kb/rules/reach.lp:12")
    assert passage.derives == (("reaches", 4),)
    assert ("under", 2) in passage.reads and ("under", 2) not in passage.absent
    assert passage.absent == (("makes", 2), ("waived", 1))


@pytest.mark.parametrize("text", ["a *b* _c_ [d](e) <f> `g` &lt; #1 | ~~h~~ $i$ \\", "- list", "1. list", "+ x", "@someone"])
def test_text_is_shown_as_it_is(text: str) -> None:
    shown = literal(text)
    unescaped = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: f"&#{ord(found[1])};", shown)).replace("\u2060", "")
    assert unescaped == text
    assert not re.search(r"(?<!\\)(?:\\\\)*[*_\[\]<>`|&~$]", shown)


def test_code_may_hold_what_ends_code() -> None:
    assert code("a `b` c") == "``a `b` c``"
    assert code("`b`") == "`` `b` ``"
    assert block("```\nx") == ("````", "```", "x", "````")
    assert prose("see https://a.example/b_c, (x_y)") == "see <https://a.example/b_c>, (x\\_y)"


def test_anchors_of_other_names_are_other_anchors() -> None:
    names = ["a b", "a_b", "a-b", "a:20:b", "a(b)", "a.b", "creativeml-openrail++"]
    assert len({anchor(name) for name in names}) == len(names)


def _page(path: str, text: str = "text") -> Page:
    return Page(path, "title", (text,))


def test_two_runs_give_the_same_bytes(tmp_path: Path, site: dict[str, Page]) -> None:
    command = [sys.executable, "-c", "from licet.repl.main import main; main()", "kb", "doc", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".dev"), "PYTHONHASHSEED": "7"}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    assert told == f"{len(site)} pages, {len(site)} of them written, 0 old ones removed: {tmp_path / 'index.md'}\n"
    again = put(tmp_path, site.values())
    assert (again.pages, again.written, again.removed) == (len(site), 0, 0)


def test_only_pages_are_replaced_and_removed(tmp_path: Path) -> None:
    put(tmp_path, [_page("index.md"), _page("old/gone.md"), _page("old/deep/gone.md"), _page("mixed/gone.md")])
    (tmp_path / "mixed" / "mine.md").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "notes.md").write_text(f"# about\n{MARKER}\n", encoding="utf-8")
    done = put(tmp_path, [_page("index.md", "fresh"), _page("new.md")])
    assert (done.written, done.removed) == (2, 3)
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*"))
    assert left == ["index.md", "mixed", "mixed/mine.md", "new.md", "notes.md"]
    assert "fresh" in (tmp_path / "index.md").read_text(encoding="utf-8")


def test_a_file_of_somebody_else_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    put(tmp_path, [_page("a.md"), _page("old.md")])
    (tmp_path / "z.md").write_text("# mine\n", encoding="utf-8")
    with pytest.raises(ShelfError, match=r"in its way: .*z\.md"):
        put(tmp_path, [_page("a.md", "fresh"), _page("z.md")])
    assert (tmp_path / "z.md").read_text(encoding="utf-8") == "# mine\n"
    assert (tmp_path / "old.md").exists()
    assert "fresh" not in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    put(outside, [_page("page.md")])
    (tmp_path / "doc").mkdir()
    (tmp_path / "doc" / "sub").symlink_to(outside)
    assert put(tmp_path / "doc", [_page("a.md")]).removed == 0
    assert (outside / "page.md").exists()
    with pytest.raises(ShelfError):
        put(tmp_path / "doc", [_page("sub/page.md")])
    (tmp_path / "doc" / "b.md").symlink_to(outside / "page.md")
    with pytest.raises(ShelfError):
        put(tmp_path / "doc", [_page("b.md")])


def test_the_command_refuses_what_it_did_not_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("licet.engine.workbench.browse.site.pages", lambda: [_page("index.md")])
    (tmp_path / "index.md").write_text("# mine\n", encoding="utf-8")
    assert run(["kb", "doc", str(tmp_path)]) == 2
    assert "in its way" in capsys.readouterr().err
    assert run(["kb", "doc", str(tmp_path / "index.md")]) == 2
