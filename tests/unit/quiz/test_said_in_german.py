"""What practice says in German: titles that were kept in English, verdicts, intervals, amounts; the bank's numbers."""

from datetime import UTC, datetime, timedelta

from core.content.choice_items import MultipleChoice
from core.content.typed_items import Number
from core.export.given_text import given_text
from core.language.in_force import speaking
from core.quiz.answers import Picked, Typed, answer_json, read_answer
from core.quiz.coming import when_words
from core.quiz.feedback_rows import feedback_rows
from core.quiz.generated import generated_item
from core.quiz.mark import Feedback, Mark
from core.quiz.marking import mark
from core.quiz.number_reading import typed_number
from core.quiz.right_answer import right_answer
from core.quiz.scheduling import interval_words
from core.quiz.settings import ReviewSettings
from core.quiz.titles import said_title
from core.quiz.verdict import verdict
from tests.unit.quiz.examples import example


def test_title_that_was_kept_in_english_is_said_part_by_part() -> None:
    with speaking("de"):
        assert said_title("Exam: Fine-tuning, Pitfalls, missed, again") == (
            "Prüfung: Fine-Tuning, Fallstricke, verfehlte, noch einmal"
        )
        assert said_title("Fine-tuning or better prompting") == "Fine-Tuning oder Besseres Prompting"
        assert said_title("A node of the chapter") == "A node of the chapter"


def test_moments_and_intervals_are_said_in_german() -> None:
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    with speaking("de"):
        assert when_words(now + timedelta(days=3), now, ReviewSettings()) == "am Donnerstag um 9:00 Uhr"
        assert when_words(now + timedelta(days=20), now, ReviewSettings()) == "am 22. März um 9:00 Uhr"
        words = [interval_words(timedelta(days=days)) for days in (1, 3, 45)]
    assert words == ["1 Tag", "3 Tage", "1,5 Monate"]


def test_verdict_is_a_whole_german_sentence() -> None:
    parts = (Feedback("a", "", True, True, ""), Feedback("b", "", False, True, ""), Feedback("c", "", True, False, ""))
    several = MultipleChoice.model_construct(kind="multiple-choice")
    with speaking("de"):
        said = verdict(several, Picked(options=("a", "c")), Mark(0.2, parts))
    assert said == "Teilweise richtig: 1 von 2 und 1 zu viel."


def test_generated_item_is_the_same_whoever_asked_for_it_first() -> None:
    generated_item.cache_clear()
    with speaking("de"):
        first = generated_item("lora-parameters~42")
    generated_item.cache_clear()
    assert first == generated_item("lora-parameters~42")


def test_number_counts_as_what_it_was_when_it_was_typed_and_is_shown_in_the_readers_marks() -> None:
    item = example("number").model_copy(update={"answer": 4587.0, "accepted": None, "ranges": ()})
    with speaking("de"):
        typed = typed_number("4.587")
        assert mark(item, typed).feedback[0].text == "4.587"
    again = mark(item, read_answer(answer_json(typed)))
    assert (again.score, again.feedback[0].text) == (1, "4,587")
    assert feedback_rows(item, typed, again)[0].text.startswith("4,587 ")
    assert given_text(item, typed) == "4,587"


def test_guess_keeps_its_size_in_another_language() -> None:
    item = example("predict-claim")
    with speaking("de"):
        typed = typed_number("1.500")
    there = mark(item, typed)
    assert (there.note, there.feedback[0].text) == ("Your guess is 38 times too high.", "1,500")


def test_older_answer_without_a_figure_is_read_as_it_stands() -> None:
    old = read_answer('{"kind":"typed","text":"25,000"}')
    assert mark(example("number"), old).score == 0.5


def test_amounts_have_german_marks_and_the_right_answer_still_counts_in_full() -> None:
    item = generated_item("run-cost~7")
    assert isinstance(item, Number)
    with speaking("de"):
        found = mark(item, right_answer(item))
        rows = feedback_rows(item, Typed(text="1"), mark(item, Typed(text="1")))
    assert found.score == 1
    assert rows[-1].said == "Richtige Antwort"
    assert rows[-1].text.endswith("\N{NO-BREAK SPACE}$")
