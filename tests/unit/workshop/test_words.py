"""Names and questions from people are shown as plain, short lines, whatever was typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.workshop.errors import WorkshopError
from core.workshop.words import NAME_CHARACTERS, beside_others, fit_name, fit_question, plain


@given(st.text(max_size=400))
def test_plain_text_is_one_line_without_control_signs(text: str) -> None:
    kept = plain(text)
    assert "\n" not in kept and kept == kept.strip()
    assert not [sign for sign in kept if unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co")]
    assert "\u202e" not in kept and "\u2066" not in kept


def test_html_and_markdown_stay_text() -> None:
    assert fit_name("<b>Ada</b>", []) == "<b>Ada</b>"
    assert fit_question("![x](http://a/b.png)") == "![x](http://a/b.png)"


def test_name_may_be_an_emoji() -> None:
    assert fit_name("🦊", []) == "🦊"


@pytest.mark.parametrize("text", ["\u2764\ufe0f", "1\ufe0f\u20e3", "\u00a9\ufe0f x"])
def test_sign_that_colours_an_emoji_stays(text: str) -> None:
    assert plain(text) == text


def test_stacked_marks_are_cut() -> None:
    assert len(plain("a" + "\u0301" * 500)) <= 3


NEEDED = {
    "Persian": "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "Hindi": "\u0915\u094d\u200d\u0937 \u0915\u094d\u200c\u0937",
    "emoji": "\U0001f469\U0001f3fd\u200d\U0001f4bb \u2764\ufe0f\u200d\U0001f525",
}
UNSEEN = ("Ada\u3164", "\uffa0Ada", "A\u115f\u1160da", "Ada\ufe0f", "Ad\u034fa", "A\u17b4da", "Ada\u180b", "Ada\u2800")
HIDDEN = (
    *UNSEEN,
    "Ada\U000e0101",
    "Ad\u200ca",
    "\u200dAda\u200c",
    "Ada\u200b",
    "A\u2060da",
    "A\u200d\u200cda",
    "Ada\ufeff",
    "\u200eAda\u2067",
)


@pytest.mark.parametrize("text", NEEDED.values(), ids=NEEDED)
def test_joiners_stay_where_a_script_or_an_emoji_needs_them(text: str) -> None:
    assert plain(text) == text
    assert plain(f"\u202e\u200c{text}\u200d\u2066") == text


@pytest.mark.parametrize("text", HIDDEN, ids=ascii)
def test_invisible_sign_makes_no_second_name_that_looks_the_same(text: str) -> None:
    assert fit_name(text, ["Ada"]) == "Ada 2"


@pytest.mark.parametrize("text", ["\uff21\uff44\uff41", "\U0001d400\U0001d41d\U0001d41a"], ids=["wide", "bold"])
def test_letters_of_another_style_make_no_second_person_of_a_name(text: str) -> None:
    assert fit_name(text, ["Ada"]) == f"{text} 2"


@pytest.mark.parametrize("text", ["\u0410nna", "\u0410NN\u0410", "Ann\u03b1"], ids=["one", "capitals", "Greek"])
def test_letters_of_another_script_that_look_alike_make_no_second_person_of_a_name(text: str) -> None:
    assert fit_name(text, ["Anna"]) == f"{text} 2"


def test_name_in_another_script_is_one_whatever_its_capitals() -> None:
    assert fit_name("\u0412\u041e\u0412\u0410", ["\u0412\u043e\u0432\u0430"]).endswith(" 2")
    assert fit_name("\u0418\u0432\u0430\u043d", ["Ivan"]) == "\u0418\u0432\u0430\u043d"


def test_joiner_that_stays_makes_no_second_person_of_a_name() -> None:
    assert fit_name("\u674e\u200d\u660e", ["\u674e\u660e"]) == "\u674e\u200d\u660e 2"


@pytest.mark.parametrize("text", ["", "   ", "\u202e\u200b", "...", "\u3164\u115f", "\u2800"])
def test_name_without_a_letter_is_refused(text: str) -> None:
    with pytest.raises(WorkshopError, match="Type a name") as refused:
        fit_name(text, [])
    assert refused.value.about == "name"


def test_long_name_is_refused_with_its_length() -> None:
    with pytest.raises(WorkshopError, match=f"at most {NAME_CHARACTERS} characters; this one has 40") as refused:
        fit_name("a" * 40, [])
    assert refused.value.about == "name"


def test_third_person_of_a_name_gets_a_three() -> None:
    assert fit_name("ADA", ["Ada", "Ada 2", "Bo"]) == "ADA 3"


def test_long_question_is_refused_and_an_empty_one_too() -> None:
    with pytest.raises(WorkshopError, match="it has 10,000"):
        fit_question("x" * 12_000)
    with pytest.raises(WorkshopError, match="Type a question"):
        fit_question("\n")


def test_name_from_right_to_left_keeps_its_place_in_a_line_of_names() -> None:
    assert beside_others("Ada") == "Ada"
    assert beside_others("\u05d3\u05d5\u05d3 2") == "\u2068\u05d3\u05d5\u05d3 2\u2069"
