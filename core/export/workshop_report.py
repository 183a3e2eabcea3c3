"""A workshop's report as Markdown and as CSV; names only when they are wanted. Pure."""

import csv
import io
import re

from core.export.spreadsheet import harmless
from core.workshop.report import QuestionReport, WorkshopReport

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~])")
_LINK = re.compile(r"(?i)(?<=http)(s?)://|(?<=www)\.|@")
"""What GitHub's Markdown makes a link of without being asked."""


def report_markdown(report: WorkshopReport, *, names: bool) -> str:
    """The report to be read, hardest question first."""
    lines = [
        f"# {report.title}",
        "",
        f"Room {report.code}, opened {report.opened:%d %B %Y, %H:%M} UTC. {people_words(report.people)}.",
        "",
        "## Questions, hardest first",
        "",
    ]
    if report.questions:
        lines += ["| Question | Voted | Right, round 1 | Right, round 2 | Wrong to right | Right to wrong |"]
        lines += ["| --- | --- | --- | --- | --- | --- |", *(_row(question) for question in report.questions)]
    else:
        lines.append("Nothing was voted on.")
    if report.asked:
        lines += ["", "## What the room asked", ""]
        lines += [
            f"- {escaped(text)} ({votes} {'vote' if votes == 1 else 'votes'}{', answered' if answered else ''})"
            for text, votes, answered in report.asked
        ]
    if names and report.persons:
        lines += ["", "## People", "", "| Name | Answered | Right at the end |", "| --- | --- | --- |"]
        lines += [f"| {escaped(one.name)} | {one.answered} | {one.right} |" for one in report.persons]
    return "\n".join(lines) + "\n"


def report_csv(report: WorkshopReport, *, names: bool) -> str:
    """The report for a spreadsheet: one row a question, then one a person when names are wanted."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(
        ("kind", "id", "text", "voted", "right_round_1", "right_round_2", "wrong_to_right", "right_to_wrong")
    )
    for one in report.questions:
        shares = [*one.shares, None, None][:2]
        moved = (one.moves.wrong_to_right, one.moves.right_to_wrong) if one.moves else ("", "")
        right = ["" if share is None else f"{share:.4f}" for share in shares]
        writer.writerow(("question", one.item_id, harmless(one.question), one.voters[-1], *right, *moved))
    for person in report.persons if names else ():
        writer.writerow(("person", "", harmless(person.name), person.answered, person.right, "", "", ""))
    return text.getvalue()


def escaped(text: str) -> str:
    """Text of a participant, so that Markdown shows it and does nothing else with it.

    >>> escaped("![x](http://a)")
    '\\\\!\\\\[x\\\\]\\\\(http&#58;//a\\\\)'
    """
    safe = _SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return _LINK.sub(lambda found: "".join(f"&#{ord(sign)};" if sign in ":.@" else sign for sign in found[0]), safe)


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
    return "1 person took part" if number == 1 else f"{number} people took part"
