"""A table with browser code: its columns sort, its rows open something."""
