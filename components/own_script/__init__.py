"""Scripts of our own that run in the page."""
