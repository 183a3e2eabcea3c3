"""`python -m core check [DIR]`: prints `ok` with counts, or every problem of the content."""

import argparse
from pathlib import Path

from core.calculator_page.figure_checks import figure_problems
from core.calculators.calculator_checks import calculator_problems
from core.calculators.registry import calculators
from core.content.agenda_checks import longer_than_promised
from core.content.loader import OWN_DIRECTORY, content_directory, placed, reference_directory, said_with_line
from core.content.models import MANY, Content
from core.content.problems import ContentError, Problem
from core.content.reference_loader import load_reference
from core.content.translation_checks import untranslated
from core.content.translation_loader import load_languages, noted
from core.content.translation_notes import lagging, notes_of, told_late
from core.interview.marker import marker_of_many
from core.interview.rubric_checks import rubric_findings
from core.language.catalogue import languages
from core.quiz.case_ways import case_findings
from core.quiz.predictions import prediction_findings


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
        *rubric_findings(content, marker_of_many()),
    )
    wrong = placed(found, args.directory) if found else ()
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


def _tell_of(translated: Content, english: Content, directory: Path | None) -> None:
    """Prints what a translation says, what it leaves in English, and what it has not followed."""
    code, name = translated.language, languages()[translated.language]
    print(f"ok: {len(translated.translated)} entries in {name}")
    for kind, entry_id in untranslated(translated):
        print(f"ok: {kind} › {entry_id}: is still English for readers of {name}; translate it in {code}/{kind}")
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
