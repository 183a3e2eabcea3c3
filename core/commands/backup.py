"""`python -m core backup -o FILE.zip` copies all that is kept on SQLite; `--restore FILE.zip` puts it back."""

import argparse
import os
import sys
from pathlib import Path

from core.store.backup import BackupError, back_up, put_back
from core.store.errors import StoreError
from core.store.store import data_directory
from core.web.cookie import SECRET_FILE


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("backup", help="back up the SQLite store while the app runs, or restore it")
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("-o", "--output", type=Path, help="the zip file to write")
    way.add_argument("--restore", type=Path, help="the zip file to restore, while the app is stopped")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes or restores a backup; returns 1, with a sentence, when that is not possible."""
    if url := os.environ.get("DATABASE_URL"):
        tool = "sqlite3 and its .backup" if url.startswith("sqlite") else "pg_dump"
        print(f"DATABASE_URL names a database of its own: copy that with its own tool ({tool}).", file=sys.stderr)
        return 1
    try:
        if args.restore:
            put_back(args.restore, data_directory(), SECRET_FILE)
            print(f"ok: {args.restore} is in {data_directory()}")
        else:
            print(f"ok: {back_up(data_directory(), args.output, SECRET_FILE):,} bytes in {args.output}")
    except (BackupError, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        where = data_directory() if args.restore else args.output
        print(f"{where} cannot be written ({error.strerror}). Name another place, or free the disk.", file=sys.stderr)
        return 1
    return 0
