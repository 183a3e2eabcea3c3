"""Migrations of the learners' tables, run by `core.store.migrate`."""
