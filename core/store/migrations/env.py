"""Runs the migrations on the connection that `core.store.migrate` gives."""

from alembic import context

from core.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
