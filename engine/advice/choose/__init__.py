# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Which licence to offer a work under: those that nothing rules out, and of these those that serve the goals best."""
