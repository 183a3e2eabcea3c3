"""A list whose rows can be moved."""
