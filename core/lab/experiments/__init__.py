"""One file an experiment: what a run of it does, and what it measures."""
