import pytest

from core.decision import UNSURE, answer_params, parse_answers, walk
from core.diagram.on_graph import ends_missing, on_graph
from tests.read_once import load_content

CONTENT = load_content()
GUIDE, GRAPH = CONTENT.guide, CONTENT.graph_by_id["guide"]


def walked(**answers):
    return walk(GUIDE, GRAPH, {name.replace("_", "-"): tuple(value.split(",")) for name, value in answers.items()})


def titles(way):
    return [step.outcome.id for step in way.steps]


def test_with_no_answer_the_first_question_is_asked_and_nothing_is_closed():
    way = walked()
    assert way.asks.id == "problem"
    assert way.lighting.selected == "problem"
    assert way.lighting.path_edges == {("need", "problem")}
    assert way.lighting.dead_nodes == frozenset()


def test_an_answer_lights_its_edges_and_closes_the_others():
    way = walked(problem="knowledge")
    assert way.asks.id == "data-size"
    assert ("problem", "lacks-knowledge") in way.lighting.path_edges
    assert ("problem", "wrong-style") in way.lighting.dead_edges
    assert {"wrong-style", "few-shot", "ship-smaller"} <= way.lighting.dead_nodes
    assert "rag" not in way.lighting.dead_nodes


def test_the_chapters_rag_case_ends_in_rag_with_its_reasons_and_its_flip():
    way = walked(problem="knowledge", data_size="large", retrieval_time="yes")
    assert way.asks is None
    (step,) = way.steps
    assert step.outcome.id == "rag"
    assert [a.question.id for a in step.because] == ["problem", "data-size", "retrieval-time"]
    assert (step.flip.question.id, step.flip.given.id, step.flip.instead.id) == ("retrieval-time", "yes", "no")
    assert way.lighting.selected == "rag"


def with_options(guide, question_id, change):
    """The guide with other options of one question."""
    questions = [
        one.model_copy(update={"options": change(one.options)}) if one.id == question_id else one
        for one in guide.questions
    ]
    return guide.model_copy(update={"questions": tuple(questions)})


def all_to(outcome):
    return lambda options: tuple(option.model_copy(update={"leads_to": outcome}) for option in options)


@pytest.mark.parametrize("order", [1, -1], ids=["given last", "given first"])
def test_what_flips_an_outcome_is_looked_for_further_back_where_every_last_answer_leads_there(order):
    guide = with_options(GUIDE, "retrieval-time", all_to("rag"))
    guide = with_options(guide, "data-size", lambda options: options[::order])
    answers = {"problem": ("knowledge",), "data-size": ("large",), "retrieval-time": ("yes",)}
    (step,) = walk(guide, GRAPH, answers).steps
    assert step.outcome.id == "rag"
    assert (step.flip.question.id, step.flip.given.id, step.flip.instead.id) == ("data-size", "large", "fits")


def test_a_question_with_several_answers_flips_no_outcome():
    guide = with_options(GUIDE, "quality", all_to("ship-smaller"))
    (step,) = walk(guide, GRAPH, {"problem": ("speed",), "quality": ("yes",)}).steps
    assert (step.outcome.id, step.flip) == ("ship-smaller", None)


def test_several_problems_are_walked_one_after_the_other_and_ordered_cheapest_first():
    way = walked(problem="knowledge,style")
    assert way.asks.id == "data-size"
    way = walked(problem="knowledge,style", data_size="large", retrieval_time="yes")
    assert way.asks.id == "style-prompting"
    way = walked(
        problem="knowledge,style", data_size="large", retrieval_time="yes", style_prompting="yes", style_examples="yes"
    )
    assert titles(way) == ["rag", "fine-tune-style"]
    orders = [step.outcome.order for step in way.steps]
    assert orders == sorted(orders)


def test_two_problems_with_one_cure_give_one_step_with_both_reasons():
    way = walked(problem="style,task", style_prompting="no", tried_prompting="no")
    (step,) = way.steps
    assert step.outcome.id == "few-shot"
    assert {a.question.id for a in step.because} == {"problem", "style-prompting", "tried-prompting"}
    assert {o.id for o in step.because[0].options} == {"style", "task"}


def test_a_step_names_only_the_problem_that_led_to_it():
    way = walked(problem="knowledge,speed", data_size="fits", quality="yes")
    reasons = {step.outcome.id: [o.id for o in step.because[0].options] for step in way.steps}
    assert reasons == {"prompt-stuffing": ["knowledge"], "ship-smaller": ["speed"]}


def test_not_knowing_goes_on_with_the_option_that_is_cheaper_to_be_wrong_about():
    way = walked(problem="style", style_prompting=UNSURE)
    assert titles(way) == ["few-shot"]
    assert way.answered[-1].assumed


def test_answers_off_the_way_are_left_alone():
    way = walked(problem="knowledge", data_size="fits", quality="no")
    assert titles(way) == ["prompt-stuffing"]
    assert [a.question.id for a in way.answered] == ["problem", "data-size"]


def test_an_address_restores_the_answers_and_back():
    params = {"problem": "knowledge,style", "data-size": "large", "style-prompting": "unsure"}
    answers, ignored = parse_answers(GUIDE, params)
    assert ignored == ()
    assert answer_params(GUIDE, answers) == params


@pytest.mark.parametrize(
    "params",
    [
        {"problem": "tea"},
        {"problem": "<script>alert(1)</script>"},
        {"problem": ""},
        {"data-size": "fits,large"},
        {"problem": "unsure"},
        {"data-size": "x" * 10_000},
    ],
)
def test_what_the_guide_does_not_know_is_ignored_with_a_word(params):
    answers, ignored = parse_answers(GUIDE, params)
    assert answers == {}
    assert len(ignored) == 1 and "was ignored" in ignored[0]
    assert "<script>" not in ignored[0]


def test_rag_without_time_for_retrieval_says_so_in_one_sentence_and_other_outcomes_stay_silent():
    (step,) = walked(problem="knowledge", data_size="large", retrieval_time="no", knowledge_stable="no").steps
    assert step.outcome.id == "rag"
    (caution,) = step.cautions
    assert "no time" in caution and caution.count(".") == 1
    (step,) = walked(problem="knowledge", data_size="large", retrieval_time="yes").steps
    assert (step.outcome.id, step.cautions) == ("rag", ())


def test_an_outcome_names_the_answers_that_it_rests_on_and_that_were_only_assumed():
    (step,) = walked(problem="speed", quality="unsure").steps
    assert step.cautions == ("This rests on what you do not know yet: “Is the smaller model good enough?”",)
    (step,) = walked(problem="speed", quality="yes").steps
    assert step.cautions == ()


def test_the_chapters_own_graph_is_lit_through_the_gates_that_it_lacks():
    chapter = CONTENT.graph_by_id["decision"]
    way = walked(problem="style", style_prompting="yes", style_examples="yes")
    lit = on_graph(way.lighting, chapter)
    assert lit.selected == "fine-tune-style"
    assert ("wrong-style", "fine-tune-style") in lit.path_edges
    assert {"need", "problem", "wrong-style", "fine-tune-style"} == lit.path_nodes


def test_on_the_chapters_graph_a_gate_shows_as_the_node_before_it():
    lit = on_graph(walked(problem="style").lighting, CONTENT.graph_by_id["decision"])
    assert lit.selected == "wrong-style"


def test_an_outcome_that_only_our_gates_lead_to_is_not_lit_on_the_chapters_graph_but_named():
    chapter = CONTENT.graph_by_id["decision"]
    way = walked(problem="style", style_prompting="no").lighting
    lit = on_graph(way, chapter)
    assert way.selected == "few-shot"
    assert (lit.selected, lit.path_nodes) == ("wrong-style", {"need", "problem", "wrong-style"})
    assert lit.node_state("few-shot") == "dead"
    assert ends_missing(way, chapter) == ("few-shot",)


def test_the_chapters_own_way_to_an_outcome_is_lit_and_misses_nothing():
    chapter = CONTENT.graph_by_id["decision"]
    way = walked(problem="task", tried_prompting="no").lighting
    assert on_graph(way, chapter).selected == "few-shot"
    assert ends_missing(way, chapter) == ()
