"""What follows from the records: recomputed figures, absolute effects, pooling, certainty, sentences."""
