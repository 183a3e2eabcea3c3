"""A step of a workshop's plan on paper: its minute, what the room sees, what to say, and the answer."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from components.markup import el, rich
from core.content.agendas import DiscussStep, GuideStep, LabStep, ShowStep, VoteStep
from core.content.graphs import Guide, Option
from core.content.item_base import Misconception
from core.content.items import AnyItem
from core.content.models import Content
from core.lab.verdicts import recorded_spread
from core.lab_page.words import spread_words
from core.language.text import t
from core.numbers.figures import figure_text
from core.quiz.display import shown_order, told_text
from core.quiz.feedback_rows import FeedbackRow, feedback_rows
from core.quiz.generated import find_item
from core.quiz.guesses import is_guess
from core.quiz.mark import Mark
from core.web.lab_runner import lab_recordings
from core.workshop.lab import guess_of, knobs_said, run_of
from core.workshop.plan import PlannedStep, after_first_round, minutes_words, rounds_words, when_late

_Row = tuple[str, tuple[ET.Element, ...]]
"""What a part of the step is called, and its text."""


def agenda_step_on_paper(content: Content, planned: PlannedStep, code: str) -> ET.Element:
    """The step; options stand in the order of the room's screens where there is a room, named by its `code`."""
    step, late = planned.step, when_late(planned.step)
    rows = [*_parts(content, planned, code), *([(t("When late"), (el("p", late),))] if late else [])]
    head = (
        el("p", _time(planned), class_="ll-eyebrow"),
        el("h2", f"{planned.number}. {step.title}"),
        _row((t("Notes"), (rich("p", step.notes),))),
    )
    return el("div", el("div", *head, class_="ll-whole"), *map(_row, rows), class_="ll-plan-step")


def _row(row: _Row) -> ET.Element:
    name, parts = row
    return el("div", el("h3", name), el("div", *parts), class_="ll-part-row")


def _time(planned: PlannedStep) -> str:
    begins, minutes = minutes_words(planned.begins), minutes_words(planned.step.minutes)
    return t("From minute {begins}, for {minutes} min", begins=begins, minutes=minutes)


def _parts(content: Content, planned: PlannedStep, code: str) -> Iterator[_Row]:
    match planned.step:
        case ShowStep() as step:
            yield t("The room sees"), tuple(_shown(content, step))
        case DiscussStep(prompt=prompt):
            yield t("The room sees"), (rich("p", prompt), el("p", t("The questions that the room has asked.")))
        case GuideStep(case=case):
            yield t("The room sees"), (rich("p", case), el("p", t("The decision guide, question by question:")))
            yield t("The questions"), (_questions(content.guide),)
        case LabStep() as step if step.station in content.lab_by_id:
            yield from _run(content, step)
        case VoteStep() as step:
            item = find_item(content, step.item)
            if item:
                yield from _vote(content, step, item, code)


def _shown(content: Content, step: ShowStep) -> Iterator[ET.Element]:
    stage = content.stage_by_id.get(step.stage or "")
    if stage:
        yield rich("p", stage.text)
        figures = [figure for name in stage.scale for figure in content.claim_by_id[name].figures]
        yield el("ul", *(el("li", el("strong", figure_text(one)), f" {one.label}") for one in figures))
    if step.lines:
        yield el("ul", *(rich("li", line) for line in step.lines))


def _questions(guide: Guide) -> ET.Element:
    def option(one: Option) -> ET.Element:
        question, outcome = guide.question(one.leads_to), guide.outcome(one.leads_to)
        leads = question.text if question else outcome.title if outcome else ""
        return el("li", f"{one.label} → ", el("em" if question else "strong", leads))

    rows = (el("li", one.text, el("ul", *map(option, one.options))) for one in guide.questions)
    return el("ol", *rows)


def _run(content: Content, step: LabStep) -> Iterator[_Row]:
    station = content.lab_by_id[step.station]
    guess, knobs = guess_of(step, station), knobs_said(step, station)
    yield (
        t("The room sees"),
        (
            el("p", el("strong", guess.question)),
            rich("p", station.text),
            rich("p", run_of(step, station).text),
            *([el("p", knobs)] if knobs else []),
        ),
    )
    came = spread_words(recorded_spread(guess.answer, lab_recordings()), guess.answer.unit)
    words = t("{figure} in the recorded worlds; the run for the room may differ.", figure=came)
    yield t("What comes out"), (el("p", el("strong", words)),)
    if step.notes != guess.because:
        yield t("Why"), (rich("p", guess.because),)


def _vote(content: Content, step: VoteStep, item: AnyItem, code: str) -> Iterator[_Row]:
    text = told_text(item)
    situation = [rich("p", text)] if text else []
    order = shown_order(item, code) if code else ()
    yield t("The room sees"), (el("p", rich("strong", item.question)), *situation, el("p", rounds_words(step)))
    rows, beliefs = feedback_rows(item, None, Mark(0), order), content.misconception_by_id
    yield t("Answers"), (el("ul", *(_answer(row, beliefs.get(row.misconception or "")) for row in rows)),)
    if step.notes != item.explanation:  # the notes of a question that was added are this
        yield t("Why"), (rich("p", item.explanation),)
    told = {row.misconception for row in rows}
    others = [beliefs[name] for name in dict.fromkeys(item.misconceptions) if name not in told]
    if others:
        yield t("Wrong beliefs"), (el("ul", *map(_belief, others)),)
    if step.rounds > 1:
        rule = after_first_round(guess=is_guess(item))
        yield t("After round 1"), (el("ul", *(el("li", el("strong", f"{on}:"), f" {words}") for on, words in rule)),)


def _belief(one: Misconception) -> ET.Element:
    return el("li", el("em", t("“{name}”", name=one.name)), " ", rich("span", one.correction))


def _answer(row: FeedbackRow, belief: Misconception | None) -> ET.Element:
    """An option with its reason, and the belief of those who pick it; the right one is strong."""
    text = rich("strong", row.text) if row.said else rich("span", row.text)
    lines = [part for label, value in row.lines for part in (f" {label}: ", rich("strong", value))]
    return el(
        "li",
        f"{row.place} " if row.place else None,
        f"{row.said}: " if row.said else None,
        text,
        *lines,
        el("br"),
        rich("span", row.why),
        el("em", " ", t("The belief behind it: “{belief}”.", belief=belief.name)) if belief else None,
    )
