"""The numbered strip of an exam."""
