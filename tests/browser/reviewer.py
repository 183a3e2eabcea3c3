"""What somebody does who reviews, in the words of the tests."""

from playwright.sync_api import expect

from tests.browser.visit import Visit

PAGE = "/quick-fire"


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

    def reveal(self) -> None:
        """Shows the answer by its key, and waits for it."""
        self.press("Space")
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
