# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Portraits of licences: what follows from each for what is done with a work under it, as cases."""
