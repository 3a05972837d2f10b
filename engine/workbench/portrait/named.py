# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What else is done with a work, as far as the text of its licence speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...case import Act, Making, Value, Work
from .usual import BARE, LEARNER, MODEL, PROPRIETARY, USUAL, Scene

Further = tuple[frozenset[str], tuple[Work, ...], tuple[Act, ...]]
"""Works and acts that show something once a clause has one of these words."""


def named(kind: str, words: frozenset[str], offered: Iterable[str]) -> Scene:
    """What shows the clauses that the usual does not.

    Args:
        kind: software, model, data or content
        words: those of the clauses
        offered: licences under which the text lets changed works go out
    """
    base = next(work for work in USUAL[kind][0] if work.under == "" and not work.makings)
    shown = [(further, done) for told, further, done in FURTHER[kind] if not told or told & words]
    relabelled = tuple(_relabelled(kind, base.name, offered))
    return (
        (base, *(work for several, _ in shown for work in several), *relabelled),
        (*(act for _, several in shown for act in several), *(_handed(work) for work in relabelled)),
    )


def _relabelled(kind: str, base: str, offered: Iterable[str]) -> Iterator[Work]:
    """A changed work under each licence."""
    for number, license_id in enumerate(offered):
        yield _made(f"relabelled{number}", license_id, "modifies" if kind != "model" else "fine-tunes", base, kind=_WORK[kind])


def _made(name: str, under: str, verb: str, source: str, kind: str = "model", **said: Value) -> Work:
    """A work of the licensee's own, made in one way; what is said of the way has underscores for hyphens."""
    told = {word.replace("_", "-"): value for word, value in said.items()}
    return Work(name, kind, under, "acme", (Making(verb, source, told),), MODEL if kind == "model" else {})


def _handed(work: Work) -> Act:
    return Act("acme", "distribute", work.name, {"form": _FORM[work.kind]} if work.kind in _FORM else {})


def _shown(words: str, *works: Work, acts: tuple[Act, ...] = ()) -> Further:
    """Works, those of the licensee's own handed over, and other acts."""
    return frozenset(words.split()), works, (*(_handed(work) for work in works if work.makings), *acts)


_FORM: dict[str, Value] = {"software": "binary", "model": "weights", "adapter": "adapter", "dataset": "data"}
_WORK = {"software": "software", "model": "model", "data": "dataset", "content": "dataset"}


def _joined(kind: str, base: str, verb: str, under: str) -> tuple[Work, Work]:
    """Another work, and one made of it and the licensed one, which goes out under the licence of the other."""
    makings = tuple(Making(verb, source, _MERGED if verb == "merges" else {}) for source in (base, "partner"))
    made = Work("joined", kind, under, "acme", makings, MODEL if kind == "model" else {})
    return Work("partner", kind, under, attributes=_PLAIN[kind]), made


def _beside_gpl(kind: str, base: str, verb: str) -> Further:
    """A work made of the licensed one and one under the GPL, which tolerates little: whatever the licence asks is told."""
    handed = Act("acme", "distribute", "joined", {"form": _FORM[kind], "user-product": False})
    return frozenset(), _joined(kind, base, verb, "GPL-3.0-only"), (handed,)


def _whole(kind: str, base: str, verb: str) -> tuple[Work, ...]:
    """A work that goes out under the licence, with parts that ask for more."""
    asking = enumerate(("Apache-2.0", "MPL-2.0", "llama3.1"))
    parts = tuple(Work(f"part{number}", kind, under, attributes=_PLAIN[kind]) for number, under in asking)
    makings = tuple(
        Making(verb, source, _MERGED if verb == "merges" else {}) for source in (base, *(part.name for part in parts))
    )
    return (*parts, Work("whole", kind, "", "acme", makings, MODEL if kind == "model" else {}))


_PATCHED: dict[str, Value] = {**BARE, "modified": True}
_SAME: dict[str, Value] = {"more-than-de-minimis": False, "intent": "perform-similarly"}

_MERGED: dict[str, Value] = {"method": "weights"}
_PLAIN: dict[str, dict[str, Value]] = {"software": BARE, "model": {**BARE, **MODEL, "multimodal": False}, "dataset": BARE}

FURTHER: dict[str, tuple[Further, ...]] = {
    "software": (
        _beside_gpl("software", "library", "modifies"),
        _shown("tolerates", *_whole("software", "library", "modifies")),
        _shown(
            "modified",
            Work("patched", "software", "", attributes=_PATCHED),
            acts=(Act("acme", "distribute", "patched", {"form": "source"}),),
        ),
        _shown(
            "includes_headers_of",
            _made("inlined", PROPRIETARY, "includes-headers-of", "library", "software", takes="inline-code"),
            _made("declared", PROPRIETARY, "includes-headers-of", "library", "software", takes="declarations"),
        ),
        _shown(
            "plugs_into",
            _made("plugin", PROPRIETARY, "plugs-into", "library", "software", through="shared-structures", together=False),
        ),
        _shown("bundles", _made("image", PROPRIETARY, "bundles", "library", "software", together=True, limits_users=False)),
        _shown("copies", _made("copy", PROPRIETARY, "copies", "library", "software")),
        _shown("converts", _made("converted", PROPRIETARY, "converts", "library", "software")),
        _shown("calls", _made("client", PROPRIETARY, "calls", "library", "software", payload="public-format", together=False)),
        _shown("loads", _made("reader", PROPRIETARY, "loads", "library", "software", together=False)),
        _shown(
            "retrieves_from",
            _made("finder", PROPRIETARY, "retrieves-from", "library", "software", shows_passages=True, together=False),
        ),
        _shown("trains_on", _made("trained", "MIT", "trains-on", "library", more_than_de_minimis=False)),
        _shown(
            "outputs_of output",
            _made("result", "MIT", "outputs-of", "library", "content", contains_source=False),
            acts=(Act("acme", "publish", "result"),),
        ),
    ),
    "model": (
        _beside_gpl("model", "base", "merges"),
        _shown("tolerates", *_whole("model", "base", "merges")),
        _shown(
            "modified",
            Work("patched", "model", "", attributes={**_PATCHED, **MODEL, "multimodal": False}),
            acts=(Act("acme", "distribute", "patched", {"form": "weights"}), Act("acme", "host", "patched")),
        ),
        _shown("adapts", _made("adapter", "", "adapts", "base", "adapter", together=False, contains_layers=False)),
        _shown(
            "merges_adapter",
            Work("lora", "adapter", "", attributes=BARE),
            _made("folded", "MIT", "merges-adapter", "lora"),
        ),
        _shown("merges", _made("mixture", "MIT", "merges", "base", method="weights")),
        _shown("prunes", _made("pruned", "MIT", "prunes", "base")),
        _shown("modifies", _made("altered", "MIT", "modifies", "base")),
        _shown("converts", _made("converted", "MIT", "converts", "base")),
        _shown(
            "distills",
            _made("follower", "MIT", "distills", "base", using="logits", intent="other"),
            _made("scholar", "MIT", "distills", "base", using="outputs", intent="other"),
        ),
        _shown(
            "outputs outputs_of output trains_on",
            _made("answers", "MIT", "outputs-of", "base", "content", contains_source=False),
            Work("taught", "model", "MIT", "acme", (Making("trains-on", "answers", _SAME),), LEARNER),
            acts=tuple(Act("acme", does, "answers") for does in ("use", "host", "publish")),
        ),
        _shown("bundles copies", _made("image", PROPRIETARY, "bundles", "base", "software", together=True, limits_users=False)),
        _shown(
            "runs calls prompts",
            _made("runner", PROPRIETARY, "runs", "base", "software", payload="public-format", together=False),
            _made("client", PROPRIETARY, "calls", "base", "software", payload="public-format", together=False),
            _made("asker", PROPRIETARY, "prompts", "base", "software"),
            acts=tuple(Act("acme", "host", name) for name in ("runner", "client", "asker")),
        ),
        _shown("trains_on", _made("copycat", "MIT", "trains-on", "base", more_than_de_minimis=False)),
    ),
    "data": (
        _shown("", *_joined("dataset", "corpus", "modifies", "CC-BY-SA-4.0")),
        _shown("tolerates", *_whole("dataset", "corpus", "modifies")),
        _shown(
            "modified",
            Work("patched", "dataset", "", attributes=_PATCHED),
            acts=(Act("acme", "distribute", "patched", {"form": "data"}), Act("acme", "publish", "patched")),
        ),
        _shown("bundles", _made("image", "MIT", "bundles", "corpus", "software", together=True, limits_users=False)),
        _shown("converts", _made("converted", "MIT", "converts", "corpus", "dataset")),
        _shown("embeds", _made("vectors", "MIT", "embeds", "corpus", "dataset", more_than_de_minimis=False)),
        _shown("trains_on", _made("memorizing", "MIT", "trains-on", "corpus", more_than_de_minimis=True)),
        _shown("loads calls", _made("reader", PROPRIETARY, "loads", "corpus", "software", together=False)),
        _shown(
            "outputs_of output",
            _made("result", "MIT", "outputs-of", "corpus", "content", contains_source=False),
            acts=(Act("acme", "publish", "result"),),
        ),
    ),
}
FURTHER["content"] = FURTHER["data"]
