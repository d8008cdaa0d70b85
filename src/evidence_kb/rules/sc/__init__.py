"""Schema: the file is YAML and fits the schema."""
