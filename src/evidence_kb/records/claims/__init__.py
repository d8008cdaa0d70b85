"""The types of claims, one a file, and the union that spells them out."""
