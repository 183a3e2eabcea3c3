"""Links into the guide: the answers that lead to an outcome do lead there."""

from core.content.models import Content
from core.decision import walk
from core.join.guide_ways import answers_to


def test_the_shortest_way_to_rag_answers_three_questions(content: Content) -> None:
    assert answers_to(content.guide, "rag") == {
        "problem": ("knowledge",),
        "data-size": ("large",),
        "retrieval-time": ("yes",),
    }


def test_the_way_to_each_outcome_ends_there(content: Content) -> None:
    guide = content.guide
    for outcome in guide.outcomes:
        answers = answers_to(guide, outcome.id)
        assert answers is not None
        ended = walk(guide, content.graph_by_id[guide.graph], answers)
        assert ended.asks is None
        assert [step.outcome.id for step in ended.steps] == [outcome.id]


def test_an_outcome_that_is_not_there_has_no_way(content: Content) -> None:
    assert answers_to(content.guide, "buy-a-bigger-model") is None
