"""Search over everything that has an address: an index made once of the content, and queries to it."""
