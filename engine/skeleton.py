# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The beginning of a licence file: the questions that whoever encodes a text has to answer, in the order of clauses."""

from __future__ import annotations

_QUESTIONS = (
    ("Does the text bind whoever accepts it as an agreement, even where no copyright subsists?", "contract"),
    ("Does it count remote access as handing copies over?", "counts(host, share)"),
    (
        "What does it call a derivative: fine-tuning, adapters kept apart, merging, quantising, training on outputs, linking,"
        " distillation, and that with which intent? What does it leave out?",
        "regards((fine_tunes; merges), derivative)",
    ),
    ("Are outputs mentioned: as free, as limited, as the licensor's?", "regards(outputs_of, output)"),
    (
        "Who may do what with the work, with derivatives: use, make, distribute, host? Within which limits?",
        "may((use; make), covered)",
    ),
    (
        "To whom is nothing granted: above how many users or how much revenue, where?",
        'denies(over(monthly_users, 700000000, in("2024-06")))',
    ),
    ("What is asked, on which occasion, of which form of the work?", "must(distribute, covered, license_copy)"),
    (
        "Must its terms be passed on: as a copy, as an enforceable provision, as the licence of the whole?",
        "must(distribute, derivative, license_whole)",
    ),
    ("Which names, displays or notices are prescribed?", 'must(distribute, improved(materials), name_prefix("Acme"))'),
    ("May the work or its outputs not be used to train other models?", "must_not(train(any_model), except(own_family))"),
    ("Which uses are barred, on which conditions?", "bars(impersonation, unless(consent))"),
    ("May nothing be added to its terms? What does it stand beside it?", "bars_further_restrictions"),
    ("Under which other licences may the material go out, alone or together with theirs?", 'relicenses("GPL-3.0-only")'),
    ("What ends it, and how is a breach mended?", "ends_on(patent_suit)"),
    ("Which law is chosen?", 'governed_by("California")'),
)


def skeleton(license_id: str, kind: str) -> str:
    """The text of a licence file to be filled in.

    Args:
        license_id: what the licence will be called
        kind: what it is written for
    """
    lines = [
        f"%# {license_id} — [its name in full]",
        "%",
        "%  text      [where the text is to be had, its version or date]",
        "%  encoded   [the sections that are encoded below]",
        "%  left out  [the others, and why nothing there turns on how works are combined]",
        "",
        f'license("{license_id}", {kind}).',
        "",
        "% One fact for each sentence that binds, in the order of the text, under a comment that begins with the section and",
        "% says in your own words what the sentence does. Uncomment and change what answers a question; delete what does not.",
    ]
    for question, example in _QUESTIONS:
        lines += ["", f"% {question}", f'% clause("{license_id}", "[section]", {example}).']
    return "\n".join(lines) + "\n"
