from datetime import date

import pytest

from core.decision import walk
from core.export.decision_record import MAX_SUBJECT, decision_record, plain_markdown
from tests.read_once import load_content

CONTENT = load_content()
TODAY = date(2026, 11, 24)
LINK = "http://localhost:8501/decide?problem=knowledge"


def record(subject="Support bot", **answers):
    given = {name.replace("_", "-"): tuple(value.split(",")) for name, value in answers.items()}
    way = walk(CONTENT.guide, CONTENT.graph_by_id["guide"], given)
    return decision_record(CONTENT, way, subject, TODAY, LINK)


def test_a_record_has_what_a_team_files():
    text = record(problem="knowledge", data_size="large", retrieval_time="yes")
    assert text.startswith("# Decision: Support bot\n\n- Date: 2026-11-24\n- Outcome: Use RAG\n")
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [
        "## Context", "## Decision drivers", "## Options considered", "## Outcome", "## Watch for", "## Revisit when",
    ]  # fmt: skip
    assert f"- Restore: {LINK}" in text
    assert "| RAG | Low–medium | 1–3 days |" in text and text.count("| yes |") == 1
    assert "- Would flip it: **“Yes, there is time for it”**" in text


def test_several_steps_are_numbered_and_say_why_they_stand_there():
    text = record(
        problem="knowledge,style", data_size="large", retrieval_time="yes", style_prompting="yes", style_examples="yes"
    )
    assert "### 1. Use RAG" in text and "### 2. Fine-tune on style examples" in text
    assert text.count("Why here: ") == 2


def test_several_problems_stand_apart_and_one_stands_as_it_is():
    several = record(problem="knowledge,style", data_size="fits")
    assert "What is wrong: “It doesn't know my documents”, “It writes in the wrong style or format”." in several
    assert "**“It doesn't know my documents”, “It writes in the wrong style or format”**" in several
    assert "What is wrong: It doesn't know my documents." in record(problem="knowledge", data_size="fits")


def test_an_assumed_answer_is_called_so():
    assert "(assumed: not known yet)" in record(problem="style", style_prompting="unsure")


def test_our_own_estimates_are_not_put_on_the_chapter():
    assert "which are ours" in record(problem="speed", quality="yes")
    assert "which are ours" not in record(problem="knowledge", data_size="fits")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("", "Adapting the model"),
        ("   \n ", "Adapting the model"),
        ("# Big\n## Bigger", "\\# Big \\#\\# Bigger"),
        ("![x](http://a/b.png)", "\\!\\[x\\]\\(http://a/b.png\\)"),
        ("<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert\\(1\\)\\>"),
        ("a" * 500, "a" * MAX_SUBJECT),
    ],
)
def test_the_subject_is_anybodys_text(typed, written):
    assert record(typed, problem="knowledge", data_size="fits").splitlines()[0] == f"# Decision: {written}"


def test_plain_markdown_keeps_ordinary_words():
    assert plain_markdown("Ticket triage, 5 categories") == "Ticket triage, 5 categories"
