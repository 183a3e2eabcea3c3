"""The diagram with its browser code."""
