"""What several pages show in the same way: links, facts, tables, citations, claims in short, certainty."""
