# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The cases in scenarios/ as a whole. Each by itself is a test of its own, which the plugin of licet makes of it."""

from __future__ import annotations

import pytest

from .samples import SCENARIOS, every_case

DEFINED = (
    *("creativeml-openrail-m", "bigscience-openrail-m", "openrail++", "deepseek-license-1.0", "bigcode-openrail-m", "gemma"),
    *("llama2", "llama3", "llama3.1", "tencent-hunyuan-large-community", "flux-1-dev-non-commercial", "stabilityai-community"),
    *("qwen", "nvidia-open-model-license", "dinov3-license", "kimi-k2-modified-mit", "openmdw-1.1", "Apache-2.0"),
    *("GPL-3.0-only", "AGPL-3.0-only", "LGPL-3.0-only", "MPL-2.0", "EUPL-1.2", "CC-BY-SA-4.0", "CC-BY-ND-4.0", "CC-BY-NC-4.0"),
    *("ODbL-1.0", "CDLA-Permissive-2.0", "CDLA-Sharing-1.0", "C-UDA-1.0"),
)
"""The licences whose definition of a derivative the law matrix tells."""


def test_every_case_is_a_test(pytestconfig: pytest.Config) -> None:
    assert SCENARIOS in pytestconfig.getini("licet_scenarios")
    assert SCENARIOS.name in pytestconfig.getini("testpaths")


def test_names_are_sentences_of_their_own() -> None:
    names = [case.name for case in every_case()]
    assert len(names) == len(set(names))
    assert len(names) >= 40


def test_every_case_expects_something() -> None:
    assert [case.name for case in every_case() if not case.expectations] == []


def test_every_definition_of_the_law_matrix_has_a_case() -> None:
    told = {
        work.under
        for case in every_case()
        for work in case.works
        if any(expectation.kind in ("derivative", "aggregate", "conflict", "obligation") for expectation in case.expectations)
    }
    assert [name for name in DEFINED if name not in told] == []
