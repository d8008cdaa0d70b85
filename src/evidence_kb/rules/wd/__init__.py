"""Wording: the verb fits the certainty, the numbers the figures."""
