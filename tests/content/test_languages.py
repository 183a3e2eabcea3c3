"""The bank in other languages: an answer has one mark, whatever language it was given in and is read in."""

import shutil
from pathlib import Path

import pytest

from core.__main__ import main
from core.content.interview_items import FreeAnswer
from core.content.items import AnyItem
from core.content.models import Content
from core.content.translation_checks import untranslated
from core.content.translation_loader import load_languages, noted
from core.content.translation_notes import lagging, notes_of
from core.content.typed_items import Cloze, Gap, ShortText
from core.language.in_force import speaking
from core.quiz.answers import Filled, Typed
from core.quiz.mark import Mark
from core.quiz.marking import mark
from core.quiz.option_texts import option_texts
from core.quiz.right_answer import right_answer
from tests.content.broken import copy_of_content

LANGUAGES = load_languages()
ENGLISH, GERMAN = LANGUAGES["en"], LANGUAGES["de"]
NEW_CARD = """- kind: flashcard
  id: a-new-card
  source: quick-fire
  node: rlhf-dpo
  claims: [rlhf-purpose]
  question: What would a new card ask of whoever reads German?
  answer: Patience.
  explanation: It is shown in English until somebody has translated it.
"""


def typed(content: Content) -> list[tuple[str, ShortText | Gap]]:
    """What is filled in by hand: the id of its item, and the item or its gap."""
    texts = [(item.id, item) for item in content.items if isinstance(item, ShortText)]
    return [*texts, *((item.id, gap) for item in content.items if isinstance(item, Cloze) for gap in item.gaps)]


def marked_in(language: str, item_id: str, gap_id: str | None, text: str) -> Mark:
    item = LANGUAGES[language].item_by_id[item_id]
    with speaking(language):
        return mark(item, Typed(text=text) if gap_id is None else Filled(texts=((gap_id, text),)))


@pytest.mark.parametrize(("item_id", "asked"), typed(GERMAN), ids=lambda one: one if isinstance(one, str) else one.id)
def test_what_may_be_typed_has_one_mark_in_both_languages(item_id: str, asked: ShortText | Gap) -> None:
    gap = asked.id if isinstance(asked, Gap) else None
    right = (asked.answer, *asked.variants)
    wrong = [text for miss in asked.near_misses for text in miss.texts]
    for text in (*right, *wrong):
        english, german = (marked_in(language, item_id, gap, text) for language in ("en", "de"))
        assert (english.score, english.misconceptions) == (german.score, german.misconceptions), text
        filled = next(one for one in german.feedback if gap in (None, one.id))
        assert filled.right == (text in right), text


@pytest.mark.parametrize("item", GERMAN.items, ids=lambda item: item.id)
def test_right_answer_of_one_language_is_right_in_the_other(item: AnyItem) -> None:
    with speaking("de"):
        given = right_answer(item)
    for language, content in LANGUAGES.items():
        with speaking(language):
            assert mark(content.item_by_id[item.id], given).score == 1


def test_what_every_case_asks_is_said_by_the_catalogue() -> None:
    asked = {item.question for item in GERMAN.items if item.kind == "case"}
    assert asked == {"Was braucht dieser Fall zuerst?"}, "a case has no German; write it in content/de/items"


def test_the_five_approaches_are_german_wherever_a_case_is_shown() -> None:
    case = next(item for item in GERMAN.items if item.kind == "case")
    with speaking("de"):
        found = option_texts(case)
    assert list(found.values()) == ["Besseres Prompting", "Prompt Stuffing", "RAG", "Fine-Tuning", "Kleineres Modell"]


def test_only_interview_questions_stay_english_on_purpose() -> None:
    english = [item for item in GERMAN.items if not GERMAN.is_translated(item)]
    listed = {entry_id for kind, entry_id in untranslated(GERMAN) if kind == "items"}
    assert {item.id for item in english if not isinstance(item, FreeAnswer)} == listed
    assert any(isinstance(item, FreeAnswer) for item in english)


def test_german_was_looked_at_since_its_english_changed() -> None:
    kept, now = noted("de"), notes_of(ENGLISH, GERMAN)
    assert lagging(kept, now) == (), "bring these up to date in content/de, then run `python -m core language`"
    assert kept == now, "run `python -m core language` and commit content/de/written-from.txt"


def test_a_new_question_without_german_is_listed_and_breaks_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = copy_of_content(tmp_path)
    first = copy / "items" / "a-new-card.yaml"  # the check names ten: others may have no German either
    first.write_text(NEW_CARD, encoding="utf-8")
    assert main(["check", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "items › a-new-card: is still English for readers of Deutsch; translate it in de/items\n" in said
    assert "tuning-over-rag" not in said


def test_of_many_entries_without_german_ten_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = copy_of_content(tmp_path)
    shutil.rmtree(copy / "de" / "claims")
    assert main(["check", str(copy)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if line.startswith("ok: claims › ")]) == 10
    assert f"ok: claims: {len(ENGLISH.claims) - 10} more are still English for readers of Deutsch" in lines
