"""What content editors run: laying files out, mending them, making new records."""
