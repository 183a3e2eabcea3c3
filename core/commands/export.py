"""`python -m core export {anki,gift,qti,csv,json} -o FILE`: the bank for other programs, or a learner's data."""

import argparse
import os
import sys
from pathlib import Path

from core.content.loader import load_content
from core.content.problems import ContentError
from core.export.anki import noted_items
from core.export.bank_formats import BANK_FORMATS
from core.store.database import SQLITE_FILE
from core.store.errors import StoreError
from core.store.store import data_directory, open_store


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("export", help="write the bank for other programs, or a learner's data")
    parser.add_argument("format", choices=(*BANK_FORMATS, "json"), help="json is everything of one learner")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    parser.add_argument("--learner", help="whose data json holds: the key in the table keys")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Writes the file; 1 when content or store are wrong, 2 when the learner is not named or not known."""
    try:
        if args.format == "json":
            return _learner(args)
        items = load_content().items
        data = BANK_FORMATS[args.format](items, args.now)
        args.output.write_bytes(data)
    except (ContentError, StoreError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{args.output} cannot be written ({error.strerror}); name another file.", file=sys.stderr)
        return 1
    held = len(noted_items(items) if args.format == "anki" else items)
    left_out = f" (the {len(items) - held} interview questions are left out)" if held < len(items) else ""
    print(f"ok: {held} items{left_out}, {len(data):,} bytes in {args.output}")
    return 0


def _learner(args: argparse.Namespace) -> int:
    url, folder = os.environ.get("DATABASE_URL"), data_directory()
    if not url and not (folder / SQLITE_FILE).is_file():  # opened, it would be made
        print(f"{folder} holds no {SQLITE_FILE}. Name the folder with LLM_LADDER_DATA.", file=sys.stderr)
        return 1
    store = open_store(url, folder)
    try:
        if not args.learner or not store.learners.known(args.learner):
            print("No such learner. Name one with --learner: a key from the table keys.", file=sys.stderr)
            return 2
        data = store.transfer.export(args.learner, args.now).encode()
    finally:
        store.close()
    args.output.write_bytes(data)
    print(f"ok: {len(data):,} bytes in {args.output}")
    return 0
