"""Related places and hits stand in groups by kind; pages that are not open are left out."""

from core.content.pages import Page
from core.join.entity import Entity, Kind, Place
from core.join.groups import GROUPS, PAGES, clipped, grouped, grouped_hits
from core.join.join import Join
from core.join.place_links import link_name, named_place

TERM = Place(Entity(Kind.TERM, "lora"), "LoRA", Page.TAKEAWAYS, {"term": "lora"})
STATION = Place(Entity(Kind.STATION, "tune"), "Tune", Page.LAB, {"station": "tune"})
STAGE = Place(Entity(Kind.STAGE, "sft"), "SFT", Page.PIPELINE, {"step": "sft"})
START = Place(Entity(Kind.PAGE, "start"), "Start", Page.START)


def test_each_kind_stands_in_one_group():
    kinds = [kind for group in (PAGES, *GROUPS) for kind in group.kinds]
    assert sorted(kinds) == sorted(Kind)


def test_groups_are_in_the_order_of_learning_without_closed_pages():
    found = grouped([TERM, STATION, STAGE, START], {Page.TAKEAWAYS, Page.PIPELINE, Page.START})
    assert [(group.title, places) for group, places in found] == [("In the chapter", (STAGE,)), ("Glossary", (TERM,))]


def test_the_group_with_the_best_hit_comes_first():
    found = grouped_hits([TERM, START, STAGE], set(Page))
    assert [group.title for group, _ in found] == ["Glossary", "Pages", "In the chapter"]


def test_a_place_is_found_again_by_the_word_that_names_it():
    join = Join({TERM.entity: TERM}, {})
    assert named_place(join, link_name(TERM.entity)) == TERM
    assert [named_place(join, word) for word in (None, "", "term/", "tea/lora", "term/tea", 7)] == [None] * 6


def test_a_long_title_is_cut_at_a_word():
    assert clipped("one two three", 9) == "one two…"
    assert clipped("one two three", 13) == "one two three"
