"""A mock interview: chosen by seed, probed where it was weak, kept as JSON, rated, debriefed, compared, written out."""

from datetime import UTC, datetime, timedelta

import pytest

from core.content.interview_items import FreeAnswer, Level, Topic, When
from core.export.interview_markdown import interview_markdown
from core.interview.compared import compare
from core.interview.debrief import Dimension, debrief
from core.interview.follow_ups import MOST, next_follow_up, target_seconds
from core.interview.mock import MockInterview, NoQuestionsError, answer, choose_questions, end, with_draft
from core.interview.time_taken import LONG, SHORT, is_over, time_taken
from core.interview.turn import Draft, Turn, rate, turn_of
from core.interview.verdicts import AnswerMark, MisconceptionMark, PointMark, Verdict
from core.interview.windows import Span
from tests.read_once import load_content

CONTENT = load_content()
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ITEM = next(item for item in CONTENT.items if item.id == "tuning-over-rag")
assert isinstance(ITEM, FreeAnswer)


def mock(*ids: str) -> MockInterview:
    chosen = ids or ("tuning-over-rag", "lora-or-full")
    return MockInterview(id="m1", started=NOW, level=Level.SENIOR, topics=tuple(Topic), question_ids=chosen)


def marked(points: dict[str, Verdict], beliefs: tuple[str, ...] = ()) -> AnswerMark:
    found = tuple(PointMark(name, verdict, 0.5, Span(0, 4)) for name, verdict in points.items())
    return AnswerMark(0.5, True, found, tuple(MisconceptionMark(name, 0.9, Span(0, 4)) for name in beliefs))


def all_points(verdict: Verdict) -> dict[str, Verdict]:
    return {point.id: verdict for point in ITEM.key_points}


def test_same_seed_chooses_the_same_questions_and_another_others() -> None:
    first = choose_questions(CONTENT, Level.STAFF, tuple(Topic), 4, "a")
    assert first == choose_questions(CONTENT, Level.STAFF, tuple(Topic), 4, "a")
    assert len({choose_questions(CONTENT, Level.STAFF, tuple(Topic), 4, seed) for seed in "abcdefgh"}) > 1
    assert len(set(first)) == 4


def test_questions_have_the_topics_and_none_is_above_the_level() -> None:
    chosen = choose_questions(CONTENT, Level.JUNIOR, (Topic.TRAINING, Topic.TUNING), 12, "a")
    items = [CONTENT.item_by_id[name] for name in chosen]
    assert chosen and all(isinstance(i, FreeAnswer) and i.level is Level.JUNIOR for i in items)
    assert {i.topic for i in items if isinstance(i, FreeAnswer)} <= {Topic.TRAINING, Topic.TUNING}


def test_choice_that_has_no_question_says_to_pick_another_topic() -> None:
    with pytest.raises(NoQuestionsError, match="pick another topic"):
        choose_questions(CONTENT, Level.STAFF, (), 3, "a")


def test_missed_point_opens_its_follow_up_before_a_made_one() -> None:
    verdicts = {**all_points(Verdict.COVERED), "stable": Verdict.NOT_SURE}
    first = next_follow_up(ITEM, verdicts, ())
    assert first is not None and (first.when, first.point) == (When.MISSED, "stable")
    second = next_follow_up(ITEM, verdicts, (first.id,))
    assert second is not None and second.when is When.MADE


def test_no_more_than_three_follow_ups_are_asked() -> None:
    assert next_follow_up(ITEM, all_points(Verdict.MISSING), ("x",) * MOST) is None


def test_interview_goes_from_question_to_follow_ups_to_the_next_question() -> None:
    one = answer(mock(), CONTENT, Draft(answer="RAG comes first."), marked(all_points(Verdict.COVERED)))
    assert (one.place, one.asking) == (0, "is-the-tuned-model-better")
    two = answer(one, CONTENT, Draft(answer="Before training."), marked({"before": Verdict.COVERED}))
    assert (two.place, two.asking, two.question_id) == (1, None, "lora-or-full")
    assert [turn.rubric_id for turn in two.turns] == ["tuning-over-rag", "tuning-over-rag/is-the-tuned-model-better"]
    assert two.turns[0].findings[0].words == "RAG "


def test_interview_resumes_from_json_in_the_middle_of_an_answer() -> None:
    draft = Draft(answer="So far", thinking_seconds=12, answering_seconds=30.5)
    half = with_draft(answer(mock(), CONTENT, Draft(answer="x"), marked(all_points(Verdict.MISSING))), draft)
    again = MockInterview.model_validate_json(half.model_dump_json())
    assert again == half and again.draft.answering_seconds == 30.5 and again.asking is not None


def test_text_that_was_typed_earlier_than_what_is_kept_changes_nothing() -> None:
    kept = with_draft(mock(), Draft(answer="The second tab.", typed_at=2))
    assert with_draft(kept, Draft(answer="The first tab.", typed_at=1, answering_seconds=90)) == kept
    assert (
        with_draft(kept, Draft(answer="The second tab.", typed_at=2, answering_seconds=9)).draft.answering_seconds == 9
    )
    assert with_draft(kept, Draft(answer="Later.", typed_at=3)).draft.answer == "Later."


def test_interview_is_over_after_the_last_question_and_takes_no_more() -> None:
    done = answer(mock("left-the-bank"), CONTENT, Draft(answer="x"), marked({}))
    assert done.over and done.question_id is None
    assert answer(done, CONTENT, Draft(), marked({})) is done
    assert with_draft(done, Draft(answer="late")) is done


def test_interview_that_was_ended_stays_ended() -> None:
    ended = end(mock(), NOW)
    assert ended.over and end(ended, NOW + timedelta(hours=1)).ended == NOW


def test_learners_verdict_counts_and_the_machines_is_kept() -> None:
    one = answer(mock(), CONTENT, Draft(answer="x"), marked(all_points(Verdict.MISSING)))
    rated = rate(one, 0, {"style": Verdict.COVERED, "no-such-point": Verdict.COVERED})
    turn = rated.turns[0]
    assert turn.own == {"style": Verdict.COVERED}
    assert turn.verdicts["style"] is Verdict.COVERED and turn.verdicts["latency"] is Verdict.MISSING
    assert {one.verdict for one in turn.findings} == {Verdict.MISSING}
    assert rate(rated, 7, {}) is rated


def finished() -> MockInterview:
    verdicts = {**all_points(Verdict.COVERED), "latency": Verdict.MISSING}
    one = answer(
        mock("tuning-over-rag"),
        CONTENT,
        Draft(answer="I say *so*.\nAnd <b>more</b>.", thinking_seconds=5, answering_seconds=100, dictated=True),
        marked(verdicts, ("tuning-teaches-facts",)),
    )
    points = {"share": Verdict.COVERED, "no-lookup": Verdict.COVERED, "only-stable": Verdict.MISSING}
    return answer(one, CONTENT, Draft(answer="100 ms", answering_seconds=500, dictated=True), marked(points))


def test_debrief_has_four_dimensions_by_stated_rules() -> None:
    found = debrief(finished(), CONTENT)
    shares = {one.dimension: one.share for one in found.judgements}
    bands = {one.dimension: one.band for one in found.judgements}
    assert shares[Dimension.COVERAGE] == pytest.approx(8 / 9)
    assert shares[Dimension.ACCURACY] == pytest.approx(1 / 2)
    assert shares[Dimension.PROBING] == pytest.approx(3 / 4)
    assert shares[Dimension.TIMING] == pytest.approx(1 / 2)
    assert list(bands.values()) == ["strong", "patchy", "solid", "patchy"]
    evidence = {one.dimension: one.evidence for one in found.judgements}
    assert evidence[Dimension.COVERAGE] == "6 of 7 points in 1 answer."
    assert "Fine-tuning is the way to teach a model new facts" in evidence[Dimension.ACCURACY]
    assert evidence[Dimension.TIMING].startswith("10:00 of answering against 2:")


def timing(*drafts: Draft) -> tuple[float | None, str]:
    """The judgement of the time of as many first questions as there are drafts."""
    marks = marked(all_points(Verdict.MISSING))
    turns = tuple(turn_of("tuning-over-rag", None, draft, marks) for draft in drafts)
    found = debrief(mock().model_copy(update={"turns": turns}), CONTENT).judgements[-1]
    assert found.dimension is Dimension.TIMING
    return found.share, found.evidence.split("; ")[-1]


def test_answer_far_too_short_is_not_in_time() -> None:
    assert isinstance(ITEM, FreeAnswer)
    quick, long = SHORT * ITEM.minutes * 60 - 1, LONG * ITEM.minutes * 60 + 1
    said = Draft(answer="I start with RAG.", answering_seconds=quick, dictated=True)
    assert timing(said) == (0, "1 of 1 too short.")
    assert timing(said.model_copy(update={"answering_seconds": quick + 1})) == (1, "none too long or too short.")
    late = said.model_copy(update={"answering_seconds": long})
    assert timing(said, late) == (0, "1 of 2 ran long, 1 of 2 too short.")


def test_what_was_typed_takes_as_long_as_it_would_take_to_say() -> None:
    slowly = Draft(answer="word " * 150, answering_seconds=3_000)
    assert timing(slowly) == (1, "none too long or too short.")
    pasted = slowly.model_copy(update={"answering_seconds": 1})
    assert timing(pasted) == timing(slowly)
    assert timing(pasted, Draft(answer="So.", answering_seconds=200)) == (1 / 2, "1 of 2 too short.")
    assert timing(Draft(answer="word " * 900, answering_seconds=200)) == (0, "1 of 1 ran long.")


def test_target_is_of_speaking_so_what_was_typed_is_never_over_it() -> None:
    spoken = Turn(question="tuning-over-rag", answer="So.", answering_seconds=145, dictated=True)
    typed = spoken.model_copy(update={"dictated": False})
    assert (is_over(spoken, 120), time_taken(spoken, 120)) == (True, "2:25 of 2:00")
    assert (is_over(typed, 120), time_taken(typed, 120)) == (False, "typed in 2:25, target about 2:00 spoken")
    assert time_taken(typed.model_copy(update={"answer": "", "answering_seconds": 0}), 120) == "no answer given"


def test_no_follow_up_is_the_best_answered_when_no_point_was_made() -> None:
    missed = dict.fromkeys(("share", "no-lookup", "only-stable"), Verdict.MISSING)
    first = answer(mock("tuning-over-rag"), CONTENT, Draft(answer="x"), marked(all_points(Verdict.COVERED)))
    found = debrief(answer(first, CONTENT, Draft(answer="y"), marked(missed)), CONTENT)
    probing = next(one for one in found.judgements if one.dimension is Dimension.PROBING)
    assert (probing.share, probing.evidence) == (0, "1 follow-up, none of its points made.")


def test_no_answer_has_no_time() -> None:
    assert timing(Draft(answer=" ", answering_seconds=40)) == (None, "No answer was timed.")


def test_missed_points_are_a_study_list_of_claims_and_items() -> None:
    found = debrief(finished(), CONTENT)
    assert [(one.follow_up_id, one.point_id) for one in found.missed] == [
        (None, "latency"),
        ("answers-within-400-ms", "only-stable"),
    ]
    assert found.item_ids == ("tuning-over-rag",)
    assert {one.claim for one in found.missed} <= set(CONTENT.claim_by_id)


def test_debrief_of_nothing_says_that_nothing_was_seen() -> None:
    found = debrief(mock(), CONTENT)
    assert [one.band for one in found.judgements] == ["not seen"] * 4
    assert (found.answers, found.missed, found.agreement) == (0, (), None)


def test_agreement_is_the_share_of_equal_verdicts() -> None:
    rated = rate(finished(), 0, {"style": Verdict.COVERED, "latency": Verdict.COVERED})
    assert debrief(rated, CONTENT).agreement == pytest.approx(0.5)


def test_sessions_are_compared_in_the_order_of_time() -> None:
    early = debrief(mock().model_copy(update={"started": NOW - timedelta(days=3)}), CONTENT)
    first = debrief(finished().model_copy(update={"started": NOW - timedelta(days=1)}), CONTENT)
    last = debrief(rate(finished(), 0, {"latency": Verdict.COVERED}), CONTENT)
    coverage = compare([last, early, first])[0]
    assert coverage.shares == (None, pytest.approx(8 / 9), 1.0)
    assert coverage.change == pytest.approx(1 / 9)
    assert compare([early])[0].change is None


def test_markdown_has_debrief_study_list_and_answers_as_they_stand() -> None:
    text = interview_markdown(finished(), CONTENT)
    assert text.startswith("# Mock interview, 2026-11-24 09:00\n")
    assert "| Points made | strong | 6 of 7 points in 1 answer. |" in text
    assert "claim `" in text
    assert "> I say \\*so\\*.\n> And \\<b\\>more\\</b\\>." in text
    assert f"## 1. {ITEM.question}\n" in text
    assert "Thinking: 0:05. Answer: 1:40 of 2:00." in text
    assert "\n## Follow-up: " in text
    assert f"- [ ] {next(p.text for p in ITEM.key_points if p.id == 'latency')}" in text


def test_topics_that_an_interview_was_kept_to_are_named_with_it() -> None:
    kept = finished().model_copy(update={"topics": (Topic.TUNING, Topic.CHOICE)})
    said = "Level: senior. Topics: “Fine-tuning methods”, “Prompt, retrieve or fine-tune”.\n"
    assert said in interview_markdown(kept, CONTENT)
    assert "Level: senior.\n" in interview_markdown(finished(), CONTENT)


def test_target_of_a_follow_up_is_its_model_answer_spoken() -> None:
    follow_up = ITEM.follow_ups[0]
    words = len(follow_up.model_answer.split())
    assert target_seconds(ITEM, follow_up) == pytest.approx(words / 130 * 60)
    assert target_seconds(ITEM) == ITEM.minutes * 60
