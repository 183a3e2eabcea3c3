"""What a case answers to the guide is a way through the guide; the product's own cases hold to it."""

import pytest

from core.content.choice_items import Case
from core.content.models import Content
from core.quiz.case_ways import case_findings
from tests.read_once import load_content
from tests.unit.quiz.examples import example
from tests.unit.quiz.small_bank import BANK

ALL = load_content()


def findings(guide: dict[str, str]) -> list[str]:
    item = example("case-large-wiki")
    assert isinstance(item, Case)
    changed = item.model_copy(update={"guide": guide})
    parts = {name: getattr(ALL, name) for name in Content.model_fields} | {"items": (changed,)}
    return [f"{kind} › {name} › {field}: {what}" for kind, name, field, what in case_findings(Content(**parts))]


def test_bank_and_examples_answer_what_the_guide_asks() -> None:
    assert list(case_findings(BANK)) == []


def test_case_without_answers_is_left_alone() -> None:
    assert findings({}) == []


@pytest.mark.parametrize(
    ("guide", "message"),
    [
        ({"problems": "knowledge"}, "'problems' is not among the guide's questions; did you mean problem?"),
        (
            {"problem": "knowledge", "data-size": "small"},
            "'small' is not among the answers to 'data-size'; choose one of fits, large",
        ),
        (
            {"problem": "knowledge"},
            "leaves 'data-size' open; answer it with one of fits, large, or leave guide out",
        ),
        (
            {"data-size": "fits", "problem": "knowledge"},
            "the guide asks problem, data-size on this way; answer these, in this order",
        ),
    ],
)
def test_answers_that_are_no_way_are_named_with_what_to_do(guide: dict[str, str], message: str) -> None:
    assert findings(guide) == [f"items › example-case-large-wiki › guide: {message}"]
