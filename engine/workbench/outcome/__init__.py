# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""What came of trying faults: shares, what no case depends on and why not, and the case that would notice."""
