"""References: a source's CSL variables as formatted text, as CSL-JSON, as RIS and as BibTeX."""
