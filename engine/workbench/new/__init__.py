# SPDX-FileCopyrightText: licet contributors
# SPDX-License-Identifier: Apache-2.0
"""Skeletons of licences, rules and questions, with the case that fails until they are written."""
