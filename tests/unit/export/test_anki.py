"""Anki's own importer takes the deck, and takes it twice without doubling anything."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.export.anki import anki_deck
from tests.unit.quiz.examples import ITEMS, example
from tests.unit.quiz.moments import START, later


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from anki.collection import Collection  # noqa: PLC0415 - slow, and wanted here alone

        opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take(collection: Any, data: bytes, folder: Path) -> None:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest  # noqa: PLC0415

    path = folder / "deck.apkg"
    path.write_bytes(data)
    options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=False)
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options))


def test_deck_has_a_note_for_each_item_with_its_tags(collection: Any, tmp_path: Path) -> None:
    take(collection, anki_deck(ITEMS.values(), START), tmp_path)
    notes = {note["Id"]: note for note in map(collection.get_note, collection.find_notes(""))}
    assert set(notes) == set(ITEMS) - {"example-free-answer"}
    assert collection.card_count() == len(notes) + 1  # the cloze has two gaps
    assert set(notes["example-flashcard"].tags) == {"llm-ladder::flashcard", "llm-ladder::rlhf-dpo", "rlhf"}
    assert notes["example-flashcard"]["Answer"] == "Which of two answers people will prefer."
    assert notes["example-cloze"]["Text"].startswith("QLoRA keeps the {{c1::base}} model in {{c2::4}} bits")
    assert collection.decks.by_name("LLM Ladder") is not None


def test_second_import_doubles_nothing_and_brings_what_changed(collection: Any, tmp_path: Path) -> None:
    take(collection, anki_deck(ITEMS.values(), START), tmp_path)
    before = collection.note_count(), collection.card_count()
    take(collection, anki_deck(ITEMS.values(), later(days=1)), tmp_path)
    assert (collection.note_count(), collection.card_count()) == before
    changed = example("flashcard").model_copy(update={"answer": "Something new."})
    take(collection, anki_deck([changed], later(days=2)), tmp_path)
    assert (collection.note_count(), collection.card_count()) == before
    note = collection.get_note(collection.find_notes("Id:example-flashcard")[0])
    assert note["Answer"] == "Something new."


def test_markup_in_a_text_stays_text(collection: Any, tmp_path: Path) -> None:
    item = example("flashcard").model_copy(update={"answer": "<script>1 & 2</script>"})
    take(collection, anki_deck([item], START), tmp_path)
    note = collection.get_note(collection.find_notes("")[0])
    assert note["Answer"] == "&lt;script&gt;1 &amp; 2&lt;/script&gt;"
