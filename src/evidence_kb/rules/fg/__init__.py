"""Figures: what is printed is possible and fits together."""
