"""What a YAML file may say: pydantic models of every kind of record, and nothing above them."""
