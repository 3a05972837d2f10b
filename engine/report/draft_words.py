# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What there is to say of a draft and its terms, in sentences that every form of the report shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo import Symbol

from ..advice.draft.brief import Brief, Tier, lines
from ..advice.draft.folding import parts
from ..advice.draft.near import NEAREST
from ..advice.draft.terms import KEPT, Section
from ..advice.draft.values import Draft
from ..clauses import license_file
from ..difference import Provision, provisions
from ..gloss import gloss
from ..glossary import glossary
from ..language import hyphenated
from .layout import unbroken
from .words import count

SHOWN = 3
"""Differences of a kind that are told of each of them."""

LONGEST = 50
"""Of a citation that is kept on one line."""

LAST = (
    "A draft for counsel, who words it; not legal advice. Tried are the readings of the rules, not those of a court. "
    "`--write FOLDER` keeps the licence and the cases."
)


def verdict(draft: Draft) -> str:
    """Whether the brief can be had, in a sentence."""
    tried = count(len(draft.tries), "trial", "trials")
    if not draft.clashes:
        rest = f"; {count(len(draft.untried), 'line is', 'lines are')} written and not tried" if draft.untried else ""
        return f"the terms below do what the brief says: {tried}, each as wanted{rest}"
    failed = sum(len(clash.tries) for clash in draft.clashes)
    clashes = count(len(draft.clashes), "contradiction", "contradictions")
    return f"the brief cannot be had as it stands: {clashes}; {failed} of {tried} otherwise than wanted"


def table(draft: Draft) -> list[list[str]]:
    """Who may do what: a row of rights, and a row for each group; an exclamation mark where the draft has it otherwise."""
    rights = [word for word in glossary()["right"] if any(each.right == word for each in draft.access)]
    groups = [tier.name for tier in draft.brief.tiers]
    if any(each.group is None for each in draft.access):
        groups.append("")
    cells = {(each.group or "", each.right): each for each in draft.access}
    rows = [["", *rights]]
    for group in groups:
        found = [cells.get((group, right)) for right in rights]
        told = ["-" if each is None else _yes(each.has) + ("" if each.has == each.wanted else "!") for each in found]
        rows.append([group or "anybody else", *told])
    return rows


def _yes(has: bool) -> str:
    return "yes" if has else "no"


def chapter(section: Section) -> str:
    """The heading of the chapter that a section begins or goes on with."""
    return f"{section.number.partition('.')[0]}. {glossary()['chapter'][section.chapter].sentence}"


def sentences(brief: Brief, section: Section) -> list[str]:
    """What a section says, in plain words; of a group whose it is and what belongs to it, of a barred use what it is."""
    said = [provision.sentence + _uses(provision) for provision in provisions(section.clauses)]
    if section.of == (KEPT,):
        return [f"anybody else: {said[0]}", *said[1:]]
    tier = next((line.tier for line in lines(brief) if line.tier is not None and line.number in section.of), None)
    return said if tier is None else [f"{tier.name}: {said[0]}", *said[1:], *_remarks(tier)]


def _remarks(tier: Tier) -> Iterator[str]:
    if tier.limit is not None:
        meaning = glossary()["within"][tier.limit].sentence
        yield f"That is: {meaning[:1].lower()}{meaning[1:]}"
    if tier.pays:
        yield "Who is let in pays; how much stands in no term."


def _uses(provision: Provision) -> str:
    barred = [clause.term.arguments[0] for clause in provision.clauses if clause.term.name == "bars"]
    told = " ".join(glossary()["use"][hyphenated(use.name)].sentence for use in barred)
    return f". {told}" if told else ""


def follows(section: Section) -> list[tuple[str, str]]:
    """The model clauses of a section: a label that says how much they say, and the clauses."""
    found = [("follows", section.models.whole), ("in part", section.models.partly)]
    return [(label, "; ".join(map(_unbroken, map(str, cites)))) for label, cites in found if cites]


def _unbroken(cite: str) -> str:
    return unbroken(cite) if len(cite) <= LONGEST else cite


def new(section: Section) -> list[str]:
    """What no licence of the library says."""
    if len(section.new) == len(section.clauses):
        return ["no licence of the library says this"]
    return [f"no licence of the library says: {gloss([term])}" for term in section.new]


def near(draft: Draft) -> Iterator[tuple[str, list[str], list[str]]]:
    """The nearest licences: a heading, and of the first what it alone says and what the draft alone says."""
    for place, other in enumerate(draft.terms.near[:NEAREST]):
        theirs, ours = list(provisions(other.only_theirs)), sentences_of(draft, other.only_draft)
        alone = f"it alone: {count(len(theirs), 'provision', 'provisions')}, the draft alone: {len(ours)}"
        heading = f"{other.license} ({license_file(other.license).name}): {other.likeness} of 100; {alone}"
        yield heading, *(([], []) if place else (_first(_located(theirs)), _first(ours)))


def sentences_of(draft: Draft, terms: Iterable[Symbol]) -> list[str]:
    """What the draft says by some of its terms, with the sections."""
    wanted = set(terms)
    served = {(section, term) for section, term in draft.terms.serving if term in wanted}
    kept = (
        provision
        for section in draft.terms.sections
        for provision in provisions(section.clauses)
        if any((section.number, part) in served for clause in provision.clauses for part in parts(clause.term))
    )
    return _located(kept)


def _located(said: Iterable[Provision]) -> list[str]:
    return [f"[{provision.section}] {provision.sentence}" for provision in said]


def _first(said: list[str]) -> list[str]:
    rest = len(said) - SHOWN
    return [*said[:SHOWN], f"and {rest} more"] if rest > 0 else said
