# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What is usually done with a work: programs, models and data, each a scene of works and acts."""

from __future__ import annotations

from ...case import Act, Making, Value, Work

Scene = tuple[tuple[Work, ...], tuple[Act, ...]]
"""Works and acts. The work that a portrait is about has an empty licence, and so have works that stay under it."""

PROPRIETARY = "LicenseRef-Proprietary"
BARE: dict[str, Value] = {"modified": False, "has-notice-file": False, "has-reserved-name": False}
MODEL: dict[str, Value] = {
    "language-model": True,
    "generative-model": True,
    "foundation-model": True,
    "competing-model": False,
}
LEARNER: dict[str, Value] = {**MODEL, "similar-model": True}
USUAL: dict[str, Scene] = {
    "software": (
        (
            Work("library", "software", "", attributes=BARE),
            Work("fork", "software", "", "acme", (Making("modifies", "library"),)),
            Work("renamed", "software", "MIT", "acme", (Making("modifies", "library"),)),
            Work("linked", "software", PROPRIETARY, "acme", (Making("links-statically", "library"),)),
            Work("loader", "software", PROPRIETARY, "acme", (Making("links-dynamically", "library", {"together": True}),)),
            Work(
                "caller",
                "software",
                PROPRIETARY,
                "acme",
                (Making("runs", "library", {"payload": "public-format", "together": True}),),
            ),
        ),
        (
            Act("acme", "use", "library"),
            Act("acme", "host", "library"),
            Act("acme", "distribute", "library", {"form": "source"}),
            Act("acme", "host", "fork"),
            Act("acme", "distribute", "fork", {"form": "binary"}),
            Act("acme", "distribute", "renamed", {"form": "binary"}),
            Act("acme", "distribute", "linked", {"form": "binary"}),
            Act("acme", "distribute", "loader", {"form": "binary"}),
            Act("acme", "distribute", "caller", {"form": "binary"}),
        ),
    ),
    "model": (
        (
            Work("base", "model", "", attributes={**BARE, **MODEL, "multimodal": False}),
            Work("tuned", "model", "", "acme", (Making("fine-tunes", "base"),), MODEL),
            Work("smaller", "model", "MIT", "acme", (Making("quantizes", "base"),), MODEL),
            Work(
                "pupil",
                "model",
                "MIT",
                "acme",
                (Making("distills", "base", {"using": "outputs", "intent": "perform-similarly"}),),
                LEARNER,
            ),
            Work("answers", "content", "MIT", "acme", (Making("outputs-of", "base", {"contains-source": False}),)),
            Work("product", "software", PROPRIETARY, "acme", (Making("loads", "base", {"together": True}),)),
        ),
        (
            Act("acme", "use", "base"),
            Act("acme", "host", "base"),
            Act("acme", "distribute", "base", {"form": "weights"}),
            Act("acme", "host", "tuned"),
            Act("acme", "distribute", "tuned", {"form": "weights"}),
            Act("acme", "distribute", "smaller", {"form": "weights"}),
            Act("acme", "distribute", "pupil", {"form": "weights"}),
            Act("acme", "publish", "answers"),
            Act("acme", "host", "product"),
            Act("acme", "distribute", "product", {"form": "binary"}),
        ),
    ),
    "data": (
        (
            Work("corpus", "dataset", "", attributes=BARE),
            Work("edited", "dataset", "", "acme", (Making("modifies", "corpus", {"substantial": True}),)),
            Work("renamed", "dataset", "CC-BY-4.0", "acme", (Making("modifies", "corpus", {"substantial": True}),)),
            Work("collection", "dataset", "CC-BY-4.0", "acme", (Making("copies", "corpus", {"substantial": True}),)),
            Work("model", "model", "MIT", "acme", (Making("trains-on", "corpus", {"more-than-de-minimis": False}),), MODEL),
            Work("search", "software", PROPRIETARY, "acme", (Making("retrieves-from", "corpus", {"shows-passages": True}),)),
        ),
        (
            Act("acme", "use", "corpus"),
            Act("acme", "distribute", "corpus", {"form": "data"}),
            Act("acme", "host", "edited"),
            Act("acme", "distribute", "edited", {"form": "data"}),
            Act("acme", "distribute", "renamed", {"form": "data"}),
            Act("acme", "distribute", "collection", {"form": "data"}),
            Act("acme", "distribute", "model", {"form": "weights"}),
            Act("acme", "host", "search"),
        ),
    ),
}
USUAL["content"] = USUAL["data"]
