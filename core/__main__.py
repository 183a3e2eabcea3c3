"""The command line: `python -m core COMMAND …`. Each module of `core.commands` is one command."""

import argparse
import errno
import importlib
import io
import os
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import core.commands
from core.calculators.code_mistakes import MISTAKES, mistake
from core.language.catalogue import CatalogueError

_STOPPED = 130
"""What a shell expects of a command that Ctrl+C ended."""


def main(arguments: Sequence[str] | None = None, now: datetime | None = None) -> int:
    """Runs the command that `arguments` name; returns its exit code.

    `now` needs a timezone; left out, it is what the clock says.
    """
    _replace_closed_streams()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before a command loads NumPy: a run repeats to the bit
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that says it is ASCII gets UTF-8, and no traceback
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments, now or datetime.now(UTC))
    except CatalogueError as error:  # any command may say a text
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return _STOPPED
    except BrokenPipeError:  # whoever reads, such as `head`, has enough
        _drop_output()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        print(
            f"What is printed cannot be written ({error.strerror}). Free the disk, or print elsewhere.", file=sys.stderr
        )
        return 1


def _run(arguments: Sequence[str] | None, now: datetime) -> int:
    try:
        args = _parser().parse_args(arguments)
        args.now = now
        return int(args.run(args))
    finally:  # of help too, which ends with SystemExit
        sys.stdout.flush()


def _replace_closed_streams() -> None:
    """What goes to a stream that the shell closed (`>&-`) goes nowhere: Python has none in its place."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # open until the end


def _drop_output() -> None:
    """What is still buffered goes nowhere: Python would try to write it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m core", description="LLM Ladder without a screen.")
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for info in pkgutil.iter_modules(core.commands.__path__):
        try:
            command = importlib.import_module(f"core.commands.{info.name}")
        except MISTAKES as error:
            traceback.print_exception(error)
            parser.exit(1, "{}: {}.\n".format(*mistake(error)))
        command.add_parser(subparsers)
    for listed in subparsers._choices_actions:  # what the list says of a command, its own help says too
        subparsers.choices[listed.dest].description = f"{str(listed.help)[:1].upper()}{str(listed.help)[1:]}."
    return parser


if __name__ == "__main__":
    sys.exit(main())
