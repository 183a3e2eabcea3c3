"""What practice says in German: titles that were kept in English, verdicts, intervals, amounts; the bank's numbers."""

from datetime import UTC, datetime, timedelta

import pytest

from core.content.choice_items import MultipleChoice
from core.content.typed_items import Number
from core.export.given_text import given_text
from core.language.in_force import speaking
from core.quiz.answers import Picked, Typed, answer_json, read_answer
from core.quiz.coming import when_words
from core.quiz.feedback_rows import feedback_rows
from core.quiz.generated import FAMILIES, generated_item
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


def test_generated_item_is_said_in_the_language_of_who_asks_and_is_the_same_task() -> None:
    english = generated_item("lora-parameters~42")
    with speaking("de"):
        german = generated_item("lora-parameters~42")
    assert english is not None and german is not None
    assert english.question.startswith("LoRA of rank ") and german.question.startswith("LoRA mit Rang ")
    assert (german.answer, [one.low for one in german.ranges]) == (english.answer, [one.low for one in english.ranges])
    assert generated_item("lora-parameters~42") == english


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_is_german_throughout(family: str) -> None:
    english = generated_item(f"{family}~1")
    with speaking("de"):
        german = generated_item(f"{family}~1")
    assert english is not None and german is not None
    pairs = [(english.question, german.question), (str(english.hint), str(german.hint))]
    pairs += [(one.why, other.why) for one, other in zip(english.ranges, german.ranges, strict=True)]
    pairs += [(one.words, other.words) for one, other in zip(english.steps, german.steps, strict=True)]
    assert [one for one, other in pairs if one == other] == []


def test_large_number_is_read_with_its_german_word() -> None:
    with speaking("de"):
        read = [typed_number(text).number for text in ("15 Billionen", "1,5 Milliarden", "3 Mio.", "50 Tausend")]
    assert read == [15e12, 1.5e9, 3e6, 50_000]


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
