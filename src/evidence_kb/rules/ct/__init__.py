"""Citations: every claim is cited, with its place, from a source that may carry it."""
