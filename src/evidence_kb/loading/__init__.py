"""From files to a knowledge base and findings: nothing raises, everything readable is read."""
