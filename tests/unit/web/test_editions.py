"""Whether files have changed since they were last looked at."""

import os
from pathlib import Path

from core.web.editions import Editions


def test_a_folder_that_stays_as_it_is_never_turns(tmp_path: Path) -> None:
    (tmp_path / "costs.yaml").write_text("- id: a", encoding="utf-8")
    editions = Editions(tmp_path)
    assert [editions.turned() for _ in range(2)] == [False, False]


def test_what_is_written_added_or_taken_away_is_told_once(tmp_path: Path) -> None:
    first, second = tmp_path / "costs.yaml", tmp_path / "items/quick.yaml"
    first.write_text("- id: a", encoding="utf-8")
    editions = Editions(tmp_path)
    told = []
    for change in (
        lambda: first.write_text("- id: abc", encoding="utf-8"),
        lambda: (second.parent.mkdir(), second.write_text("", encoding="utf-8")),
        second.unlink,
    ):
        change()
        told.append((editions.turned(), editions.turned()))
    assert told == [(True, False)] * 3


def test_a_file_of_the_same_size_is_told_by_its_time(tmp_path: Path) -> None:
    file = tmp_path / "costs.yaml"
    file.write_text("- id: a", encoding="utf-8")
    editions = Editions(tmp_path)
    os.utime(file, (1, 1))
    assert editions.turned()


def test_what_an_editor_keeps_beside_is_not_content(tmp_path: Path) -> None:
    editions = Editions(tmp_path)
    (tmp_path / "costs.yaml.swp").touch()
    assert not editions.turned()


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert not Editions(tmp_path / "nowhere").turned()
