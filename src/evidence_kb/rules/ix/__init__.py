"""Identifiers: well-formed, normalised, one work under one id."""
