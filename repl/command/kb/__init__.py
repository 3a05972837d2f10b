# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""``licet kb``: the workbench for editing the knowledge base."""

from __future__ import annotations

import click

from ...group import Commands

COMMANDS = {
    "ask": "Ask commands, and hold what they answer against what is expected.",
    "cover": "Tell which rules and clauses no case tests.",
    "diff": "Tell what an edit of the knowledge base changes, rule by rule.",
    "doc": "Write the vocabulary, the rules and the licences as Markdown.",
    "goals": "Put faults into the goal programs, and tell which no question notices.",
    "lint": "Check that the files keep the conventions.",
    "mutate": "Put faults into rules and clauses, and tell which no case notices.",
    "new": "Begin a licence, a rule or a question, with its case.",
    "portrait": "Write down as cases all that follows from a licence for what is usually done.",
    "test": "Run the expectations of cases.",
}
"""Each command with its one line of help."""


@click.command("kb", cls=Commands, table=COMMANDS, package="licet.repl.command.kb")
def command() -> None:
    """Edit the knowledge base as one edits well-tested code."""
