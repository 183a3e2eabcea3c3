"""The table of approaches that are confused."""
