"""The interview questions: enough of them, points that can be read up, follow-ups both ways, a model answer each."""

import re
from collections import Counter

import pytest

from core.content.interview_items import TOPIC_LABELS, FollowUp, FreeAnswer, KeyPoint, Level, Topic, When
from tests.content.lengths import assert_words
from tests.read_once import load_content

ALL = load_content()
QUESTIONS = [item for item in ALL.items if isinstance(item, FreeAnswer)]
FOLLOW_UPS = [follow_up for question in QUESTIONS for follow_up in question.follow_ups]
POINTS = [
    *((question.id, point) for question in QUESTIONS for point in question.key_points),
    *((follow_up.id, point) for follow_up in FOLLOW_UPS for point in follow_up.key_points),
]
SUBJECTS = {
    "pre-training": "next-token-prediction",
    "SFT": "sft-trains-on-demonstrations",
    "LoRA against full": "lora-adds-small-matrices",
    "QLoRA": "qlora-quantizes-the-base",
    "RLHF against DPO": "dpo-optimizes-directly",
    "RAG against fine-tuning": "wrong-behaviour-means-tuning",
    "evaluation": "evaluation-sets-the-goal",
    "forgetting": "forgetting-definition",
    "cost estimate": "labelling-hours",
    "the CEO's wiki": "case-internal-wiki",
    "latency budget": "fast-responses-hurt-by-retrieval",
    "data leakage": "leakage-inflates-metrics",
}
WORDS_PER_MINUTE = 150
each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str(question.id))
each_follow_up = pytest.mark.parametrize("follow_up", FOLLOW_UPS, ids=lambda follow_up: str(follow_up.id))
each_point = pytest.mark.parametrize("point", [point for _, point in POINTS], ids=[f"{i}-{p.id}" for i, p in POINTS])


def test_there_are_twelve_questions_and_more_for_each_level_and_topic() -> None:
    assert len(QUESTIONS) >= 12
    assert min(Counter(question.level for question in QUESTIONS)[level] for level in Level) >= 3
    assert {question.topic for question in QUESTIONS} == set(Topic) == set(TOPIC_LABELS)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_each_subject_has_its_question(subject: str) -> None:
    assert any(point.claim == SUBJECTS[subject] for question in QUESTIONS for point in question.key_points)


@each_question
def test_model_answer_can_be_said_in_the_minutes_that_it_has(question: FreeAnswer) -> None:
    words = len(question.model_answer.split())
    assert 150 <= words <= 250
    most = int(question.minutes * WORDS_PER_MINUTE * 1.1)
    assert words <= most, f"{words} words take longer than {question.minutes} minutes; write {most}, or raise minutes"
    assert not re.search(r"\b(the|this) chapter\b", question.model_answer), "a candidate does not quote the course"


@each_question
def test_question_has_four_to_eight_points_of_which_some_weigh_more(question: FreeAnswer) -> None:
    assert 4 <= len(question.key_points) <= 8
    weights = {point.weight for point in question.key_points}
    assert weights == {1, 2}, "give the points that matter most weight: 2, and leave the others at 1"
    heavy, most = sum(point.weight == 2 for point in question.key_points), len(question.key_points) // 2 + 1
    assert heavy <= most, f"{heavy} points weigh 2; let at most {most} do so"


@each_question
def test_question_names_misconceptions_in_the_words_of_a_person(question: FreeAnswer) -> None:
    count = len(question.sounds_like)
    assert 2 <= count <= 4, f"sounds_like has {count} entries; write 2 to 4"
    for one in question.sounds_like:
        assert one.misconception in ALL.misconception_by_id
        for phrase in one.phrases:
            assert_words("a phrase of sounds_like", phrase, 4, 25)


@each_question
def test_follow_ups_open_on_a_missed_point_and_on_a_made_one(question: FreeAnswer) -> None:
    assert 2 <= len(question.follow_ups) <= 3
    assert {follow_up.when for follow_up in question.follow_ups} == set(When), "write one for missed and one for made"
    names = {point.id for point in question.key_points}
    assert all(follow_up.point in names for follow_up in question.follow_ups)
    opened = Counter((follow_up.when, follow_up.point) for follow_up in question.follow_ups)
    assert max(opened.values()) == 1, "two follow-ups open on the same point; one would never be asked"


@each_follow_up
def test_follow_up_asks_one_thing_and_has_a_short_model_answer(follow_up: FollowUp) -> None:
    assert follow_up.question.endswith("?")
    assert_words("the question", follow_up.question, 1, 30)
    assert_words("the model answer", follow_up.model_answer, 20, 95)
    assert any(point.weight == 2 for point in follow_up.key_points), "give the point that matters most weight: 2"


@each_point
def test_point_is_a_sentence_with_a_claim_and_wordings_that_can_be_said(point: KeyPoint) -> None:
    assert point.claim in ALL.claim_by_id
    assert point.text[0].isupper() or point.text[0].isdigit()
    assert point.text.endswith(".")
    assert 2 <= len(point.accept) <= 4
    for words in point.accept:
        assert_words("a wording", words, 3, 25)
        assert not words.endswith("."), "a wording is a part of what is said, so it has no full stop"


@each_point
def test_what_is_typed_in_a_hurry_is_no_sentence(point: KeyPoint) -> None:
    for words in point.typed:
        assert_words("a typed wording", words, 3, 14)
        assert not words.endswith(".")


@each_question
def test_strong_and_weak_are_described_and_differ(question: FreeAnswer) -> None:
    assert_words("strong", question.strong, 8, 45)
    assert_words("weak", question.weak, 5, 45)
    assert question.strong != question.weak


def test_no_wording_serves_two_questions() -> None:
    said = Counter(words.casefold() for _, point in POINTS for words in point.wordings)
    assert [words for words, count in said.items() if count > 1] == []
