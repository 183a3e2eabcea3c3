"""A translation that lags behind a reworded English is found, whatever else was changed, until somebody looks at it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from core.__main__ import main
from core.commands import language
from core.content.translation_loader import keep_notes, load_languages, noted
from core.content.translation_notes import Note, lagging, noted_anew, notes_of, read_notes, written_notes
from tests.content.broken import copy_of_content, replace

BEFORE, AFTER = Note("11111111", "aaaaaaaa"), Note("22222222", "aaaaaaaa")
Lagging = Callable[..., tuple[str, ...]]


@pytest.fixture
def late_after(tmp_path: Path) -> Lagging:
    """The names of what lags in a copy of the content after edits (file, old, new)."""
    copy = copy_of_content(tmp_path)
    before = load_languages(copy)
    keep_notes("de", notes_of(before["en"], before["de"]), copy)

    def edited(*edits: tuple[str, str, str]) -> tuple[str, ...]:
        for edit in edits:
            replace(*edit)(copy)
        both = load_languages(copy)
        return lagging(noted("de", copy), notes_of(both["en"], both["de"]))

    return edited


ENGLISH = ("pitfalls.yaml", "Pre-training sets the ceiling. Fine", "Pre-training sets the upper limit. Fine")
GERMAN = ("de/pitfalls.yaml", "Das Pre-Training setzt die Decke.", "Das Pre-Training setzt die Obergrenze.")


def test_english_that_changes_alone_leaves_its_translation_behind(late_after: Lagging) -> None:
    assert late_after(ENGLISH) == ("pitfalls/ceiling",)


def test_a_translation_that_was_changed_too_has_been_looked_at(late_after: Lagging) -> None:
    assert late_after(ENGLISH, GERMAN) == ()


def test_a_part_lags_without_its_whole(late_after: Lagging) -> None:
    assert late_after(("lessons/pitfalls.yaml", "Build the test before", "Write the test before")) == (
        "lessons/pitfalls.test-before-training",
    )


def test_what_is_no_text_may_change_and_lines_may_break_elsewhere(late_after: Lagging) -> None:
    assert (
        late_after(
            ("pitfalls.yaml", "  source: ", "  source:  "),
            ("items/quick-fire.yaml", "  node: rlhf-dpo\n", "  node: aligned-model\n"),
            ("items/quick-fire.yaml", "people prefer, so", "people prefer,\n    so"),
        )
        == ()
    )


def test_a_note_stays_until_its_translation_changes_or_is_said_to_be_right() -> None:
    old, now = {"claims/a": BEFORE, "claims/gone": BEFORE}, {"claims/a": AFTER, "claims/new": AFTER}
    assert lagging(old, now) == ("claims/a",)
    assert noted_anew(old, now) == {"claims/a": BEFORE, "claims/new": AFTER}
    assert noted_anew(old, now, ["claims/a"]) == now
    assert noted_anew(old, {"claims/a": Note("22222222", "bbbbbbbb")})["claims/a"].english == "22222222"


def test_notes_are_read_as_they_were_written_and_the_marks_of_a_merge_passed_over() -> None:
    notes = {"claims/a": BEFORE, "graphs/b.c>d": AFTER}
    assert read_notes(written_notes(notes)) == notes
    assert read_notes(f"<<<<<<< ours\n{written_notes(notes)}=======\n>>>>>>> theirs\n") == notes


def test_a_file_of_notes_that_is_no_text_loses_only_its_broken_lines(tmp_path: Path) -> None:
    (tmp_path / "de").mkdir()
    (tmp_path / "de/written-from.txt").write_bytes(b"\xff\xfe\x00\nclaims/kept 11111111 aaaaaaaa\n")
    assert noted("de", tmp_path) == {"claims/kept": BEFORE}


def test_commands_say_what_lags_until_it_is_said_to_be_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = copy_of_content(tmp_path)
    replace(*ENGLISH)(copy)
    monkeypatch.setenv("LLM_LADDER_CONTENT", str(copy))
    monkeypatch.setattr(language, "update", lambda code: None)  # the catalogues are the product's own
    told = (
        "pitfalls › ceiling: its English was changed and its translation was not; change it in de/pitfalls and run "
        "`python -m core language`, or add `--still-right pitfalls/ceiling`\n"
    )
    assert main(["check"]) == 0
    assert f"ok: {told}" in capsys.readouterr().out
    for command in (["language", "--check"], ["language"]):
        assert main(command) == 1
        assert f"de › {told}" in capsys.readouterr().out
    assert main(["language", "--still-right", "pitfalls/cieling"]) == 1
    assert "pitfalls/cieling is not translated; did you mean pitfalls/ceiling?" in capsys.readouterr().out
    assert main(["language", "--still-right", "pitfalls/ceiling"]) == 0
    assert main(["language", "--check"]) == 0


def test_a_new_translation_is_told_to_be_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = copy_of_content(tmp_path)
    notes = dict(noted("de", copy))
    del notes["pitfalls/ceiling"]
    keep_notes("de", notes, copy)
    monkeypatch.setenv("LLM_LADDER_CONTENT", str(copy))
    assert main(["language", "--check"]) == 1
    monkeypatch.setattr(language, "update", lambda code: None)
    assert main(["language"]) == 0
    assert "pitfalls/ceiling" in noted("de", copy)
