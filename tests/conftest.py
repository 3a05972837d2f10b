# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What all tests share: how hypothesis runs, and a decision that holds every kind of finding."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import settings

from licet.engine.case import Case, Making, Party, Place, Work
from licet.engine.finding import Cite, Decision, Finding

# No deadline: a slow machine is no defect. The same examples each time; --hypothesis-profile=long looks at many others.
settings.register_profile("licet", deadline=None, max_examples=40, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=1000)
settings.load_profile("licet")


def pytest_addoption(parser: pytest.Parser) -> None:
    """How many of the scenarios are looked at where looking at all of them takes long."""
    told = "Look closely at N cases of the scenarios; at all of them and all that is found for 0."
    parser.addoption("--samples", type=int, default=4, metavar="N", help=told)


@pytest.fixture
def samples(pytestconfig: pytest.Config) -> int:
    """How many cases are looked at closely; 0 for all."""
    number: int = pytestconfig.getoption("samples")
    return number


LLAMA = Cite("llama3.1", "1.b.i")
SHARE_ALIKE = Cite("CC-BY-SA-4.0", "3(b)(1)")


def _wrongs() -> tuple[Finding, ...]:
    keeps = ("label-replaces-agreement", ("tuned", "base"), "The model keeps its agreement; it is offered under MIT instead.")
    relabel = ("Offer tuned under llama3.1.", "Obtain a separate license for base from its owner.")
    rests = ("tuned fine-tunes base", "tuned is offered under MIT")
    intent = (("the new model is made to perform similarly to the source", "the act is commercial"), ("weights are protected",))
    return (
        *(
            Finding("conflict", *keeps, party="acme", act=act, cites=(LLAMA,), remedies=relabel, rests_on=rests)
            for act in ("distribute", "host")
        ),
        Finding(
            "prohibition",
            "improves-other-model",
            ("tuned",),
            "The work may not be used to improve other models of this sort.",
            "possible",
            "acme",
            "make",
            cites=(Cite("llama2", "1.b.v"),),
            breach=True,
            conditions=intent,
        ),
        *(
            Finding(
                "restricted-use",
                "medical-advice",
                ("tuned",),
                "Giving medical advice or interpreting medical results.",
                "unknown",
                "acme",
                "host",
                cites=(cite,),
                remedies=("Drop the purpose, or keep it clear of what the clause describes.",),
                conditions=(("it is meant to replace professional advice",),),
            )
            for cite in (Cite("bigcode-openrail-m", "Att. A (l)"), Cite("creativeml-openrail-m", "Att. A item 10"))
        ),
        Finding(
            "prohibition", "noncommercial-only", ("tuned",), "Non-commercial purposes only.", "likely", "acme", "distribute"
        ),
    )


def _obligations() -> tuple[Finding, ...]:
    duties = (
        ("license-copy", "Give every recipient a copy of the license text.", (LLAMA, Cite("Apache-2.0", "4(a)"))),
        ("name-prefix", 'Begin the model\'s name with "Llama".', (LLAMA,)),
        ("attribute", "Name the creator and what else the license asks to be credited.", (Cite("CC-BY-SA-4.0", "3(a)(1)"),)),
    )
    each = (
        Finding("obligation", duty, ("tuned", "base"), sentence, "settled", "acme", act, cites=(cite,))
        for act, (duty, sentence, cites) in product(("distribute", "host"), duties)
        for cite in cites
    )
    whole = Finding(
        "obligation",
        "license-whole",
        ("tuned",),
        "License the work as a whole under the same license.",
        "likely",
        "acme",
        "distribute",
        cites=(SHARE_ALIKE,),
        conditions=(("a model trained on a work is an adaptation of it",), ("the model memorises the work",)),
    )
    return (*each, whole)


def _statements() -> tuple[Finding, ...]:
    return (
        Finding("derivative", "fine-tunes", ("tuned", "base"), "tuned is a derivative of base.", cites=(LLAMA,)),
        Finding(
            "aggregate",
            "bundles",
            ("image", "engine"),
            "image and engine are an aggregate.",
            "likely",
            cites=(Cite("GPL-3.0-only", "5"),),
            rests_on=("image bundles engine", "the two exchange a public format"),
        ),
        Finding("permission", "make", ("tuned", "base"), "The license grants this.", "settled", "acme", "make", cites=(LLAMA,)),
        Finding(
            "question",
            "commercially",
            ("tuned",),
            "Is the act intended for commercial advantage or payment?",
            "unknown",
            "acme",
            "host",
        ),
        Finding(
            "notice", "contradicts", ("image",), "Two sections of the same text cannot both be followed.", detail="FLUX 2.d"
        ),
    )


@pytest.fixture
def decision() -> Decision:
    """A decision with every kind of finding, several of them said of two acts or by two clauses."""
    works = (
        Work("base", "model", "llama3.1"),
        Work("engine", "software", "MIT OR Apache-2.0"),
        Work("tuned", "model", "MIT", makings=(Making("fine-tunes", "base"),)),
        Work("image", "image", makings=(Making("bundles", "engine"),)),
    )
    name = "A tuned model made from Llama 3.1 and share-alike text cannot be relabelled MIT"
    case = Case(name, works, (Party("acme"),), place=Place("cases/llama.yaml", 3))
    return Decision(case, (*_statements(), *_wrongs(), *_obligations()), {"engine": "MIT"})


@pytest.fixture
def clear() -> Decision:
    """A decision with nothing in the way."""
    case = Case("A work may be read", (Work("text", "content", "CC0-1.0"),), place=Place("cases/llama.yaml", 40))
    return Decision(case, ())
