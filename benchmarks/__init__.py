"""What measures speed, each against a baseline of its own in the same run."""
