"""The search: a field, and what it finds by kind."""
