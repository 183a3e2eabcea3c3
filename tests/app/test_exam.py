"""Exams: nothing is marked before they are handed in, once; then marks, stages, answers."""

from collections.abc import Iterator

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.app.opened_page import data_of
from tests.app.pages import address, opened, press, ran, words
from tests.app.quizzes import has_button, pick, right_line
from tests.small_content import small_content

MARKED = ("Right.", "Not quite", "Right answer", 'class="ll-said')


@pytest.fixture(autouse=True, scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LLM_LADDER_CONTENT", str(small_content(tmp_path_factory.mktemp("bank"))))
        _forget_content()
        yield
    _forget_content()


def _forget_content() -> None:
    st.cache_resource.clear()


def exam(pages: list[str] | None = None, size: int = 5) -> AppTest:
    test = opened("quick_fire.py", {"way": "exam"})
    if pages is not None:
        test.pills(key="exam-start.pages").set_value(pages)
    test.segmented_control(key="exam-start.size").set_value(size)
    ran(test)
    return press(test, "exam-start.go")


def strip(test: AppTest) -> list[tuple[bool, bool]]:
    """Whether each question is answered, and flagged."""
    groups = [element.proto for element in test.get("bidi_component") if "exam-strip" in element.proto.id]
    assert groups
    ending = groups[0].id
    return [(stop["answered"], stop["flagged"]) for stop in data_of(test, ending)["stops"]]


def test_exam_without_a_topic_is_on_all_of_them() -> None:
    test = opened("quick_fire.py", {"way": "exam"})
    assert test.pills(key="exam-start.pages").value == []
    assert test.button(key="exam-start.go").label == "Start the exam: 10 questions"
    press(test, "exam-start.go")
    assert "<span>Exam</span>" in words(test)
    assert len(strip(test)) == 10


def test_answers_are_kept_and_changed_and_nothing_is_marked() -> None:
    test = exam(["pitfalls"])
    assert strip(test)[0] == (False, False)
    pick(test, "rag")
    assert strip(test)[0] == (True, False)
    pick(test, "prompt")
    press(test, "exam-flag.press")
    assert strip(test)[0] == (True, True)
    press(test, "exam-next.press")
    assert not any(word in words(test) for word in MARKED)
    press(test, "exam-previous.press")
    assert next(radio for radio in test.radio if str(radio.key).endswith(".pick")).value == "prompt"
    assert not any(word in words(test) for word in MARKED)


def test_handing_in_names_what_is_open_and_can_be_put_off() -> None:
    test = exam(["pitfalls"])
    pick(test, "rag")
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    assert "4 of 5 questions have no answer, and count as not known." in words(test)
    press(test, "exam.open.2")
    assert strip(test) == [(True, False)] + 4 * [(False, False)]
    assert has_button(test, "exam-next.press")


def test_marks_show_once_it_is_handed_in_and_cannot_be_changed() -> None:
    test = exam(["pitfalls"])
    press(test, next(str(b.key) for b in test.button if str(b.key).endswith("hand-in")))
    press(test, "exam.submit")
    assert right_line(test) == "0 of 5 right"
    assert "By stage" in words(test)
    assert words(test).count("Not answered") == 5
    assert not has_button(test, "exam.submit")
    press(test, "exam.retry")
    assert address(test)["way"] == ["drill"]
    assert "Exam: Pitfalls, missed" in words(test)
