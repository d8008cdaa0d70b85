"""A report of the gate as text for people and machines, one format a file."""
