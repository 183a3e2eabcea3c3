"""`backup` copies a store that is in use, and puts it back whole or not at all."""

import shutil
import zipfile
from collections.abc import Iterator
from errno import ENOSPC
from pathlib import Path

import pytest

from core.__main__ import main
from core.store.store import Store, open_store
from core.web.cookie import read_or_make_secret
from tests.unit.quiz.moments import answered

KEY = "k" * 64


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    opened = open_store(None, tmp_path / "data")
    read_or_make_secret(None, tmp_path / "data")
    opened.log.append(KEY, answered(1, "x"))
    yield opened
    opened.close()


def restored_log_size(folder: Path) -> int:
    opened = open_store(None, folder)
    size = len(opened.log.entries(KEY))
    opened.close()
    return size


def test_what_was_kept_when_the_copy_was_taken_comes_back(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.zip"
    assert main(["backup", "-o", str(copy)]) == 0
    store.log.append(KEY, answered(2, "y"))
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    assert main(["backup", "--restore", str(copy)]) == 0
    assert restored_log_size(tmp_path / "new") == 1
    assert (tmp_path / "new/cookie_secret").read_text() == (tmp_path / "data/cookie_secret").read_text()
    assert (tmp_path / "new/cookie_secret").stat().st_mode & 0o077 == 0
    assert copy.stat().st_mode & 0o077 == 0


def test_what_root_restores_belongs_to_the_owner_of_the_folder(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, folder = tmp_path / "copy.zip", tmp_path / "new"
    assert main(["backup", "-o", str(copy)]) == 0
    folder.mkdir()
    given: dict[str, tuple[int, int]] = {}
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("os.chown", lambda file, user, group: given.update({Path(file).stem: (user, group)}))
    monkeypatch.setenv("LLM_LADDER_DATA", str(folder))
    assert main(["backup", "--restore", str(copy)]) == 0
    owner = folder.stat()
    assert given == dict.fromkeys(("cookie_secret", "learners.db"), (owner.st_uid, owner.st_gid))


@pytest.mark.parametrize("name", ["C#", "why?", "50%25 off"])
def test_folder_may_have_any_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    folder, copy = tmp_path / name, tmp_path / "copy.zip"
    opened = open_store(None, folder)
    opened.log.append(KEY, answered(1, "x"))
    opened.close()
    monkeypatch.setenv("LLM_LADDER_DATA", str(folder))
    assert main(["backup", "-o", str(copy)]) == 0
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    assert main(["backup", "--restore", str(copy)]) == 0
    assert restored_log_size(tmp_path / "new") == 1
    assert {path.name for path in tmp_path.iterdir()} == {name, "copy.zip", "new"}


def test_nothing_is_overwritten(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.zip"
    assert main(["backup", "-o", str(copy)]) == 0
    assert main(["backup", "-o", str(copy)]) == 1
    assert main(["backup", "--restore", str(copy)]) == 1
    said = capsys.readouterr().err
    assert "already exists" in said
    assert "move that away" in said


def test_log_that_an_old_database_left_is_not_taken_for_one_of_the_new(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy, data = tmp_path / "copy.zip", tmp_path / "data"
    assert main(["backup", "-o", str(copy)]) == 0
    store.log.append(KEY, answered(2, "y"))
    left = (data / "learners.db-wal").read_bytes()
    store.close()
    (data / "learners.db").unlink()
    (data / "learners.db-wal").write_bytes(left)
    assert main(["backup", "--restore", str(copy)]) == 1
    assert "learners.db-wal" in capsys.readouterr().err
    (data / "learners.db-wal").unlink()
    assert main(["backup", "--restore", str(copy)]) == 0
    assert restored_log_size(data) == 1


@pytest.mark.parametrize("damage", ["no zip", "no database", "cut database", "missing"])
def test_bad_backup_is_refused_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    copy = tmp_path / "bad.zip"
    if damage == "no zip":
        copy.write_bytes(b"PK nothing")
    elif damage != "missing":
        with zipfile.ZipFile(copy, "w") as archive:
            archive.writestr(
                "learners.db" if damage == "cut database" else "other", b"SQLite format 3\x00" + b"x" * 900
            )
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    assert main(["backup", "--restore", str(copy)]) == 1
    assert "bad.zip" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def turned(copy: bytes, damage: str) -> bytes:
    """The zip with one thing turned in its first file: 30 bytes of header, the name, then what was packed."""
    whole = bytearray(copy)
    place, value = {
        "packed anew": (30 + len("learners.db"), 0x07),
        "password": (6, 1),
        "packed in another way": (8, 99),
    }[damage]
    whole[place] = value
    listed = whole.index(b"PK\x01\x02")
    if place < 30:
        whole[listed + place + 2] = value
    return bytes(whole)


@pytest.mark.parametrize("damage", ["packed anew", "password", "packed in another way"])
def test_turned_byte_is_refused_and_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    copy = tmp_path / "copy.zip"
    assert main(["backup", "-o", str(copy)]) == 0
    copy.write_bytes(turned(copy.read_bytes(), damage))
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    assert main(["backup", "--restore", str(copy)]) == 1
    assert "cannot be read as a backup" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(("url", "tool"), [("postgresql://nobody@nowhere/x", "pg_dump"), ("sqlite:///x", "sqlite3")])
def test_another_database_is_left_to_its_own_tool(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, url: str, tool: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["backup", "-o", str(tmp_path / "x.zip")]) == 1
    assert tool in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("missing", "is not there. Name a zip file that `python -m core backup -o` wrote."),
        ("folder", "is not there. Name a zip file that `python -m core backup -o` wrote."),
        ("another zip", "is no backup of LLM Ladder: it holds no learners.db. Name another file."),
        ("no zip", "cannot be read as a backup: File is not a zip file. Take another backup."),
    ],
)
def test_sentence_says_what_to_do_about_a_file_that_is_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str, sentence: str
) -> None:
    source = tmp_path / "x.zip"
    if kind == "folder":
        source.mkdir()
    elif kind == "no zip":
        source.write_bytes(b"PK nothing")
    elif kind == "another zip":
        with zipfile.ZipFile(source, "w") as archive:
            archive.writestr("holiday.txt", "x")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    assert main(["backup", "--restore", str(source)]) == 1
    assert capsys.readouterr().err == f"{source} {sentence}\n"


def test_full_disk_leaves_no_part_of_a_backup_or_a_database(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(source: object, target: Path) -> None:
        target.write_bytes(b"SQLite")
        raise OSError(ENOSPC, "No space left on device")

    copy, new = tmp_path / "copy.zip", tmp_path / "new"
    monkeypatch.setattr(zipfile.ZipFile, "write", lambda archive, *_: fill(None, Path(str(archive.filename))))
    assert main(["backup", "-o", str(copy)]) == 1
    assert not copy.exists()
    monkeypatch.undo()
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["backup", "-o", str(copy)]) == 0
    monkeypatch.setenv("LLM_LADDER_DATA", str(new))
    monkeypatch.setattr(shutil, "copyfile", fill)
    assert main(["backup", "--restore", str(copy)]) == 1
    assert list(new.iterdir()) == []
    assert capsys.readouterr().err.count("No space left on device") == 2
    (new / "cookie_secret").write_text("stood there before", encoding="utf-8")
    assert main(["backup", "--restore", str(copy)]) == 1
    assert [(file.name, file.read_text(encoding="utf-8")) for file in new.iterdir()] == [
        ("cookie_secret", "stood there before")
    ]
    monkeypatch.undo()
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("LLM_LADDER_DATA", str(new))
    assert main(["backup", "--restore", str(copy)]) == 0
    assert restored_log_size(new) == 1


def test_backup_that_was_stopped_does_not_look_like_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, whole = tmp_path / "copy.zip", zipfile.ZipFile.write
    there: list[bool] = []

    def look(archive: zipfile.ZipFile, file: Path, name: str) -> None:
        there.append(copy.exists())
        whole(archive, file, name)

    monkeypatch.setattr(zipfile.ZipFile, "write", look)
    (tmp_path / "copy.zip.part").write_text("of one that was stopped")
    assert main(["backup", "-o", str(copy)]) == 0
    assert there == [False, False] and copy.stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.zip", "data"]


def test_full_folder_for_temporary_files_is_not_the_fault_of_the_backup(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(path: Path, data: bytes) -> int:
        raise OSError(ENOSPC, "No space left on device")

    copy = tmp_path / "copy.zip"
    assert main(["backup", "-o", str(copy)]) == 0
    monkeypatch.setenv("LLM_LADDER_DATA", str(tmp_path / "new"))
    monkeypatch.setattr(Path, "write_bytes", fill)
    assert main(["backup", "--restore", str(copy)]) == 1
    assert "free the disk" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()
