"""A workshop's report as Markdown, and its words; names only when they are wanted. Pure."""

import re
from datetime import datetime, timedelta
from urllib.parse import urlencode

from core.content.pages import Page
from core.export.decision_record import gist_lines
from core.language.half_up import fixed
from core.language.numbers import long_date
from core.language.text import marked, nt, pt, t
from core.text.markdown_text import literal
from core.workshop.guessing import middle_words, part_said, votes_said
from core.workshop.report import QuestionReport, WorkshopReport
from core.workshop.shown import Decision, RoomAnswer, RunReport

GUIDE = marked("The decision guide, with the room's answers")
"""What a way to the guide that carries a room's answers is called."""
_HALF_A_MINUTE = timedelta(seconds=30)
_LINK = re.compile(r"(?i)(?<=http)(s?)://|(?<=www)\.|@")
"""What GitHub's Markdown makes a link of without being asked."""


def guide_address(decision: Decision) -> str:
    """The decision guide with the room's answers, below the server's address."""
    return f"{Page.DECIDE.value}?{urlencode(decision.given)}"


def report_markdown(report: WorkshopReport, *, names: bool, at: str = "") -> str:
    """The report to be read, hardest question first; `at` is the server's address, for links to it."""
    lines = [
        f"# {report.title}",
        "",
        opened_words(report),
        "",
        f"## {t('Questions, hardest first')}",
        "",
    ]
    if report.questions:
        lines += [*_head(_markdown_heads()), *(_row(question) for question in report.questions)]
    else:
        lines.append(t("Nothing was voted on."))
    if report.runs:
        lines += ["", f"## {t('What the lab showed')}", "", *_head(run_heads())]
        lines += [f"| {' | '.join((escaped(one[0]), *one[1:]))} |" for one in map(run_cells, report.runs)]
    for decision in report.decisions:
        lines += ["", f"## {t('What the room decided')}", "", escaped(decision.case), ""]
        lines += [
            f"- {escaped(one.question)} **{escaped(one.answer)}** ({voted_words(one)})" for one in decision.answers
        ]
        for due in decision.steps:
            cautions = (f"- {t('Keep in mind')}: {caution}" for caution in due.cautions)
            lines += ["", f"**{escaped(due.outcome.title)}**", "", *cautions, *gist_lines(due)]
        if decision.steps and at:
            lines += ["", f"[{t(GUIDE)}]({at}/{guide_address(decision)})"]
    if report.asked:
        lines += ["", f"## {t('What the room asked')}", ""]
        lines += [f"- {escaped(text)} ({asked_words(votes, answered)})" for text, votes, answered in report.asked]
    if names and report.persons:
        lines += ["", f"## {pt('room', 'People')}", "", *_head(person_heads())]
        lines += [f"| {escaped(one.name)} | {one.answered} | {one.right} |" for one in report.persons]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """Text of a participant, so that Markdown shows it and does nothing else with it.

    >>> escaped("![x](http://a)")
    '\\\\!\\\\[x\\\\]\\\\(http&#58;//a\\\\)'
    """
    safe = literal(text)
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
    """Which room it was, when it was opened and began, how long it took from there, and how many came."""
    at = report.opened
    told = {"code": report.code, "day": long_date(at), "time": f"{at:%H:%M}", "zone": zone_words(at)}
    opened = t("Room {code}, opened {day}, {time} ({zone}).", **told)
    return f"{opened} {_ended_words(report)}{people_words(report.people)}{_removed_words(report.removed)}."


def _ended_words(report: WorkshopReport) -> str:
    """When it began and ended, with a space after it; a beginning in the minute of the opening is not told again."""
    if report.ended is None:
        return ""
    start, time = _time_after(report.opened, report.began), _time_after(report.began, report.ended)
    length = report.ended - report.began - report.away
    told = {"start": start, "time": time, "duration": duration_words(length)}
    if start == f"{report.opened:%H:%M}":
        brief, whole = (
            t("It ended at {time}, under a minute later.", **told),
            t("It ended at {time}, after {duration}.", **told),
        )
    else:
        brief = t("It began at {start} and ended at {time}, under a minute later.", **told)
        whole = t("It began at {start} and ended at {time}, after {duration}.", **told)
    return f"{brief if length < _HALF_A_MINUTE else whole} "


def _time_after(before: datetime, at: datetime) -> str:
    """A time, with its day where the sentence before it told another one."""
    time = f"{at:%H:%M}"
    return time if at.date() == before.date() else t("{time} on {day}", time=time, day=long_date(at))


def zone_words(at: datetime) -> str:
    """The zone that a time is told in, and how far it is from UTC.

    >>> from zoneinfo import ZoneInfo
    >>> [zone_words(datetime(2026, 11, 25, tzinfo=ZoneInfo(zone))) for zone in ("UTC", "Europe/Berlin", "America/Lima")]
    ['UTC', 'Europe/Berlin, UTC+1', 'America/Lima, UTC−5']
    """
    minutes = int((at.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    name = str(at.tzinfo).replace("_", " ")
    if minutes == 0 and name in ("UTC", "Etc/UTC"):
        return "UTC"
    return f"{name}, UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def duration_words(length: timedelta) -> str:
    """A length of time to the minute.

    >>> duration_words(timedelta(minutes=47, seconds=40)), duration_words(timedelta(hours=1, minutes=5))
    ('48 min', '1 h 5 min')
    """
    hours, minutes = divmod(round(length.total_seconds() / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def voted_words(one: RoomAnswer) -> str:
    """How a room came to an answer.

    >>> voted_words(RoomAnswer("How much?", "Little", 2, tied=True))
    '2 votes; a tie, the host decided'
    >>> voted_words(RoomAnswer("How much?", "Little", 3, tied=False, for_it=2))
    '2 of 3 votes'
    """
    if one.votes is None:
        return t("decided without a vote")
    if one.tied:
        return t("{votes}; a tie, the host decided", votes=votes_said(one.votes))
    return part_said(one.votes if one.for_it is None else one.for_it, one.votes)


def asked_words(votes: int, answered: bool) -> str:
    """How many wanted a question answered, and whether it was.

    >>> asked_words(1, True), asked_words(2, False)
    ('1 vote, answered', '2 votes')
    """
    return t("{votes}, answered", votes=votes_said(votes)) if answered else votes_said(votes)


def _markdown_heads() -> tuple[str, ...]:
    question, *rest = question_heads()
    return question, t("Right answer"), *rest


def _head(heads: tuple[str, ...]) -> tuple[str, str]:
    return f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |"


def _row(one: QuestionReport) -> str:
    right = [share_words(share) for share in [*one.shares, None][:2]]
    if rounds_differ(one):
        right = [t("{share} of {people}", share=share, people=n) for share, n in zip(right, one.voters, strict=True)]
    cells = (escaped(one.question), escaped(answer_told(one)), str(one.voters[-1]), *right, *moved_cells(one))
    return f"| {' | '.join(cells)} |"


def moved_cells(one: QuestionReport) -> tuple[str, str]:
    """How many moved from wrong to right between two rounds, and from right to wrong."""
    return (str(one.moves.wrong_to_right), str(one.moves.right_to_wrong)) if one.moves else ("–", "–")


def answer_told(one: QuestionReport) -> str:
    """The right answer, with the median guess where a number was guessed."""
    if one.middle is None:
        return one.answer
    return t("{answer} (middle guess: {guess})", answer=one.answer, guess=middle_words(one.middle, one.unit))


def rounds_differ(one: QuestionReport) -> bool:
    """Whether the second round had another number of votes than the first, so that the shares have different bases."""
    return len(set(one.voters)) > 1


def rounds_words(one: QuestionReport) -> str:
    """How many voted in each round, where that differs."""
    first, second, *_ = (*one.voters, 0)
    return t("{first} voted in round 1, {second} in round 2.", first=first, second=second) if rounds_differ(one) else ""


def share_words(share: float | None) -> str:
    """A share right as the report says it.

    >>> share_words(0.333), share_words(1 / 8), share_words(None)
    ('33 %', '13 %', '–')
    """
    return "–" if share is None else f"{fixed(100 * share)} %"


def people_words(number: int) -> str:
    """How many took part.

    >>> people_words(1), people_words(6)
    ('1 person took part', '6 people took part')
    """
    return nt("{n} person took part", "{n} people took part", number)


def _removed_words(number: int) -> str:
    words = nt("{n} of them was removed by the host", "{n} of them were removed by the host", number)
    return f"; {words}" if number else ""
