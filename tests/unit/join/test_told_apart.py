"""Names that begin alike are told apart where they are cut."""

from core.content.choice_items import Case
from core.content.models import Content
from core.content.typed_items import Cloze
from core.join.told_apart import told_apart


def test_names_that_differ_at_once_are_only_cut() -> None:
    assert told_apart(["One short name", "Another that goes on for long"], 20) == (
        "One short name",
        "Another that goes…",
    )


def test_the_same_name_twice_is_shown_twice() -> None:
    assert told_apart(["one two three", "one two three"], 9) == ("one two…", "one two…")


def test_gap_at_the_end_of_a_sentence_is_no_fourth_dot(content: Content) -> None:
    stems = [item.stem for item in content.items if isinstance(item, Cloze)]
    assert any("…" in stem for stem in stems) and not [stem for stem in stems if "…." in stem]


def test_no_two_cases_look_alike_in_a_list(content: Content) -> None:
    texts = [item.situation for item in content.items if isinstance(item, Case)]
    short = told_apart(texts)
    assert len(set(short)) == len(texts)
    assert max(len(text) for text in short) <= 98
