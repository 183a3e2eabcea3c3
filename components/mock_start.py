"""Before a mock interview: how long, for which level, on what."""

import streamlit as st

from components import session
from components.answer_not_taken import answer_not_taken
from components.interview_date_link import interview_date_link
from components.interview_english import interview_english
from components.lasting_note import lasting_note
from components.markup import el, show
from components.mock_place import start_mock
from components.page_head import page_head
from components.practised_lately import practised_lately
from components.press_trouble import press_trouble
from components.topic_choice import topic_choice
from components.use_store import use_store
from core.content.interview_items import LEVEL_LABELS, TOPIC_LABELS, FreeAnswer, Level, Topic
from core.content.models import Content
from core.interview.fresh_first import fresh_first
from core.interview.mock import MOST_QUESTIONS, NoQuestionsError, choose_questions
from core.language.text import marked, nt, t
from core.numbers.number_format import clock

LENGTHS = (1, 3, 5, 8)
RULES = (
    marked("One question after another, each with time to think. Follow-ups probe what was thin, or go further."),
    marked("The clock counts on past its target and never cuts you off."),
    marked("No verdict until the end. Then you rate your own answers before you see the marks and the debrief."),
    marked("Close the tab when you need to: the interview waits at the same question."),
)


def mock_start(content: Content) -> None:
    """Draws the rules, the choices and the start."""
    page_head(t("Mock interview"), t("A round of questions as in a real interview, then a debrief."))
    answer_not_taken()  # its question has gone: it is read here, not below the fold
    interview_english()
    show(el("ul", *(el("li", t(rule)) for rule in RULES)))
    length = st.segmented_control(t("How many questions"), LENGTHS, default=3, required=True, key="mock-start.length")
    level = st.segmented_control(
        t("Level"),
        list(Level),
        default=Level.SENIOR,
        required=True,
        format_func=lambda one: t(LEVEL_LABELS[one]).capitalize(),
        key="mock-start.level",
    )
    topics = topic_choice(list(Topic), lambda one: t(TOPIC_LABELS[one]), "mock-start.topics")
    _start(content, Level(level or Level.SENIOR), tuple(topics), int(length or 3))
    press_trouble()
    interview_date_link()
    lasting_note()


def _start(content: Content, level: Level, topics: tuple[Topic, ...], length: int) -> None:
    if session.kept("mock.seed") is None:
        session.keep("mock.seed", session.new_id())
    seed = str(session.kept("mock.seed"))
    try:
        drawn = choose_questions(content, level, topics, MOST_QUESTIONS, seed)
    except NoQuestionsError as error:
        drawn = ()
        show(el("p", str(error), class_="ll-note", role="status"))
    count = min(length, len(drawn))

    def draw_and_start() -> None:
        start_mock(level, topics, fresh_first(drawn, practised_lately(), length), seed)
        session.keep("mock.seed", None)

    def begin() -> None:
        use_store(draw_and_start)

    label = nt("Start: {n} question", "Start: {n} questions", count) if count else t("Choose another topic")
    st.button(label, type="primary", key="mock-start.go", disabled=not count, on_click=begin)
    if count:
        items = [content.item_by_id[name] for name in drawn]
        words = t(
            "Spoken, the answers take about {time} in all, not counting thinking and follow-ups.",
            time=clock(_about([item.minutes for item in items if isinstance(item, FreeAnswer)], count)),
        )
        few = t("These topics have {count} at this level and below.", count=count) if count < length else ""
        show(el("p", f"{few} {words}".strip(), class_="ll-note"))


def _about(minutes: list[float], count: int) -> int:
    """How long `count` questions take on average, in seconds, to the half minute: which ones come is drawn later."""
    return 30 * round(2 * count * sum(minutes) / len(minutes))
