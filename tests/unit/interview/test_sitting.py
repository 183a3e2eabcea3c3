"""One interview question: locked once, rated before its marks show, followed up by the learner's verdicts."""

from dataclasses import replace

import pytest

from core.content.interview_items import FreeAnswer, When
from core.interview.evidence import marks, pieces
from core.interview.grade_report import quoted
from core.interview.headline import found_headline, headline, own_headline
from core.interview.manner import interviewer_line
from core.interview.marking import ENGLISH_NOTE
from core.interview.mock import MockInterview, give_up, read_mock
from core.interview.question_list import CHAPTERS_OWN, interview_ids, interview_questions
from core.interview.sitting import Sitting, Stage, ask, follow_up_of, lock, read_sitting, show_marks, with_typed
from core.interview.turn import Draft, rate, share
from core.interview.verdicts import AnswerMark, PointMark, Verdict
from core.interview.windows import Span
from tests.read_once import load_content

CONTENT = load_content()
ITEM = CONTENT.item_by_id["tuning-over-rag"]
assert isinstance(ITEM, FreeAnswer)
POINTS = [point.id for point in ITEM.key_points]
GIVEN = Draft(answer="RAG comes first.", thinking_seconds=4, answering_seconds=9)


def mark(verdict: Verdict, judgeable: bool = True) -> AnswerMark:
    return AnswerMark(0, judgeable, tuple(PointMark(name, verdict, 0.5, Span(0, 3)) for name in POINTS))


def locked(verdict: Verdict = Verdict.MISSING, judgeable: bool = True) -> Sitting:
    return lock(Sitting(id="s", question=ITEM.id), GIVEN, mark(verdict, judgeable))


def rated(sitting: Sitting, verdict: Verdict) -> Sitting:
    for name in POINTS:
        sitting = rate(sitting, 0, {name: verdict})
    return show_marks(sitting)


def test_text_that_was_typed_earlier_than_what_is_kept_changes_nothing() -> None:
    kept = with_typed(Sitting(id="s", question="tuning-over-rag"), Draft(answer="The second tab.", typed_at=2))
    assert with_typed(kept, Draft(answer="The first tab.", typed_at=1)) == kept
    assert with_typed(kept, Draft(answer="Later.", typed_at=3)).draft.answer == "Later."
    given = kept.model_copy(update={"writing": False})
    assert with_typed(given, Draft(answer="Later.", typed_at=3)) is given


def test_answer_is_locked_once_and_a_second_time_changes_nothing() -> None:
    sitting = locked()
    assert sitting.stage is Stage.RATING
    assert lock(sitting, Draft(answer="Another."), mark(Verdict.COVERED)) is sitting


def test_marks_show_only_once_every_point_is_rated() -> None:
    sitting = locked()
    for left, name in zip(range(len(POINTS), 0, -1), POINTS, strict=True):
        assert len(sitting.turns[0].unrated) == left
        assert show_marks(sitting).stage is Stage.RATING
        sitting = rate(sitting, 0, {name: Verdict.COVERED})
    assert show_marks(sitting).stage is Stage.MARKED


def test_answer_that_cannot_be_judged_needs_no_rating() -> None:
    assert show_marks(locked(judgeable=False)).stage is Stage.MARKED


def test_a_rating_of_a_point_that_is_not_there_is_left_out() -> None:
    sitting = locked()
    assert rate(sitting, 0, {"tea": Verdict.COVERED}) is sitting
    assert rate(sitting, 5, {POINTS[0]: Verdict.COVERED}) is sitting


@pytest.mark.parametrize(("own", "when"), [(Verdict.COVERED, When.MADE), (Verdict.MISSING, When.MISSED)])
def test_learners_verdict_opens_the_follow_up_against_the_machines(own: Verdict, when: When) -> None:
    other = Verdict.MISSING if own is Verdict.COVERED else Verdict.COVERED
    sitting = rated(locked(other), own)
    follow_up = follow_up_of(sitting, ITEM)
    assert follow_up is not None
    assert follow_up.when is when
    deeper = ask(sitting, follow_up)
    assert (deeper.stage, deeper.asking) == (Stage.WRITING, follow_up.id)
    assert len(deeper.turns) == 1


def test_share_counts_the_learners_verdicts_by_weight() -> None:
    sitting = locked(Verdict.COVERED)
    assert share(sitting.turns[0], ITEM) == 1
    sitting = rate(sitting, 0, {POINTS[0]: Verdict.NOT_SURE})
    total = sum(point.weight for point in ITEM.key_points)
    assert share(sitting.turns[0], ITEM) == pytest.approx(1 - ITEM.key_points[0].weight / 2 / total)


def test_what_is_kept_reads_back_and_what_another_version_wrote_is_nothing() -> None:
    sitting = rated(locked(), Verdict.NOT_SURE)
    assert read_sitting(sitting.model_dump_json()) == sitting
    assert [read_sitting(None), read_sitting("{}"), read_sitting("tea"), read_mock("[]"), read_mock(None)] == [None] * 5


def test_overlapping_evidence_is_cut_so_that_no_letter_is_lost() -> None:
    found = pieces("one two three", {"1": Span(0, 7), "2": Span(4, 13), "3": Span(3, 4)})
    assert "".join(piece.text for piece in found) == "one two three"
    assert [(piece.text, piece.labels, piece.ends) for piece in found] == [
        ("one ", ("1",), ()),
        ("two", ("1", "2"), ("1",)),
        (" three", ("2",), ("2",)),
    ]


def test_a_mark_is_cut_only_where_evidence_ends_and_holds_no_comma_before_its_words() -> None:
    said = "RAG first, as facts change; I would tune for a style that has to hold, not for facts."
    style = said.index("I would"), said.index(", not")
    spans = {"1": Span(0, 26), "2": Span(*style), "5": Span(said.index("for a"), len(said)), "7": Span(0, len(said))}
    found = marks(said, spans)
    assert "".join(piece.text for piece in found) == said
    assert [(piece.text, piece.ends) for piece in found] == [
        ("RAG first, as facts change", ("1",)),
        ("; ", ()),
        ("I would tune for a style that has to hold", ("2",)),
        (", ", ()),
        ("not for facts", ("5", "7")),
        (".", ()),
    ]
    assert marks("; ", {"1": Span(0, 2)}) == (pieces("; ", {})[0],)


def test_headline_counts_and_never_gives_a_percentage() -> None:
    assert headline(mark(Verdict.COVERED)) == f"{len(POINTS)} of {len(POINTS)} points found"
    assert headline(mark(Verdict.NOT_SURE)) == f"0 of {len(POINTS)} points found, {len(POINTS)} to check"
    assert headline(mark(Verdict.MISSING, judgeable=False)) == "Not enough to judge"
    unread = replace(mark(Verdict.MISSING, judgeable=False), notes=(ENGLISH_NOTE,))
    assert headline(unread) == "Not judged"
    assert own_headline(locked().turns[0]) == ""
    assert own_headline(rated(locked(), Verdict.COVERED).turns[0]) == f"You: {len(POINTS)} said"


def test_headline_of_a_question_that_was_passed_says_that_no_answer_was_given() -> None:
    nothing = mark(Verdict.MISSING, judgeable=False)
    passed = lock(Sitting(id="s", question=ITEM.id), Draft(), nothing).turns[0]
    assert found_headline(passed, nothing) == "No answer given"
    assert found_headline(locked().turns[0], mark(Verdict.COVERED)) == headline(mark(Verdict.COVERED))


def test_the_chapters_own_questions_come_first_and_every_level_has_some() -> None:
    assert [item.id for item in interview_questions(CONTENT)[:2]] == list(CHAPTERS_OWN)
    assert {item.id for item in interview_questions(CONTENT)} == interview_ids(CONTENT)
    assert all(item.level is ITEM.level for item in interview_questions(CONTENT, ITEM.level, ITEM.topic))


def test_giving_up_in_a_mock_interview_goes_on_to_the_next_question() -> None:
    mock = MockInterview.model_validate(
        {
            "id": "m",
            "started": "2026-11-24T10:00:00Z",
            "level": "senior",
            "topics": ["choice"],
            "question_ids": [ITEM.id, CHAPTERS_OWN[1]],
        }
    )
    lines = [interviewer_line(mock)]
    mock = give_up(mock, Draft(), mark(Verdict.MISSING, judgeable=False))
    lines.append(interviewer_line(mock))
    assert (mock.place, mock.asking, len(mock.turns)) == (1, None, 1)
    assert lines == ["Take a moment to think. Start when you are ready.", "Let's move on."]


def test_follow_ups_are_announced_by_how_many_came_before_on_this_question_alone() -> None:
    mock = MockInterview.model_validate(
        {
            "id": "m",
            "started": "2026-11-24T10:00:00Z",
            "level": "senior",
            "topics": ["choice"],
            "question_ids": [CHAPTERS_OWN[1], ITEM.id],
        }
    )
    mock = give_up(mock, Draft(), mark(Verdict.MISSING, judgeable=False))
    turn = mock.turns[0]
    lines = []
    for follow_up in ("a", "b", "c", "d"):
        turns = (*mock.turns, turn.model_copy(update={"question": ITEM.id}))
        mock = mock.model_copy(update={"turns": turns, "asking": follow_up})
        lines.append(interviewer_line(mock))
    last = "One last question on that."
    assert lines == ["Let's stay with that.", "One more on that.", last, last]


@pytest.mark.parametrize("join", [" and", ", and ", " or", ",", " , but", " und,"])
def test_marked_and_quoted_words_end_on_no_joining_word(join: str) -> None:
    words = "Vector search adds 50 to 200 ms"
    span = Span(0, len(words + join))
    said = f"{words}{join} the prompt grows."
    assert pieces(said, {"1": span})[0].text == words
    assert quoted(said, span) == words


def test_word_that_only_ends_like_a_joining_word_stays() -> None:
    assert quoted("Start with a brand, then tune.", Span(0, 19)) == "Start with a brand"
