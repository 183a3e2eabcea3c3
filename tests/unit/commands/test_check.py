"""A check marks a model answer once, and again as soon as anything that its mark hangs on has changed."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from core.__main__ import main
from core.commands import check, language
from core.content.interview_items import FreeAnswer
from core.content.models import Content
from core.content.translation_loader import load_languages
from core.interview.rubric import Rubric
from core.interview.verdicts import Verdict

ONE = "tuning-over-rag"


class _Marker:
    """Marks everything as full, or one question's first point as missed, and notes what it was asked."""

    note = ""
    missed = ""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def mark(self, rubric: Rubric, answer: str) -> SimpleNamespace:
        self.asked.append(str(rubric.id))
        verdict = Verdict.MISSING if rubric.id == self.missed else Verdict.COVERED
        return SimpleNamespace(points=[SimpleNamespace(id="x", verdict=verdict)], misconceptions=())


@pytest.fixture
def marker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> _Marker:
    """A marker that counts, and a folder of its own where what passed is kept."""
    one = _Marker()
    monkeypatch.setattr(check, "load_marker", lambda: one)
    monkeypatch.setattr(check, "_code", lambda: "this")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    return one


def found(content: Content) -> list[str]:
    return [message for _, _, _, message in check._in_answers(content)]


def reworded(content: Content, update: dict[str, object]) -> Content:
    items = tuple(item.model_copy(update=update) if item.id == ONE else item for item in content.items)
    return Content.model_construct(**{**dict(content), "items": items})


def test_what_passed_is_not_marked_again_until_it_changes(marker: _Marker, content: Content) -> None:
    questions = [item.id for item in content.items if isinstance(item, FreeAnswer)]
    assert found(content) == found(content) == []
    assert marker.asked == questions
    assert found(reworded(content, {"model_answer": "Another."})) == []
    assert found(reworded(content, {"sounds_like": ()})) == []
    assert marker.asked[len(questions) :] == [ONE, ONE]


def test_what_failed_is_marked_and_told_again(marker: _Marker, content: Content) -> None:
    marker.missed = ONE
    for _ in range(2):
        (told,) = found(content)
        assert told.startswith("its own rubric marks 'x' as")
    assert marker.asked.count(ONE) == 2


def test_changed_code_has_every_model_answer_marked_again(
    marker: _Marker, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(content)
    monkeypatch.setattr(check, "_code", lambda: "another")
    found(content)
    assert len(marker.asked) == 2 * len(set(marker.asked))


def test_a_marker_by_words_alone_passes_nothing(marker: _Marker, content: Content) -> None:
    marker.note = "Marked by shared words only."
    assert found(content) == marker.asked == []
    marker.note = ""
    found(content)
    assert marker.asked


def test_where_nothing_can_be_kept_all_is_marked(
    marker: _Marker, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(Path(sys.prefix) / "none"))
    assert found(content) == found(content) == []
    assert len(marker.asked) == 2 * len(set(marker.asked))


def test_a_byte_of_code_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "requirements.txt").write_text("numpy==1", encoding="utf-8")
    monkeypatch.setattr(check, "_CORE", tmp_path / "core")
    codes = []
    for name in ("core/a.py", "core/b.npz", "requirements.txt"):
        codes.append(check._code())
        (tmp_path / name).write_text("changed", encoding="utf-8")
    assert len({*codes, check._code()}) == 4


def test_the_content_is_read_once_for_all_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    languages = load_languages()
    read: list[str] = []
    monkeypatch.setattr(language, "load_languages", lambda: (read.append("all"), languages)[1])
    monkeypatch.setattr(language, "_others", lambda: ["de", "de"])
    assert main(["language", "--check"]) == 0
    assert read == ["all"]
