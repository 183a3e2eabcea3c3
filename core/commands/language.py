"""`python -m core language`: brings the catalogues up to date with the code, and lists what has no translation."""

import argparse

from core.language.catalogue import languages
from core.language.extraction import faults, said_texts, update
from core.language.in_force import ENGLISH


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("language", help="update the catalogues of other languages, and say what is missing")
    parser.add_argument("code", nargs="?", choices=_others(), help="one language; every one when left out")
    parser.add_argument("--check", action="store_true", help="write nothing, only say what is missing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Updates and reports; 0 when nothing is missing, else 1."""
    wrong = 0
    for code in [args.code] if args.code else _others():
        if not args.check:
            update(code)
        found = faults(code)
        for fault in found:
            print(f"{code} › {fault.text[:80]!r} {fault.what}")
        print(f"{code}: {len(said_texts())} texts, {len(found)} to fix")
        wrong += len(found)
    return 1 if wrong else 0


def _others() -> list[str]:
    return [code for code in languages() if code != ENGLISH]
