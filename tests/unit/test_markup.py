"""What follows the note that something is in English says so to screen readers too; a number keeps its sign."""

import pytest

from components.label_text import label_text
from components.markup import UNTRANSLATED, el, in_their_language, kept_together, rich, unbroken, whole_ranges
from components.twin_sides import twin_sides
from core.quiz.cases import twins
from tests.read_once import load_content


def test_what_follows_the_note_is_in_english() -> None:
    before, note, after = el("p", "Karte"), el("p", "Auf Englisch", class_=f"ll-note {UNTRANSLATED}"), el("h1", "Why")
    in_their_language(before, note, None, after)
    assert [element.get("lang") for element in (before, note, after)] == [None, None, "en"]


def test_without_the_note_no_language_is_said() -> None:
    (only,) = in_their_language(el("p", "Karte"))
    assert only is not None and only.get("lang") is None


def test_number_and_its_sign_of_per_cent_stand_on_one_line() -> None:
    told = "It falls to 98 %, of 3 pairs."
    assert unbroken(told) == "It falls to 98\N{NO-BREAK SPACE}%, of 3 pairs."
    assert unbroken("200 reach 97 ± 3 %, or 0 ± 2 points") == "200 reach 97\xa0±\xa03\xa0%, or 0\xa0±\xa02 points"
    assert label_text(told).startswith("It falls to 98\N{NO-BREAK SPACE}\\%")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("7–13 B", "7–13\xa0B"),
        ("24 GB, 80 GiB", "24\xa0GB, 80\xa0GiB"),
        ("1–2 %", "1–2\xa0%"),
        ("10–40 $ für 7 Mrd.", "10–40\xa0$ für 7\xa0Mrd."),
        ("In 2 hours, 3 Bears and 4 steps", "In 2 hours, 3 Bears and 4 steps"),
        ("pre-training – 2 of 3", "pre-training – 2 of 3"),
    ],
)
def test_number_and_its_unit_stand_on_one_line(told: str, kept: str) -> None:
    assert kept_together(told) == kept


@pytest.mark.parametrize(
    ("told", "whole"),
    [
        ("costs 10–100 times", "costs 10–\u2060100 times"),
        ("$40–120, 1K–100K, 0.1–1 %", "$40–\u2060120, 1K–\u2060100K, 0.1–\u20601 %"),
        ("40–$120", "40–\u2060$120"),
        ("10- bis 100-mal, das 2-Fache", "10- bis 100-\u2060mal, das 2-\u2060Fache"),
        ("low–medium, 3 – 4, pre-training – 2 of 3", "low–medium, 3 – 4, pre-training – 2 of 3"),
    ],
)
def test_range_in_running_text_stands_on_one_line(told: str, whole: str) -> None:
    assert whole_ranges(told) == whole
    assert rich("p", told).text == whole
    assert rich("p", f"`4–8` {told}")[0].text == "4–8", "code is copied as it stands"


def test_code_in_content_stays_as_it_is_written() -> None:
    assert kept_together("`r = 8 B` of 8 B") == "`r = 8 B` of 8\xa0B"


def test_number_of_a_case_beside_its_twin_keeps_its_unit() -> None:
    pair = twins(load_content(), "case-clauses-while-typing")
    assert pair
    words = "".join(twin_sides(pair, ("This case", None), ("Its twin", None)).itertext())
    assert "200\xa0ms" in words and "200 ms" not in words
