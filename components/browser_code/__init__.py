"""Browser code that several components share."""
