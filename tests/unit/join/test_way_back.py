"""The address that a link carries comes back as it was, and nothing else is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.pages import Page
from core.join.way_back import MAX_LENGTH, pack, unpack

PARAMS = st.dictionaries(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8), max_size=6)


@given(st.sampled_from(Page), PARAMS)
def test_an_address_comes_back_as_it_was(page: Page, params: dict[str, str]):
    carried = {name: value for name, value in params.items() if name not in ("from", "view")}
    packed = pack(page, params)
    assert len(packed) <= MAX_LENGTH
    if packed != page.value:
        assert unpack(packed) == (page, carried)


@given(st.text(max_size=700))
def test_any_value_leads_to_a_page_or_nowhere(value: str):
    found = unpack(value)
    assert found is None or found[0] in Page


@pytest.mark.parametrize(
    "value", ["", "tea", "//example.com", "https://example.com?x=1", "problem=style&for=us", "../x"]
)
def test_what_names_no_page_leads_nowhere(value: str):
    assert unpack(value) is None


def test_an_address_that_is_too_long_leads_to_its_page():
    assert pack(Page.DECIDE, {"for": "x" * 1_000}) == "decide"


def test_a_value_with_too_many_parameters_leads_nowhere():
    assert unpack("decide?" + "&".join(f"a{n}=1" for n in range(100))) is None
