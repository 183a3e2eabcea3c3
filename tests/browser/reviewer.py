"""What somebody does who reviews, in the words of the tests."""

from datetime import datetime

from playwright.sync_api import expect

from core.content.items import KIND_LABELS, AnyItem
from core.quiz.decks import reviewable_ids
from core.quiz.generated import find_item
from tests.browser.visit import Visit
from tests.read_once import load_content

CONTENT = load_content()
BANK = [item for item in (find_item(CONTENT, name) for name in reviewable_ids(CONTENT)) if item]

PAGE = "/quick-fire"


def midday_zone(now: datetime) -> str:
    """A time zone in which it is past noon, far from the hour at which a learner's day turns; `now` is in UTC."""
    return f"Etc/GMT{now.hour - 12:+d}"


class Review(Visit):
    """Somebody who reviews."""

    def open(self, address: str = PAGE) -> "Review":
        super().open(address)
        self.page.locator(".key-presses").wait_for(state="attached")  # from then on keys are heard
        return self

    def question(self) -> str:
        return self.page.locator("h1").inner_text()

    def counts(self) -> list[int]:
        """New, learning, due."""
        return [int(text) for text in self.page.locator(".ll-counts b").all_inner_texts()]

    def item(self) -> AnyItem:
        """The item that is asked, found by its question; not for cases, which all ask the same."""
        asked = self.question()
        return next(item for item in BANK if item.question == asked)

    def come_to(self, kind: str) -> None:
        """Answers until an item of that kind is asked."""
        for _ in range(14):
            if self.page.locator(".ll-eyebrow", has_text=KIND_LABELS[kind]).count():
                return
            self.answer()
        raise AssertionError(f"no {kind} among the first items")

    def reveal(self) -> None:
        """Shows the answer by the key that gives up or turns a card, and waits for it."""
        give_up = self.button("I do not know")
        if give_up.count() and not give_up.locator("code").count():  # where one types, no key gives up
            give_up.press("Enter")
        else:
            self.press("n" if give_up.count() else "Space")
        expect(self.page.locator(".ll-said")).to_be_visible()
        self.settle()

    def grade(self, key: str) -> None:
        """Grades by its key, and waits for the next question or the end."""
        self.press(key)
        expect(self.page.locator(".ll-said")).to_have_count(0)
        self.settle()

    def answer(self, key: str = "4") -> str:
        """Reveals and grades one item; which."""
        asked = self.question()
        self.reveal()
        self.grade(key)
        return asked
