"""One file per experiment: what a run of it does, and what it measures."""
