"""The table of approaches that are mixed up."""
