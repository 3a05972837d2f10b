# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Cases held against what they expect: which, on which files, and the reasons for each difference."""
