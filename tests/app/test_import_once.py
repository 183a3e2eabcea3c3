"""A file that was given on the progress page is imported once and held no longer; a stop on the way is told."""

import gc
import weakref
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from components import learner_data_import
from core.store.errors import FULL, PARTLY, StoreError
from core.store.log_rows import add_entries
from tests.app.pages import press, ran, words
from tests.app.test_progress import answered, progress_of, store

NAMES = tuple(f"run-cost~{number}" for number in range(1, 7))


def given(key: str) -> AppTest:
    store().learners.delete(key)
    test = progress_of(key)
    test.get("file_uploader")[0].upload("export.json", answered(*NAMES), "application/json")
    return ran(test)


def test_file_is_held_no_longer_once_it_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    read, files = learner_data_import.read_learner_json, []

    def watched(data: bytes) -> Any:
        files.append(weakref.ref(found := read(data)))
        return found

    monkeypatch.setattr("components.learner_data_import.read_learner_json", watched)
    test = given("5" * 64)
    assert files[0]()
    assert "6 entries were added" in words(press(test, "learner-data.take"))
    gc.collect()
    assert not files[0]()


def test_import_that_stopped_says_so_and_the_next_press_brings_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    key, parts = "6" * 64, []

    def fail_third(*place: Any) -> int:
        parts.append(1)
        if len(parts) == 3:
            raise StoreError(FULL)
        return add_entries(*place)

    monkeypatch.setattr("core.store.merging.MOST", 2)
    monkeypatch.setattr("core.store.merging.add_entries", fail_third)
    test = press(given(key), "learner-data.take")
    page = words(test)
    assert PARTLY in page and "4, left as they are" in page and "2 entries, all from" in page
    assert "2 entries were added" in words(press(test, "learner-data.take"))
    assert {entry.id for entry in store().log.entries(key)} == {f"export-{name}" for name in NAMES}
