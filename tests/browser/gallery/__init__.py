"""A page for tests alone: the form and the feedback of every kind of item."""
