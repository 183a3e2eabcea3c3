"""A list whose rows are moved."""
