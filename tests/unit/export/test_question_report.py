"""Where an item stands in the chapter, and the note to report it with."""

from core.content.pages import Page
from core.export.question_report import chapter_place, report_note
from core.quiz.generated import generated_item
from tests.unit.quiz.examples import ALL, example
from tests.unit.quiz.small_bank import BANK


def test_item_opens_its_step_or_its_node_lit() -> None:
    assert chapter_place(BANK, example("flashcard")) == (Page.PIPELINE, {"step": "rlhf-dpo"})
    window = generated_item("window-tokens~1")
    assert window
    assert chapter_place(BANK, window) == (Page.DECIDE, {"node": "data-size"})


def test_every_item_has_a_place_and_a_note() -> None:
    for item in ALL.values():
        page, _ = chapter_place(BANK, item)
        assert page in set(Page)
        assert f"`{item.id}`" in report_note(BANK, item)


def test_note_holds_question_answer_and_claims() -> None:
    note = report_note(BANK, example("number"), given="80")
    assert "> How many person-hours are 5,000 pairs at 5 minutes each?" in note
    assert "Right answer here: 416.7 person-hours\nMy answer: 80\nClaims: labelling-hours" in note
    assert note.endswith("What is wrong with it: ")
