"""`python -m core check [DIR]`: prints `ok` with counts, or every problem of the content."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from core.calculator_page.figure_checks import figure_problems
from core.calculator_page.link_checks import link_findings
from core.calculators.calculator_checks import calculator_problems
from core.calculators.registry import calculators
from core.content.agenda_checks import longer_than_promised
from core.content.findings import Finding
from core.content.loader import OWN_DIRECTORY, content_directory, placed, reference_directory, said_with_line
from core.content.models import MANY, Content
from core.content.problems import ContentError, Problem
from core.content.reference_loader import load_reference
from core.content.translation_checks import untranslated
from core.content.translation_loader import load_languages, noted
from core.content.translation_notes import lagging, notes_of, told_late
from core.interview.bank_rubrics import question_rubric
from core.interview.marker import load_marker
from core.interview.rubric_checks import answer_findings, questions, wording_findings
from core.lab.station_checks import station_findings
from core.lab.storage import load_recordings
from core.language.catalogue import languages
from core.quiz.case_ways import case_findings
from core.quiz.predictions import prediction_findings

_CORE = Path(__file__).parents[1]
_MOST_PASSED = 1_000
_MOST_NAMED = 10
"""How many untranslated entries of a kind are listed: in a new language, all of them are untranslated."""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds the command."""
    parser = commands.add_parser("check", help="check a folder of content")
    parser.add_argument("directory", nargs="?", type=Path, help="the folder; the product's own when left out")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Prints what was found; 0 when the content is good, else 1."""
    try:
        content, *translated = load_languages(args.directory).values()
        calculators()
    except ContentError as error:
        return _refuse(error.problems, args.directory)
    reference = load_reference(reference_directory(args.directory))
    found = (
        *prediction_findings(content, reference),
        *case_findings(content),
        *link_findings(content, reference),
        *station_findings(content, load_recordings()),
        *wording_findings(content),
        *_in_answers(content),
    )
    wrong = placed(found, args.directory)
    if (args.directory or content_directory()).resolve() == OWN_DIRECTORY:  # other courses may have other claims
        wrong += (*calculator_problems(content, reference), *figure_problems(reference))
    if wrong:
        return _refuse(wrong, args.directory)
    print(f"ok: {counts(content)}")
    for doubt in placed(longer_than_promised(content), args.directory):
        print(said_with_line(doubt, args.directory))
    for one in translated:
        _tell_of(one, content, args.directory)
    return 0


def _in_answers(content: Content) -> Iterator[Finding]:
    """What marking finds in the model answers, which takes most of a check: those that passed are not marked again."""
    code, passed = _code(), _passed()
    for item in questions(content):
        rubric = question_rubric(item, content).model_dump_json()
        key = sha256(f"{code} {rubric} {item.model_answer}".encode()).hexdigest()
        if key in passed:
            continue
        found = tuple(answer_findings(item, content, load_marker()))
        yield from found
        if not found and not load_marker().note:
            passed.append(key)
    with suppress(OSError):  # where nothing can be kept, all is marked again
        _file_of_passed().write_text("\n".join(passed[-_MOST_PASSED:]), encoding="ascii")


def _passed() -> list[str]:
    """One hash of code, rubric and model answer for each answer that passed; kept beside the installed packages."""
    try:
        return _file_of_passed().read_text(encoding="ascii", errors="replace").split()
    except OSError:
        return []


def _file_of_passed() -> Path:
    return Path(sys.prefix) / ".model-answers-passed"


def _code() -> str:
    """A hash of all that marks: the code, the model, and the versions of the packages that run it."""
    files = [path for path in _CORE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    read = (path.read_bytes() for path in (*sorted(files), _CORE.parent / "requirements.txt"))
    return sha256(b"".join(sha256(one).digest() for one in read)).hexdigest()


def _tell_of(translated: Content, english: Content, directory: Path | None) -> None:
    """Prints what a translation says, what it leaves in English, and what it has not followed."""
    code, name = translated.language, languages()[translated.language]
    print(f"ok: {len(translated.translated)} entries in {name}")
    for kind, group in groupby(untranslated(translated), itemgetter(0)):
        left = [entry_id for _, entry_id in group]
        for entry_id in left[:_MOST_NAMED]:
            print(f"ok: {kind} › {entry_id}: is still English for readers of {name}; translate it in {code}/{kind}")
        if len(left) > _MOST_NAMED:
            print(f"ok: {kind}: {len(left) - _MOST_NAMED} more are still English for readers of {name}")
    for late in lagging(noted(code, directory), notes_of(english, translated)):
        print(f"ok: {told_late(late, code)}")


def _refuse(problems: tuple[Problem, ...], directory: Path | None) -> int:
    for problem in problems:
        print(said_with_line(problem, directory))
    print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}. Nothing was changed.")
    return 1


def counts(content: Content) -> str:
    """How many entries of each kind there are: '130 claims, 11 stages, …'."""
    questions, outcomes = len(content.guide.questions), len(content.guide.outcomes)
    kinds = [f"{len(getattr(content, kind))} {'lab stations' if kind == 'lab' else kind}" for kind in MANY]
    return ", ".join([*kinds, f"{questions} guide questions", f"{outcomes} outcomes"])
