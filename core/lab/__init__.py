"""A language model that is small enough to train while you wait; read the files in the order of `docs/lab.md`."""
