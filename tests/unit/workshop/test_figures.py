"""A number that was typed in one language means the same to a room in another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.in_force import speaking
from core.quiz.answers import AnyAnswer, Picked, Typed
from core.workshop import host, participant
from core.workshop.errors import WorkshopError
from core.workshop.figures import DIGITS, as_kept, as_typed, figure
from core.workshop.histogram import bins_within, guesses, histogram
from core.workshop.picks import pick_words
from core.workshop.vote_events import Voted
from core.workshop.votes import is_right
from tests.read_once import load_content
from tests.unit.workshop.small_room import ITEM, after, fresh_room, later

GUESS = load_content().item_by_id["memory-of-a-full-7b-run"]
BILL = load_content().item_by_id["bill-for-5000-labels"]
TOKENS = load_content().item_by_id["tokens-behind-llama"]


def typed_in(language: str, text: str) -> AnyAnswer:
    with speaking(language):
        return as_kept(GUESS, Typed(text=text))


@pytest.mark.parametrize("host_speaks", ["en", "de"])
def test_guess_counts_as_its_writer_meant_it_whatever_the_host_speaks(host_speaks: str) -> None:
    kept = [typed_in("de", "4.587"), typed_in("en", "4,587"), typed_in("de", "4,587"), typed_in("en", "4.587")]
    with speaking(host_speaks):
        assert guesses(kept) == [4587, 4587, 4.587, 4.587]
        assert [max(counts.values()) for counts in histogram([kept])] == [2]


@pytest.mark.parametrize(("text", "gib"), [("1.5 TB", 1500), ("2TiB", 2000), ("64,000 MB ", 64), ("70 GB", 70)])
def test_memory_is_read_in_the_unit_that_was_typed(text: str, gib: float) -> None:
    assert figure(typed_in("en", text)) == gib


@pytest.mark.parametrize("host_speaks", ["en", "de"])
def test_right_number_is_right_to_every_reader(host_speaks: str) -> None:
    with speaking("de"):
        kept = as_kept(BILL, Typed(text="12.500 $"))
    with speaking(host_speaks):
        assert is_right(BILL, kept)


def test_pick_is_shown_in_the_language_of_its_reader() -> None:
    kept = typed_in("de", "4.587,5")
    shown = []
    for language in ("en", "de"):
        with speaking(language):
            shown.append((pick_words(GUESS, kept), pick_words(BILL, kept)))
    assert shown == [("4,587.5 GiB", "$4,587.5"), ("4.587,5 GiB", "4.587,5\xa0$")]


@given(
    number=st.floats(-1e30, 1e30, allow_nan=False),
    writer=st.sampled_from(["en", "de"]),
    reader=st.sampled_from(["en", "de"]),
)
def test_kept_number_comes_back_from_any_field_as_it_was(number: float, writer: str, reader: str) -> None:
    kept = as_kept(GUESS, Typed(text="as typed", number=number))
    for language in (writer, reader):
        with speaking(language):
            assert as_kept(GUESS, as_typed(GUESS, kept)) == kept


@pytest.mark.parametrize(("text", "number"), [("4,587", 4587), ("120 GB", 120), ("13 trillion", 13e12), ("many", None)])
def test_guess_kept_as_text_alone_is_read_as_english(text: str, number: float | None) -> None:
    with speaking("de"):
        assert figure(Typed(text=text)) == number


def test_guess_in_units_and_the_same_written_out_are_one_guess() -> None:
    kept = [as_kept(TOKENS, Typed(text=text)) for text in ("15", "15 trillion", "15e12", "15,000 billion")]
    assert set(kept) == {Typed(text="15", number=15)}
    assert guesses(kept) == [15, 15, 15, 15]
    assert pick_words(TOKENS, kept[1]) == "15 trillion tokens"


def test_guess_below_zero_is_refused() -> None:
    room = after(fresh_room("Ada"), *host.show(fresh_room("Ada"), "frozen", later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    below = Voted(at=later(21), ballot="frozen.1", person="ada", answer=typed_in("en", "-5"))
    with pytest.raises(WorkshopError, match="cannot be below zero"):
        participant.vote(room, below, GUESS)


def test_word_and_row_are_kept_as_they_were_given() -> None:
    words = load_content().item_by_id["algorithm-of-step-three"]
    assert as_kept(words, Typed(text="4.587")) == as_typed(words, Typed(text="4.587")) == Typed(text="4.587")
    assert as_kept(ITEM, Picked(options=("base",))) == Picked(options=("base",))


def test_number_that_cannot_be_read_is_refused_in_the_language_of_its_writer() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.show(room, "frozen", later(5)))
    room = after(room, *host.open_vote(room, "frozen", later(6)))
    pick = Voted(at=later(7), ballot="frozen.1", person="ada", answer=Typed(text="many"))
    for language, said in (("en", "Write the number"), ("de", "Schreib eine Zahl")):
        with speaking(language), pytest.raises(WorkshopError, match=said):
            participant.vote(room, pick, GUESS)


@given(st.lists(st.floats(-1e308, 1e308, allow_nan=False), min_size=1, max_size=30))
def test_histogram_has_few_bins_and_each_guess_in_one_of_them(numbers: list[float]) -> None:
    (counts,) = histogram([[Typed(text=f"{number:.{DIGITS}g}") for number in numbers]])
    assert len(counts) <= 11
    assert sum(counts.values()) == len(numbers)


@pytest.mark.parametrize("lowest", [1e23, 9.999999999999999e-31, 999.9999999999999, 5e-6])
def test_lowest_of_guesses_far_apart_has_a_bin(lowest: float) -> None:
    kept = [as_kept(GUESS, Typed(text="x", number=number)) for number in (lowest, lowest * 1000)]
    (counts,) = histogram([kept])
    assert [count for count in counts.values() if count] == [1, 1]


def test_highest_of_guesses_far_apart_has_a_bin_where_its_power_of_ten_is_no_float() -> None:
    assert 1e23 < 10**23
    (counts,) = histogram([typed(0.0144, 29, 1e23)])
    assert [count for count in counts.values() if count] == [2, 1]


def test_one_far_guess_does_not_put_all_others_in_one_bin() -> None:
    (counts,) = histogram([[Typed(text=text) for text in ("14", "60", "70", "112.5", "120", "1200")]])
    assert counts == {
        "10 to 20": 1,
        "20 to 50": 0,
        "50 to 100": 2,
        "100 to 200": 2,
        "200 to 500": 0,
        "500 to 1K": 0,
        "1K to 2K": 1,
    }


@pytest.mark.parametrize("jest", [14e9, 1e-9])
def test_one_guess_beyond_all_others_leaves_them_bins_of_their_own(jest: float) -> None:
    """Somebody jests, or writes bytes where GiB are asked for, on the screen of the whole room."""
    honest = typed(28, 63, 100, 112)
    (counts,) = histogram([[*honest, *typed(jest)]])
    apart = counts.pop("120 and more" if jest > 1 else "under 20")
    assert (apart, counts) == (1, {"20 to 40": 1, "40 to 60": 0, "60 to 80": 1, "80 to 100": 0, "100 to 120": 2})


def test_guesses_that_differ_honestly_by_powers_of_ten_keep_bins_of_their_ratio() -> None:
    (counts,) = histogram([typed(1e6, 1e9, 2e9, 1e12, 1e13)])
    assert not any("more" in words or "under" in words for words in counts) and max(counts.values()) == 2


def test_answer_that_all_were_far_from_has_a_bin_with_both_ends() -> None:
    guessed = typed(1, 2, 3, 4, 5, 6, 7, 8)
    (words,) = bins_within([guessed], 50_000, 50_000, 50_000)
    assert " to " in words


def typed(*numbers: float) -> list[AnyAnswer]:
    return [Typed(text=f"{number:g}", number=number) for number in numbers]


def test_one_outlier_of_few_guesses_leaves_answer_and_miss_in_bins_of_their_own() -> None:
    guessed = typed(60, 112.5, 1000)
    (counts,) = histogram([guessed], 63)
    assert (counts["50 to 100"], counts["100 to 200"], counts["1K to 2K"]) == (1, 1, 1)
    assert bins_within([guessed], 63, 63, 63) == {"50 to 100"}


def test_outlier_among_guesses_of_zero_stands_in_a_bin_above() -> None:
    (counts,) = histogram([typed(0, 30, 40, 40, 1000)])
    assert list(counts.items())[-1] == ("50 and more", 1) and sum(counts.values()) == 5


def test_answer_that_nobody_guessed_has_a_bin_once_it_may_be_seen() -> None:
    guessed = typed(100, 120, 150)
    assert bins_within([guessed], 63, 63) == frozenset()
    (words,) = bins_within([guessed], 63, 63, 63)
    assert histogram([guessed], 63)[0][words] == 0


@pytest.mark.parametrize("guessed", [(1.7, 1.9, 2.3), (3.9, 4.1, 4.3), (0.35, 0.41, 0.42), (-2.3, -1.9, -1.7)])
def test_guess_at_the_end_of_a_narrow_bin_is_in_the_one_that_begins_there(guessed: tuple[float, ...]) -> None:
    (counts,) = histogram([typed(*guessed)])
    assert sum(counts.values()) == 3 and next(iter(counts)).startswith(f"{min(guessed):g} to ")


@pytest.mark.parametrize(("number", "words"), [(70, "70"), (0, "0"), (-3.5, "-3.5")])
def test_guesses_that_are_all_the_same_stand_in_a_bin_of_that_number(number: float, words: str) -> None:
    guessed = typed(number, number)
    assert histogram([guessed]) == [{words: 2}]
    assert bins_within([guessed], number, number, number) == {words}
    assert bins_within([guessed], number + 1, number + 2) == frozenset()


@pytest.mark.parametrize(
    ("guessed", "last", "count"),
    [
        ((0, 12.5, 33, 50, 90, 100), "80 to 100", 2),
        ((2, 10, 50, 100), "50 to 100", 2),
        ((0.05, 40, 100), "10 to 100", 2),
        ((100, 100), "100", 2),
        ((10, 40), "40 to 45", 1),
    ],
)
def test_no_bin_of_shares_reaches_beyond_the_whole(guessed: tuple[float, ...], last: str, count: int) -> None:
    (counts,) = histogram([typed(*guessed)], whole=100)
    assert (list(counts)[-1], counts[list(counts)[-1]]) == (last, count)
    assert sum(counts.values()) == len(guessed)


def test_bin_of_the_whole_is_the_right_one_when_all_of_it_was_right() -> None:
    assert bins_within([typed(20, 80)], 100, 100, 100, 100) == {"90 to 100"}


def test_more_than_the_whole_has_a_bin_when_somebody_guessed_it() -> None:
    (counts,) = histogram([typed(40, 70, 140)], whole=100)
    assert list(counts)[-1] == "140 to 160"


@given(st.lists(st.floats(0, 100).map(lambda number: round(number, 2)), min_size=1, max_size=30))
def test_each_share_is_in_one_bin(numbers: list[float]) -> None:
    (counts,) = histogram([typed(*numbers)], whole=100)
    assert sum(counts.values()) == len(numbers)
