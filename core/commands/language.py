"""`python -m core language`: brings the catalogues up to date with the code, and lists what has no translation.

It also keeps what each text of the content was translated from, and lists those whose English has changed since.
"""

import argparse
from collections.abc import Collection, Iterator, Mapping

from core.content.loader import said_with_line
from core.content.models import Content
from core.content.problems import ContentError, suggestion
from core.content.translation_loader import keep_notes, load_languages, noted
from core.content.translation_notes import lagging, noted_anew, notes_of, told_late
from core.language.catalogue import languages
from core.language.extraction import faults, said_texts, update
from core.language.in_force import ENGLISH


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("language", help="update the catalogues of other languages, and say what is missing")
    parser.add_argument("code", nargs="?", choices=_others(), help="one language; every one when left out")
    parser.add_argument("--check", action="store_true", help="write nothing, only say what is missing")
    parser.add_argument(
        "--still-right", action="append", default=[], metavar="NAME", help="a translation that fits the changed English"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Updates and reports; 0 when nothing is missing, else 1."""
    codes = [args.code] if args.code else _others()
    for code in [] if args.check else codes:
        update(code)
    try:
        content, broken = load_languages(), []
    except ContentError as error:
        content, broken = {}, [said_with_line(problem) for problem in error.problems]
    wrong = 0
    for code in codes:
        found = [f"{fault.text[:80]!r} {fault.what}" for fault in faults(code)]
        found += broken or _of_content(content, code, args.still_right, write=not args.check)
        for one in found:
            print(f"{code} › {one}")
        print(f"{code}: {len(said_texts())} texts, {len(found)} to fix")
        wrong += len(found)
    return 1 if wrong else 0


def _of_content(
    content: Mapping[str, Content], code: str, still_right: Collection[str], *, write: bool
) -> Iterator[str]:
    """What the translated content lags behind; the notes are brought up to date where that is asked for."""
    kept, now = noted(code), notes_of(content[ENGLISH], content[code])
    for name in set(still_right) - set(now):
        yield f"{name} is not translated{suggestion(name, now) or '; name it as this command does'}"
    anew = noted_anew(kept, now, still_right)
    if write:
        keep_notes(code, anew)
    yield from (told_late(name, code) for name in lagging(anew if write else kept, now))
    if not write and anew != kept:
        yield "content: what is translated has changed; run `python -m core language` to note it"


def _others() -> list[str]:
    return [code for code in languages() if code != ENGLISH]
