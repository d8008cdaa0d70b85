"""References: every id leads to an entry, and nothing is an orphan."""
