# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Why a finding holds, why not, what it rests on and what would flip it: the same rules, with every fact open."""
