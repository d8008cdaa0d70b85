"""Vocabulary: terms and codes exist and fit."""
