"""A sentence for those who listen to the page."""
