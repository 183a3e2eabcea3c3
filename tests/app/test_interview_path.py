"""The way through a question and its follow-ups, told beside the last of them."""

from components.interview_place import NAME
from core.content.interview_items import FreeAnswer
from core.interview.sitting import ask, follow_up_of, lock
from core.interview.turn import Draft
from tests.app.pages import press
from tests.app.seated import seated
from tests.interviews import ANSWER, QUESTION, mark_of, marked_sitting
from tests.read_once import load_content

CONTENT = load_content()


def test_way_to_a_follow_up_names_what_was_asked_before() -> None:
    item, first = CONTENT.item_by_id[QUESTION], marked_sitting(CONTENT)
    assert isinstance(item, FreeAnswer)
    follow_up = follow_up_of(first, item)
    assert follow_up
    mark = mark_of(CONTENT, f"{QUESTION}/{follow_up.id}", ANSWER)
    test = seated(NAME, lock(ask(first, follow_up), Draft(answer=ANSWER), mark))
    assert any(f"Follow-up to: <span>{item.question[:20]}" in shown.body for shown in test.get("html"))
    press(test, "rate-rest.press")
    press(test, "rate-on.press")
    label = next(drawer.label for drawer in test.expander if drawer.label.startswith("**1.**"))
    assert label.replace("\u00a0", " ").replace("\\", "") == f"**1.** {item.question} · You: 2 said"
