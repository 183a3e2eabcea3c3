"""What a browser reports holds no half of a sign and no NUL once it was read, at any depth."""

import json

from hypothesis import given
from hypothesis import strategies as st

from core.interview.verdicts import Verdict
from core.text.whole_text import whole_text

TYPED = st.text(st.characters() | st.sampled_from("\x00\ud83d\ude00")) | st.text("a\x00\ud83d\ude00🦊é")
REPORTED = st.recursive(
    st.none() | st.booleans() | st.integers() | TYPED,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TYPED, inner, max_size=4),
)


@given(REPORTED)
def test_every_report_can_be_kept(reported: object) -> None:
    kept = json.dumps(whole_text(reported), ensure_ascii=False)
    assert kept.encode() and "\\u0000" not in kept


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_a_whole_text_stays_as_it_is(text: str) -> None:
    assert whole_text({"texts": [text]}) == {"texts": [text]}


def test_lone_half_of_a_surrogate_pair_is_dropped() -> None:
    assert whole_text("🦊\ud83d\x00 rank \udd8a") == "🦊 rank "


def test_a_chosen_option_stays_the_option() -> None:
    assert whole_text({"own": [Verdict.COVERED]})["own"][0] is Verdict.COVERED
