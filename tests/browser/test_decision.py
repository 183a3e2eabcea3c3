"""The guided decision: by its rows, by pressing nodes, by keyboard alone, in words alone, by its address."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.visit import Visit

STYLE = "It writes in the wrong style or format"
TUNED_STYLE = "/decide?problem=style&style-prompting=yes&style-examples=yes"


def choose(visit: Visit, *labels: str) -> None:
    for label in labels:
        visit.page.locator("label").filter(has=visit.page.get_by_text(label, exact=True)).click()
    visit.button("Continue").click()


def test_rows_lead_to_an_outcome_and_the_address_follows(visit: Visit) -> None:
    visit.open("/decide")
    visit.sees_heading("What is wrong with the output?")
    choose(visit, STYLE)
    visit.wait_for_params(problem="style")
    visit.sees_heading("Have you got all you can out of the prompt?")
    choose(visit, "Yes, and it is still off")
    visit.wait_for_params(problem="style", style_prompting="yes")
    choose(visit, "Yes, a few hundred or more")
    visit.wait_for_params(style_examples="yes")
    visit.sees_heading("Fine-tune on style examples")
    expect(visit.node("fine-tune-style")).to_have_attribute("aria-current", "step")
    expect(visit.node("rag")).to_have_class(re.compile(r"\bdead\b"))
    expect(visit.node("wrong-style")).to_have_class(re.compile(r"\bpath\b"))
    assert {"none", "2px, 3px"} >= set(_dashes_at_rest(visit)) != set()


def _dashes_at_rest(visit: Visit) -> list[str]:
    """How the edges that have just come onto the way are dashed once they stand still."""
    return visit.page.locator(".edge.arriving path").evaluate_all(
        "async all => { await Promise.all(all.flatMap(e => e.getAnimations()).map(a => a.finished));"
        " return all.map(e => getComputedStyle(e).strokeDasharray) }"
    )


def test_continue_with_nothing_chosen_says_what_to_do(visit: Visit) -> None:
    visit.open("/decide")
    visit.button("Continue").click()
    expect(visit.page.get_by_role("alert").filter(has_text="Choose at least one row")).to_be_visible()
    choose(visit, STYLE)
    visit.sees_heading("Have you got all you can out of the prompt?")
    visit.button("Continue").click()
    expect(visit.page.get_by_role("alert").filter(has_text="Choose a row")).to_be_visible()


def test_pressing_nodes_answers_the_questions(visit: Visit) -> None:
    visit.open("/decide")
    visit.node("lacks-knowledge").click()
    visit.wait_for_params(problem="knowledge")
    visit.node("retrieval-time").click()
    visit.wait_for_params(data_size="large")
    visit.node("rag").click()
    visit.wait_for_params(retrieval_time="yes")
    visit.sees_heading("Use RAG")


def test_pressing_a_node_that_is_no_answer_says_so(visit: Visit) -> None:
    visit.open("/decide")
    visit.node("few-shot").click()
    expect(visit.page.get_by_text("is not an answer to the question that is open")).to_be_visible()
    assert visit.params() == {}


def test_pressing_an_answered_question_asks_it_again(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.node("style-prompting").click()
    visit.sees_heading("Have you got all you can out of the prompt?")
    expect(visit.page.get_by_role("radio", name="Yes, and it is still off")).to_be_checked()


def test_keyboard_alone_decides_with_the_rows(visit: Visit) -> None:
    visit.open("/decide")
    visit.tab_to(visit.page.get_by_role("checkbox", name="It is too slow or too expensive"))
    visit.press("Space")
    visit.tab_to(visit.button("Continue"))
    visit.press("Enter")
    visit.wait_for_params(problem="speed")
    expect(visit.heading("Is the smaller model good enough?")).to_be_focused()
    visit.press("Tab")
    expect(visit.page.get_by_role("radio").filter(visible=True).nth(0)).to_be_focused()
    visit.press("ArrowDown", "ArrowDown")
    visit.press("Space")
    visit.tab_to(visit.button("Continue"))
    visit.press("Enter")
    visit.page.wait_for_function("location.search.includes('quality=')")
    visit.settle()
    assert visit.params()["quality"] in ("yes", "no")
    expect(visit.page.get_by_text("Your outcome", exact=True)).to_be_visible()
    expect(visit.page.locator("#decision-outcome")).to_be_focused()


def test_each_question_that_comes_takes_the_focus_though_none_is_chosen_between(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge,style,task")
    for asked in ("style-prompting", "tried-prompting", "outcome"):
        visit.tab_to(visit.button("I do not know"))
        visit.press("Enter")
        expect(visit.page.locator(f"#decision-{asked}")).to_be_focused()


def test_keyboard_alone_decides_with_the_figure(visit: Visit) -> None:
    visit.open("/decide")
    visit.tab_to(visit.page.locator('.node[tabindex="0"]'), most=80)
    visit.press("End", "Home")
    assert visit.focused() == "need"
    for _ in range(12):
        visit.press("ArrowDown" if visit.focused() in ("need", "problem") else "ArrowLeft")
        if visit.focused() == "lacks-knowledge":
            break
    assert visit.focused() == "lacks-knowledge"
    visit.press("Enter")
    visit.wait_for_params(problem="knowledge")
    visit.sees_heading("How much does the model need to know?")
    assert visit.focused() in ("data-size", "lacks-knowledge"), "the focus stays in the figure"


def test_words_alone_decide(visit: Visit) -> None:
    visit.open("/decide")
    visit.page.get_by_role("radio", name="In words").click()
    expect(visit.page.locator("svg .node")).to_have_count(0)
    outline = visit.page.locator(".ll-outline")
    expect(outline.locator("mark")).to_have_text("you are here")
    choose(visit, "It doesn't know my documents")
    visit.wait_for_params(problem="knowledge")
    choose(visit, "It fits in the context window and seldom changes")
    visit.sees_heading("Put it all in the prompt")
    expect(outline.locator("> li", has=visit.page.locator("mark"))).to_contain_text("Prompt stuffing")
    expect(outline.get_by_text("closed by your answers").first).to_be_visible()


def test_several_problems_are_put_in_order(visit: Visit) -> None:
    visit.open("/decide")
    choose(visit, "It doesn't know my documents", STYLE)
    visit.wait_for_params(problem="knowledge,style")
    choose(visit, "It fits in the context window and seldom changes")
    choose(visit, "Not yet")
    visit.sees_heading("2 steps, cheapest first")
    steps = visit.page.locator("h2").filter(has_text=re.compile("prompt$"))
    expect(steps).to_have_text(["Write a better prompt", "Put it all in the prompt"])
    expect(visit.page.get_by_text("Why here?")).to_have_count(2)


def test_not_knowing_goes_on_and_says_what_was_assumed(visit: Visit) -> None:
    visit.open("/decide?problem=knowledge")
    visit.button("I do not know").click()
    visit.wait_for_params(data_size="unsure")
    visit.sees_heading("Put it all in the prompt")
    expect(visit.page.get_by_text("I do not know. Going on with", exact=False)).to_be_visible()


def test_change_keeps_later_answers(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.page.locator(".st-key-rule-style-prompting").get_by_role("button").click()
    visit.sees_heading("Have you got all you can out of the prompt?")
    choose(visit, "Not yet")
    visit.wait_for_params(style_prompting="no", style_examples="yes")
    visit.sees_heading("Write a better prompt")
    visit.page.locator(".st-key-rule-style-prompting").get_by_role("button").click()
    choose(visit, "Yes, and it is still off")
    visit.sees_heading("Fine-tune on style examples")


def test_start_over_forgets_everything(visit: Visit) -> None:
    visit.open("/decide")
    choose(visit, STYLE)
    visit.wait_for_params(problem="style")
    visit.button("Start over").click()
    visit.sees_heading("What is wrong with the output?")
    visit.page.wait_for_url("**/decide")  # what is drawn goes ahead of the address
    assert visit.params() == {}
    expect(visit.page.get_by_role("checkbox", name=STYLE)).not_to_be_checked()


def test_record_names_the_case_and_restores_it(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    field = visit.page.get_by_role("textbox", name="What is this decision for?")
    field.fill("Our *reply* bot <b>")
    field.press("Enter")
    visit.page.wait_for_function("location.search.includes('for=')")
    visit.settle()
    with visit.page.expect_download() as started:
        visit.button("Save as decision record").click()
    text = started.value.path().read_text(encoding="utf-8")
    assert started.value.suggested_filename == "decision-record.md"
    assert text.startswith("# Decision: Our \\*reply\\* bot \\<b\\>\n")
    for part in (
        "## Context",
        "## Decision drivers",
        "## Options considered",
        "## Outcome",
        "## Watch for",
        "## Revisit when",
    ):
        assert part in text
    assert "Yes, and it is still off" in text
    link = re.search(r"Restore: (\S+)", text)
    assert link
    visit.page.goto(link[1])
    visit.sees_heading("Fine-tune on style examples")


def test_record_can_be_printed_and_left_again(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.button("Printable view").click()
    visit.wait_for_params(view="record")
    visit.sees_heading("Decision: Adapting the model")
    visit.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1 } }")
    visit.button("Print").click()
    assert visit.page.evaluate("() => window.printed") == 1
    visit.page.emulate_media(media="print")
    expect(visit.button("Back to the guide")).to_be_hidden()
    visit.page.emulate_media(media="screen")
    visit.button("Back to the guide").click()
    visit.sees_heading("Fine-tune on style examples")


@pytest.mark.parametrize(
    "query",
    [
        "problem=tea",
        "problem=%3Cscript%3Ealert(1)%3C/script%3E",
        "problem=" + "style," * 1700,
        "problem=style&problem=tea",
    ],
    ids=["unknown", "html", "10kB", "twice"],
)
def test_bad_answers_in_the_address_do_no_harm(visit: Visit, query: str) -> None:
    visit.open(f"/decide?{query}")
    if "style" not in query:
        expect(visit.page.get_by_text("It was ignored").first).to_be_visible()
        visit.sees_heading("What is wrong with the output?")
    else:
        visit.sees_heading("Have you got all you can out of the prompt?")


def test_chapters_own_graph_is_shown_without_our_gates(visit: Visit) -> None:
    visit.open(TUNED_STYLE)
    visit.page.get_by_role("radio", name="The chapter's own").click()
    expect(visit.node("style-prompting")).to_have_count(0)
    expect(visit.page.locator(".node.added")).to_have_count(0)
    expect(visit.page.locator(".node")).to_have_count(16)
    expect(visit.node("fine-tune-style")).to_have_attribute("aria-current", "step")
