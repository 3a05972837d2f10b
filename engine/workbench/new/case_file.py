# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The beginning of a case: what is likely given, and an expectation that nothing meets before the author has filled it in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import yaml

from ...finding import KINDS
from ...source import SUFFIXES
from .draft import Change, DraftError, fill_in, new_file

_HEAD = "# SPDX-FileCopyrightText: licet contributors\n# SPDX-License-Identifier: Apache-2.0\n"
_WORKS = {
    "software": ("software", "modifies", "source"),
    "model": ("model", "fine-tunes", "weights"),
    "data": ("dataset", "modifies", "data"),
    "content": ("content", "modifies", "data"),
    "any": ("content", "modifies", "data"),
    "exception": ("software", "modifies", "source"),
}
"""By what a licence is written for: the kind of work, how one is made from another, the form in which it is handed over."""


def of_licence(license_id: str, kind: str) -> str:
    """The case that proves a licence: somebody hands on what he made from a work under it."""
    work, making, form = _WORKS[kind]
    under = f"GPL-2.0-only WITH {license_id}" if kind == "exception" else license_id
    sentence = (
        f"What is made from a work under {license_id} may be handed on with a copy of the licence {fill_in('or what it says')}"
    )
    return f"""\
- name: {_text(sentence)}
  given:
    works:
      source:  {{kind: {work}, under: {under}, modified: no}}
      changed: {{kind: {work}, under: {under}, {making}: source}}
    parties: {{acme: {{}}}}
    acts: [{{party: acme, does: distribute, work: changed, form: {form}, commercially: yes}}]
  expect:
    verdict: clear
    prohibition: []
    obligation:
      - {{work: changed, duty: license-copy, clause: {_text(f"{license_id} {fill_in('section')}")}, standing: settled}}
"""


def of_rule(predicate: str) -> str:
    """The case that proves a rule."""
    return _combination(fill_in(f"the sentence of law that is wrong or missing: {predicate}"), "the rule")


def of_answer(question: str, answer: str) -> str:
    """A case in which a question of law is answered in one way."""
    sentence = fill_in(f"the sentence of law that holds where {question} is answered by {answer}")
    return _combination(sentence, "this answer", f"\n    readings: {{{question}: {answer}}}")


def _combination(sentence: str, cause: str, readings: str = "") -> str:
    """A work made from another and handed over, for the author to change into what the law is about."""
    return f"""\
- name: {_text(sentence)}
  given:
    works:
      source: {{kind: software, under: GPL-3.0-only, modified: no}}
      work:   {{kind: software, by: acme, under: MIT, links-dynamically: {{work: source, together: yes}}}}
    parties: {{acme: {{}}}}
    acts: [{{party: acme, does: distribute, work: work, form: source, commercially: yes}}]{readings}
  expect:
    # what is found, or not found, because of {cause}, so that the case fails without it; the kinds are
    # {", ".join(KINDS)}
    obligation:
      - {{work: work, topic: {_text(fill_in("the duty"))}, standing: settled}}
"""


def _text(said: str) -> str:
    """A text as YAML has it between quotation marks."""
    return json.dumps(said, ensure_ascii=False)


def change(path: Path, title: str, cases: Iterable[str], append: bool) -> Change:
    """Put cases into a file.

    Args:
        path: of the file
        title: the comment above the cases where the file is new
        cases: as YAML, each an item of a list
        append: whether the file was named, so that it may be there already
    Raises:
        DraftError: the file cannot take them
    """
    body = "\n".join(cases)
    if not path.exists() or not append:
        return new_file(path, f"{_HEAD}# {title}\n\n{body}", f"; --cases scenarios/{path.name} adds to it")
    try:
        before = path.read_text(encoding="utf-8")
        document = yaml.safe_load(before)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DraftError(f"{path.name} cannot be read as YAML: {error}") from error
    if not isinstance(document, list) or not _begins_at_the_margin(before):
        raise DraftError(f"{path.name} holds no list of cases, each beginning with “- name:”, to which one could be added")
    names = [case.get("name") for case in document if isinstance(case, dict)]
    for case in yaml.safe_load(body):
        if case["name"] in names:
            raise DraftError(f"{path.name} holds this case already, and it waits to be filled in: {case['name']}")
    return Change(path, f"{before.rstrip()}\n\n{body}", before)


def _begins_at_the_margin(text: str) -> bool:
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith(("#", "---"))), "")
    return first.startswith("- ")


def place(root: Path, named: str | None, stem: str) -> Path:
    """The file that cases go to.

    Args:
        root: of the checkout
        named: the file as the user names it, from where he is or from the root; None if he does not
        stem: what the file is called then
    Raises:
        DraftError: the file is none of ``scenarios/``
    """
    folder = (root / "scenarios").resolve()
    if named is None:
        return folder / f"{stem}.yaml"
    path = inside(root, (folder,), named)
    if path is None or path.suffix not in SUFFIXES:
        raise DraftError(f"{named} is no file of cases; they stand in scenarios/ and end in .yaml")
    return path


def inside(root: Path, folders: Iterable[Path], named: str) -> Path | None:
    """The file of one of the folders that a name means, from where the user is or from the root; None if there is no such."""
    for base in (Path.cwd(), root):
        path = (base / named).resolve()
        if any(folder in path.parents for folder in folders) and path.parent.is_dir():
            return path
    return None
