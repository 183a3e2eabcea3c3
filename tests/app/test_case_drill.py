"""Cases: twins beside each other, the table of what is mixed up, a pair by its address."""

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.content.choice_items import Case
from core.quiz.quiz import Quiz
from tests.app.pages import address, opened, press, ran, words
from tests.app.quizzes import give_up_all, has_button, pick, right_line
from tests.app.seated import key_of
from tests.read_once import load_content


def started(**params: str) -> AppTest:
    return press(opened("cases.py", dict(params)), "case-start.press")


def grids(test) -> list[str]:
    return [one.proto.id for one in test.get("bidi_component") if "confusion-grid" in one.proto.id]


def test_newcomer_sees_no_table() -> None:
    test = opened("cases.py")
    assert test.button(key="case-start.press").label == "Start 6 cases"
    assert "What you mix up" not in words(test)
    assert not grids(test)


def test_newcomer_sees_what_a_pair_is_without_its_answers() -> None:
    said = words(opened("cases.py"))
    example = said[said.index("A pair, for example") :]
    assert example.count("<mark>") >= 2
    assert "better prompting, prompt stuffing, RAG, fine-tuning, a smaller model" in example
    assert "Calls for" not in example


def test_case_does_not_tell_what_it_is_about() -> None:
    assert 'class="ll-tag' not in words(started())


def test_twin_stands_beside_with_its_changed_words_and_keeps_its_answer() -> None:
    test = press(pick(started(), "prompt"), "quiz-check.press")
    said = words(test)
    twins = said[said.index("The twin differs in one thing") :]
    assert twins.count("<mark>") >= 2
    assert "Not answered yet." in twins
    press(test, "quiz-twin.press")
    assert has_button(test, "quiz-check.press")
    press(pick(test, "rag"), "quiz-check.press")
    assert "Not answered yet." not in words(test)
    assert not has_button(test, "quiz-twin.press")
    assert words(test).count("Calls for ") == 2


def test_six_cases_end_in_a_result_and_given_up_ones_are_in_no_cell() -> None:
    test = give_up_all(started())
    assert right_line(test) == "0 of 6 right"
    assert "What you mix up" not in words(test)
    press(test, "cases.leave")
    assert "A pair, for example" in words(test)
    assert "What you mix up" not in words(test)
    assert not grids(test)


def test_all_cases_can_be_drilled_in_one_go() -> None:
    every = {item.id for item in load_content().items if isinstance(item, Case)}
    test = opened("cases.py")
    size = test.segmented_control(key="case-choice.size")
    assert size.options == ["6", "12", "24", f"All {len(every)}"]
    size.set_value(len(every))
    assert ran(test).button(key="case-start.press").label == f"Start {len(every)} cases"
    press(test, "case-start.press")
    assert set(_open_cases(test).item_ids) == every


def test_one_answer_that_mixed_up_nothing_is_counted_as_one() -> None:
    test = started()
    case = load_content().item_by_id[_open_cases(test).item_id]
    assert isinstance(case, Case)
    press(pick(test, case.answer), "quiz-check.press")
    press(test, "cases.leave")
    assert "You mixed up nothing in 1 answer." in words(test)


def _open_cases(test: AppTest) -> Quiz:
    return Quiz.model_validate_json(str(session.store().drafts.get(key_of(test), "cases")))


def test_what_was_mixed_up_is_told_and_drilled() -> None:
    test = started(pair="rag,fine-tune")
    press(pick(test, "smaller-model"), "quiz-check.press")
    press(test, "cases.leave")
    assert "You gave a smaller model where" in words(test)
    assert len(grids(test)) == 1
    press(test, "confusions.0")
    assert "or a smaller model" in words(test)


def test_pair_that_is_drilled_beside_open_cases_waits_for_its_start() -> None:
    test = started(pair="rag,fine-tune")
    press(pick(test, "smaller-model"), "quiz-check.press")
    before = _open_cases(test)
    test.query_params["pair"] = "rag,prompt"
    press(ran(test), "confusions.0")
    assert _open_cases(test) == before
    assert "smaller-model" in address(test)["pair"][0]
    assert "is open: case 1 of" in test.markdown[0].value
    press(test, "case-start.press")
    assert _open_cases(test).id != before.id


def test_pair_in_the_address_drills_those_cases_alone() -> None:
    test = opened("cases.py", {"pair": "rag,fine-tune"})
    assert "<strong>RAG or fine-tuning</strong>" in words(test)
    press(test, "case-all.press")
    assert address(test) == {}


@pytest.mark.parametrize("pair", ["rag", "rag,rag", "rag,tea", "<b>", "a" * 9_000])
def test_pair_that_is_none_is_told_and_ignored(pair: str) -> None:
    test = opened("cases.py", {"pair": pair})
    assert [warning.value.endswith("It was ignored.") for warning in test.warning] == [True]
    assert test.button(key="case-start.press").label == "Start 6 cases"
