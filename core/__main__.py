"""The command line: `python -m core COMMAND …`. Each module of `core.commands` is one command."""

import argparse
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime

import core.commands


def main(arguments: Sequence[str] | None = None, now: datetime | None = None) -> int:
    """Runs the command that `arguments` name; returns its exit code.

    `now` needs a timezone; left out, it is what the clock says.
    """
    parser = argparse.ArgumentParser(prog="python -m core", description="LLM Ladder without a screen.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for info in pkgutil.iter_modules(core.commands.__path__):
        importlib.import_module(f"core.commands.{info.name}").add_parser(subparsers)
    args = parser.parse_args(arguments)
    args.now = now or datetime.now(UTC)
    try:
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever reads, such as `head`, has enough; what is still buffered goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
