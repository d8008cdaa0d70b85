"""The checks of the catalogue, one group a file: records in, recomputed figures out."""
