"""The product's own bank: large enough, of all kinds, every claim tested, and no answer given away by its look."""

from collections import Counter

import pytest

from core.content.choice_items import MultipleChoice, SingleChoice, SpotError, TrueFalse
from core.content.item_base import Choice
from core.content.items import KINDS, AnyItem
from tests.read_once import load_content, load_languages

CONTENT = load_content()
LANGUAGES = load_languages()
CHAPTERS_OWN = {
    "rlhf-purpose",
    "lora-stands-for",
    "lora-advantage",
    "forgetting",
    "lora-data",
    "rag-over-tuning",
    "qlora",
    "dpo",
}
QUICK_FIRE_KINDS = [kind for kind in KINDS if kind not in ("case", "free-answer")]
QUICK_FIRE = [item for item in CONTENT.items if item.kind in QUICK_FIRE_KINDS]
LEAST_ITEMS = 60
LEAST_OF_A_KIND = 4
MARGIN = 0.1
"""How far above chance the share of right options that are longest may lie."""


def choices(item: AnyItem) -> tuple[Choice, ...]:
    """The options of which exactly one is right; none for other kinds."""
    if isinstance(item, SingleChoice):
        return item.options
    return item.reasons if isinstance(item, TrueFalse) else ()


ONE_RIGHT = [(item.id, choices(item)) for item in QUICK_FIRE if choices(item)]


def test_bank_holds_the_chapters_eight_pairs_and_sixty_items_more() -> None:
    ids = {item.id for item in QUICK_FIRE}
    assert ids >= CHAPTERS_OWN
    assert len(ids - CHAPTERS_OWN) >= LEAST_ITEMS


@pytest.mark.parametrize("kind", QUICK_FIRE_KINDS)
def test_each_kind_has_at_least_four_items_beside_the_chapters(kind: str) -> None:
    assert sum(item.kind == kind for item in QUICK_FIRE if item.id not in CHAPTERS_OWN) >= LEAST_OF_A_KIND


def test_quick_fire_alone_tests_every_claim() -> None:
    assert CONTENT.chapter.tests_every_claim
    tested = {claim for item in QUICK_FIRE for claim in item.claims}
    assert sorted(set(CONTENT.claim_by_id) - tested) == []


def test_right_option_is_the_longest_hardly_more_often_than_by_chance() -> None:
    longest = [
        name
        for name, options in ONE_RIGHT
        if max(len(option.text) for option in options if option.correct)
        > max(len(option.text) for option in options if not option.correct)
    ]
    chance = sum(1 / len(options) for _, options in ONE_RIGHT) / len(ONE_RIGHT)
    assert len(longest) / len(ONE_RIGHT) <= chance + MARGIN, f"shorten the right option of some of {longest}"


def test_right_option_is_the_shortest_hardly_more_often_than_by_chance() -> None:
    shortest = [
        name
        for name, options in ONE_RIGHT
        if min(len(option.text) for option in options if option.correct)
        < min(len(option.text) for option in options if not option.correct)
    ]
    chance = sum(1 / len(options) for _, options in ONE_RIGHT) / len(ONE_RIGHT)
    assert len(shortest) / len(ONE_RIGHT) <= chance + MARGIN, f"lengthen the right option of some of {shortest}"


@pytest.mark.parametrize("kind", [SingleChoice, TrueFalse])
def test_no_position_holds_more_than_half_of_the_right_options(kind: type[AnyItem]) -> None:
    options = [choices(item) for item in QUICK_FIRE if isinstance(item, kind)]
    places = Counter([option.correct for option in mine].index(True) for mine in options)
    assert max(places.values()) <= len(options) / 2, f"{places}: move the right option of some items elsewhere"


def test_no_position_holds_more_than_half_of_the_errors() -> None:
    items = [item for item in QUICK_FIRE if isinstance(item, SpotError)]
    placed = [(1 + [passage.wrong for passage in item.passages].index(True), item.id) for item in items]
    ((place, count),) = Counter(place for place, _ in placed).most_common(1)
    there = ", ".join(name for at, name in placed if at == place)
    told = f"passage {place} is the wrong one in {count} of {len(items)} items ({there}); let another be wrong in some"
    assert count <= len(items) / 2, told


def test_true_statements_are_about_half() -> None:
    verdicts = [item.answer for item in QUICK_FIRE if isinstance(item, TrueFalse)]
    count = f"{sum(verdicts)} of {len(verdicts)} statements are true"
    assert 0.4 <= sum(verdicts) / len(verdicts) <= 0.6, f"{count}; turn some round"


def test_right_options_of_multiple_choice_are_no_longer_than_wrong_ones() -> None:
    items = [item.options for item in QUICK_FIRE if isinstance(item, MultipleChoice)]
    right = [len(option.text) for options in items for option in options if option.correct]
    wrong = [len(option.text) for options in items for option in options if not option.correct]
    times = (sum(right) / len(right)) / (sum(wrong) / len(wrong))
    assert 0.8 <= times <= 1.25, f"right options are {times:.2f} times as long as wrong ones; shorten some, or lengthen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_multiple_choice_tells_right_from_wrong_by_length_alone(language: str) -> None:
    items = [item for item in LANGUAGES[language].items if isinstance(item, MultipleChoice)]
    told = []
    for item in items:
        right = [len(option.text) for option in item.options if option.correct]
        wrong = [len(option.text) for option in item.options if not option.correct]
        if min(right) > max(wrong) or max(right) < min(wrong):
            told.append(f"{item.id}: right ones have {sorted(right)} characters, wrong ones {sorted(wrong)}")
    assert not told, f"every right option is longer, or shorter, than every wrong one: {told}"


def test_every_misconception_is_behind_a_wrong_answer() -> None:
    held = {name for item in CONTENT.items for name in item.misconceptions}
    assert sorted(set(CONTENT.misconception_by_id) - held) == []
