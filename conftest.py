# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""The plugin that makes the cases tests, out of this checkout, whether licet is installed or not."""

pytest_plugins = ("licet.repl.pytest_plugin",)
