"""Brings the tables up to date when the server starts. Does I/O."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from core.store.errors import NEWER, StoreError, store_error

_SCRIPTS = Path(__file__).resolve().parent / "migrations"
_LOCK = 7_215_301


def migrate(engine: Engine) -> None:
    """Runs the migrations that are missing, in one transaction; servers that start together take turns.

    Raises:
        StoreError: the database cannot be opened or written, or a newer version wrote it.
    """
    config = Config()
    config.set_main_option("script_location", _SCRIPTS.as_posix().replace("%", "%%"))  # it fills in %(names)s
    head = ScriptDirectory.from_config(config).get_current_head()
    try:
        with engine.connect().execution_options(writes=False) as connection, connection.begin():
            if MigrationContext.configure(connection).get_current_revision() == head:
                return
        with engine.connect() as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(NEWER) from error
    except SQLAlchemyError as error:
        raise store_error(error) from error
