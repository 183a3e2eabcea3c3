"""A learner's file comes back as it was; a file that no export wrote is refused with a sentence."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from core.export.learner_json import ImportRefusedError, learner_json, preview_import, read_learner_json
from core.quiz.answers import Picked, Rating, Typed
from core.quiz.log import Confidence, Mode, Undone
from core.quiz.settings import ReviewSettings
from tests.unit.quiz.moments import MONDAY, PLAIN, START, answered, later

FULL = replace(
    answered(1, "run-cost~7", Rating.HARD, mode=Mode.CASES),
    answer=Picked(options=("rag",)),
    confidence=Confidence.FAIRLY,
    hints=1,
    seconds=2.5,
    retention=0.85,
    quiz="q",
)
HTML = replace(answered(2, "x", at=later(microseconds=7)), answer=Typed(text="<img src=x onerror=alert(1)> ä 🪜"))
LOG = (FULL, HTML, Undone("u", "a2", later(days=1)))
MINE = ReviewSettings(desired_retention=0.8, zone="Europe/Berlin", interview_on=MONDAY)


def file_text(**changes: Any) -> bytes:
    raw = json.loads(learner_json(LOG, MINE, {"quiz": "{}"}, START))
    return json.dumps(raw | changes).encode()


def test_file_comes_back_as_it_was() -> None:
    found = read_learner_json(learner_json(LOG, MINE, {"quiz": '{"place": 1}'}, START).encode())
    assert (found.log, found.settings, found.drafts) == (LOG, MINE, {"quiz": '{"place": 1}'})


def test_file_of_the_first_version_is_still_read() -> None:
    found = read_learner_json(file_text(version=1))
    assert (found.log, found.settings) == (LOG, MINE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_file_that_an_editor_saved_with_a_mark_of_its_encoding_is_read(encoding: str) -> None:
    text = learner_json([], ReviewSettings(), {"pipeline-step": "größer"}, START)
    assert read_learner_json(text.encode(encoding)) == read_learner_json(text.encode())


def test_typed_number_leaves_and_comes_back_with_its_figure() -> None:
    typed = replace(answered(3, "x"), answer=Typed(text="4.587", number=4587.0))
    assert read_learner_json(learner_json((typed,), MINE, {}, START).encode()).log == (typed,)


def test_file_of_a_newcomer_is_small_and_comes_back() -> None:
    text = learner_json((), PLAIN, {}, START)
    assert len(text) < 400
    assert read_learner_json(text.encode()).settings == PLAIN


def test_preview_says_what_would_change() -> None:
    found = read_learner_json(file_text())
    preview = preview_import(found, {"a2"}, PLAIN, {"x"}, ())
    assert (preview.new, preview.known, preview.strange) == (2, 1, ("run-cost~7",))
    assert (preview.first, preview.last, preview.new_settings, preview.drafts) == (MONDAY, MONDAY, True, ("quiz",))
    nothing = preview_import(found, {"a1", "a2", "u"}, MINE, {"x"}, {"quiz"})
    assert nothing.changes_nothing
    assert not preview.changes_nothing


ENTRY = json.loads(file_text())["entries"][0]
NO_JSON = "This file is not valid JSON."
CHANGED = "The file has been changed: “{}” is not how an export writes it."
IMPOSSIBLE = "The file has been changed: the entry “a1” has an impossible date."
HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", NO_JSON),
    "no text": (b"\xff\xfe\x00", NO_JSON),
    "ten megabytes of nothing": (b"[" + b"0," * 5_000_000 + b"0]", "This file is not an LLM Ladder export."),
    "too large": (b" " * 64_000_001, "The file is larger than 64 MB"),
    "deeply nested": (b"[" * 1_000_000, NO_JSON),
    "nested inside": (file_text(drafts={"a": [[[[[]]]]]}), CHANGED.format("drafts.a")),
    "another program's": (b'{"cards": []}', "This file is not an LLM Ladder export."),
    "of the future": (file_text(version=3), "The file has version 3, but this LLM Ladder reads version 2."),
    "no version": (file_text(version=None), "The file has version None"),
    "unknown field": (file_text(admin=True), CHANGED.format("admin")),
    "score above one": (file_text(entries=[ENTRY | {"score": 9}]), CHANGED.format("entries.0.AnswerRecord")),
    "not a number": (file_text(entries=[ENTRY | {"score": float("nan")}]), CHANGED.format("entries.0.AnswerRecord")),
    "foreign item": (file_text(entries=[ENTRY | {"item": "../../x"}]), CHANGED.format("entries.0.AnswerRecord")),
    "markup for an item": (file_text(entries=[ENTRY | {"item": "<b>"}]), CHANGED.format("entries.0.AnswerRecord")),
    "typed number that is none": (
        file_text(entries=[ENTRY | {"answer": {"kind": "typed", "text": "9", "number": float("inf")}}]),
        CHANGED.format("entries.0.AnswerRecord"),
    ),
    "no zone": (file_text(entries=[ENTRY | {"at": "2026-03-02T09:00:00"}]), CHANGED.format("entries.0.AnswerRecord")),
    "long ago": (file_text(entries=[ENTRY | {"at": "0001-01-01T00:00:00Z", "day": "0001-01-01"}]), IMPOSSIBLE),
    "end of time": (file_text(entries=[ENTRY | {"at": "9999-12-31T23:59:59Z", "day": "9999-12-31"}]), IMPOSSIBLE),
    "before time began": (
        file_text(entries=[ENTRY | {"at": "0001-01-01T00:00:00+14:00", "day": "0001-01-01"}]),
        IMPOSSIBLE,
    ),
    "after time ended": (
        file_text(entries=[ENTRY | {"at": "9999-12-31T23:59:59-14:00", "day": "9999-12-31"}]),
        IMPOSSIBLE,
    ),
    "day that does not fit": (file_text(entries=[ENTRY | {"day": "2026-04-01"}]), IMPOSSIBLE),
    "settings out of bounds": (
        file_text(settings={"desired_retention": 1.5}),
        CHANGED.format("settings.desired_retention"),
    ),
    "interview at the end of time": (
        file_text(settings={"interview_on": "9999-12-31"}),
        CHANGED.format("settings.interview_on"),
    ),
    "huge draft": (file_text(drafts={"quiz": "x" * 200_001}), CHANGED.format("drafts.quiz")),
    "draft with a sign that no database keeps": (file_text(drafts={"quiz": "a\x00b"}), CHANGED.format("drafts.quiz")),
    "id with a sign that no database keeps": (
        file_text(entries=[ENTRY | {"id": "\x00"}]),
        CHANGED.format("entries.0.AnswerRecord"),
    ),
    "quiz with a sign that no database keeps": (
        file_text(entries=[ENTRY | {"quiz": "\x00"}]),
        CHANGED.format("entries.0.AnswerRecord"),
    ),
    "half an emoji": (file_text(drafts={"quiz": "\ud83d"}), CHANGED.format("")),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_file_is_refused_with_a_sentence(case: str) -> None:
    data, sentence = HOSTILE[case]
    with pytest.raises(ImportRefusedError) as refused:
        read_learner_json(data)
    assert str(refused.value).startswith(sentence)


MANY = {f"k{number}": 1 for number in range(101)}


@pytest.mark.parametrize(
    "crowded",
    [
        {"drafts": dict.fromkeys(MANY, "x")},
        {"settings": MANY},
        {"entries": [ENTRY | MANY]},
        {"entries": [ENTRY | {"answer": {"kind": "picked", "options": list(MANY)}}]},
        {"entries": [[]] * 2_000_000},
        MANY,
    ],
    ids=range(6),
)
def test_file_with_more_in_one_place_than_an_export_has_is_not_looked_at_further(crowded: dict[str, Any]) -> None:
    with pytest.raises(ImportRefusedError, match="not an LLM Ladder export"):
        read_learner_json(file_text(**crowded))


def test_first_wrong_entry_of_many_is_the_last_that_is_looked_at() -> None:
    with pytest.raises(ImportRefusedError, match=r"entries\.1\.AnswerRecord") as refused:
        read_learner_json(file_text(entries=[ENTRY, *[{}] * 1_000]))
    complaints = refused.value.__cause__
    assert isinstance(complaints, ValidationError) and complaints.error_count() < 20


def test_time_of_another_zone_is_the_same_moment() -> None:
    at = (START + timedelta(hours=2)).isoformat().replace("+00:00", "+02:00")
    found = read_learner_json(file_text(entries=[ENTRY | {"at": at}]))
    assert found.log[0].at == START


def test_log_of_a_file_is_made_once_however_often_a_page_asks() -> None:
    file = read_learner_json(file_text())
    assert file.log is file.log
