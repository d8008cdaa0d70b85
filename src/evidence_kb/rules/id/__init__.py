"""Ids: slugs, unique, equal to the name of the file."""
