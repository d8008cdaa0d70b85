"""GRADE: the arithmetic and the reasons of certainty."""
