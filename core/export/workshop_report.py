"""A workshop's report as Markdown and as CSV; names only when they are wanted. Pure."""

import csv
import io
import re

from core.export.spreadsheet import harmless
from core.language.in_force import ENGLISH, in_force
from core.language.numbers import long_date
from core.language.text import nt, pt, t
from core.workshop.report import QuestionReport, WorkshopReport
from core.workshop.shown import RunReport
from core.workshop.votes import votes_said

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~])")
_COLUMNS = (
    "kind",
    "id",
    "text",
    "voted",
    "right_round_1",
    "right_round_2",
    "wrong_to_right",
    "right_to_wrong",
    "middle_guess",
    "came_out",
    "unit",
)
_LINK = re.compile(r"(?i)(?<=http)(s?)://|(?<=www)\.|@")
"""What GitHub's Markdown makes a link of without being asked."""


def report_markdown(report: WorkshopReport, *, names: bool) -> str:
    """The report to be read, hardest question first."""
    lines = [
        f"# {report.title}",
        "",
        opened_words(report),
        "",
        f"## {t('Questions, hardest first')}",
        "",
    ]
    if report.questions:
        lines += [*_head(question_heads()), *(_row(question) for question in report.questions)]
    else:
        lines.append(t("Nothing was voted on."))
    if report.runs:
        lines += ["", f"## {t('What the lab showed')}", "", *_head(run_heads())]
        lines += [f"| {' | '.join((escaped(one[0]), *one[1:]))} |" for one in map(run_cells, report.runs)]
    for decision in report.decisions:
        lines += ["", f"## {t('What the room decided')}", "", escaped(decision.case), ""]
        lines += [f"- {escaped(question)} **{escaped(answer)}**" for question, answer in decision.answers]
        lines += ["", *(f"**{escaped(outcome)}**" for outcome in decision.outcomes)] if decision.outcomes else []
    if report.asked:
        lines += ["", f"## {t('What the room asked')}", ""]
        lines += [f"- {escaped(text)} ({asked_words(votes, answered)})" for text, votes, answered in report.asked]
    if names and report.persons:
        lines += ["", f"## {pt('room', 'People')}", "", *_head(person_heads())]
        lines += [f"| {escaped(one.name)} | {one.answered} | {one.right} |" for one in report.persons]
    return "\n".join(lines) + "\n"


def report_csv(report: WorkshopReport, *, names: bool) -> str:
    """The report for a spreadsheet: one row a question, a run of the lab, an answer to the guide; people if wanted.

    Guesses and outcomes are as the run gives them: a percentage is a share from 0 to 1.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in report.questions:
        shares = [*one.shares, None, None][:2]
        moved = (one.moves.wrong_to_right, one.moves.right_to_wrong) if one.moves else ("", "")
        right = ["" if share is None else f"{share:.4f}" for share in shares]
        writer.writerow(("question", one.item_id, harmless(one.question), one.voters[-1], *right, *moved, "", "", ""))
    for run in report.runs:
        figures = ["" if value is None else f"{value:.6g}" for value in (run.middle, run.came_out)]
        writer.writerow(("lab", run.station, harmless(run.question), run.guessed, *[""] * 4, *figures, run.unit.value))
    for decision in report.decisions:
        for question, answer in decision.answers:
            writer.writerow(("decision", "", harmless(f"{question} {answer}"), *[""] * 8))
    for person in report.persons if names else ():
        writer.writerow(("person", "", harmless(person.name), person.answered, person.right, *[""] * 6))
    return text.getvalue()


def escaped(text: str) -> str:
    """Text of a participant, so that Markdown shows it and does nothing else with it.

    >>> escaped("![x](http://a)")
    '\\\\!\\\\[x\\\\]\\\\(http&#58;//a\\\\)'
    """
    safe = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return _LINK.sub(lambda found: "".join(f"&#{ord(sign)};" if sign in ":.@" else sign for sign in found[0]), safe)


def question_heads() -> tuple[str, ...]:
    """The heads of the table of questions."""
    return (
        t("Question"),
        t("Voted"),
        t("Right, round 1"),
        t("Right, round 2"),
        t("Wrong to right"),
        t("Right to wrong"),
    )


def run_heads() -> tuple[str, ...]:
    """The heads of the table of the lab's runs."""
    return t("What was guessed"), t("Guessed"), t("Middle guess"), t("What came out")


def run_cells(run: RunReport) -> tuple[str, ...]:
    """The row of a run."""
    return run.question, str(run.guessed), run.middle_words, run.came_out_words


def person_heads() -> tuple[str, ...]:
    """The heads of the table of people."""
    return t("Name"), t("Answered"), t("Right at the end")


def opened_words(report: WorkshopReport) -> str:
    """Which room it was, when it was opened, and how many came."""
    at = report.opened
    day = f"{at:%d %B %Y}" if in_force() == ENGLISH else long_date(at)
    people = people_words(report.people)
    return t(
        "Room {code}, opened {day}, {time} UTC. {people}.", code=report.code, day=day, time=f"{at:%H:%M}", people=people
    )


def asked_words(votes: int, answered: bool) -> str:
    """How many wanted a question answered, and whether it was.

    >>> asked_words(1, True), asked_words(2, False)
    ('1 vote, answered', '2 votes')
    """
    return t("{votes}, answered", votes=votes_said(votes)) if answered else votes_said(votes)


def _head(heads: tuple[str, ...]) -> tuple[str, str]:
    return f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"


def _row(one: QuestionReport) -> str:
    shares = [*one.shares, None][:2]
    right = [share_words(share) for share in shares]
    moved = (str(one.moves.wrong_to_right), str(one.moves.right_to_wrong)) if one.moves else ("–", "–")
    cells = (escaped(one.question), str(one.voters[-1]), *right, *moved)
    return f"| {' | '.join(cells)} |"


def share_words(share: float | None) -> str:
    """A share right as the report says it.

    >>> share_words(0.333), share_words(None)
    ('33 %', '–')
    """
    return "–" if share is None else f"{share:.0%}".replace("%", " %")


def people_words(number: int) -> str:
    """How many took part.

    >>> people_words(1), people_words(6)
    ('1 person took part', '6 people took part')
    """
    return nt("{n} person took part", "{n} people took part", number)
