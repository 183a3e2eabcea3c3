"""The tour: offered once, on the start page, to who is new; skipped or ended it stays away until it is asked for."""

from streamlit.testing.v1 import AppTest

from components.tour import STOPS
from tests.app.pages import opened, press, ran, words
from tests.open_pages import open_pages


def keys(test: AppTest) -> set[str]:
    return {button.key for button in test.button if (button.key or "").startswith("tour.")}


def test_a_newcomer_is_offered_the_tour_on_the_start_page_alone():
    assert keys(opened("start.py")) == {"tour.next", "tour.skip"}
    assert "Tour, 1 of 7." in words(opened("start.py"))
    for page in open_pages():
        if page.address != "/":
            assert keys(opened(page.file.name)) == set()


def test_who_skips_it_is_not_asked_again():
    test = press(opened("start.py"), "tour.skip")
    assert keys(test) == set()
    assert "Tour," not in words(ran(test))


def test_next_opens_each_page_in_turn_and_the_last_ends_it():
    test = opened("start.py")
    titles = []
    for _ in range(7):
        titles.append(_title(test))
        test = press(test, "tour.next")
    assert titles[1] == "Training pipeline"
    assert titles[2] == "Decision guide"
    assert "Host a workshop" in titles
    assert keys(test) == set()


def test_who_opens_the_next_stop_by_the_menu_is_at_it():
    test = press(opened("start.py"), "tour.next")
    test.switch_page("decide.py")
    ran(test)
    assert "Tour, 3 of 7." in words(test)
    assert test.button(key="tour.next").label == "Next: Calculators"
    test.switch_page("compare.py")
    assert "This stop is on Decision guide." in words(ran(test))


def test_the_step_that_the_tour_shows_is_no_place_where_one_left_off():
    test = opened("start.py")
    for _ in range(7):
        test = press(test, "tour.next")
    assert "Where you left off" not in words(test)
    assert "Start the pipeline" in {button.label for button in test.button}


def test_what_the_tour_says_of_a_page_is_not_what_the_page_says():
    test = opened("start.py")
    for stop in STOPS:
        for sentence in stop.text.removesuffix(".").split(". "):
            assert words(test).count(sentence) == 1, sentence
        test = press(test, "tour.next")


def _title(test: AppTest) -> str:
    found = words(test)
    return found.split("<h1")[1].split(">", 1)[1].split("</h1>")[0]


def test_in_a_room_there_is_no_tour_and_no_search():
    test = opened("join.py", {"room": "ABC-234"})
    assert not [b for b in test.button if (b.key or "").startswith(("tour.", "search.", "help."))]


def test_search_and_help_are_on_every_page():
    for page in open_pages():
        there = {button.key for button in opened(page.file.name).button}
        assert {"search.open", "help.open"} <= there
