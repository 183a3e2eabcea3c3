"""What a newcomer is told with the first grades."""

from tests.app.pages import opened, press, ran, words

TOLD = "How well did you know it? Below: when it comes back."


def test_first_grades_say_what_stands_under_them_and_later_ones_do_not() -> None:
    review = ran(opened("quick_fire.py"))
    for is_first in (True, False):
        press(review, "review-give-up.press")
        assert (TOLD in words(review)) is is_first
        press(review, "grade.3")
