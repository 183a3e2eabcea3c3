"""Runs of the lab in processes of their own: a queue, workers, and what a page sees of them."""
