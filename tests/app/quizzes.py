"""Going through drills, exams and cases without a browser."""

from streamlit.testing.v1 import AppTest

from tests.app.pages import press, ran, words


def pick(test: AppTest, option: str) -> AppTest:
    """The page after an option of a question was picked."""
    radio = next(radio for radio in test.radio if str(radio.key).endswith(".pick"))
    radio.set_value(option)
    return ran(test)


def give_up_all(test: AppTest) -> AppTest:
    """The page after every question that is left was given up or not known."""
    for _ in range(60):
        keys = {button.key for button in test.button}
        for key in ("quiz-up.press", "quiz-turn.press", "quiz-not.press", "quiz-on.press"):
            if key in keys:
                press(test, key)
                break
        else:
            return test
    raise AssertionError("the drill does not end")


def has_button(test: AppTest, key: str) -> bool:
    return any(button.key == key for button in test.button)


def right_line(test: AppTest) -> str:
    """The h1 of a result."""
    said = words(test)
    return said[said.index('<h1 class="ll-question">') :].partition(">")[2].partition("<")[0]
