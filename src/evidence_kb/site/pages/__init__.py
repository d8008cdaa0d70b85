"""The types of pages, one a file; each defines one PageType and is found by looking into its file."""
