# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What there is to say of a draft, in sentences that every form of the report shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clingo import Symbol

from ..advice.draft.brief import Aim, Bar, Brief, Demand, Exclusion, Law, Line, Right, Settlement, Tier, lines
from ..advice.draft.folding import parts
from ..advice.draft.near import NEAREST
from ..advice.draft.outcome import Outcome, Try
from ..advice.draft.terms import KEPT, Section
from ..advice.draft.values import Caution, Clash, Draft, Gap
from ..clauses import license_file
from ..difference import Provision, provisions
from ..finding import STANDINGS, WRONG, Decision, Finding
from ..gloss import gloss
from ..glossary import Entry, glossary
from ..language import hyphenated
from .layout import unbroken
from .words import VERDICTS, alternatives, count

SHOWN = 3
"""Differences of a kind that are told of each of them."""

LONGEST = 50
"""Of a citation that is kept on one line."""

TRIED = 1
"""Trials that are told of a contradiction."""

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


def line_words(brief: Brief, number: int) -> str:
    """A line of the brief in words, with its place."""
    if number == KEPT:
        return "What no group is let do is kept back."
    (line,) = (line for line in lines(brief) if line.number == number)
    where = f"{line.place.file}:{line.place.line}"
    return f"{_said(line)} ({where})"


def _said(line: Line) -> str:
    said = line.said
    told = ""
    match said:
        case Right():
            told = f"{line.tier.name if line.tier else ''} may {said.word}"
        case Bar():
            told = f"bars {said.use}" + (f" {'if' if said.holds else 'unless'} {said.fact}" if said.fact else "")
        case Demand():
            told = f"asks {said.duty}" + (f": {said.text}" if said.text else "")
        case Settlement():
            told = f"{said.matter}: {said.answer}"
        case Aim():
            told = f"aims at {said.word}"
        case Law():
            told = f"law: {said.name}"
        case Exclusion():
            told = f"not in {said.territory}"
    return told


def clash(draft: Draft, found: Clash) -> str:
    """What is at odds, as the heading of a contradiction."""
    if not found.against:
        return "Nothing in the brief brings this about:"
    told = "; and ".join(line_words(draft.brief, number) for number in found.against)
    return f"{told}: {'these rule' if len(found.against) > 1 else 'this rules'} out"


def clashing(draft: Draft, found: Clash) -> list[str]:
    """The lines that cannot be had."""
    return [line_words(draft.brief, number) for number in found.lines]


def missing(draft: Draft, found: Clash) -> list[str]:
    """Rights that would be needed for what the lines of a contradiction let people do."""
    told: dict[tuple[str, str], str] = {}
    for each in found.short:
        (line,) = (line for line in lines(draft.brief) if line.number == each.line)
        assert isinstance(line.said, Right) and line.tier is not None, "what somebody is let do stands in a group"
        told[line.tier.name, each.right] = f"who may {line.said.word} needs {each.right} as well: add it to {line.tier.name}"
    return list(told.values())


def shown(found: Clash) -> list[str]:
    """The trials that show a contradiction: what was done, what it had to come to, and what it comes to."""
    told = list(dict.fromkeys(f"{_capital(each.told)}. {_wanted(each.outcome)} {_result(each)}" for each in found.tries))
    rest = len(told) - TRIED
    return [*told[:TRIED], f"and {count(rest, 'trial', 'trials')} more"] if rest > 0 else told


def _wanted(outcome: Outcome) -> str:
    if outcome.sort in ("allowed", "barred"):
        return f"Wanted: {'allowed' if outcome.sort == 'allowed' else 'not allowed'}."
    return f"Wanted: {'a' if outcome.sort == 'found' else 'no'} finding of {outcome.kind}, {outcome.topic}."


def _result(each: Try) -> str:
    found = each.outcome.found(each.decision) or each.decision.of_kind(*WRONG)
    reasons = list(dict.fromkeys(f"{finding.sentence} [{', '.join(map(str, finding.cites))}]" for finding in found))
    return f"It is {VERDICTS[each.decision.verdict]}" + (f": {' '.join(reasons[:TRIED])}" if reasons else ".")


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


def silent(draft: Draft) -> list[str]:
    """The lines that are kept by saying nothing."""
    served = {line for wanted in draft.terms.serving.values() for line in wanted}
    quiet = (line for line in lines(draft.brief) if line.number not in served and isinstance(line.said, Settlement))
    return [f"{_said(line)} ({line.place.file}:{line.place.line})" for line in quiet]


def untried(draft: Draft) -> list[str]:
    """The lines whose terms no case shows."""
    return [line_words(draft.brief, number) for number in draft.untried]


def unworded(draft: Draft) -> list[str]:
    """What the text has to say beside its terms."""
    return [glossary()["unworded"][word].sentence for word in draft.unworded]


def open_matters(draft: Draft) -> list[Gap]:
    """What is left open, and shows."""
    return [gap for gap in draft.gaps if not _is_moot(gap)]


def moot(draft: Draft) -> list[str]:
    """What is left open, and turns on nothing that a group is let do."""
    matters = moot_matters(draft)
    return [f"Nothing that a group is let do turns on these, so they can wait: {', '.join(matters)}."] if matters else []


def moot_matters(draft: Draft) -> list[str]:
    """The same, as words of a brief."""
    return [gap.matter for gap in draft.gaps if _is_moot(gap)]


def _is_moot(gap: Gap) -> bool:
    return not gap.tried and gap.matter not in glossary()["silence"]


def question(gap: Gap) -> str:
    """The question that a matter is."""
    return _entry(gap).sentence


def _entry(gap: Gap) -> Entry:
    return glossary()["item" if gap.own else "matter"][gap.matter]


def follows_then(gap: Gap) -> Iterator[tuple[str, str]]:
    """What is tried where a matter is left open, and what follows: labels and texts."""
    for told, decision in gap.tried:
        yield "tried", f"{_capital(told)}."
        yield "then", "; ".join((VERDICTS[decision.verdict], *_reasons(decision)))
    silence = glossary()["silence"].get(gap.matter)
    if silence is not None and not gap.tried:
        yield "then", silence.sentence


def _reasons(decision: Decision) -> list[str]:
    """How the works relate and what stands in the way, the surest of each."""
    relations = sorted(decision.of_kind("derivative", "aggregate"), key=lambda finding: STANDINGS.index(finding.standing))
    wrongs = sorted(decision.of_kind(*WRONG), key=lambda finding: STANDINGS.index(finding.standing))
    return [_reason(finding) for finding in (*relations[:1], *wrongs[:1])]


def _reason(finding: Finding) -> str:
    conditions = "; or if ".join(alternatives(finding.conditions))
    standing = "" if finding.standing == "settled" else f" ({finding.standing}{f', if {conditions}' if conditions else ''})"
    return f"{finding.sentence.removesuffix('.')}{standing}"


def answers(gap: Gap) -> str:
    """The answers that a brief can give."""
    told = (f"{answer} ({phrase})" for answer, phrase in _entry(gap).answers.items())
    return f"{gap.matter}: {'; '.join(told)}"


def answer_words(gap: Gap) -> list[str]:
    """The same, as words of a brief; none where a brief says it in words of its own."""
    return [] if gap.own else list(_entry(gap).answers)


def idle(draft: Draft) -> Iterator[str]:
    """The lines that nobody's doing can meet."""
    for number in draft.idle:
        yield f"{line_words(draft.brief, number)}: nothing that a group is let do with such works is what it is about."


def caution(told: Caution) -> str:
    """What no licence does by itself."""
    return glossary()["caution"][told.word].sentence


def turning(told: Caution) -> list[str]:
    """The questions of law that it turns on."""
    return [f"{glossary()['question'][word].sentence} (licet questions {word})" for word in told.questions]


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


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
