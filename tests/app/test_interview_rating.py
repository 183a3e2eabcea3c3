"""No mark is shown before the learner has rated: in one question, and after a mock interview."""

import re

import pytest

from components import session
from components.interview_place import NAME as QUESTION_NAME
from components.open_mock import NAME
from components.past_mocks import PAST
from core.interview.own_rating import to_rate
from core.interview.sitting import show_marks
from core.interview.turn import rate
from core.interview.verdicts import Verdict
from core.quiz.log import Answered, Mode
from tests.app.pages import address, opened, press, ran, words
from tests.app.quizzes import has_button
from tests.app.seated import choose, kept_mock, key_of, seated
from tests.app.store_reads import asked_of_the_store
from tests.interviews import (
    FIRST,
    NOW,
    QUESTION,
    SAID,
    debriefed_mock,
    mark_of,
    marked_sitting,
    mock_to_rate,
    sitting_to_rate,
)
from tests.read_once import load_content

CONTENT = load_content()
MARKS = ("points found", "Not found.", "Debrief", "Did you mean")


def test_one_question_shows_no_mark_until_every_point_is_rated() -> None:
    test = seated(QUESTION_NAME, sitting_to_rate(CONTENT))
    assert not any(mark in words(test) for mark in MARKS)
    assert test.button(key="rate-on.press").disabled
    choose(test, f"rate.seeded.0.{FIRST}", Verdict.COVERED)
    press(test, "rate-rest.press")
    assert not test.button(key="rate-on.press").disabled
    press(test, "rate-on.press")
    assert "points found" in words(test)
    assert "Did you mean" in words(test)


def test_list_of_questions_says_which_were_answered_and_when() -> None:
    test = seated(QUESTION_NAME, sitting_to_rate(CONTENT))
    press(test, "rate-rest.press")
    press(test, "rate-on.press")
    press(test, "interview.other")
    captions = test.radio(key="interview-choice.pick").proto.captions
    (entry,) = session.store().log.recent(key_of(test))
    day = entry.day
    assert captions[0].endswith(f" · Answered on {day.day} {day:%B}")
    assert "Answered" not in "".join(captions[1:])


def test_mock_interview_shows_no_mark_while_its_answers_are_rated_one_by_one() -> None:
    mock = mock_to_rate(CONTENT)
    test = seated(NAME, mock, way="mock")
    total = len(to_rate(mock, CONTENT))
    for number in range(1, total + 1):
        assert f"answer {number} of {total}" in words(test)
        assert not any(mark in words(test) for mark in MARKS)
        press(test, "rate-rest.press")
        press(test, "rate-on.press")
    assert "Debrief" in words(test)
    assert address(test)["session"] == [mock.id]
    over = kept_mock(test, PAST + mock.id)
    assert over is not None and kept_mock(test, NAME) is None
    assert {verdict for turn in over.turns for verdict in turn.own.values()} == {Verdict.MISSING}
    assert any(one.verdict is Verdict.COVERED for turn in over.turns for one in turn.findings)


def test_the_log_has_the_learners_verdict_on_a_mock_interview() -> None:
    test = seated(NAME, mock_to_rate(CONTENT), way="mock")
    assert session.store().log.recent(key_of(test)) == ()
    press(test, "rate-rest.press")
    press(test, "mock.skip-all")
    (entry,) = session.store().log.recent(key_of(test))
    assert isinstance(entry, Answered)
    assert (entry.mode, entry.item_id, entry.score) == (Mode.INTERVIEW, QUESTION, 0)


def test_a_skipped_answer_counts_as_it_is_marked() -> None:
    test = seated(NAME, mock_to_rate(CONTENT), way="mock")
    press(test, "mock.skip-all")
    (entry,) = session.store().log.recent(key_of(test))
    assert isinstance(entry, Answered) and entry.score is not None and 0 < entry.score < 1
    assert "You and the marks agree" not in words(test)


def test_two_ratings_in_one_go_and_no_to_the_rest_are_all_kept() -> None:
    test = seated(NAME, mock_to_rate(CONTENT), way="mock")
    test.segmented_control(key=f"rate.seeded.0.{FIRST}").set_value(Verdict.COVERED)
    test.segmented_control(key=f"rate.seeded.0.{SAID}").set_value(Verdict.NOT_SURE)
    press(test, "rate-rest.press")
    now = kept_mock(test, NAME)
    assert now is not None
    own = now.turns[0].own
    assert (own.pop(FIRST), own.pop(SAID)) == (Verdict.COVERED, Verdict.NOT_SURE)
    assert set(own.values()) == {Verdict.MISSING}


def test_interview_whose_questions_left_the_bank_can_still_be_ended() -> None:
    mock = mock_to_rate(CONTENT)
    gone = tuple(turn.model_copy(update={"question": "left-the-bank"}) for turn in mock.turns)
    test = seated(NAME, mock.model_copy(update={"turns": gone}), way="mock")
    press(test, "mock.debrief")
    assert "Debrief" in words(test)


def test_overruled_point_offers_the_learners_wording_ready_to_paste() -> None:
    test = seated(QUESTION_NAME, marked_sitting(CONTENT))
    box = test.selectbox(key=f"marked.seeded.0.wording.{SAID}")
    spoken = next(option for option in box.options if option.startswith("Every text then comes out"))
    box.select(spoken)
    test.run()
    line = next(code.value for code in test.code if code.value.startswith('- "Every'))
    assert line == '- "Every text then comes out of one mould, which is what training is for"'
    assert f"{QUESTION} › {SAID} › accept" in words(test)
    assert not any(str(one.key).endswith(f"wording.{FIRST}") for one in test.selectbox)


def test_debrief_of_no_answers_says_so_and_times_nothing() -> None:
    mock = mock_to_rate(CONTENT)
    silent = tuple(turn.model_copy(update={"answer": "", "answering_seconds": 0.0}) for turn in mock.turns)
    test = seated(NAME, mock.model_copy(update={"turns": silent}), way="mock")
    press(test, "mock.skip-all")
    assert "</span>Not seen</span>" in words(test)
    labels = [drawer.label for drawer in test.expander if " points, " in drawer.label]
    assert labels and all(label.endswith(" points, no answer given") for label in labels)


def test_rating_can_be_left_for_another_question() -> None:
    test = seated(QUESTION_NAME, sitting_to_rate(CONTENT))
    press(test, "interview.other")
    assert has_button(test, "interview-choice.start")


def test_address_without_a_way_opens_at_the_open_mock_interview() -> None:
    assert "The interview is over. Your rating" in words(seated(NAME, mock_to_rate(CONTENT)))
    assert has_button(seated(NAME, mock_to_rate(CONTENT), way="one"), "interview-choice.start")
    assert has_button(seated(NAME, mock_to_rate(CONTENT), question=QUESTION), "interview-named.start")


@pytest.mark.parametrize("params", [{}, {"way": "mock"}], ids=["no way named", "way named"])
def test_open_mock_interview_is_read_once_a_run(params: dict[str, str]) -> None:
    test = seated(NAME, mock_to_rate(CONTENT), **params)
    with asked_of_the_store() as asked:
        ran(test)
    assert len([values for _, values in asked if NAME in values]) == 1
    assert "The interview is over. Your rating" in words(test)


def test_debrief_of_an_interview_that_opened_by_itself_stays_at_its_way() -> None:
    test = seated(NAME, mock_to_rate(CONTENT))
    press(test, "mock.skip-all")
    assert address(test) == {"way": ["mock"], "session": ["seeded"]}
    assert "Debrief" in words(test)


def test_learners_rating_leads_and_the_markers_count_stands_beside_it_smaller() -> None:
    said = words(seated(QUESTION_NAME, marked_sitting(CONTENT)))
    assert re.search(r'<strong>You: 2 said</strong><span class="ll-note">The marker: \d of 7 points found', said)
    assert "Did you mean" in said and "It sounded like that here: “" in said


def test_what_the_learner_calls_partly_is_so_called_where_the_marker_is_not_sure_either() -> None:
    text = (
        "I'd start with RAG when knowledge is missing or changes. Fine-tune for consistent style and format, for "
        "latency where retrieval is too slow, and when data has to stay on-premise. Prompting comes first as it's "
        "cheapest."
    )
    sitting = sitting_to_rate(CONTENT, text)
    points = sitting.turns[0].unrated
    assert Verdict.NOT_SURE in {one.verdict for one in mark_of(CONTENT, QUESTION, text).points}
    rated = show_marks(rate(sitting, 0, dict.fromkeys(points, Verdict.NOT_SURE)))
    said = words(seated(QUESTION_NAME, rated))
    assert said.count("You: partly") == len(points)
    assert "Marked: not sure" in said


def test_answer_without_a_rating_leads_with_what_the_marker_found() -> None:
    test = seated(NAME, mock_to_rate(CONTENT), way="mock")
    press(test, "mock.skip-all")
    assert "You: " not in words(test)


def test_debrief_puts_its_questions_into_the_review_and_says_when_the_first_comes() -> None:
    other = next(item.id for item in CONTENT.items if item.kind == "free-answer" and item.id != QUESTION)
    test = seated(NAME, mock_to_rate(CONTENT, questions=(QUESTION, other)), way="mock")
    press(test, "mock.skip-all")
    press(test, "mock.seeded.review")
    assert "Debrief" in words(test)
    assert "In your review: the first of these 2 questions comes in 1 min." in words(test)
    assert "Go to the review" in {link.proto.label for link in test.get("page_link")}
    assert not has_button(test, "mock.seeded.review")
    assert {QUESTION, other} == {card.item_id for card in session.store().cards.all(key_of(test))}


def test_what_was_put_into_the_review_is_not_offered_again_after_a_reload_but_once_it_was_taken_back() -> None:
    test = seated(QUESTION_NAME, marked_sitting(CONTENT))
    press(test, "interview.add")
    key = key_of(test)
    reloaded = opened("interview.py", visitor=key)
    assert "In your review: this question comes in " in words(reloaded)
    assert not has_button(reloaded, "interview.add")
    session.store().log.undo(key, session.now())
    assert "In your review" not in words(ran(reloaded))
    press(reloaded, "interview.add")
    assert "In your review" in words(reloaded)


def test_who_gave_up_is_not_told_that_more_words_would_be_judged() -> None:
    said = words(seated(QUESTION_NAME, show_marks(sitting_to_rate(CONTENT, ""))))
    assert "Nothing: you gave no answer." in said and said.count("Missing") == 7
    assert "Not enough to judge" not in said and "Write a sentence or two." not in said


def test_past_interviews_tell_first_what_changed() -> None:
    test = seated(f"{PAST}first", debriefed_mock(CONTENT, "first"), way="mock")
    session.store().drafts.put(key_of(test), f"{PAST}second", debriefed_mock(CONTENT, "second").model_dump_json(), NOW)
    said = words(ran(test))
    assert '<td></td><th scope="col">First to last</th><th scope="col">24 Nov, 09:00</th>' in said
    assert '<th scope="row">In time</th><td>as before</td><td>solid</td><td>solid</td>' in said


def test_marked_answer_reads_the_log_once_a_run() -> None:
    test = seated(QUESTION_NAME, marked_sitting(CONTENT))
    with asked_of_the_store() as asked:
        ran(test)
    assert len([statement for statement, _ in asked if "FROM entries" in statement]) == 1


def test_debrief_says_what_is_so_instead_of_a_misconception_that_was_heard() -> None:
    mock = debriefed_mock(CONTENT)
    heard = {belief for turn in mock.turns for belief in turn.misconceptions}
    test = seated(PAST + mock.id, mock, way="mock", session=mock.id)
    assert heard
    assert words(test).count("Did you mean") == len(heard)
