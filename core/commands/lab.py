"""`python -m core lab STATION key=value… [--seed N] [--json]`, and `python -m core lab record [EXPERIMENT …]`."""

import argparse

from core.lab.command_line import main


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `lab` to the command line; its words are read by a parser of its own, so that options stand anywhere."""
    help_text = "run a station of the lab and print what it measures, or record the runs that ship"
    parser = subparsers.add_parser("lab", help=help_text, add_help=False, prefix_chars="\0")
    parser.add_argument("words", nargs="*")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Runs an experiment, or records; 0 when it went well, 2 with a sentence on the error stream when it did not."""
    return main(args.words)
