"""A file that cannot be made when its button is pressed: told beside the button, in the language of the page."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from core.quiz.settings import ReviewSettings
from core.store.store import open_store
from tests.browser.server import SECRET, running_app
from tests.browser.visit import Visit
from tests.history import key_of

TOLD = {
    "en": ("Export everything", "The file could not be made. Try again in a moment."),
    "de": ("Alles exportieren", "Die Datei ließ sich nicht erstellen. Versuch es gleich noch einmal."),
}


@pytest.mark.parametrize("language", TOLD)
def test_export_of_a_store_that_cannot_be_read_says_so(visit: Visit, tmp_path: Path, language: str) -> None:
    label, sentence = TOLD[language]
    store = open_store(None, tmp_path)
    store.learners.set_settings(key_of("exporter", SECRET), ReviewSettings(), datetime.now(UTC))
    store.close()
    with running_app(LLM_LADDER_DATA=str(tmp_path)) as app:
        here = Visit(visit.page, app).open(f"/progress?lang={language}#exporter")
        with closing(sqlite3.connect(tmp_path / "learners.db")) as broken:
            broken.execute("alter table drafts rename to gone")
        here.button(label).click()
        expect(here.page.get_by_test_id("stDownloadButtonError")).to_have_text(sentence)
        here.page.goto("about:blank")
