"""The guided decision: answers live in the address, and every one can be changed."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from core.content.models import Content
from core.content.pages import Page
from core.join.places import places
from tests.app.pages import address, opened, press, ran, words

TUNED_STYLE: dict[str, str | list[str]] = {"problem": "style", "style-prompting": "yes", "style-examples": "yes"}


def decide(params: dict[str, str | list[str]] | None = None) -> AppTest:
    return opened("decide.py", params)


def figure(test: AppTest) -> dict[str, Any]:
    (found,) = [e for e in test.get("bidi_component") if str(e.key).startswith("diagram.decision")]
    return json.loads(found.proto.json)


def selected(test: AppTest) -> str | None:
    return figure(test)["state"]["selected"]


def answer(test: AppTest, question: str, option: str) -> AppTest:
    test.radio(key=f"decision.{question}").set_value(option)
    return press(test, f"decision.{question}.go")


def tick(test: AppTest, *problems: str) -> AppTest:
    for problem in problems:
        test.checkbox(key=f"decision.problem.{problem}").check()
    return press(test, "decision.problem.go")


def test_one_problem_leads_to_its_outcome() -> None:
    test = tick(decide(), "style")
    assert address(test) == {"problem": ["style"]}
    answer(answer(test, "style-prompting", "yes"), "style-examples", "yes")
    assert "Fine-tune on style examples" in words(test)
    assert selected(test) == "fine-tune-style"
    assert address(test) == {name: [value] for name, value in TUNED_STYLE.items()}


def test_several_problems_end_in_steps_cheapest_first() -> None:
    test = tick(decide(), "knowledge", "style")
    answer(answer(test, "data-size", "fits"), "style-prompting", "no")
    said = words(test)
    assert "2 steps, cheapest first" in said
    assert said.index("Write a better prompt") < said.index("Put it all in the prompt")


def test_where_two_problems_lead_to_one_outcome_no_single_answer_is_said_to_flip_it() -> None:
    both = opened("decide.py", {"problem": "style,task", "style-prompting": "no", "tried-prompting": "no"})
    for test, led_by_two in ((both, True), (opened("decide.py", {"problem": "style", "style-prompting": "no"}), False)):
        assert ("No single answer: more than one of your problems leads here." in words(test)) is led_by_two


def test_not_knowing_goes_on_with_the_cheaper_mistake() -> None:
    test = press(decide({"problem": "knowledge"}), "decision.data-size.go.unsure")
    assert address(test)["data-size"] == ["unsure"]
    assert "Put it all in the prompt" in words(test)
    assert "I do not know. Going on with" in words(test)


def test_answers_to_one_question_stand_apart_and_make_no_sentence_with_a_capital_in_it() -> None:
    said = words(decide({"problem": "knowledge,speed"}))
    assert "<strong>It doesn't know my documents</strong>" in said
    assert "documents, It is" not in said


def test_reasons_do_not_put_into_the_mouth_what_was_only_assumed() -> None:
    shown = words(decide({"problem": "speed", "quality": "unsure"}))
    assert "then “Yes, nobody would notice” (assumed: not known yet)." in shown
    assert "This rests on what you do not know yet: “Is the smaller model good enough?”" in shown
    assert "assumed" not in words(decide({"problem": "speed", "quality": "yes"}))


def test_change_leaves_the_outcome_until_it_is_reached_again() -> None:
    test = decide(TUNED_STYLE)
    assert "Related to “Fine-tune on style examples”" in words(test)
    press(test, "decision.change.style-prompting")
    assert "Related to" not in words(test)
    assert selected(test) == "style-prompting"
    press(test, "decision.style-prompting.go")
    assert "Related to “Fine-tune on style examples”" in words(test)
    assert selected(test) == "fine-tune-style"


def test_change_asks_again_and_later_answers_stay() -> None:
    test = press(decide(TUNED_STYLE), "decision.change.style-prompting")
    assert test.radio(key="decision.style-prompting").value == "yes"
    answer(test, "style-prompting", "no")
    assert "Write a better prompt" in words(test)
    assert address(test)["style-examples"] == ["yes"]
    press(test, "decision.change.style-prompting")
    answer(test, "style-prompting", "yes")
    assert "Fine-tune on style examples" in words(test)


def test_change_is_in_the_address_until_it_is_answered() -> None:
    test = press(decide(TUNED_STYLE), "decision.change.style-prompting")
    assert address(test)["change"] == ["style-prompting"]
    assert "change" not in address(answer(test, "style-prompting", "yes"))
    again = decide({**TUNED_STYLE, "change": "style-prompting"})
    assert again.radio(key="decision.style-prompting").value == "yes"


def test_change_of_an_answer_that_is_not_there_is_ignored_with_a_word() -> None:
    test = decide({**TUNED_STYLE, "change": "tea"})
    told = "The address asks to change an answer that it does not have. It was ignored."
    assert [note.value for note in test.warning] == [told]
    assert "Fine-tune on style examples" in words(test)


@pytest.mark.parametrize(
    ("params", "names"),
    [
        ({"tea": "1"}, "tea"),
        ({"tea": "1", "milk": "2"}, "tea, milk"),
        ({"[x](http://x.test)": "1", "<b>": "2"}, "…"),
        ({"view": "tea"}, "view"),
    ],
    ids=["one", "two", "markup", "view"],
)
def test_what_the_guide_does_not_read_in_the_address_is_told_in_one_sentence(
    params: dict[str, str], names: str
) -> None:
    test = decide({"problem": "style", **params})
    told = f"The address says “{names}”, which the guide does not know. It was ignored."
    assert [note.value for note in test.warning] == [told]
    assert "Have you got all you can out of the prompt?" in words(test)


def test_whatever_leads_to_the_guide_is_understood_by_it(content: Content) -> None:
    ways = [place.params for place in places(content).values() if place.page is Page.DECIDE]
    assert len(ways) > 20
    for params in ways:
        assert not decide({**params, "from": "calculators", "for": "Our bot"}).warning


def test_what_a_service_adds_to_a_link_is_passed_over_without_a_word() -> None:
    assert not decide({"problem": "style", "utm_source": "letter", "fbclid": "IwAR0", "lang": "en"}).warning


def test_start_over_forgets_answers_and_ticks() -> None:
    test = press(tick(decide(), "style", "task"), "decision.start-over")
    assert address(test) == {}
    assert [box.value for box in test.checkbox] == [False, False, False, False]


def test_continue_without_an_answer_says_what_to_do() -> None:
    test = press(decide(), "decision.problem.go")
    assert "Choose at least one row, then continue." in words(test)
    assert address(test) == {}


@pytest.mark.parametrize(
    ("params", "asked"),
    [
        ({"problem": "tea"}, "What is wrong with the output?"),
        ({"problem": ["tea", "style"]}, "What is wrong with the output?"),
        ({"problem": "<b>style</b>"}, "What is wrong with the output?"),
        ({"problem": "style,tea"}, "Have you got all you can out of the prompt?"),
        ({"problem": "style", "style-prompting": "perhaps"}, "Have you got all you can out of the prompt?"),
        ({"problem": "x" * 10_000}, "What is wrong with the output?"),
    ],
    ids=["unknown", "twice", "html", "half", "later", "10kB"],
)
def test_answers_that_do_not_exist_are_ignored_with_a_word(params: dict[str, str | list[str]], asked: str) -> None:
    test = decide(params)
    assert asked in words(test)
    assert len(test.warning) == 1
    assert "It was ignored." in test.warning[0].value


def test_foreign_parameters_are_kept() -> None:
    test = tick(decide({"for": "Our bot"}), "style")
    assert address(test) == {"for": ["Our bot"], "problem": ["style"]}


def test_the_words_of_a_question_are_no_formulas_and_no_links() -> None:
    def script() -> None:
        from components.decision_question import decision_question  # noqa: PLC0415 - the script is run by its text
        from core.content.loader import load_content  # noqa: PLC0415

        guide = load_content().guide
        asked = guide.questions[1]
        option = asked.options[0].model_copy(update={"label": "[a](b)", "detail": "Between $1 and $2"})
        unsure = asked.unsure and asked.unsure.model_copy(update={"text": "From $1 to $2."})
        changed = asked.model_copy(update={"options": (option, *asked.options[1:]), "unsure": unsure})
        decision_question(guide, changed, {}, 2)

    test = AppTest.from_function(script).run(timeout=30)
    assert test.radio[0].options[0] == r"\[a\]\(b\)"
    assert test.radio[0].proto.captions[0] == r"Between \$1 and \$2"
    assert r"From \$1 to \$2." in words(test)


def test_record_can_be_seen_and_left() -> None:
    test = press(decide(TUNED_STYLE), "record.view")
    assert address(test)["view"] == ["record"]
    assert "# Decision: Adapting the model" in words(test)
    press(test, "record.back")
    assert "view" not in address(test)
    assert "Fine-tune on style examples" in words(test)


def test_record_bears_the_subject_with_its_markup_disarmed() -> None:
    test = decide(TUNED_STYLE | {"for": "Bot *x* <img src=x>", "view": "record"})
    assert "# Decision: Bot \\*x\\* \\<img src=x\\>" in words(test)


def test_record_view_of_an_unfinished_walk_asks_on() -> None:
    assert "Have you got all you can" in words(decide({"problem": "style", "view": "record"}))


def test_subject_goes_into_the_address() -> None:
    test = decide(TUNED_STYLE)
    test.text_input(key="record.subject").set_value("  Our bot ")
    ran(test)
    assert address(test)["for"] == ["Our bot"]


@pytest.mark.parametrize("view", ["guide", "decision"])
def test_flowchart_has_our_gates_or_is_the_chapters_own(view: str) -> None:
    test = decide(TUNED_STYLE)
    test.segmented_control(key="decision-figure.view").set_value(view)
    ran(test)
    names = figure(test)["names"]
    assert ("style-prompting" in names) == (view == "guide")
    assert selected(test) == "fine-tune-style"


def test_words_replace_the_flowchart() -> None:
    test = decide(TUNED_STYLE)
    test.segmented_control(key="decision-figure.view").set_value("text")
    ran(test)
    assert "you are here" in words(test)
    assert [e.key for e in test.get("bidi_component") if not str(e.key).endswith(".links")] == ["line-back"]


def test_reasons_in_german_stand_in_german_quotation_marks() -> None:
    said = words(decide({**TUNED_STYLE, "lang": "de"}))
    assert "Du hast gesagt: „Es schreibt im falschen Stil oder Format“, dann „" in said
