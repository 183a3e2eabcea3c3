"""What somebody does in drills, exams and cases, and what the store then holds."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.visit import Visit

HEAD = "() => document.querySelector('h1')?.parentElement.innerText"


class Practised(Visit):
    """Somebody who practises."""

    def open(self, address: str) -> "Practised":
        super().open(address)
        return self

    def question(self) -> str:
        """The question and, in a case, its situation."""
        return str(self.page.evaluate(HEAD))

    def pick(self, place: int = 0) -> None:
        """Picks an option by the mouse."""
        self.page.locator('[class*="st-key-choice"] [role="radiogroup"] > [data-rac]').nth(place).click()
        self.settle()

    def field(self) -> Locator:
        """The field of a question that is answered by typing."""
        return self.page.locator(
            '[data-testid="stMain"] input[inputmode], [data-testid="stMain"] input[type="text"]'
        ).last

    def go_on(self, name: str) -> None:
        """Presses a button and waits until another question or view is there."""
        before = self.question()
        self.button(name).click()
        self.page.wait_for_function(f"before => ![undefined, before].includes(({HEAD})())", arg=before)
        self.settle()

    def told(self) -> Locator:
        """The verdict on an answer."""
        return self.page.locator(".ll-said")

    def stops(self) -> list[str]:
        """The strip of an exam, as it is read out."""
        names = self.page.get_by_role("toolbar", name="Exam questions").get_by_role("button")
        return [str(one.get_attribute("aria-label")) for one in names.all()]

    def stop(self, place: int) -> Locator:
        """A question of the strip, counted from 1."""
        return self.page.get_by_role("button", name=re.compile(f"^Question {place},"))

    def waits_for_stop(self, place: int, words: str) -> None:
        expect(self.page.get_by_role("button", name=f"Question {place}, {words}", exact=True)).to_be_visible()
        self.settle()


def at_once(page: Page, app: str, address: str) -> Practised:
    """A page of the same browser, opened at an address."""
    return Practised(page, app).open(address)


def rows(folder: Path, mode: str) -> list[tuple[str, str | None, float]]:
    """The log's answers of a mode: item, answer, score, in the order in which they were kept."""
    path = folder / "learners.db"
    if not path.exists():  # it comes with the first visit
        return []
    with closing(sqlite3.connect(path)) as store:
        query = "select item_id, answer, score from entries where mode = ? and undoes is null order by seq"
        return [tuple(row) for row in store.execute(query, (mode,)).fetchall()]
