"""The library for other programs, one format a file."""
