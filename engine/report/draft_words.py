# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What there is to say of a draft, in sentences that every form of the report shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..advice.draft.brief import Aim, Bar, Brief, Demand, Law, Line, Right, Settlement, lines
from ..advice.draft.drafting import Caution, Clash, Draft, Gap
from ..advice.draft.files import drafted_file
from ..advice.draft.terms import KEPT, Section
from ..advice.draft.trial import Outcome, Try
from ..clauses import license_file
from ..difference import Provision, difference, provisions
from ..finding import WRONG, Decision
from ..gloss import gloss
from ..glossary import glossary
from .words import VERDICTS, alternatives, count

NEAREST = 3
"""Licences that are compared with the draft."""

SHOWN = 4
"""Differences of a kind that are told of each of them."""

LAST = (
    "A draft for counsel, who words it; not legal advice. Tried are the readings of the rules, not those of a court. "
    "`--write FOLDER` keeps the licence and the cases."
)

_KINDS_OF_OUTCOME = {"derivative": "is a derivative", "obligation": "owes", "conflict": "conflicts", "prohibition": "is forbidden"}


def verdict(draft: Draft) -> str:
    """Whether the brief can be had, in a sentence."""
    tried = count(len(draft.tries), "trial", "trials")
    if not draft.clashes:
        return f"the terms below do what the brief says: {tried}, each as wanted"
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


def line_words(brief: Brief, number: int) -> str:
    """A line of the brief in words, with its place."""
    if number == KEPT:
        return "What no group is let do is kept back."
    (line,) = (line for line in lines(brief) if line.number == number)
    where = f"{line.place.file}:{line.place.line}"
    return f"{_said(line)} ({where})"


def _said(line: Line) -> str:
    said = line.said
    match said:
        case Right(word, _):
            return f"{line.tier.name if line.tier else ''} may {word}"
        case Bar(use, _, None, _):
            return f"bars {use}"
        case Bar(use, _, fact, holds):
            return f"bars {use} {'if' if holds else 'unless'} {fact}"
        case Demand(duty, _, text):
            return f"asks {duty}" + (f": {text}" if text else "")
        case Settlement(matter, answer, _):
            return f"{matter}: {answer}"
        case Aim(word, _):
            return f"aims at {word}"
        case Law(name, _):
            return f"law: {name}"


def clash(found: Clash) -> str:
    """What kind of contradiction it is."""
    if len(found.lines) > 1:
        return "Not all of these can be had together; without any one of them the others can:"
    return "Nothing in the brief brings this about:"


def clashing(draft: Draft, found: Clash) -> list[str]:
    """The lines of a contradiction."""
    return [line_words(draft.brief, number) for number in found.lines]


def shown(found: Clash) -> list[str]:
    """The trials that show a contradiction: what was done, what it had to come to, and what it comes to."""
    return [f"{_capital(each.told)}. {_wanted(each.outcome)} {_result(each)}" for each in found.tries]


def _wanted(outcome: Outcome) -> str:
    if outcome.sort in ("allowed", "barred"):
        return f"Wanted: {'allowed' if outcome.sort == 'allowed' else 'not allowed'}."
    return f"Wanted: {'' if outcome.sort == 'found' else 'no '}{outcome.kind} {outcome.topic}."


def _result(each: Try) -> str:
    found = each.outcome.found(each.decision) or each.decision.of_kind(*WRONG)
    reasons = list(dict.fromkeys(f"{finding.sentence} [{', '.join(map(str, finding.cites))}]" for finding in found))
    return f"It is {VERDICTS[each.decision.verdict]}" + (f": {' '.join(reasons[:SHOWN])}" if reasons else ".")


def chapter(section: Section) -> str:
    """The heading of the chapter that a section begins or goes on with."""
    return f"{section.number.partition('.')[0]}. {glossary()['chapter'][section.chapter].sentence}"


def sentences(section: Section) -> list[str]:
    """What a section says, in plain words."""
    return [provision.sentence for provision in provisions(section.clauses)]


def follows(section: Section) -> str:
    """The model clauses of a section."""
    return "; ".join(map(str, section.follows))


def new(section: Section) -> list[str]:
    """What no licence of the library says."""
    return [f"no licence of the library says: {gloss([term])}" for term in section.new]


def question(gap: Gap) -> str:
    """The question that a matter is."""
    return glossary()["matter"][gap.matter].sentence


def follows_then(gap: Gap) -> list[str]:
    """What follows where a matter is left open."""
    return [f"{_capital(told)}: {_decided(decision)}" for told, decision in gap.tried] or ["No rule turns on it."]


def _decided(decision: Decision) -> str:
    told = [VERDICTS[decision.verdict]]
    for finding in decision.of_kind("derivative", "prohibition", "conflict", "restricted-use")[:SHOWN]:
        conditions = "; or if ".join(alternatives(finding.conditions))
        standing = "" if finding.standing == "settled" else f" ({finding.standing}{f', if {conditions}' if conditions else ''})"
        told.append(f"{finding.sentence}{standing}")
    return told[0] + ("." if len(told) == 1 else ". " + " ".join(dict.fromkeys(told[1:])))


def answers(gap: Gap) -> str:
    """The answers that a brief can give."""
    told = (f"{answer} ({phrase})" for answer, phrase in glossary()["matter"][gap.matter].answers.items())
    return f"{gap.matter}: {'; '.join(told)}"


def idle(draft: Draft) -> Iterator[str]:
    """The lines that nobody's doing can meet."""
    for number in draft.idle:
        yield f"{line_words(draft.brief, number)}: no group is let do what it is about."


def caution(told: Caution) -> str:
    """What no licence does by itself."""
    return glossary()["caution"][told.word].sentence


def turning(told: Caution) -> list[str]:
    """The questions of law that it turns on."""
    return [f"{glossary()['question'][word].sentence} (licet questions {word})" for word in told.questions]


def near(draft: Draft) -> Iterator[tuple[str, list[str], list[str]]]:
    """The nearest licences: a heading, what they alone say, and what the draft alone says."""
    own = drafted_file(draft.terms)
    for neighbour in draft.terms.near[:NEAREST]:
        told = difference(license_file(neighbour.license), own)
        heading = f"{neighbour.license} ({license_file(neighbour.license).name}): {neighbour.likeness}"
        yield heading, _brief(told.only_first), _brief(told.only_second)


def _brief(said: Sequence[Provision]) -> list[str]:
    shown_first = [f"[{provision.section}] {provision.sentence}" for provision in said[:SHOWN]]
    rest = len(said) - SHOWN
    return [*shown_first, f"and {rest} more"] if rest > 0 else shown_first


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def unmet(tries: Iterable[Try]) -> int:
    """How many trials end otherwise than wanted."""
    return sum(not each.met for each in tries)
