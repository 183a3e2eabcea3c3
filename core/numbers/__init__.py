"""Numbers as people write and read them, in the language in force, and round ones for axes."""
