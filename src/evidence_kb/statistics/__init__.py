"""Statistics of clinical comparisons: numbers in, numbers out, every convention named."""
