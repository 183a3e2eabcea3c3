"""The lesson pages without a browser: every heading and text, every pitfall, what an address opens."""

import pytest

from components.figures import figure
from components.markup import kept_together, whole_ranges
from core.content.loader import figure_names
from core.content.models import Content
from tests.app.pages import html_of, opened


def test_content_names_only_figures_that_there_are_and_all_of_them(content: Content) -> None:
    in_lessons = {block.figure for lesson in content.lessons for block in lesson.blocks if block.figure}
    in_pitfalls = {pitfall.figure for pitfall in content.pitfalls if pitfall.figure}
    assert in_lessons | in_pitfalls == set(figure_names())
    assert all(callable(figure(name).draw) for name in figure_names())


@pytest.mark.parametrize("page", ["fine_tuning", "alignment", "pitfalls", "takeaways"])
def test_lesson_draws_its_title_every_heading_and_every_text(content: Content, page: str) -> None:
    lesson = content.lesson_by_id[page.replace("_", "-")]
    app = opened(f"{page}.py")
    drawn = html_of(app)
    assert f"<h1>{lesson.title}</h1>" in drawn
    assert drawn.count("<h1") == 1
    for block in lesson.blocks:
        assert f'id="{block.id}">' in drawn
        told = whole_ranges(kept_together(block.text)).replace("$", "\\$").strip()
        assert told in [markdown.value.strip() for markdown in app.markdown]


def test_all_pitfalls_stand_under_their_kind_with_what_to_do_instead(content: Content) -> None:
    drawn = html_of(opened("pitfalls.py"))
    assert drawn.index('id="hold-back"') < drawn.index('id="goes-wrong"')
    for pitfall in content.pitfalls:
        assert drawn.count(f'id="pitfall-{pitfall.id}"') == 1
        assert f'href="#pitfall-{pitfall.id}"' in drawn
    assert drawn.count("<strong>Instead:</strong>") == len(content.pitfalls)


def test_an_address_opens_one_pitfall() -> None:
    drawn = html_of(opened("pitfalls.py", {"pitfall": "leakage"}))
    assert "<mark>The test has leaked into the training</mark>" in drawn
    assert 'data-ll-scroll="pitfall-leakage"' in drawn


@pytest.mark.parametrize("evil", ["nothing", "<script>alert(1)</script>", "x" * 10_000])
def test_an_unknown_pitfall_is_ignored_with_a_word(evil: str) -> None:
    app = opened("pitfalls.py", {"pitfall": evil})
    assert [warning.value for warning in app.warning] == [
        "The address names a pitfall that is not here. These are all of them."
    ]
    assert "alert(1)" not in html_of(app)


def test_where_all_pitfalls_are_listed_is_shown_when_the_address_names_none_of_them() -> None:
    assert 'data-ll-scroll="hold-back"' in html_of(opened("pitfalls.py", {"pitfall": "nothing"}))


@pytest.mark.parametrize("page", ["fine_tuning", "alignment", "pitfalls", "takeaways"])
def test_a_part_that_the_page_does_not_have_is_ignored_with_a_word(page: str) -> None:
    assert [warning.value for warning in opened(f"{page}.py", {"block": "nothing"}).warning] == [
        "The address names a part that is not on this page. Search finds the others."
    ]


def test_takeaways_and_quotation_are_the_chapter_s(content: Content) -> None:
    drawn = html_of(opened("takeaways.py"))
    assert content.chapter.quotation.text in drawn
    for takeaway in content.chapter.takeaways:
        assert takeaway.text in drawn


@pytest.mark.parametrize(
    ("page", "params", "following"),
    [
        ("pipeline", {"step": "fine-tuning"}, "Fine-tuning"),
        ("pipeline", {"view": "text"}, "Fine-tuning"),
        ("fine_tuning", {}, "Alignment"),
        ("alignment", {}, "Pitfalls"),
        ("pitfalls", {}, "Lab"),
        ("takeaways", {}, "Decision guide"),
    ],
)
def test_the_end_of_a_page_leads_to_the_next_one(page: str, params: dict[str, str], following: str) -> None:
    links = [link.proto.label for link in opened(f"{page}.py", params).get("page_link")]
    assert [label for label in links if label.startswith("Next: ")] == [f"Next: {following}"]


def test_the_pipeline_leads_on_at_its_last_step_alone() -> None:
    links = [link.proto.label for link in opened("pipeline.py", {"step": "sft"}).get("page_link")]
    assert not [label for label in links if label.startswith("Next: ")]
