"""Every way through the guided decision: each answer, "I do not know", and every set of problems at once."""

from collections.abc import Iterator
from itertools import chain, combinations, product

import pytest

from core.content.graphs import Guide, Question
from core.decision import UNSURE, Answers, Step, Walk, parse_answers, walk
from core.diagram.on_graph import on_graph
from tests.read_once import load_content

ALL = load_content()
GUIDE, GRAPH = ALL.guide, ALL.graph_by_id["guide"]
FIRST = GUIDE.question(GUIDE.first)
assert FIRST
Path = tuple[dict[str, tuple[str, ...]], str]


def paths_from(question: Question) -> Iterator[Path]:
    """Each set of answers from a question on, with the outcome where it ends; found here without `walk`."""
    names = [option.id for option in question.options] + ([UNSURE] if question.unsure else [])
    for name in names:
        taken = question.unsure.assume if name == UNSURE and question.unsure else name
        target = question.option(taken).leads_to
        onward = GUIDE.question(target)
        for answers, end in paths_from(onward) if onward else [({}, target)]:
            yield {question.id: (name,), **answers}, end


PATHS = list(paths_from(FIRST))
OUTCOMES = [outcome.id for outcome in GUIDE.outcomes]


def all_ways() -> Iterator[tuple[Answers, set[str]]]:
    """Every set of problems, with every combination of what follows."""
    assert FIRST
    by_problem = {option.id: [p for p in PATHS if p[0][FIRST.id] == (option.id,)] for option in FIRST.options}
    sets = chain.from_iterable(combinations(by_problem, size) for size in range(1, len(by_problem) + 1))
    for problems in sets:
        for ways in product(*(by_problem[problem] for problem in problems)):
            answers = {name: given for way in ways for name, given in way[0].items()}
            yield {**answers, FIRST.id: problems}, {way[1] for way in ways}


WAYS = list(all_ways())
SINGLE = [(answers, end) for answers, end in PATHS]


def test_there_are_as_many_ways_as_the_guide_can_be_answered() -> None:
    # knowledge 7, style 5, task 5, speed 3 ways each; any non-empty set of the four problems
    assert len(PATHS) == 7 + 5 + 5 + 3
    assert len(WAYS) == (7 + 1) * (5 + 1) * (5 + 1) * (3 + 1) - 1


@pytest.mark.parametrize("outcome_id", OUTCOMES)
def test_outcome_can_be_reached(outcome_id: str) -> None:
    assert outcome_id in {end for _, end in PATHS}


def _ids(found: Walk) -> list[str]:
    return [step.outcome.id for step in found.steps]


def test_every_way_ends_at_its_outcomes_cheapest_first() -> None:
    for answers, ends in WAYS:
        found = walk(GUIDE, GRAPH, answers)
        assert found.asks is None
        assert set(_ids(found)) == ends
        orders = [step.outcome.order for step in found.steps]
        assert orders == sorted(orders)


def test_every_way_is_lit_along_edges_that_there_are() -> None:
    edges = {(edge.start, edge.end) for edge in GRAPH.edges}
    for answers, ends in WAYS:
        found = walk(GUIDE, GRAPH, answers)
        lit = found.lighting
        assert lit.path_edges <= edges
        assert lit.dead_edges <= edges - lit.path_edges
        assert lit.selected == found.steps[0].outcome.node
        assert not lit.dead_nodes & (lit.path_nodes | {lit.selected})
        outcomes = {step.outcome.node for step in found.steps}
        assert outcomes <= lit.path_nodes | {lit.selected}
        closed = {o.node for o in GUIDE.outcomes if o.id not in ends}
        assert closed <= lit.dead_nodes, answers


def test_every_way_shows_on_the_chapters_own_graph() -> None:
    chapter = ALL.graph_by_id["decision"]
    nodes = {node.id for node in chapter.nodes}
    edges = {(edge.start, edge.end) for edge in chapter.edges}
    for answers, _ in WAYS:
        lit = on_graph(walk(GUIDE, GRAPH, answers).lighting, chapter)
        assert lit.selected in nodes
        assert lit.path_nodes | lit.dead_nodes <= nodes
        assert lit.path_edges | lit.dead_edges <= edges
        assert not lit.path_edges & lit.dead_edges
        led_to = {"need"} | {end for _, end in lit.path_edges}
        assert lit.path_nodes | {lit.selected} <= led_to, answers
        assert not lit.dead_nodes & (lit.path_nodes | {lit.selected})


def test_every_way_can_be_cut_short_at_each_question() -> None:
    for answers, _ in SINGLE:
        asked = list(answers)
        for number, name in enumerate(asked):
            found = walk(GUIDE, GRAPH, {key: answers[key] for key in asked[:number]})
            assert found.asks
            assert (found.asks.id, found.steps) == (name, ())
            assert [one.question.id for one in found.answered] == asked[:number]
            assert found.lighting.selected == found.asks.node


@pytest.mark.parametrize(("answers", "end"), SINGLE, ids=["-".join(",".join(v) for v in a.values()) for a, _ in SINGLE])
def test_flip_leads_where_it_says(answers: Answers, end: str) -> None:
    step = walk(GUIDE, GRAPH, answers).steps[0]
    _holds(answers, step)
    assert step.outcome.id == end


def _holds(answers: Answers, step: Step) -> None:
    flip = step.flip
    assert flip, "every outcome has an answer that would flip it"
    assert flip.instead.id != flip.given.id
    found = walk(GUIDE, GRAPH, {**answers, flip.question.id: (flip.instead.id,)})
    led_to = [found.asks] if found.asks else [one.outcome for one in found.steps]
    on_the_way = [one.question for one in found.answered]
    assert flip.leads_to in (*led_to, *on_the_way)
    assert step.outcome not in led_to


def test_flip_holds_beside_other_problems_or_is_not_claimed() -> None:
    for answers, _ in WAYS:
        for step in walk(GUIDE, GRAPH, answers).steps:
            led_there_alone = len(step.because[0].options) == 1
            assert bool(step.flip) == led_there_alone
            if led_there_alone:
                _holds(answers, step)


def test_because_names_only_answers_that_led_there() -> None:
    for answers, _ in WAYS:
        for step in walk(GUIDE, GRAPH, answers).steps:
            alone = {one.question.id: tuple(option.id for option in one.options) for one in step.because}
            assert _ids(walk(GUIDE, GRAPH, alone)) == [step.outcome.id]


def test_unsure_goes_on_with_what_the_question_assumes_and_says_so() -> None:
    for question in GUIDE.questions:
        for answers, _ in SINGLE:
            if answers.get(question.id) == (UNSURE,):
                assert question.unsure
                assumed = {**answers, question.id: (question.unsure.assume,)}
                found = walk(GUIDE, GRAPH, answers)
                assert _ids(found) == _ids(walk(GUIDE, GRAPH, assumed))
                assert question.id in [one.question.id for one in found.answered if one.assumed]


def test_later_answers_that_are_not_on_the_way_change_nothing() -> None:
    answers = {"problem": ("knowledge",), "data-size": ("fits",)}
    more = {**answers, "style-prompting": ("yes",), "quality": ("no",), "retrieval-time": ("no",)}
    assert walk(GUIDE, GRAPH, more) == walk(GUIDE, GRAPH, answers)


@pytest.mark.parametrize(
    ("params", "kept", "ignored"),
    [
        ({}, {}, 0),
        ({"problem": "style"}, {"problem": ("style",)}, 0),
        ({"problem": "speed,knowledge"}, {"problem": ("knowledge", "speed")}, 0),
        ({"problem": "style,style"}, {"problem": ("style",)}, 0),
        ({"problem": "tea"}, {}, 1),
        ({"problem": "style,tea"}, {"problem": ("style",)}, 1),
        ({"problem": ""}, {}, 1),
        ({"problem": "unsure"}, {}, 1),
        ({"data-size": "unsure"}, {"data-size": ("unsure",)}, 0),
        ({"data-size": "fits,large"}, {}, 1),
        ({"data-size": "fits,unsure"}, {}, 1),
        ({"data-size": "<script>alert(1)</script>"}, {}, 1),
        ({"step": "sft", "nonsense": "x"}, {}, 0),
        ({"problem": "style," * 2000}, {"problem": ("style",)}, 1),
    ],
)
def test_answers_in_an_address_are_taken_or_ignored_with_a_word(
    params: dict[str, str], kept: dict[str, tuple[str, ...]], ignored: int
) -> None:
    answers, sentences = parse_answers(GUIDE, params)
    assert answers == kept
    assert len(sentences) == ignored
    assert all("ignored" in sentence and "<" not in sentence for sentence in sentences)


def test_a_guide_with_no_first_question_asks_nothing() -> None:
    empty = Guide.model_construct(**{**GUIDE.__dict__, "first": "nowhere"})
    found = walk(empty, GRAPH, {})
    assert (found.asks, found.steps, found.answered) == (None, (), ())
