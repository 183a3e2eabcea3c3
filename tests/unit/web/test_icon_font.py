"""The icons that browsers get: all that are shown, at the size that Streamlit's font gives them."""

from fontTools.ttLib import TTFont

from tests.icon_font import OURS, WHOLE, ligatures, names_in_use


def test_every_icon_that_may_be_shown_is_in_the_font() -> None:
    known, ours = ligatures(TTFont(WHOLE)).keys(), ligatures(TTFont(OURS)).keys()
    assert {"arrow_forward", "search", "keyboard_arrow_down", "translate"} <= names_in_use() & known
    assert sorted(names_in_use() & known - ours) == [], "make icons writes the font anew"


def test_icons_are_as_large_as_in_streamlits_font() -> None:
    whole, ours = TTFont(WHOLE), TTFont(OURS)
    drawn, cut = ligatures(whole), ligatures(ours)
    assert whole["head"].unitsPerEm == ours["head"].unitsPerEm
    assert {whole["hmtx"][drawn[name]] == ours["hmtx"][cut[name]] for name in cut} == {True}
    assert whole["hhea"].ascent == ours["hhea"].ascent and whole["hhea"].descent == ours["hhea"].descent


def test_font_of_icons_is_a_fifth_of_streamlits() -> None:
    assert OURS.stat().st_size < WHOLE.stat().st_size / 5
