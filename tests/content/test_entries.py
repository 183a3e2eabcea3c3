"""One case for each thing that is taught: it is well formed, in its place, and hangs together with the rest."""

import re

import pytest

from core.content.checks import check_content
from core.content.facts import Claim
from core.content.graphs import Graph, Node
from core.content.items import AnyItem
from core.content.lessons import Lesson, Link, Stage
from core.content.models import Content
from core.diagram.layout import layout
from tests.read_once import load_content

ALL = load_content()
TAUGHT = {
    *ALL.chapter.claims,
    *(name for takeaway in ALL.chapter.takeaways for name in takeaway.claims),
    *ALL.chapter.quotation.claims,
    *(name for stage in ALL.stages for name in stage.claims),
    *(name for lesson in ALL.lessons for block in lesson.blocks for name in block.claims),
    *(name for approach in ALL.approaches for name in approach.claims),
    *(row.claim for row in ALL.costs),
    *(name for pitfall in ALL.pitfalls for name in pitfall.claims),
    *(name for outcome in ALL.guide.outcomes for name in outcome.claims),
}
SECTIONS = {section.id for section in ALL.chapter.sections}


def each(kind: str) -> pytest.MarkDecorator:
    """One case for each entry of a kind."""
    return pytest.mark.parametrize("entry", getattr(ALL, kind), ids=lambda entry: str(entry.id))


def is_a_sentence(text: str) -> bool:
    return text[0] == text[0].upper() and text.rstrip("”\"'").endswith((".", "?", ":"))


@pytest.mark.parametrize("claim_id", [claim.id for claim in ALL.claims])
def test_claim_is_one_sentence_with_a_section_and_is_taught(claim_id: str) -> None:
    claim = ALL.claim_by_id[claim_id]
    assert claim_id in TAUGHT
    assert claim.source in SECTIONS
    assert is_a_sentence(claim.text)
    assert claim.note is None or is_a_sentence(claim.note)
    assert all(figure.label for figure in claim.figures)


@each("claims")
def test_claim_has_the_quotation_marks_of_every_other_text(entry: Claim) -> None:
    assert '\\"' not in entry.model_dump_json()


def test_the_chapter_has_the_quotation_marks_of_every_other_text() -> None:
    assert '\\"' not in ALL.chapter.model_dump_json()


@each("stages")
def test_stage_has_all_that_a_stop_needs(entry: Stage, content: Content) -> None:
    node = content.graph_by_id["pipeline"].node(entry.id)
    assert node.category in (entry.category, None)
    for words in (entry.goes_in, entry.comes_out, entry.data, entry.cost, entry.who):
        assert words[0] == words[0].upper()
    assert is_a_sentence(entry.text)
    assert is_a_sentence(entry.chef)
    assert entry.watch_for[0].islower(), "it goes on from the words “Watch for”"
    assert any(content.claim_by_id[name].figures for name in entry.scale)
    assert entry.links
    _check_links(entry.links, content)


def test_stages_come_in_the_order_of_the_pipeline(content: Content) -> None:
    assert [stage.id for stage in content.stages] == [node.id for node in content.graph_by_id["pipeline"].nodes]


@pytest.mark.parametrize(
    ("graph", "node"), [(g, n) for g in ALL.graphs for n in g.nodes], ids=lambda x: str(getattr(x, "id", x))
)
def test_node_is_placed_and_can_be_reached_by_hand_and_by_eye(graph: Graph, node: Node) -> None:
    assert 1 <= node.name_lines <= len(node.lines)
    assert node.group is None or node.group in {group.id for group in graph.groups}
    placed = {p.node.id: p for p in layout(graph).nodes}[node.id]
    whole = layout(graph)
    assert placed.x - placed.letters.width / 2 + 0.5 >= 0
    assert placed.x + placed.letters.width / 2 <= whole.width + 0.5
    assert placed.y - placed.letters.height / 2 + 0.5 >= 0
    assert placed.y + placed.letters.height / 2 <= whole.height + 0.5


@each("items")
def test_item_asks_answers_explains_and_names_its_node_and_claims(entry: AnyItem, content: Content) -> None:
    assert any(node.id == entry.node for graph in content.graphs for node in graph.nodes)
    assert entry.explanation.strip() != str(getattr(entry, "answer", "")).strip()
    assert is_a_sentence(entry.explanation)
    assert entry.question.endswith(("?", "."))
    assert set(entry.claims) <= TAUGHT
    for follow_up in getattr(entry, "follow_ups", ()):
        assert follow_up.question.endswith("?")
        assert set(follow_up.claims) <= TAUGHT


@pytest.mark.parametrize("pitfall_id", [pitfall.id for pitfall in ALL.pitfalls])
def test_pitfall_says_what_to_do_instead_and_some_outcome_warns_of_it(pitfall_id: str) -> None:
    pitfall = ALL.pitfall_by_id[pitfall_id]
    assert is_a_sentence(pitfall.text)
    assert is_a_sentence(pitfall.instead)
    assert not pitfall.title.endswith(".")
    warned = any(pitfall_id in outcome.pitfalls for outcome in ALL.guide.outcomes)
    assert warned, f"no outcome warns of it; name {pitfall_id} under the pitfalls of one in content/guide.yaml"


@each("lessons")
def test_lesson_opens_with_a_lede_and_each_block_teaches(entry: Lesson, content: Content) -> None:
    assert is_a_sentence(entry.lede)
    headings = [block.heading for block in entry.blocks]
    assert len(set(headings)) == len(headings)
    assert len({block.id for block in entry.blocks}) == len(entry.blocks)
    for block in entry.blocks:
        assert all(content.claim_by_id[name].figures for name in block.figures)
    assert any(block.claims for block in entry.blocks)


@pytest.mark.parametrize("term_id", [term.id for term in ALL.terms])
def test_term_is_defined_in_its_own_words_and_leads_on(term_id: str) -> None:
    term = next(term for term in ALL.terms if term.id == term_id)
    assert is_a_sentence(term.definition)
    assert term.see
    assert term_id not in term.see
    assert term.source


def test_no_two_terms_share_a_name(content: Content) -> None:
    names = [term.term.lower() for term in content.terms]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("outcome_id", [outcome.id for outcome in ALL.guide.outcomes])
def test_outcome_gives_approach_cost_time_warnings_and_ways_on(outcome_id: str) -> None:
    outcome = ALL.guide.outcome(outcome_id)
    assert outcome
    approach = ALL.approach_by_id[outcome.approach]
    assert (outcome.cost, outcome.time_to_ship) == (approach.cost, approach.time_to_ship)
    for words in (outcome.because, outcome.try_first, outcome.avoid_when, outcome.revisit_when, outcome.order_why):
        assert is_a_sentence(words)
    assert outcome.pitfalls
    assert any(link.page == "calculators" for link in outcome.links) or outcome.approach == "prompting"
    _check_links(outcome.links, ALL)


def test_outcomes_are_ranked_without_ties(content: Content) -> None:
    orders = [outcome.order for outcome in content.guide.outcomes]
    assert sorted(orders) == list(range(1, len(orders) + 1))


@pytest.mark.parametrize("question_id", [question.id for question in ALL.guide.questions])
def test_question_explains_every_option_and_how_to_find_out(question_id: str) -> None:
    question = ALL.guide.question(question_id)
    assert question
    assert question.text.endswith("?")
    assert len({option.label for option in question.options}) == len(question.options)
    for option in question.options:
        assert is_a_sentence(option.why)
        assert option.detail
    assert question.unsure or question.many
    assert bool(question.added_why) == question.added
    assert question.added == ALL.graph_by_id["guide"].node(question.node).added


def _check_links(links: tuple[Link, ...], content: Content) -> None:
    for link in links:
        if "step" in link.params:
            assert link.params["step"] in content.stage_by_id
        if "node" in link.params:
            assert any(node.id == link.params["node"] for graph in content.graphs for node in graph.nodes)


def test_nothing_is_wrong_across_files(content: Content) -> None:
    assert check_content(content) == ()


def test_marks_in_texts_are_closed(content: Content) -> None:
    text = content.model_dump_json()
    for mark in (r"\*\*", "=="):
        per_string = [len(re.findall(mark, part)) for part in re.findall(r'"((?:[^"\\]|\\.)*)"', text)]
        assert all(count % 2 == 0 for count in per_string)
